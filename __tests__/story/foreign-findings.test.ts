import { describe, expect, test } from '@jest/globals';
import type { RawInputs } from '../../src/types/inputs.ts';
import { builtDigest, inputs, memoryWorld, run, ship, type WorldOptions } from '../support/memory-world.ts';
import { grype, openssl, trivy, zlib } from '../support/sarif.ts';

const strangers = {
  ...run,
  event: {
    ...run.event,
    name: 'pull_request_target',
    payload: {
      pull_request: {
        number: 12,
        head: { repo: { full_name: 'stranger/app' } },
        base: { repo: { full_name: 'team/app' } },
      },
    },
  },
};

async function shipped(given: Partial<RawInputs>, options: WorldOptions = {}, facts = run) {
  const world = memoryWorld(options);
  const report = await ship(inputs({ tags: 'v1.0.0\nlatest', ...given }), facts, world);
  return { ...world, report, error: report.failure };
}

const about = { digests: [`host/team/app@${builtDigest}`] };
const files = { 'trivy.sarif': trivy([openssl, zlib], about) };

describe("another scanner's findings", () => {
  test('beside a clean scan of ECR they fail the image, and say whose they are', async () => {
    const { error, report, journal, tags } = await shipped({ findings: 'trivy.sarif' }, { files });
    expect(error?.code).toBe('policy-failed');
    expect(error?.what).toContain('CVE-2024-0001 in openssl (linux/amd64) said by Trivy');
    expect(journal).toContain('read scan');
    expect(report.verdict?.counts).toMatchObject({ critical: 1, low: 1 });
    expect([...tags.keys()]).toEqual([]);
  });

  test('accepted findings are accepted, whoever says them', async () => {
    const exceptions =
      'exceptions:\n  - id: CVE-2024-0001\n    package: openssl\n    reason: not reachable\n    expires: 2026-06-01\n';
    const { error, report } = await shipped(
      { findings: 'trivy.sarif' },
      { files: { ...files, '.github/ecr-ship.yml': exceptions } },
    );
    expect(error).toBeUndefined();
    expect(report.verdict).toMatchObject({ outcome: 'passed', exceptions: [{ state: 'applied' }] });
  });

  test('what both say is one finding, with the worse severity and both names', async () => {
    const findings = [{ id: 'CVE-2023-45853', severity: 'medium', package: 'zlib' }] as const;
    const given = { findings: 'trivy.sarif', 'fail-on': 'none' };
    const { report } = await shipped(given, { files, findings });
    expect(report.verdict?.counts).toMatchObject({ critical: 1, medium: 1, low: 0 });
    const both = report.verdict?.findings.find(({ finding }) => finding.package === 'zlib')?.finding;
    expect(both).toMatchObject({ severity: 'medium', saidBy: ['Amazon ECR', 'Trivy'] });
  });

  test('with scan: off they stand alone, and ECR is not asked', async () => {
    const { error, report, journal } = await shipped(
      { scan: 'off', findings: 'trivy.sarif', 'fail-on': 'none' },
      { files },
    );
    expect(error).toBeUndefined();
    expect(journal).not.toContain('read scan');
    expect(report.verdict?.outcome).toBe('passed');
    expect(report.scan).toMatchObject({ kind: 'complete', platforms: [{ scanner: 'none' }] });
  });

  test('an image that ECR does not support is judged by them', async () => {
    const { error, log } = await shipped(
      { findings: 'trivy.sarif', 'fail-on': 'none' },
      { files, findings: [], answer: () => ({ kind: 'status', page: unsupported }) },
    );
    expect(error).toBeUndefined();
    expect(log.join('\n')).toContain(
      "ECR's own scan is not part of it: the scanner does not support this image",
    );
  });

  test('a scan of ECR that did not end stays a gap', async () => {
    const { error } = await shipped(
      { findings: 'trivy.sarif', 'fail-on': 'none', 'scan-timeout': '30s' },
      { files, scanPolls: 1000 },
    );
    expect(error?.what).toContain('no full scan of linux/amd64');
  });

  test('severities that only the policy knows are what it says', async () => {
    const log = {
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'T' } }, results: [{ ruleId: 'X', level: 'error' }] }],
    };
    const own = { 'own.sarif': JSON.stringify(log) };
    const strict = await shipped({ findings: 'own.sarif' }, { files: own });
    expect(strict.error?.what).toContain('1 CRITICAL finding, none allowed: X');
    expect(strict.log.join('\n')).toContain('high,error=medium');
    const told = await shipped({ findings: 'own.sarif', 'fail-on': 'high,error=medium' }, { files: own });
    expect(told.error).toBeUndefined();
    expect(told.report.verdict?.counts).toMatchObject({ critical: 0, medium: 1 });
  });

  test('only-new compares with what ECR says of the baseline; where it is not asked everything is new', async () => {
    const given = { scan: 'off', findings: 'trivy.sarif', 'only-new': 'true' };
    const { error, journal } = await shipped(given, { files });
    expect(error?.what).toContain('1 CRITICAL finding');
    expect(journal).not.toContain('read live scan');
  });
});

const unsupported = {
  scanner: 'unknown',
  status: 'UNSUPPORTED_IMAGE',
  hasList: false,
  listed: new Map(),
  setAside: new Map(),
  findings: [],
} as const;

describe('a file that is no answer about this image', () => {
  test.each([
    ['missing', {}, 'The file trivy.sarif of the input findings is not there.'],
    ['no SARIF', { 'trivy.sarif': '<html>' }, 'cannot be used: it is not JSON.'],
    ['empty', { 'trivy.sarif': '{"version":"2.1.0","runs":[]}' }, 'it has no runs'],
  ])('%s: the run ends before anything is built', async (_, present, what) => {
    const { error, journal } = await shipped({ findings: 'trivy.sarif' }, { files: present });
    expect(error?.code).toBe('invalid-findings');
    expect(error?.what).toContain(what);
    expect(journal.filter((word) => word.startsWith('docker'))).toEqual([]);
  });

  test('about another image: no tag is set, and ECR is not waited for', async () => {
    const other = { 'trivy.sarif': trivy([], { id: `sha256:${'e'.repeat(64)}` }) };
    const { error, journal, tags } = await shipped({ findings: 'trivy.sarif' }, { files: other });
    expect(error?.code).toBe('invalid-findings');
    expect(error?.what).toContain('it is about another image: it names eeeeeeeeeeee, and this one is');
    expect(journal).not.toContain('read scan');
    expect([...tags.keys()]).toEqual([]);
  });

  test('one that names no image is taken on trust, which is told', async () => {
    const { error, log } = await shipped(
      { findings: 'grype.sarif' },
      { files: { 'grype.sarif': grype([zlib]) } },
    );
    expect(error).toBeUndefined();
    expect(log.join('\n')).toContain(
      'notice: grype.sarif by grype 0.95.0 does not say by a digest which image it is about',
    );
  });

  test("in a stranger's checkout such a file is not taken on trust", async () => {
    const pr = { tags: 'type=ref,event=pr' };
    const clean = { 'grype.sarif': grype([]) };
    const { error, tags } = await shipped({ findings: 'grype.sarif', ...pr }, { files: clean }, strangers);
    expect(error?.code).toBe('invalid-findings');
    expect(error?.what).toContain('comes from another repository, stranger/app');
    expect([...tags.keys()]).toEqual([]);
    const proven = { 'trivy.sarif': trivy([], about) };
    expect(
      (await shipped({ findings: 'trivy.sarif', ...pr }, { files: proven }, strangers)).error,
    ).toBeUndefined();
  });

  test.each([{ push: 'false' }, { mode: 'plan' }])(
    'with %j nothing is judged, and nothing read',
    async (given) => {
      expect((await shipped({ findings: 'trivy.sarif', ...given })).error).toBeUndefined();
    },
  );
});
