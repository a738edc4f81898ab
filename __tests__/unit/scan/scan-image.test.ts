import { describe, expect, test } from '@jest/globals';
import type { OpenRepository } from '../../../src/ports.ts';
import { scanImage } from '../../../src/scan/scan-image.ts';
import type { Digest } from '../../../src/types/digest.ts';
import type { VerifiedImage } from '../../../src/types/image.ts';
import type { Finding, ScanAnswer, ScanReport, ScanSettings, ScanStart } from '../../../src/types/scan.ts';
import { counts, scanPage, type PageMembers } from '../../support/scan-page.ts';
import { digest, finding, image, platform } from '../support/values.ts';
import { fakeClock, fakeLog, fakeRepository } from '../support/world.ts';

const onPush: ScanSettings = { scanner: 'basic', frequency: 'on-push' };
const manual: ScanSettings = { scanner: 'basic', frequency: 'manual' };
const unknown: ScanSettings = { scanner: 'unknown', frequency: 'unknown' };
const enhanced: ScanSettings = { scanner: 'enhanced', frequency: 'continuous' };

/** The moment at which the fake clock starts, and at which the scripted scans ended. */
const now0 = 1_000_000;

const noScan: ScanAnswer = { kind: 'no-scan', detail: 'ScanNotFoundException' };

function answer(status: string, more: PageMembers = {}): ScanAnswer {
  return { kind: 'status', page: scanPage(status, more) };
}

function complete(...findings: Finding[]): ScanAnswer {
  return answer('COMPLETE', { completedAt: now0, findings });
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
  readonly image?: VerifiedImage;
  /** What the registry says so many milliseconds after the beginning. */
  readonly says?: (at: number, starts: number, token: string | undefined, of: Digest) => ScanAnswer;
  /** The answer, or the answers one after another; the last one stays. */
  readonly start?: ScanStart | readonly ScanStart[];
  /** How long a further page takes. */
  readonly pageTakesMs?: number;
}

/** Runs a scan against a registry that says what the script says, and notes every call. */
async function scan(script: Script): Promise<{ report: ScanReport; calls: Call[]; lines: string[] }> {
  const clock = fakeClock(now0);
  const log = fakeLog();
  const began = clock.now();
  const calls: Call[] = [];
  const repository: OpenRepository = fakeRepository({
    now: clock.now,
    readScan: async (of, { size, token }) => {
      if (size > 100 && script.pageTakesMs !== undefined) await clock.sleep(script.pageTakesMs);
      const at = clock.now() - began;
      calls.push({ call: 'read', at, ...(token !== undefined && { token }) });
      const starts = calls.filter(({ call }) => call === 'start').length;
      return (script.says ?? (() => noScan))(at, starts, token, of);
    },
    startScan: () => {
      calls.push({ call: 'start', at: clock.now() - began });
      const answers = [script.start ?? { kind: 'started' as const }].flat();
      const count = calls.filter(({ call }) => call === 'start').length;
      return Promise.resolve(answers[Math.min(count, answers.length) - 1]!);
    },
  });
  const order = { repository, image: script.image ?? image, settings: script.settings ?? onPush };
  const report = await scanImage({ ...order, timeoutMs: script.timeoutMs ?? 600_000 }, { clock, log });
  return { report, calls, lines: log.lines };
}

const amd64 = { platform: platform('linux/amd64'), digest: digest(1) };
const clean: ScanReport = {
  kind: 'complete',
  platforms: [
    {
      outcome: 'complete',
      platform: platform('linux/amd64'),
      digest: digest(1),
      scanner: 'basic',
      completedAt: now0,
      findings: [],
    },
  ],
};
const starts = (calls: readonly Call[]) => calls.filter(({ call }) => call === 'start').map(({ at }) => at);
const last = (calls: readonly Call[]) => calls.at(-1)?.at;

describe('scanImage', () => {
  test('a registry without a scanner is none that found nothing', async () => {
    const { now } = fakeRepository({});
    const order = { repository: { now }, image, settings: unknown, timeoutMs: 1000 };
    expect(await scanImage(order, { clock: fakeClock(), log: fakeLog() })).toMatchObject({
      kind: 'incomplete',
      platforms: [{ reason: 'unsupported', detail: 'this registry has no scanner' }],
    });
  });

  test('no answer may take longer than what is left of the time', async () => {
    const clock = fakeClock(now0);
    const allowed: (number | undefined)[] = [];
    const repository = fakeRepository({
      now: clock.now,
      readScan: async (_, { withinMs = 0 }) => {
        allowed.push(withinMs);
        await clock.sleep(withinMs);
        return { kind: 'busy', detail: 'no answer' };
      },
    });
    const order = { repository, image, settings: onPush, timeoutMs: 8000 };
    const report = await scanImage(order, { clock, log: fakeLog() });
    expect(report).toMatchObject({ kind: 'incomplete', platforms: [{ reason: 'timed-out' }] });
    expect(allowed).toEqual([8000]);
    expect(clock.now() - now0).toBe(8000);
  });

  test('findings that are there at once', async () => {
    const found = finding('high', 'CVE-1');
    const { report, calls } = await scan({ says: () => complete(found) });
    expect(report).toEqual({
      kind: 'complete',
      platforms: [{ ...amd64, outcome: 'complete', scanner: 'basic', completedAt: now0, findings: [found] }],
    });
    expect(calls).toEqual([
      { call: 'read', at: 0 },
      { call: 'read', at: 1000 },
    ]);
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
            ? answer('ACTIVE', { scanner: 'enhanced', completedAt: now0, counts: counts({ CRITICAL: 1 }) })
            : answer('ACTIVE', { scanner: 'enhanced', completedAt: now0, findings: [found] }),
    });
    expect(report).toEqual({
      kind: 'complete',
      platforms: [
        { ...amd64, outcome: 'complete', scanner: 'enhanced', completedAt: now0, findings: [found] },
      ],
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
        answer('ACTIVE', {
          scanner: 'enhanced',
          completedAt: now0,
          findings: [finding('low')],
        }),
    });
    expect(report).toMatchObject({ kind: 'complete', platforms: [{ scanner: 'enhanced' }] });
  });

  test('an answer that only enhanced scanning gives is not believed as soon as a basic one, whatever is configured', async () => {
    const late = finding('critical');
    const { report } = await scan({
      settings: onPush,
      says: (at) => {
        const findings = at < 5000 ? [] : [late];
        return answer('ACTIVE', { scanner: 'enhanced', completedAt: now0, findings });
      },
    });
    expect(report).toMatchObject({
      kind: 'complete',
      platforms: [{ scanner: 'enhanced', findings: [late] }],
    });
  });

  test('nor is any other where the registry refuses to be asked for a scan', async () => {
    const late = finding('critical');
    const { report } = await scan({
      settings: onPush,
      start: { kind: 'starts-by-itself' },
      says: (at, starts) =>
        starts === 0
          ? noScan
          : answer('COMPLETE', {
              scanner: 'unknown',
              completedAt: now0,
              findings: at < 20_000 ? [] : [late],
            }),
    });
    expect(report).toMatchObject({ platforms: [{ scanner: 'enhanced', findings: [late] }] });
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

  test('enhanced scanning is never asked for', async () => {
    const { report, calls } = await scan({ settings: enhanced, timeoutMs: 60_000 });
    expect(report).toMatchObject({ platforms: [{ reason: 'timed-out' }] });
    expect(starts(calls)).toEqual([]);
  });

  test('scan on push that waits in the queue is not asked for', async () => {
    const { calls } = await scan({ says: (at) => (at < 40_000 ? answer('PENDING') : complete()) });
    expect(starts(calls)).toEqual([]);
  });

  test('nothing is known: it is asked for as soon as there is no scan', async () => {
    const { report, calls } = await scan({
      settings: unknown,
      says: (_, count) => (count === 0 ? noScan : complete(finding('low'))),
    });
    expect(report).toMatchObject({ kind: 'complete', platforms: [{ scanner: 'basic' }] });
    expect(calls.map(({ call }) => call)).toEqual(['read', 'start', 'read', 'read']);
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
      'info: linux/amd64: basic scanning, started by this run, waiting at most 10 min.',
      'info: linux/amd64: ECR has scanned this image within the last 24 hours; its findings are used.',
    ]);
  });

  test('enhanced scanning that refuses to be asked is waited for', async () => {
    const { report, calls, lines } = await scan({
      settings: unknown,
      start: { kind: 'starts-by-itself' },
      says: (at) => (at < 30_000 ? noScan : complete()),
    });
    expect(report).toMatchObject({ kind: 'complete', platforms: [{ scanner: 'enhanced', findings: [] }] });
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

  test('refused at length: the words fit into a sentence', async () => {
    const detail = `An artifact with media type\n'x' cannot be scanned. ${'See the documentation. '.repeat(10_000)}`;
    const { report } = await scan({
      settings: manual,
      start: { kind: 'refused', reason: 'unsupported', detail },
    });
    expect(report).toMatchObject({
      platforms: [
        {
          detail: expect.stringMatching(
            /^An artifact with media type 'x' cannot be scanned\. See .{0,600}$/,
          ) as unknown,
        },
      ],
    });
  });

  test('enhanced scanning that does not cover the repository: asks nothing', async () => {
    const { report, calls } = await scan({ settings: { scanner: 'enhanced', frequency: 'manual' } });
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

describe('scanImage: a start that is put off', () => {
  const notYet: ScanStart = { kind: 'not-now', detail: 'ImageNotFoundException: not here' };

  test('because the image is not seen yet: it is asked for again', async () => {
    const { report, calls } = await scan({
      settings: manual,
      start: [notYet, notYet, { kind: 'started' }],
      says: (_, count) => (count < 3 ? noScan : complete(finding('low'))),
    });
    expect(report.kind).toBe('complete');
    expect(starts(calls)).toEqual([0, 500, 1012.5]);
  });

  test('for ever: the deadline quotes what ECR said last', async () => {
    const { report } = await scan({ settings: manual, start: notYet, timeoutMs: 30_000 });
    expect(report).toMatchObject({
      platforms: [
        {
          reason: 'timed-out',
          detail:
            'waited 30 s in vain for the scan to begin; ECR said last: ImageNotFoundException: not here',
        },
      ],
    });
  });

  test('a scan that ECR refuses to repeat and does not show is waited for by that name', async () => {
    const { report } = await scan({
      settings: manual,
      start: { kind: 'already-scanned' },
      timeoutMs: 30_000,
    });
    expect(report).toMatchObject({
      platforms: [{ detail: 'waited 30 s in vain for the scan that ECR says there is' }],
    });
  });

  test('of a repository that enhanced scanning leaves out, as the refusal tells', async () => {
    const { report } = await scan({
      settings: { scanner: 'unknown', frequency: 'manual' },
      start: { kind: 'starts-by-itself' },
    });
    expect(report).toMatchObject({ platforms: [{ outcome: 'incomplete', reason: 'not-started' }] });
  });
});

describe('scanImage: an API that is busy', () => {
  const busy: ScanAnswer = { kind: 'busy', detail: 'Rate exceeded.' };

  test('is asked again, which neither starts a scan nor unsettles a result', async () => {
    const { report, calls } = await scan({
      settings: unknown,
      says: (at) =>
        at < 1000 || (at > 3000 && at < 7000)
          ? busy
          : answer('COMPLETE', { scanner: 'unknown', completedAt: now0 }),
    });
    expect(report).toMatchObject({ kind: 'complete', platforms: [{ findings: [] }] });
    expect(starts(calls)).toEqual([]);
    expect(last(calls)).toBeLessThanOrEqual(12_500);
  });

  test('for ever: the deadline says so', async () => {
    const { report } = await scan({ says: () => busy, timeoutMs: 20_000 });
    expect(report).toMatchObject({
      platforms: [
        { reason: 'timed-out', detail: 'waited 20 s in vain for the API to answer: Rate exceeded' },
      ],
    });
  });
});

test('scanImage: what the API said last is told, and not that the end of the time has cut it off', async () => {
  const said = (at: number): ScanAnswer => ({
    kind: 'busy',
    detail: at < 20_000 ? 'Rate exceeded.' : 'It gave no answer within 1 s.',
  });
  const { report } = await scan({ says: said, timeoutMs: 20_000 });
  expect(report).toMatchObject({
    platforms: [{ detail: 'waited 20 s in vain for the API to answer: Rate exceeded' }],
  });
});

describe('scanImage: late findings', () => {
  const late = finding('critical');
  const empty = (scanner: 'basic' | 'enhanced') => answer('COMPLETE', { scanner, completedAt: now0 });
  const filled = (scanner: 'basic' | 'enhanced', ...findings: Finding[]) =>
    answer('COMPLETE', { scanner, completedAt: now0, findings });

  test.each([
    { name: 'basic scanning', settings: onPush, scanner: 'basic', after: 900 },
    { name: 'enhanced scanning', settings: enhanced, scanner: 'enhanced', after: 9000 },
    { name: 'scanning of an unknown kind', settings: unknown, scanner: 'enhanced', after: 9000 },
  ] as const)('$name: an empty first answer passes no image', async ({ settings, scanner, after }) => {
    const { report } = await scan({
      settings,
      says: (at) => (at < after ? empty(scanner) : filled(scanner, late)),
    });
    expect(report).toMatchObject({ kind: 'complete', platforms: [{ findings: [late] }] });
  });

  test.each([
    { name: 'basic scanning, nothing found', settings: onPush, says: () => complete(), ms: 1000, reads: 2 },
    {
      name: 'basic scanning with findings',
      settings: onPush,
      says: () => complete(late),
      ms: 1000,
      reads: 2,
    },
    {
      name: 'enhanced scanning with findings',
      settings: enhanced,
      says: () => complete(late),
      ms: 1500,
      reads: 2,
    },
    {
      name: 'basic scanning that ended an hour ago, nothing found',
      settings: onPush,
      says: () => answer('COMPLETE', { completedAt: now0 - 3600_000 }),
      ms: 0,
      reads: 1,
    },
    {
      name: 'enhanced scanning that ended an hour ago, nothing found',
      settings: enhanced,
      says: () => answer('ACTIVE', { scanner: 'enhanced', completedAt: now0 - 3600_000 }),
      ms: 0,
      reads: 1,
    },
  ])('$name: what that costs', async ({ settings, says, ms, reads }) => {
    const { report, calls } = await scan({ settings, says });
    expect(report.kind).toBe('complete');
    expect([last(calls), calls.length]).toEqual([ms, reads]);
  });

  test('basic findings that come after others, with counts of those there are, are all there in the end', async () => {
    const first = finding('low', 'CVE-1');
    const { report } = await scan({ says: (at) => (at < 900 ? complete(first) : complete(first, late)) });
    expect(report).toMatchObject({ platforms: [{ findings: [first, late] }] });
  });

  test('enhanced findings that come one after another are all there in the end', async () => {
    const { report } = await scan({
      settings: enhanced,
      says: (at) =>
        filled('enhanced', ...Array.from({ length: Math.min(4, 1 + Math.floor(at / 1200)) }, () => late)),
    });
    expect(report).toMatchObject({ platforms: [{ findings: { length: 4 } }] });
  });

  test('a result that goes away settles anew', async () => {
    const { calls } = await scan({
      says: (at) => (at < 600 ? complete() : at < 1500 ? answer('IN_PROGRESS') : complete()),
    });
    expect(last(calls)).toBeGreaterThanOrEqual(2500);
  });
});

describe('scanImage: findings of another day', () => {
  const day = 24 * 3600_000;
  const old = answer('COMPLETE', { completedAt: now0 - day - 1, findings: [finding('low')] });
  const fresh = complete(finding('critical'));

  test('basic: a new scan is asked for, and its findings count', async () => {
    const { report, calls, lines } = await scan({
      says: (at, count) => (count === 0 || at < 2000 ? old : at < 9000 ? answer('IN_PROGRESS') : fresh),
    });
    expect(report).toMatchObject({ platforms: [{ findings: [{ severity: 'critical' }] }] });
    expect(starts(calls)).toEqual([0]);
    expect(lines).toContain(
      'info: linux/amd64: the findings are more than 24 hours old, so a new scan is asked for.',
    );
  });

  test('basic: younger ones are the newest there can be', async () => {
    const young = answer('COMPLETE', {
      completedAt: now0 - day,
      findings: [finding('low')],
    });
    expect(starts((await scan({ says: () => young })).calls)).toEqual([]);
  });

  test('basic: where ECR takes no new scan yet, they are used', async () => {
    const { report, calls } = await scan({ start: { kind: 'already-scanned' }, says: () => old });
    expect(report).toMatchObject({ kind: 'complete', platforms: [{ findings: [{ severity: 'low' }] }] });
    expect(starts(calls)).toEqual([0]);
  });

  test('basic, by hand: what is left of the scan before is not the answer', async () => {
    const { report, calls } = await scan({
      settings: manual,
      says: (at) => (at < 4000 ? old : fresh),
    });
    expect(report).toMatchObject({ platforms: [{ findings: [{ severity: 'critical' }] }] });
    expect(starts(calls)).toEqual([0]);
  });

  test('enhanced: nobody can ask, and Inspector keeps them up to date', async () => {
    const { report, calls } = await scan({ settings: enhanced, says: () => old });
    expect(report.kind).toBe('complete');
    expect(starts(calls)).toEqual([]);
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
      says: () => answer('COMPLETE', { completedAt: now0, counts: counts({ HIGH: 2, LOW: 0 }) }),
      awaiting: 'the findings that ECR counts: 2 HIGH counted, 0 listed',
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

  test('a scan that ends so late that its findings are there to the deadline still counts', async () => {
    const endsAt = (end: number) => (at: number) => (at < end ? answer('PENDING') : complete(finding('low')));
    expect((await scan({ timeoutMs: 90_000, says: endsAt(80_000) })).report.kind).toBe('complete');
    expect((await scan({ timeoutMs: 90_000, says: endsAt(89_500) })).report).toMatchObject({
      kind: 'incomplete',
      platforms: [{ reason: 'timed-out', detail: expect.stringContaining('the findings to stay the same') }],
    });
  });

  test('what the last result had listed belongs to the end, whatever that is', async () => {
    const found = [finding('critical', 'CVE-1')];
    const more = [...found, finding('low', 'CVE-2')];
    const unsettled = await scan({
      timeoutMs: 900,
      says: (at) => (at < 800 ? complete(...found) : complete(...more)),
    });
    expect(unsettled.report).toMatchObject({ platforms: [{ outcome: 'incomplete', findings: more }] });
    const failed = await scan({ says: (at) => (at < 500 ? complete(...found) : answer('FAILED')) });
    expect(failed.report).toMatchObject({
      platforms: [{ outcome: 'incomplete', reason: 'failed', findings: found }],
    });
    const none = await scan({ timeoutMs: 900, says: () => answer('IN_PROGRESS') });
    expect(none.report.kind === 'incomplete' && none.report.platforms[0]).not.toHaveProperty('findings');
  });

  test('a status without hope ends it at once', async () => {
    const { report, calls } = await scan({ says: (at) => (at < 3000 ? noScan : answer('FAILED')) });
    expect(report).toMatchObject({
      kind: 'incomplete',
      platforms: [{ reason: 'failed', detail: 'the scan failed: FAILED' }],
    });
    expect(last(calls)).toBeLessThan(5000);
  });

  test('a line every quarter of a minute says what is waited for', async () => {
    const { lines } = await scan({ timeoutMs: 60_000, says: () => answer('IN_PROGRESS') });
    const progress = lines.filter((line) => line.includes('waiting for'));
    expect(progress).toHaveLength(3);
    expect(progress[0]).toMatch(
      /^info: linux\/amd64: still waiting for the scan to end after 1[5-6] s, at most 60 s\.$/,
    );
  });
});

describe('scanImage: pages', () => {
  const pages: Readonly<Record<string, PageMembers>> = {
    first: { findings: [finding('low', 'CVE-1'), finding('low', 'CVE-2')], nextToken: 'second' },
    second: { findings: [finding('high', 'CVE-3')], nextToken: 'third' },
    third: { findings: [finding('critical', 'CVE-4')] },
  };
  const four = counts({ LOW: 2, HIGH: 1, CRITICAL: 1 });
  const paged = (token: string | undefined) =>
    answer('COMPLETE', { completedAt: now0, counts: four, ...pages[token ?? 'first'] });

  test('three pages, all findings, in order', async () => {
    const { report, calls } = await scan({ says: (_at, _starts, token) => paged(token) });
    const [scanned] = report.kind === 'complete' ? report.platforms : [];
    expect(scanned?.findings.map(({ id }) => id)).toEqual(['CVE-1', 'CVE-2', 'CVE-3', 'CVE-4']);
    expect(calls.map(({ token }) => token)).toEqual([undefined, undefined, undefined, 'second', 'third']);
  });

  test('a last page may be empty, and later pages may leave the counts out', async () => {
    const { report } = await scan({
      says: (_at, _starts, token) =>
        token === 'third'
          ? answer('COMPLETE', { completedAt: now0, counts: 'none' })
          : answer('COMPLETE', {
              completedAt: now0,
              counts: token === 'second' ? 'none' : counts({ LOW: 2, HIGH: 1 }),
              ...pages[token ?? 'first'],
            }),
    });
    expect(report).toMatchObject({ kind: 'complete', platforms: [{ findings: { length: 3 } }] });
  });

  test.each([
    { name: 'vanishes', between: noScan },
    {
      name: 'begins again',
      between: answer('IN_PROGRESS', { findings: [finding('low', 'CVE-3'), finding('low', 'CVE-4')] }),
    },
  ])('a scan that $name while its pages are read is read anew', async ({ between }) => {
    const { report, calls } = await scan({
      says: (at, _starts, token) => (token === 'second' && at < 3000 ? between : paged(token)),
    });
    expect(report).toMatchObject({ kind: 'complete', platforms: [{ findings: { length: 4 } }] });
    expect(last(calls)).toBeGreaterThanOrEqual(3000);
  });

  const timedOut = (awaiting: string): ScanReport => ({
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

  test('pages that never fit together end at the deadline', async () => {
    const { report, calls } = await scan({
      timeoutMs: 90_000,
      says: (_at, _starts, token) => (token === 'second' ? noScan : paged(token)),
    });
    expect(report).toMatchObject(timedOut('pages of findings that are all of the same scan'));
    expect(last(calls)).toBe(90_000);
  });

  test('fewer findings on all pages than ECR counts are waited for', async () => {
    const says = (at: number, _starts: number, token: string | undefined) => {
      const page = answer('COMPLETE', { completedAt: now0, counts: five, ...pages[token ?? 'first'] });
      return at < 5000 || token !== 'third' ? page : answer('COMPLETE', { ...lastTwo });
    };
    const five = counts({ LOW: 3, HIGH: 1, CRITICAL: 1 });
    const lastTwo = {
      completedAt: now0,
      counts: five,
      findings: [finding('critical', 'CVE-4'), finding('low', 'CVE-5')],
    };
    const { report } = await scan({ says });
    expect(report).toMatchObject({ kind: 'complete', platforms: [{ findings: { length: 5 } }] });
    const never = await scan({ timeoutMs: 90_000, says: (_at, _starts, token) => says(0, 0, token) });
    expect(never.report).toMatchObject(timedOut('the findings that ECR counts: 3 LOW counted, 2 listed'));
  });

  test('fewer findings than ECR counts on the only page are waited for', async () => {
    const two = [finding('low', 'CVE-1'), finding('critical', 'CVE-2')];
    const { report } = await scan({
      says: (at) =>
        answer('COMPLETE', {
          completedAt: now0,
          counts: counts({ LOW: 1, CRITICAL: 1 }),
          findings: at < 5000 ? two.slice(1) : two,
        }),
    });
    expect(report).toMatchObject({ kind: 'complete', platforms: [{ findings: two }] });
  });

  test('a page that leads back to one that was read ends it', async () => {
    const { report, calls } = await scan({
      says: (_at, _starts, token) =>
        answer('COMPLETE', {
          completedAt: now0,
          findings: [finding('low')],
          nextToken: token === 'a' ? 'b' : 'a',
        }),
    });
    expect(report).toMatchObject({
      platforms: [
        {
          outcome: 'incomplete',
          reason: 'unavailable',
          detail: 'ECR leads from one page of findings to the same page for ever',
        },
      ],
    });
    expect(calls.map(({ token }) => token)).toEqual([undefined, undefined, undefined, 'a', 'b']);
  });

  test('pages without end stop at the deadline', async () => {
    const { report, calls } = await scan({
      timeoutMs: 90_000,
      pageTakesMs: 4000,
      says: (at, _starts, token) =>
        answer('COMPLETE', {
          completedAt: now0,
          findings: [finding('low')],
          nextToken: `${token ?? ''}${String(at % 10)}`,
        }),
    });
    expect(report).toMatchObject(timedOut('the pages of findings'));
    expect(last(calls)).toBeLessThanOrEqual(96_000);
  });
});

describe('scanImage: answers that are no evidence', () => {
  const contradiction: ScanAnswer = { kind: 'contradiction', detail: 'ECR counts -1 HIGH findings' };
  const twoPages =
    (more: PageMembers, of: Parameters<typeof counts>[0] = { LOW: 2 }) =>
    (token: string | undefined) =>
      token === undefined
        ? answer('COMPLETE', {
            completedAt: now0,
            counts: counts(of),
            findings: [finding('low', 'CVE-1')],
            nextToken: 'second',
          })
        : answer('COMPLETE', {
            completedAt: now0,
            counts: counts(of),
            findings: [finding('low', 'CVE-2')],
            ...more,
          });
  const unavailable = (detail: string): ScanReport => ({
    kind: 'incomplete',
    platforms: [{ ...amd64, outcome: 'incomplete', reason: 'unavailable', detail }],
  });

  test('one that contradicts itself ends it at once', async () => {
    const { report, calls } = await scan({ says: () => contradiction });
    expect(report).toEqual(unavailable('ECR counts -1 HIGH findings'));
    expect(calls).toHaveLength(1);
  });

  test('nor is a further page that does', async () => {
    const { report, calls } = await scan({
      says: (_at, _starts, token) => (token === undefined ? twoPages({})(token) : contradiction),
    });
    expect(report).toMatchObject(unavailable('ECR counts -1 HIGH findings'));
    expect(calls.map(({ token }) => token)).toEqual([undefined, undefined, undefined, 'second']);
  });

  test('a scan that is said to end in a quarter of an hour has not ended', async () => {
    const at = (ms: number) => () =>
      answer('COMPLETE', { completedAt: now0 + ms, findings: [finding('low')] });
    expect((await scan({ says: at(15 * 60_000) })).report.kind).toBe('complete');
    expect((await scan({ says: at(15 * 60_000 + 1) })).report).toEqual(
      unavailable('ECR says that the scan ended at 1970-01-01T00:31:40.001Z, which has not come'),
    );
  });

  test.each<{ name: string; page: PageMembers; awaiting: string }>([
    {
      name: 'a critical finding counted and a low one listed',
      page: { counts: counts({ CRITICAL: 1 }), findings: [finding('low')] },
      awaiting: 'the findings that ECR counts: 1 CRITICAL counted, 0 listed; 0 LOW counted, 1 listed',
    },
    {
      name: 'more listed than counted',
      page: { counts: counts({}), findings: [finding('low')] },
      awaiting: 'the findings that ECR counts: 0 LOW counted, 1 listed',
    },
    {
      name: 'findings without counts',
      page: { counts: 'none', findings: [finding('low')] },
      awaiting: "ECR's counts of the findings that it lists",
    },
    { name: 'no list', page: { hasList: false }, awaiting: 'a list of findings, which the answer lacks' },
    {
      name: 'basic scanning and no counts',
      page: { counts: 'none' },
      awaiting: "ECR's counts of the findings, which the answer lacks",
    },
  ])('$name is waited for, and never clean', async ({ page, awaiting }) => {
    const { report, calls } = await scan({
      timeoutMs: 90_000,
      says: () => answer('COMPLETE', { completedAt: now0, ...page }),
    });
    expect(report).toMatchObject({
      kind: 'incomplete',
      platforms: [{ reason: 'timed-out', detail: `waited 90 s in vain for ${awaiting}` }],
    });
    expect(last(calls)).toBe(90_000);
  });

  test.each<{ name: string; page: PageMembers; of?: Parameters<typeof counts>[0]; awaiting: string }>([
    {
      name: 'the first page again',
      page: { findings: [finding('low', 'CVE-1'), finding('low', 'CVE-1')] },
      awaiting: 'the findings that ECR counts: 2 LOW counted, 3 listed',
    },
    {
      name: 'fewer than before',
      page: { findings: [] },
      awaiting: 'the findings that ECR counts: 2 LOW counted, 1 listed',
    },
    {
      name: 'milder ones than are counted',
      page: {},
      of: { LOW: 1, CRITICAL: 1 },
      awaiting: 'the findings that ECR counts: 1 LOW counted, 2 listed; 1 CRITICAL counted, 0 listed',
    },
    {
      name: 'other counts',
      page: { counts: counts({ LOW: 1 }) },
      awaiting: 'pages of findings that are all of the same scan',
    },
    {
      name: 'no list',
      page: { hasList: false, findings: [] },
      awaiting: 'pages of findings that are all of the same scan',
    },
  ])('a further page that holds $name is not believed', async ({ page, of, awaiting }) => {
    const { report } = await scan({
      timeoutMs: 60_000,
      says: (_at, _starts, token) => twoPages(page, of)(token),
    });
    expect(report).toMatchObject({
      platforms: [{ reason: 'timed-out', detail: `waited 60 s in vain for ${awaiting}` }],
    });
  });

  test('pages without end are left after a thousand', async () => {
    const { report, calls } = await scan({
      says: (_at, _starts, token) =>
        answer('COMPLETE', {
          completedAt: now0,
          counts: counts({ LOW: 1 }),
          findings: token === undefined ? [finding('low')] : [],
          nextToken: `${token ?? ''}x`,
        }),
    });
    expect(report).toMatchObject(unavailable('ECR lists more than 50000 findings or 1000 pages of them'));
    expect(calls).toHaveLength(1002);
  });

  test('findings without end are left after fifty thousand', async () => {
    const many = Array.from({ length: 500 }, () => finding('low'));
    const { report, calls } = await scan({
      says: (_at, _starts, token) =>
        answer('COMPLETE', {
          completedAt: now0,
          counts: counts({ LOW: 50_000 }),
          findings: many,
          nextToken: `${token ?? ''}x`,
        }),
    });
    expect(report).toMatchObject(unavailable('ECR lists more than 50000 findings or 1000 pages of them'));
    expect(calls).toHaveLength(103);
  });

  test('what Inspector has set aside may be counted or not, and is a finding like others', async () => {
    const aside = finding('critical', 'CVE-1', { setAside: 'SUPPRESSED' });
    for (const counted of [{}, { CRITICAL: 1 }]) {
      const { report } = await scan({
        settings: enhanced,
        says: () => answer('ACTIVE', { completedAt: now0, counts: counts(counted), findings: [aside] }),
      });
      expect(report).toMatchObject({ kind: 'complete', platforms: [{ findings: [aside] }] });
    }
  });

  test('a clean image of enhanced scanning has no counts, and is believed after a minute', async () => {
    const { report, calls } = await scan({
      settings: enhanced,
      says: () => answer('COMPLETE', { scanner: 'unknown', completedAt: now0, counts: 'none' }),
    });
    expect(report).toMatchObject({ kind: 'complete', platforms: [{ scanner: 'enhanced', findings: [] }] });
    expect(last(calls)).toBe(60_000);
    expect(calls.length).toBeLessThan(30);
  });

  test('findings that are attached within that minute count', async () => {
    const { report } = await scan({
      settings: enhanced,
      says: (at) =>
        at < 40_000
          ? answer('COMPLETE', { scanner: 'unknown', completedAt: now0, counts: 'none' })
          : answer('COMPLETE', { scanner: 'enhanced', completedAt: now0, findings: [finding('critical')] }),
    });
    expect(report).toMatchObject({ kind: 'complete', platforms: [{ findings: [{ severity: 'critical' }] }] });
  });

  test('a start that is about another image is no start', async () => {
    const detail = 'ECR was asked about image a and answered about b';
    const { report } = await scan({
      settings: manual,
      start: { kind: 'refused', reason: 'unavailable', detail },
      says: () => complete(),
    });
    expect(report).toEqual(unavailable(detail));
  });
});

describe('scanImage: several platforms', () => {
  const several: VerifiedImage = {
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
    expect(last(calls)).toBeLessThanOrEqual(23_500);
  });

  test('pages are read for one platform after another', async () => {
    const clock = fakeClock(now0);
    const reads: Digest[] = [];
    const repository = fakeRepository({
      now: clock.now,
      readScan: async (of, { size, token }) => {
        if (size > 100) {
          await clock.sleep(1000);
          reads.push(of);
        }
        const nextToken = token === undefined ? { nextToken: 'second' } : {};
        return answer('COMPLETE', {
          completedAt: now0,
          counts: counts({ LOW: 2 }),
          findings: [finding('low')],
          ...nextToken,
        });
      },
    });
    const order = { repository, image: several, settings: onPush, timeoutMs: 600_000 };
    const report = await scanImage(order, { clock, log: fakeLog() });
    expect(report.kind).toBe('complete');
    expect(reads).toEqual([digest(1), digest(1), digest(2), digest(2)]);
  });

  test('an error of one stops the others, which do not go on in the background', async () => {
    const clock = fakeClock(now0);
    let reads = 0;
    const repository = fakeRepository({
      now: clock.now,
      readScan: (of) => {
        reads += 1;
        return of === digest(1) && reads > 4
          ? Promise.reject(new Error('denied'))
          : Promise.resolve(answer('IN_PROGRESS'));
      },
    });
    const order = { repository, image: several, settings: onPush, timeoutMs: 600_000 };
    await expect(scanImage(order, { clock, log: fakeLog() })).rejects.toThrow('denied');
    const readsThen = reads;
    await clock.sleep(600_000);
    expect(reads).toBe(readsThen);
    expect(clock.now() - now0).toBeLessThan(610_000);
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
