import { describe, expect, test } from '@jest/globals';
import { ScanStatus } from '@aws-sdk/client-ecr';
import fc from 'fast-check';
import { nextStep, pollDelayMs, type NextStep } from '../../../src/scan/schedule.ts';
import type { ScanAnswer } from '../../../src/types/scan.ts';
import { counts, scanPage as page, type PageMembers } from '../../support/scan-page.ts';
import { finding } from '../support/values.ts';

const wait = (awaiting: string): NextStep => ({ kind: 'wait', awaiting });
const one = [finding('high')];

/** What each status leads to where the answer holds nothing else, and where it holds a whole result. */
const byStatus: Readonly<Record<string, { bare: NextStep; whole: NextStep | 'read' }>> = {
  PENDING: { bare: wait('the scan to leave the queue'), whole: wait('the scan to leave the queue') },
  IN_PROGRESS: { bare: wait('the scan to end'), whole: wait('the scan to end') },
  COMPLETE: { bare: wait('the findings'), whole: 'read' },
  ACTIVE: { bare: wait('the findings'), whole: 'read' },
  ...Object.fromEntries(
    (
      [
        ['FAILED', 'failed', 'the scan failed: FAILED'],
        [
          'UNSUPPORTED_IMAGE',
          'unsupported',
          'the scanner does not support this image, which has no operating system that it knows: UNSUPPORTED_IMAGE',
        ],
        [
          'SCAN_ELIGIBILITY_EXPIRED',
          'expired',
          'the image is older than the period in which the scanner looks at images: SCAN_ELIGIBILITY_EXPIRED',
        ],
        ['FINDINGS_UNAVAILABLE', 'unavailable', 'the scanner has no findings to give: FINDINGS_UNAVAILABLE'],
        ['LIMIT_EXCEEDED', 'limited', 'a limit on scans was exceeded: LIMIT_EXCEEDED'],
        [
          'IMAGE_ARCHIVED',
          'archived',
          'the image is archived, and archived images are not scanned: IMAGE_ARCHIVED',
        ],
        [
          'SOMETHING_NEW',
          'unknown-status',
          'ECR answered with a status that this version does not know: SOMETHING_NEW',
        ],
      ] as const
    ).map(([status, reason, detail]) => {
      const step: NextStep = { kind: 'give-up', reason, detail };
      return [status, { bare: step, whole: step }];
    }),
  ),
};

describe('nextStep', () => {
  test('no scan yet: waits for it to begin', () => {
    expect(nextStep({ kind: 'no-scan', detail: 'ScanNotFoundException' })).toEqual(wait('the scan to begin'));
  });

  test('every status that the SDK knows is in the table', () => {
    expect(Object.keys(byStatus)).toEqual(expect.arrayContaining(Object.values(ScanStatus)));
  });

  test.each(Object.entries(byStatus))('%s and nothing else', (status, { bare }) => {
    expect(nextStep({ kind: 'status', page: page(status) })).toEqual(bare);
  });

  test.each(Object.entries(byStatus))('%s with a whole result', (status, { whole }) => {
    const full = page(status, { completedAt: 1000, findings: one });
    const step = nextStep({ kind: 'status', page: full });
    expect(step).toEqual(whole === 'read' ? { kind: 'read', page: full, completedAt: 1000 } : whole);
  });

  describe.each(['COMPLETE', 'ACTIVE'])('%s', (status) => {
    const rows: readonly { name: string; more: PageMembers; step: NextStep | 'read' }[] = [
      {
        name: 'findings without a time of completion',
        more: { findings: one },
        step: wait('the findings'),
      },
      {
        name: 'counts without findings',
        more: { completedAt: 1000, counts: counts({ LOW: 3 }) },
        step: wait('the findings that ECR counts: 3 LOW counted, 0 listed'),
      },
      {
        name: 'counts without findings and without a time',
        more: { counts: counts({ LOW: 3 }) },
        step: wait('the findings'),
      },
      { name: 'no findings, counted and listed: a clean image', more: { completedAt: 1000 }, step: 'read' },
      {
        name: 'no findings and no counts: a clean image of enhanced scanning, or one that is not ready',
        more: { completedAt: 1000, counts: 'none' },
        step: 'read',
      },
      {
        name: 'findings without counts',
        more: { completedAt: 1000, findings: one, counts: 'none' },
        step: wait("ECR's counts of the findings that it lists"),
      },
      {
        name: 'no list',
        more: { completedAt: 1000, hasList: false },
        step: wait('a list of findings, which the answer lacks'),
      },
      {
        name: 'no list and no counts',
        more: { completedAt: 1000, hasList: false, counts: 'none' },
        step: wait('a list of findings, which the answer lacks'),
      },
      {
        name: 'counts of nothing for a list that holds something',
        more: { completedAt: 1000, findings: one, counts: counts({}) },
        step: 'read',
      },
      {
        name: 'more counted than on this page',
        more: { completedAt: 1000, counts: counts({ HIGH: 9 }), findings: one, nextToken: 't' },
        step: 'read',
      },
      { name: 'completed at the beginning of time', more: { completedAt: 0 }, step: 'read' },
    ];
    test.each(rows)('$name', ({ more, step }) => {
      const answer: ScanAnswer & { kind: 'status' } = { kind: 'status', page: page(status, more) };
      expect(nextStep(answer)).toEqual(
        step === 'read' ? { kind: 'read', page: answer.page, completedAt: more.completedAt } : step,
      );
    });
  });

  test("ECR's own words are kept where it gives up, and say what kind of failure it is", () => {
    const answer: ScanAnswer = {
      kind: 'status',
      page: page('FAILED', { detail: 'UnsupportedImageError: no OS' }),
    };
    expect(nextStep(answer)).toEqual({
      kind: 'give-up',
      reason: 'unsupported',
      detail: 'the scan failed: FAILED: UnsupportedImageError: no OS',
    });
  });

  test('an answer that contradicts itself is the end', () => {
    expect(nextStep({ kind: 'contradiction', detail: 'ECR counts -1 HIGH findings' })).toEqual({
      kind: 'give-up',
      reason: 'unavailable',
      detail: 'ECR counts -1 HIGH findings',
    });
  });

  test('no status but COMPLETE and ACTIVE is ever read', () => {
    fc.assert(
      fc.property(fc.string(), (status) => {
        fc.pre(status !== 'COMPLETE' && status !== 'ACTIVE');
        const answer: ScanAnswer = {
          kind: 'status',
          page: page(status, { completedAt: 1, findings: one }),
        };
        expect(nextStep(answer).kind).not.toBe('read');
      }),
    );
  });
});

describe('pollDelayMs', () => {
  test.each([
    { waited: 0, delay: 500 },
    { waited: 10_000, delay: 750 },
    { waited: 20_000, delay: 900 },
    { waited: 59_999, delay: 900 },
    { waited: 60_000, delay: 3000 },
    { waited: 120_000, delay: 6000 },
    { waited: 300_000, delay: 15_000 },
    { waited: 21_600_000, delay: 15_000 },
  ])('after $waited ms: $delay ms', ({ waited, delay }) => {
    expect(pollDelayMs(waited)).toBe(delay);
  });

  const anyWait = fc.integer({ min: 0, max: 6 * 3600_000 });

  test('at least half a second, at most fifteen, and below one within the first minute', () => {
    fc.assert(
      fc.property(anyWait, (waited) => {
        const delay = pollDelayMs(waited);
        expect(delay).toBeGreaterThanOrEqual(500);
        expect(delay).toBeLessThanOrEqual(waited < 60_000 ? 999 : 15_000);
      }),
    );
  });

  test('never shorter after a longer wait', () => {
    fc.assert(
      fc.property(anyWait, anyWait, (a, b) => {
        expect(pollDelayMs(Math.min(a, b))).toBeLessThanOrEqual(pollDelayMs(Math.max(a, b)));
      }),
    );
  });
});
