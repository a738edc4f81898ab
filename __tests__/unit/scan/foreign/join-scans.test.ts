import { describe, expect, test } from '@jest/globals';
import { joinScans } from '../../../../src/scan/foreign/join-scans.ts';
import type { AssignedScan } from '../../../../src/types/foreign-scan.ts';
import type { CompleteScan, Finding, IncompleteReason, ScanReport } from '../../../../src/types/scan.ts';
import { digest, finding, platform } from '../../support/values.ts';

const [amd64, arm64] = [platform('linux/amd64'), platform('linux/arm64')];
const one = { platform: amd64, digest: digest(1), size: 1 };
const two = { platform: arm64, digest: digest(2), size: 1 };
const trivy = (on = amd64, findings: readonly Finding[] = []): AssignedScan => ({
  path: 'x.sarif',
  platform: on,
  digest: digest(on === amd64 ? 1 : 2),
  tools: ['Trivy 1'],
  subjects: [],
  endedAt: 5,
  findings,
});
const ecr = (of: typeof one, findings: readonly Finding[] = []): CompleteScan => ({
  outcome: 'complete',
  platform: of.platform,
  digest: of.digest,
  scanner: 'basic',
  completedAt: 7,
  findings,
});
const gap = (reason: IncompleteReason) =>
  ({ outcome: 'incomplete', platform: amd64, digest: digest(1), reason, detail: 'why' }) as const;
const alone = (instead: string, findings: readonly Finding[] = []) => ({
  outcome: 'complete',
  platform: amd64,
  digest: digest(1),
  scanner: 'none',
  others: ['Trivy 1'],
  instead,
  completedAt: 5,
  findings,
});
const off: ScanReport = { kind: 'off', why: 'scan is off' };

describe('joinScans', () => {
  test('without others the registry’s word stays as it is', () => {
    expect(joinScans(off, [], [one])).toBe(off);
  });

  test('a file about one manifest says nothing about another one of the same platform', () => {
    const again = { ...one, digest: digest(3) };
    expect(joinScans(off, [trivy()], [one, again])).toMatchObject({
      kind: 'incomplete',
      platforms: [
        { outcome: 'complete', digest: digest(1) },
        { outcome: 'incomplete', digest: digest(3), reason: 'not-given' },
      ],
    });
  });

  test('beside a full scan', () => {
    const joined = joinScans(
      { kind: 'complete', platforms: [ecr(one, [finding('low')])] },
      [trivy(amd64, [finding('high', 'B')])],
      [one],
    );
    expect(joined).toEqual({
      kind: 'complete',
      platforms: [{ ...ecr(one), others: ['Trivy 1'], findings: [finding('low'), finding('high', 'B')] }],
    });
  });

  test.each([
    ['scan: off', off, 'scan is off'],
    [
      'an image that is not supported',
      { kind: 'incomplete', platforms: [gap('unsupported')] } as const,
      'why',
    ],
  ])('in the place of %s', (_, own, instead) => {
    expect(joinScans(own, [trivy()], [one])).toEqual({ kind: 'complete', platforms: [alone(instead)] });
  });

  test('an answer that should have come stays missing, and what others found counts', () => {
    const own = { kind: 'incomplete', platforms: [gap('timed-out')] } as const;
    expect(joinScans(own, [trivy(amd64, [finding('high')])], [one])).toEqual({
      kind: 'incomplete',
      platforms: [gap('timed-out'), alone('why', [finding('high')])],
    });
  });

  test('a platform of which nobody says anything is a gap', () => {
    expect(joinScans(off, [trivy()], [one, two])).toMatchObject({
      kind: 'incomplete',
      platforms: [{ outcome: 'complete' }, { outcome: 'incomplete', platform: arm64, reason: 'not-given' }],
    });
  });

  test('a platform that the registry alone has scanned is no gap', () => {
    const own = { kind: 'complete', platforms: [ecr(one), ecr(two)] } as const;
    expect(joinScans(own, [trivy()], [one, two])).toEqual({
      kind: 'complete',
      platforms: [{ ...ecr(one), others: ['Trivy 1'] }, ecr(two)],
    });
  });
});
