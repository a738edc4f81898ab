import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countFindings, countPlatforms, worstFirst } from '../../../src/scan/counts.ts';
import { severities, type PlatformScan } from '../../../src/types/scan.ts';
import { digest, finding, platform } from '../support/values.ts';

const base = { platform: platform('linux/amd64'), digest: digest(1) };
const none = { critical: 0, high: 0, medium: 0, low: 0, informational: 0, undefined: 0 };

function scanned(...found: ReturnType<typeof finding>[]): PlatformScan {
  return { ...base, outcome: 'complete', scanner: 'basic', completedAt: 1, findings: found };
}
const unscanned: PlatformScan = { ...base, outcome: 'incomplete', reason: 'failed', detail: 'x' };

describe('countFindings', () => {
  test('every severity is there, also with none', () => {
    expect(countFindings([])).toEqual(none);
  });

  test('counts each severity', () => {
    expect(
      countFindings([finding('low'), finding('critical'), finding('low'), finding('undefined')]),
    ).toEqual({
      ...none,
      critical: 1,
      low: 2,
      undefined: 1,
    });
  });

  test('the total is the number of findings', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...severities)), (found) => {
        const counts = Object.values(countFindings(found.map((severity) => finding(severity))));
        expect(counts.reduce((total, count) => total + count, 0)).toBe(found.length);
      }),
    );
  });
});

describe('countPlatforms', () => {
  test('the same finding in two platforms is two', () => {
    expect(countPlatforms([scanned(finding('high')), scanned(finding('high'), finding('low'))])).toEqual({
      ...none,
      high: 2,
      low: 1,
    });
  });

  test('a platform without an answer adds nothing', () => {
    expect(countPlatforms([scanned(finding('high')), unscanned])).toEqual({ ...none, high: 1 });
  });

  test('a clean platform gives zeros', () => {
    expect(countPlatforms([scanned()])).toEqual(none);
  });

  test.each([
    { name: 'no platform with an answer', scans: [unscanned] },
    { name: 'no platform at all', scans: [] },
  ])('$name gives no counts, not zeros', ({ scans }) => {
    expect(countPlatforms(scans)).toBeUndefined();
  });
});

test('worstFirst: severity, then score, then identifier', () => {
  const found = [
    finding('undefined', 'CVE-0'),
    finding('high', 'CVE-3'),
    finding('high', 'CVE-2', { score: 7 }),
    finding('high', 'CVE-1', { score: 8.5 }),
    finding('informational', 'CVE-9', { score: 10 }),
    finding('high', 'CVE-2b'),
    finding('critical', 'CVE-8'),
    finding('medium', 'CVE-7'),
    finding('low', 'CVE-6'),
  ];
  expect(found.sort(worstFirst).map(({ id }) => id)).toEqual([
    'CVE-8',
    'CVE-1',
    'CVE-2',
    'CVE-2b',
    'CVE-3',
    'CVE-7',
    'CVE-6',
    'CVE-9',
    'CVE-0',
  ]);
});
