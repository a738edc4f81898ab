import { ScanStatus } from '@aws-sdk/client-ecr';
import { describe, expect, test } from '@jest/globals';
import { deniedError } from '../../src/types/iam.ts';
import type { Finding, IncompleteReason, ScanAnswer, ScanSettings } from '../../src/types/scan.ts';
import {
  built,
  builtDigest,
  imageFrom,
  inputs,
  memoryWorld,
  run,
  type WorldOptions,
  ship,
} from '../support/memory-world.ts';
import { counts, scanPage, type PageMembers } from '../support/scan-page.ts';

const critical: Finding = { id: 'CVE-2024-1', severity: 'critical', package: 'openssl' };
const candidate = 'candidate-4711-1-abcd1234';

const registries: Readonly<Record<string, ScanSettings>> = {
  'basic, on push': { scanner: 'basic', frequency: 'on-push' },
  'basic, by hand': { scanner: 'basic', frequency: 'manual' },
  'enhanced, on push': { scanner: 'enhanced', frequency: 'on-push' },
  'enhanced, continuous': { scanner: 'enhanced', frequency: 'continuous' },
  'not known': { scanner: 'unknown', frequency: 'unknown' },
};

/** What the scanner says, and what that is for the image where the scan has to be full. */
type Row = { readonly says: (poll: number, now: number) => ScanAnswer } & (
  { readonly verdict: 'passed' | 'failed' } | { readonly incomplete: IncompleteReason }
);

const noScan: ScanAnswer = { kind: 'no-scan', detail: 'ScanNotFoundException' };
const page = (status: string, more: PageMembers = {}): ScanAnswer => ({
  kind: 'status',
  page: scanPage(status, { scanner: 'unknown', ...more }),
});
const always = (status: string) => () => page(status);
const done = (status: string, now: number, ...findings: Finding[]) =>
  page(status, { completedAt: now, findings });

const rows: Readonly<Record<string, Row>> = {
  'PENDING for ever': { says: always('PENDING'), incomplete: 'timed-out' },
  'PENDING, then clean': {
    says: (poll, now) => (poll < 5 ? page('PENDING') : done('COMPLETE', now)),
    verdict: 'passed',
  },
  'IN_PROGRESS for ever': { says: always('IN_PROGRESS'), incomplete: 'timed-out' },
  'IN_PROGRESS, then bad': {
    says: (poll, now) => (poll < 5 ? page('IN_PROGRESS') : done('COMPLETE', now, critical)),
    verdict: 'failed',
  },
  'COMPLETE and clean': { says: (_, now) => done('COMPLETE', now), verdict: 'passed' },
  'COMPLETE and bad': { says: (_, now) => done('COMPLETE', now, critical), verdict: 'failed' },
  'COMPLETE with no time of completion': { says: always('COMPLETE'), incomplete: 'timed-out' },
  'COMPLETE and empty, then bad': {
    says: (poll, now) => (poll < 2 ? done('COMPLETE', now) : done('COMPLETE', now, critical)),
    verdict: 'failed',
  },
  'COMPLETE with counts and no findings': {
    says: (_, now) => page('COMPLETE', { completedAt: now, counts: counts({ CRITICAL: 3 }) }),
    incomplete: 'timed-out',
  },
  'ACTIVE and clean': { says: (_, now) => done('ACTIVE', now), verdict: 'passed' },
  'ACTIVE and bad': { says: (_, now) => done('ACTIVE', now, critical), verdict: 'failed' },
  'ACTIVE before its findings': {
    says: (poll, now) => (poll < 5 ? page('ACTIVE') : done('ACTIVE', now, critical)),
    verdict: 'failed',
  },
  'ACTIVE with no time of completion': { says: always('ACTIVE'), incomplete: 'timed-out' },
  FAILED: { says: always('FAILED'), incomplete: 'failed' },
  UNSUPPORTED_IMAGE: { says: always('UNSUPPORTED_IMAGE'), incomplete: 'unsupported' },
  SCAN_ELIGIBILITY_EXPIRED: { says: always('SCAN_ELIGIBILITY_EXPIRED'), incomplete: 'expired' },
  FINDINGS_UNAVAILABLE: { says: always('FINDINGS_UNAVAILABLE'), incomplete: 'unavailable' },
  LIMIT_EXCEEDED: { says: always('LIMIT_EXCEEDED'), incomplete: 'limited' },
  IMAGE_ARCHIVED: { says: always('IMAGE_ARCHIVED'), incomplete: 'archived' },
  'a status that is new': { says: always('SOMETHING_NEW'), incomplete: 'unknown-status' },
  'no scan for ever': { says: () => noScan, incomplete: 'timed-out' },
  'no scan at first': { says: (poll, now) => (poll < 5 ? noScan : done('COMPLETE', now)), verdict: 'passed' },
};

function world(settings: ScanSettings, more: WorldOptions) {
  const start = settings.scanner === 'basic' ? 'started' : 'starts-by-itself';
  return memoryWorld({ settings, start: { kind: start }, ...more });
}

test('every status that the SDK knows has a row', () => {
  const covered = Object.keys(rows).map((name) => name.split(/[ ,]/)[0]);
  expect(covered).toEqual(expect.arrayContaining(Object.values(ScanStatus)));
});

describe.each(Object.entries(registries))('a registry that scans: %s', (_, settings) => {
  describe.each(['fail', 'warn'] as const)('on-incomplete-scan: %s', (onIncomplete) => {
    test.each(Object.entries(rows))('%s', async (_name, row) => {
      const here = world(settings, { answer: row.says });
      const given = inputs({ tags: 'v1', 'scan-timeout': '60s', 'on-incomplete-scan': onIncomplete });
      const report = await ship(given, run, here);
      const isNamed = here.tags.get('v1') === builtDigest;
      if ('incomplete' in row) {
        expect(report.scan).toMatchObject({ kind: 'incomplete', platforms: [{ reason: row.incomplete }] });
        expect(report.verdict?.outcome).toBe(onIncomplete === 'warn' ? 'not-scanned' : 'failed');
        expect(isNamed).toBe(onIncomplete === 'warn');
      } else {
        expect(report.scan?.kind).toBe('complete');
        expect(report.verdict?.outcome).toBe(row.verdict);
        expect(isNamed).toBe(row.verdict === 'passed');
      }
      expect(report.failure?.code).toBe(isNamed ? undefined : 'policy-failed');
      expect([...here.tags.keys()]).toEqual(isNamed ? ['v1'] : []);
    });

    test('a denial stops the run whatever the policy says, and names the action', async () => {
      const action = 'inspector2:ListCoverage';
      const denial = { principal: undefined, action, resource: undefined };
      const denied = deniedError(
        [denial],
        'arn:aws:ecr:eu-west-1:123456789012:repository/team/app',
        undefined,
      );
      const here = world(settings, { failures: { 'read scan': denied } });
      const given = inputs({ tags: 'v1', 'on-incomplete-scan': onIncomplete });
      const { failure } = await ship(given, run, here);
      expect(failure?.code).toBe('access-denied');
      expect(failure?.what).toContain('inspector2:ListCoverage');
      expect(failure?.next).toContain('"inspector2:ListFindings"');
      expect(here.tags.size).toBe(0);
    });
  });
});

describe('the candidate of a builder that pushes by digest', () => {
  const effectsOn = (journal: readonly string[]) =>
    journal.filter((entry) => /candidate|^put|^docker|^read scan/.test(entry));
  const enhanced: WorldOptions = {
    buildx: 'container',
    settings: { scanner: 'enhanced', frequency: 'continuous' },
    answer: (_, now) => done('ACTIVE', now, critical),
  };

  test('is tagged before an enhanced scan and after it is in the state, and loses the tag when it has names', async () => {
    const here = memoryWorld(enhanced);
    const report = await ship(inputs({ tags: 'v1', 'fail-on': 'none' }), run, here);
    expect(report.failure).toBeUndefined();
    expect([...new Set(effectsOn(here.journal))]).toEqual([
      'docker buildx build',
      'undo: folder, job-variables, candidate-tag',
      `put ${candidate}`,
      'read scan',
      'put v1',
      `remove ${candidate}`,
    ]);
    expect([...here.tags.keys()]).toEqual(['v1']);
    expect(report.candidate?.tag).toBe(candidate);
    expect(report.candidateRemoved).toBe(false);
    expect(here.log.join('\n')).toContain(`The candidate is tagged ${candidate} while it is scanned`);
  });

  test('is removed with its tag where it does not pass', async () => {
    const here = memoryWorld(enhanced);
    const report = await ship(inputs({ tags: 'v1' }), run, here);
    expect(report.failure?.code).toBe('policy-failed');
    expect(here.tags.size).toBe(0);
    expect(report.candidateRemoved).toBe(true);
  });

  test('is tagged where the kind of scanning may not be known', async () => {
    const settings: ScanSettings = { scanner: 'unknown', frequency: 'unknown' };
    const here = memoryWorld({ ...enhanced, settings });
    await ship(inputs({ tags: 'v1' }), run, here);
    expect(here.journal).toContain(`put ${candidate}`);
  });

  test.each<{ name: string; options: WorldOptions; scan?: string }>([
    { name: 'basic scanning', options: { settings: { scanner: 'basic', frequency: 'on-push' } } },
    {
      name: 'enhanced scanning that leaves the repository out',
      options: { settings: { scanner: 'enhanced', frequency: 'manual' } },
    },
    { name: 'scan: off', options: {}, scan: 'off' },
    { name: 'an image that has a name already', options: { tags: { before: built } } },
  ])('is not tagged for $name', async ({ options, scan }) => {
    const here = memoryWorld({ ...enhanced, ...options });
    await ship(inputs({ tags: 'v1', ...(scan !== undefined && { scan }) }), run, here);
    expect(here.journal.filter((entry) => entry.includes('candidate'))).toEqual([]);
  });

  test('that another image has is an error that says which', async () => {
    const other = imageFrom('f'.repeat(40));
    const here = memoryWorld({
      ...enhanced,
      mutability: { default: 'immutable', exceptFilters: [] },
      tags: { [candidate]: other, before: other },
    });
    const report = await ship(inputs({ tags: 'v1' }), run, here);
    expect(report.failure?.code).toBe('tag-taken');
    expect(report.failure?.what).toContain(other.manifest.digest);
    expect(here.tags.has('v1')).toBe(false);
  });
});
