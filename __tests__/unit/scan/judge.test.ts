import { expect, test } from '@jest/globals';
import { countFindings, worstFirst } from '../../../src/scan/counts.ts';
import { judge } from '../../../src/scan/judge.ts';
import { parsePlatform } from '../../../src/types/names.ts';
import type { CompleteScan, Finding, IncompleteScan, ScanReport, Severity } from '../../../src/types/scan.ts';
import type { Policy } from '../../../src/types/verdict.ts';
import { digestOf } from '../../support/memory-world.ts';

const amd64 = parsePlatform('linux/amd64')!;
const arm64 = parsePlatform('linux/arm64')!;
const scanned = (...severities: Severity[]): CompleteScan => ({
  outcome: 'complete',
  platform: amd64,
  digest: digestOf('a'),
  scanner: 'basic',
  completedAt: 1,
  findings: severities.map((severity, index) => ({ id: `CVE-${String(index)}`, severity })),
});
const unscanned: IncompleteScan = {
  outcome: 'incomplete',
  platform: arm64,
  digest: digestOf('b'),
  reason: 'timed-out',
  detail: 'waited in vain',
};
const complete = (...platforms: CompleteScan[]): ScanReport => ({ kind: 'complete', platforms });
const incomplete = (...platforms: (CompleteScan | IncompleteScan)[]): ScanReport => ({
  kind: 'incomplete',
  platforms,
});
const policy = (limits: Policy['limits'], onIncompleteScan: Policy['onIncompleteScan'] = 'fail'): Policy => ({
  limits,
  onIncompleteScan,
});

test.each([
  {
    name: 'nothing found',
    scan: complete(scanned()),
    by: policy({ critical: 0 }),
    outcome: 'passed',
    breaches: undefined,
  },
  {
    name: 'a high one where only critical ones are forbidden',
    scan: complete(scanned('high')),
    by: policy({ critical: 0 }),
    outcome: 'passed',
    breaches: undefined,
  },
  {
    name: 'a critical one',
    scan: complete(scanned('critical')),
    by: policy({ critical: 0 }),
    outcome: 'failed',
    breaches: [{ kind: 'severity', severity: 'critical', found: 1, allowed: 0 }],
  },
  {
    name: 'as many as the budget allows',
    scan: complete(scanned('high', 'high')),
    by: policy({ high: 2 }),
    outcome: 'passed',
    breaches: undefined,
  },
  {
    name: 'one more than the budget, over two platforms',
    scan: complete(scanned('high', 'high'), scanned('high')),
    by: policy({ high: 2 }),
    outcome: 'failed',
    breaches: [{ kind: 'severity', severity: 'high', found: 3, allowed: 2 }],
  },
  {
    name: 'several rules broken, worst first',
    scan: complete(scanned('low', 'critical')),
    by: policy({ critical: 0, low: 0 }),
    outcome: 'failed',
    breaches: [{ severity: 'critical' }, { severity: 'low' }],
  },
  {
    name: 'everything allowed',
    scan: complete(scanned('critical')),
    by: policy({}),
    outcome: 'passed',
    breaches: undefined,
  },
  {
    name: 'a severity of unknown kind where that is forbidden',
    scan: complete(scanned('undefined')),
    by: policy({ undefined: 0 }),
    outcome: 'failed',
    breaches: [{ severity: 'undefined' }],
  },
  {
    name: 'one platform without an answer',
    scan: incomplete(scanned(), unscanned),
    by: policy({ critical: 0 }),
    outcome: 'failed',
    breaches: [{ kind: 'incomplete-scan', platform: 'linux/arm64' }],
  },
  {
    name: 'the same where that is a warning',
    scan: incomplete(scanned(), unscanned),
    by: policy({ critical: 0 }, 'warn'),
    outcome: 'not-scanned',
    breaches: undefined,
  },
  {
    name: 'a critical one on the platform that has an answer, where the rest is a warning',
    scan: incomplete(scanned('critical'), unscanned),
    by: policy({ critical: 0 }, 'warn'),
    outcome: 'failed',
    breaches: [{ severity: 'critical' }],
  },
  {
    name: 'no answer at all, where that is a warning, is not passed',
    scan: incomplete(unscanned),
    by: policy({}, 'warn'),
    outcome: 'not-scanned',
    breaches: undefined,
  },
  {
    name: 'switched off',
    scan: { kind: 'off', why: 'the input scan is off' } as const,
    by: policy({ critical: 0 }),
    outcome: 'not-scanned',
    breaches: undefined,
  },
])('$name: $outcome', ({ scan, by, outcome, breaches }) => {
  const verdict = judge(scan, by);
  expect(verdict.outcome).toBe(outcome);
  if (verdict.outcome === 'failed') expect(verdict.breaches).toMatchObject(breaches ?? []);
});

test('findings are counted by severity, and every severity is there', () => {
  expect(countFindings(scanned('low', 'low', 'critical').findings)).toEqual({
    critical: 1,
    high: 0,
    medium: 0,
    low: 2,
    informational: 0,
    undefined: 0,
  });
});

test('the worst come first: by severity, then by score, then by name', () => {
  const findings: Finding[] = [
    { id: 'd', severity: 'low', score: 9 },
    { id: 'c', severity: 'high' },
    { id: 'b', severity: 'high', score: 7 },
    { id: 'a', severity: 'high' },
    { id: 'e', severity: 'critical', score: 1 },
  ];
  expect(findings.sort(worstFirst).map(({ id }) => id)).toEqual(['e', 'b', 'a', 'c', 'd']);
});
