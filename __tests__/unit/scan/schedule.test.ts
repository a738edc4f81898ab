import { describe, expect, test } from '@jest/globals';
import { nextStep, pollDelayMs } from '../../../src/scan/schedule.ts';
import type { ScanPage } from '../../../src/types/scan.ts';

const page = (given: Partial<ScanPage>): ScanPage => ({
  scanner: 'basic',
  status: 'COMPLETE',
  announced: 0,
  findings: [],
  ...given,
});
const finding = { id: 'CVE-1', severity: 'low' } as const;

describe('after each answer', () => {
  test.each([
    { name: 'no scan yet', page: undefined, step: { kind: 'wait', awaiting: 'the scan to begin' } },
    { name: 'PENDING', page: page({ status: 'PENDING' }), step: { kind: 'wait' } },
    { name: 'IN_PROGRESS', page: page({ status: 'IN_PROGRESS', completedAt: 1 }), step: { kind: 'wait' } },
    {
      name: 'COMPLETE without a time of completion',
      page: page({}),
      step: { kind: 'wait', awaiting: 'the findings' },
    },
    {
      name: 'COMPLETE that counts findings and shows none',
      page: page({ completedAt: 1, announced: 3 }),
      step: { kind: 'wait', awaiting: 'the findings that ECR counts' },
    },
    {
      name: 'COMPLETE with findings',
      page: page({ completedAt: 1, announced: 1, findings: [finding] }),
      step: { kind: 'read', completedAt: 1 },
    },
    { name: 'COMPLETE and really nothing found', page: page({ completedAt: 1 }), step: { kind: 'read' } },
    { name: 'ACTIVE before its findings', page: page({ status: 'ACTIVE' }), step: { kind: 'wait' } },
    {
      name: 'ACTIVE',
      page: page({ status: 'ACTIVE', completedAt: 2 }),
      step: { kind: 'read', completedAt: 2 },
    },
    {
      name: 'FAILED',
      page: page({ status: 'FAILED', detail: 'UnsupportedImageError' }),
      step: { kind: 'give-up', reason: 'failed', detail: 'the scan failed (FAILED: UnsupportedImageError)' },
    },
    {
      name: 'UNSUPPORTED_IMAGE',
      page: page({ status: 'UNSUPPORTED_IMAGE' }),
      step: { kind: 'give-up', reason: 'unsupported' },
    },
    {
      name: 'SCAN_ELIGIBILITY_EXPIRED',
      page: page({ status: 'SCAN_ELIGIBILITY_EXPIRED' }),
      step: { kind: 'give-up', reason: 'expired' },
    },
    {
      name: 'FINDINGS_UNAVAILABLE',
      page: page({ status: 'FINDINGS_UNAVAILABLE' }),
      step: { kind: 'give-up', reason: 'unavailable' },
    },
    {
      name: 'LIMIT_EXCEEDED',
      page: page({ status: 'LIMIT_EXCEEDED' }),
      step: { kind: 'give-up', reason: 'limited' },
    },
    {
      name: 'IMAGE_ARCHIVED',
      page: page({ status: 'IMAGE_ARCHIVED' }),
      step: { kind: 'give-up', reason: 'archived' },
    },
    {
      name: 'a status of the future',
      page: page({ status: 'SLEEPING', completedAt: 1 }),
      step: { kind: 'give-up', reason: 'unknown-status' },
    },
  ])('$name', ({ page: given, step }) => {
    expect(
      nextStep(given === undefined ? { kind: 'no-scan', detail: '' } : { kind: 'status', page: given }),
    ).toMatchObject(step);
  });
});

describe('the time between two polls', () => {
  test('is less than two seconds in the first minute', () => {
    for (let waited = 0; waited < 60_000; waited += 500) expect(pollDelayMs(waited)).toBeLessThan(2000);
  });
  test('is a twentieth of the wait after that, and never more than fifteen seconds', () => {
    expect(pollDelayMs(100_000)).toBe(5000);
    expect(pollDelayMs(3_600_000)).toBe(15_000);
  });
  test('never shrinks', () => {
    for (let waited = 500; waited < 600_000; waited += 500)
      expect(pollDelayMs(waited)).toBeGreaterThanOrEqual(pollDelayMs(waited - 500));
  });
});
