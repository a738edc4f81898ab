import { describe, expect, test } from '@jest/globals';
import type { Registry } from '../../../src/ports.ts';
import { scanImage } from '../../../src/publish/scan.ts';
import type { Digest } from '../../../src/types/digest.ts';
import type { PublishedImage } from '../../../src/types/image.ts';
import type {
  Finding,
  ScanAnswer,
  ScanPage,
  ScanReport,
  ScanSettings,
  ScanStart,
} from '../../../src/types/scan.ts';
import { digest, finding, image, platform, repository } from '../support/values.ts';
import { fakeClock, fakeLog, fakeRegistry } from '../support/world.ts';

const onPush: ScanSettings = { scanner: 'basic', startsByItself: true };
const manual: ScanSettings = { scanner: 'basic', startsByItself: false };
const unknown: ScanSettings = { scanner: 'unknown', startsByItself: 'unknown' };
const enhanced: ScanSettings = { scanner: 'enhanced', startsByItself: true };

const noScan: ScanAnswer = { kind: 'no-scan', detail: 'ScanNotFoundException' };

function answer(status: string, more: Partial<ScanPage> = {}): ScanAnswer {
  return { kind: 'status', page: { scanner: 'basic', status, announced: 0, findings: [], ...more } };
}

function complete(...findings: Finding[]): ScanAnswer {
  return answer('COMPLETE', { completedAt: 77, announced: findings.length, findings });
}

interface Call {
  readonly call: 'read' | 'start';
  /** Milliseconds since the scan of this image began. */
  readonly at: number;
  readonly token?: string;
}

interface Script {
  readonly settings?: ScanSettings;
  readonly timeoutMs?: number;
  readonly scan?: 'auto' | 'off';
  readonly image?: PublishedImage;
  /** What the registry says so many milliseconds after the beginning. */
  readonly says?: (at: number, starts: number, token: string | undefined, of: Digest) => ScanAnswer;
  readonly start?: ScanStart;
}

/** Runs a scan against a registry that says what the script says, and notes every call. */
async function scan(script: Script): Promise<{ report: ScanReport; calls: Call[]; lines: string[] }> {
  const clock = fakeClock();
  const log = fakeLog();
  const began = clock.now();
  const calls: Call[] = [];
  const registry: Registry = fakeRegistry({
    readScan: (_, of, token) => {
      const at = clock.now() - began;
      calls.push({ call: 'read', at, ...(token !== undefined && { token }) });
      const starts = calls.filter(({ call }) => call === 'start').length;
      return Promise.resolve((script.says ?? (() => noScan))(at, starts, token, of));
    },
    startScan: () => {
      calls.push({ call: 'start', at: clock.now() - began });
      return Promise.resolve(script.start ?? { kind: 'started' });
    },
  });
  const report = await scanImage(
    repository,
    script.image ?? image,
    script.settings ?? onPush,
    { scan: script.scan ?? 'auto', scanTimeoutMs: script.timeoutMs ?? 600_000 },
    { clock, log, registry },
  );
  return { report, calls, lines: log.lines };
}

const amd64 = { platform: 'linux/amd64', digest: digest(1) };
const clean: ScanReport = {
  kind: 'complete',
  platforms: [
    {
      outcome: 'complete',
      platform: platform('linux/amd64'),
      digest: digest(1),
      scanner: 'basic',
      completedAt: 77,
      findings: [],
    },
  ],
};
const starts = (calls: readonly Call[]) => calls.filter(({ call }) => call === 'start').map(({ at }) => at);
const last = (calls: readonly Call[]) => calls.at(-1)?.at;

describe('scanImage', () => {
  test('off: asks nothing', async () => {
    const { report, calls } = await scan({ scan: 'off' });
    expect(report).toEqual({ kind: 'off', why: 'the input scan is off' });
    expect(calls).toEqual([]);
  });

  test('findings that are there at once', async () => {
    const found = finding('high', 'CVE-1');
    const { report, calls } = await scan({ says: () => complete(found) });
    expect(report).toEqual({
      kind: 'complete',
      platforms: [{ ...amd64, outcome: 'complete', scanner: 'basic', completedAt: 77, findings: [found] }],
    });
    expect(calls).toEqual([{ call: 'read', at: 0 }]);
  });

  test('a scan that takes its time is read within two seconds of its end', async () => {
    const end = 41_000;
    const { report, calls } = await scan({
      says: (at) =>
        at < 1000 ? noScan : at < 20_000 ? answer('PENDING') : at < end ? answer('IN_PROGRESS') : complete(),
    });
    expect(report).toEqual(clean);
    expect(starts(calls)).toEqual([]);
    const verdictAt = last(calls) ?? Number.NaN;
    expect(verdictAt).toBeGreaterThanOrEqual(end);
    expect(verdictAt).toBeLessThanOrEqual(end + 2000);
  });

  test('a status that comes before its findings is not believed', async () => {
    const found = finding('critical');
    const { report } = await scan({
      settings: enhanced,
      says: (at) =>
        at < 5000
          ? answer('ACTIVE', { scanner: 'enhanced' })
          : at < 9000
            ? answer('ACTIVE', { scanner: 'enhanced', completedAt: 77, announced: 1 })
            : answer('ACTIVE', { scanner: 'enhanced', completedAt: 77, announced: 1, findings: [found] }),
    });
    expect(report).toEqual({
      kind: 'complete',
      platforms: [{ ...amd64, outcome: 'complete', scanner: 'enhanced', completedAt: 77, findings: [found] }],
    });
  });

  test('an enhanced scan without findings is still called enhanced', async () => {
    const { report } = await scan({ settings: enhanced, says: () => complete() });
    expect(report).toMatchObject({ kind: 'complete', platforms: [{ scanner: 'enhanced', findings: [] }] });
  });

  test('where the configuration is not known, the answer says which scanner it was', async () => {
    const { report } = await scan({
      settings: unknown,
      says: () =>
        answer('ACTIVE', { scanner: 'enhanced', completedAt: 77, announced: 1, findings: [finding('low')] }),
    });
    expect(report).toMatchObject({ kind: 'complete', platforms: [{ scanner: 'enhanced' }] });
  });
});

describe('scanImage: who starts the scan', () => {
  test('manual scanning: it is asked for first of all, once', async () => {
    const { report, calls, lines } = await scan({
      settings: manual,
      says: (at, count) => (count > 0 && at > 30_000 ? complete() : noScan),
    });
    expect(report).toEqual(clean);
    expect(calls[0]).toEqual({ call: 'start', at: 0 });
    expect(starts(calls)).toEqual([0]);
    expect(lines).toContain('info: linux/amd64: scan started.');
  });

  test('scan on push that does not begin: it is asked for after a quarter of a minute, once', async () => {
    const { report, calls } = await scan({
      says: (at, count) => (count === 0 ? noScan : at < 40_000 ? answer('IN_PROGRESS') : complete()),
    });
    expect(report).toEqual(clean);
    expect(starts(calls)).toHaveLength(1);
    expect(starts(calls)[0]).toBeGreaterThanOrEqual(15_000);
    expect(starts(calls)[0]).toBeLessThanOrEqual(17_000);
  });

  test('scan on push that waits in the queue is not asked for', async () => {
    const { calls } = await scan({ says: (at) => (at < 40_000 ? answer('PENDING') : complete()) });
    expect(starts(calls)).toEqual([]);
  });

  test('nothing is known: it is asked for as soon as there is no scan', async () => {
    const { report, calls } = await scan({
      settings: unknown,
      says: (_, count) => (count === 0 ? noScan : complete()),
    });
    expect(report).toEqual(clean);
    expect(calls.map(({ call }) => call)).toEqual(['read', 'start', 'read']);
    expect(starts(calls)).toEqual([0]);
  });

  test('nothing is known and a scan is there: it is not asked for', async () => {
    const { calls } = await scan({ settings: unknown, says: () => complete() });
    expect(starts(calls)).toEqual([]);
  });

  test('already scanned within 24 hours: its findings are used', async () => {
    const { report, lines } = await scan({
      settings: manual,
      start: { kind: 'already-scanned' },
      says: () => complete(),
    });
    expect(report).toEqual(clean);
    expect(lines).toEqual([
      'group: Scan',
      'info: linux/amd64: basic scanning, started by this run, waiting at most 600 s.',
      'info: linux/amd64: ECR has scanned this image within the last 24 hours; its findings are used.',
    ]);
  });

  test('enhanced scanning that refuses to be asked is waited for', async () => {
    const { report, calls, lines } = await scan({
      settings: unknown,
      start: { kind: 'starts-by-itself' },
      says: (at) => (at < 30_000 ? noScan : complete()),
    });
    expect(report).toEqual(clean);
    expect(starts(calls)).toEqual([0]);
    expect(lines).toContain(
      'info: linux/amd64: the registry uses enhanced scanning, which starts by itself.',
    );
  });

  test.each([
    { name: 'at once', settings: manual, reads: 0 },
    { name: 'after the first answer', settings: unknown, reads: 1 },
  ])('refused $name: no more waiting', async ({ settings, reads }) => {
    const { report, calls } = await scan({
      settings,
      start: { kind: 'refused', reason: 'unsupported', detail: 'cannot be scanned' },
    });
    expect(report).toEqual({
      kind: 'incomplete',
      platforms: [{ ...amd64, outcome: 'incomplete', reason: 'unsupported', detail: 'cannot be scanned' }],
    });
    expect(calls.filter(({ call }) => call === 'read')).toHaveLength(reads);
  });

  test('enhanced scanning that does not cover the repository: asks nothing', async () => {
    const { report, calls } = await scan({ settings: { scanner: 'enhanced', startsByItself: false } });
    expect(report).toEqual({
      kind: 'incomplete',
      platforms: [
        {
          ...amd64,
          outcome: 'incomplete',
          reason: 'not-started',
          detail: "the registry's enhanced scanning does not cover this repository",
        },
      ],
    });
    expect(calls).toEqual([]);
  });
});

describe('scanImage: the end of patience', () => {
  test.each([
    { name: 'never begins', says: () => noScan, awaiting: 'the scan to begin' },
    { name: 'never ends', says: () => answer('IN_PROGRESS'), awaiting: 'the scan to end' },
    {
      name: 'never leaves the queue',
      says: () => answer('PENDING'),
      awaiting: 'the scan to leave the queue',
    },
    { name: 'never shows its findings', says: () => answer('ACTIVE'), awaiting: 'the findings' },
    {
      name: 'never shows the findings that it counts',
      says: () => answer('COMPLETE', { completedAt: 1, announced: 2 }),
      awaiting: 'the findings that ECR counts',
    },
  ])('$name: says what it waited for, at the deadline exactly', async ({ says, awaiting }) => {
    const { report, calls } = await scan({ says, timeoutMs: 90_000 });
    expect(report).toEqual({
      kind: 'incomplete',
      platforms: [
        {
          ...amd64,
          outcome: 'incomplete',
          reason: 'timed-out',
          detail: `waited 90 s in vain for ${awaiting}`,
        },
      ],
    });
    expect(last(calls)).toBe(90_000);
  });

  test('a scan that ends at the deadline still counts', async () => {
    const { report } = await scan({ timeoutMs: 90_000, says: (at) => (at < 90_000 ? noScan : complete()) });
    expect(report).toEqual(clean);
  });

  test('a status without hope ends it at once', async () => {
    const { report, calls } = await scan({ says: (at) => (at < 3000 ? noScan : answer('FAILED')) });
    expect(report).toMatchObject({
      kind: 'incomplete',
      platforms: [{ reason: 'failed', detail: 'the scan failed (FAILED)' }],
    });
    expect(last(calls)).toBeLessThan(5000);
  });

  test('a line every quarter of a minute says what is waited for', async () => {
    const { lines } = await scan({ timeoutMs: 60_000, says: () => answer('IN_PROGRESS') });
    const progress = lines.filter((line) => line.includes('waiting for'));
    expect(progress).toHaveLength(3);
    expect(progress[0]).toMatch(
      /^info: linux\/amd64: waiting for the scan to end, 1[5-6] s so far, at most 60 s\.$/,
    );
  });
});

describe('scanImage: pages', () => {
  const pages: Readonly<Record<string, Partial<ScanPage>>> = {
    first: { findings: [finding('low', 'CVE-1'), finding('low', 'CVE-2')], nextToken: 'second' },
    second: { findings: [finding('high', 'CVE-3')], nextToken: 'third' },
    third: { findings: [finding('critical', 'CVE-4')] },
  };
  const paged = (token: string | undefined) =>
    answer('COMPLETE', { completedAt: 77, announced: 4, ...pages[token ?? 'first'] });

  test('three pages, all findings, in order', async () => {
    const { report, calls } = await scan({ says: (_at, _starts, token) => paged(token) });
    const [scanned] = report.kind === 'complete' ? report.platforms : [];
    expect(scanned?.findings.map(({ id }) => id)).toEqual(['CVE-1', 'CVE-2', 'CVE-3', 'CVE-4']);
    expect(calls.map(({ token }) => token)).toEqual([undefined, 'second', 'third']);
  });

  test('a last page may be empty, also of counts', async () => {
    const { report } = await scan({
      says: (_at, _starts, token) =>
        token === 'third' ? answer('COMPLETE', { completedAt: 77 }) : paged(token),
    });
    expect(report).toMatchObject({ kind: 'complete', platforms: [{ findings: { length: 3 } }] });
  });

  test.each([
    { name: 'vanishes', between: noScan },
    { name: 'begins again', between: answer('IN_PROGRESS') },
  ])('a scan that $name while its pages are read gives no full answer', async ({ between }) => {
    const { report } = await scan({
      says: (_at, _starts, token) => (token === 'second' ? between : paged(token)),
    });
    expect(report).toEqual({
      kind: 'incomplete',
      platforms: [
        {
          ...amd64,
          outcome: 'incomplete',
          reason: 'unavailable',
          detail: 'the scan changed while its pages of findings were read',
        },
      ],
    });
  });
});

describe('scanImage: several platforms', () => {
  const several: PublishedImage = {
    ...image,
    digest: digest(9),
    kind: 'index',
    platforms: [
      { platform: platform('linux/amd64'), digest: digest(1), size: 1 },
      { platform: platform('linux/arm64'), digest: digest(2), size: 1 },
    ],
  };

  test('each platform is scanned by its own digest, side by side', async () => {
    const asked = new Set<Digest>();
    const { report, calls } = await scan({
      image: several,
      says: (at, _starts, _token, of) => {
        asked.add(of);
        return at < 20_000 ? noScan : complete(finding(of === digest(1) ? 'low' : 'high'));
      },
      settings: enhanced,
      start: { kind: 'starts-by-itself' },
    });
    expect([...asked].sort()).toEqual([digest(1), digest(2)]);
    expect(
      report.kind === 'complete' && report.platforms.map((one) => [one.platform, one.findings[0]?.severity]),
    ).toEqual([
      ['linux/amd64', 'low'],
      ['linux/arm64', 'high'],
    ]);
    expect(last(calls)).toBeLessThanOrEqual(22_000);
  });

  test('one without an answer makes the whole incomplete, and the other is kept', async () => {
    const { report } = await scan({
      image: several,
      says: (_at, _starts, _token, of) => (of === digest(1) ? complete() : answer('UNSUPPORTED_IMAGE')),
    });
    expect(report.kind).toBe('incomplete');
    expect(report.kind !== 'off' && report.platforms.map((one) => [one.platform, one.outcome])).toEqual([
      ['linux/amd64', 'complete'],
      ['linux/arm64', 'incomplete'],
    ]);
  });
});
