import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judge } from '../../../src/policy/judge.ts';
import {
  severities,
  type CompleteScan,
  type IncompleteScan,
  type ScanReport,
  type Severity,
  type SeverityCounts,
} from '../../../src/types/scan.ts';
import type { Policy, Verdict } from '../../../src/types/verdict.ts';
import { digest, finding, platform } from '../support/values.ts';

const nothingElse = { exceptions: [], baseline: { kind: 'unasked' }, now: 0 } as const;

const amd64 = platform('linux/amd64');
const arm64 = platform('linux/arm64');

function complete(on: typeof amd64, ...found: Severity[]): CompleteScan {
  return {
    outcome: 'complete',
    platform: on,
    digest: digest(1),
    scanner: 'basic',
    completedAt: 1000,
    findings: found.map((severity, index) => finding(severity, `CVE-${String(index)}`)),
  };
}

function incomplete(on: typeof amd64): IncompleteScan {
  return {
    outcome: 'incomplete',
    platform: on,
    digest: digest(2),
    reason: 'timed-out',
    detail: 'waited in vain',
  };
}

function counts(some: Partial<SeverityCounts> = {}): SeverityCounts {
  return { critical: 0, high: 0, medium: 0, low: 0, informational: 0, undefined: 0, ...some };
}

const breach = {
  kind: 'incomplete-scan',
  platform: arm64,
  reason: 'timed-out',
  detail: 'waited in vain',
} as const;

const everything = { words: new Map(), onlyFixable: false, onlyNew: false };
const fail = (limits: Policy['limits']): Policy => ({ limits, onIncompleteScan: 'fail', ...everything });
const warn = (limits: Policy['limits']): Policy => ({ limits, onIncompleteScan: 'warn', ...everything });
const full = (...platforms: CompleteScan[]): ScanReport => ({ kind: 'complete', platforms });
/** Its time was up when it had listed these. */
const listed = (platform: typeof amd64, ...severities: readonly Severity[]): IncompleteScan => ({
  ...incomplete(platform),
  findings: complete(platform, ...severities).findings,
});

const partial = (...platforms: (CompleteScan | IncompleteScan)[]): ScanReport => ({
  kind: 'incomplete',
  platforms,
});

interface Row {
  readonly name: string;
  readonly scan: ScanReport;
  readonly policy: Policy;
  /** All of it but the findings themselves. */
  readonly verdict: Pick<Verdict, 'outcome' | 'counts'> & {
    readonly breaches?: readonly object[];
    readonly why?: string;
  };
}

const rows: readonly Row[] = [
  {
    name: 'no findings pass',
    scan: full(complete(amd64)),
    policy: fail({ critical: 0 }),
    verdict: { outcome: 'passed', counts: counts() },
  },
  {
    name: 'findings that are not limited pass',
    scan: full(complete(amd64, 'high', 'low', 'undefined')),
    policy: fail({ critical: 0 }),
    verdict: { outcome: 'passed', counts: counts({ high: 1, low: 1, undefined: 1 }) },
  },
  {
    name: 'no limits, everything passes',
    scan: full(complete(amd64, 'critical')),
    policy: fail({}),
    verdict: { outcome: 'passed', counts: counts({ critical: 1 }) },
  },
  {
    name: 'as many as allowed pass',
    scan: full(complete(amd64, 'high', 'high')),
    policy: fail({ high: 2 }),
    verdict: { outcome: 'passed', counts: counts({ high: 2 }) },
  },
  {
    name: 'one more than allowed fails',
    scan: full(complete(amd64, 'high', 'high', 'high')),
    policy: fail({ high: 2 }),
    verdict: {
      outcome: 'failed',
      counts: counts({ high: 3 }),
      breaches: [{ kind: 'severity', severity: 'high', found: 3, allowed: 2 }],
    },
  },
  {
    name: 'the budget is for all platforms together',
    scan: full(complete(amd64, 'high'), complete(arm64, 'high')),
    policy: fail({ high: 1 }),
    verdict: {
      outcome: 'failed',
      counts: counts({ high: 2 }),
      breaches: [{ kind: 'severity', severity: 'high', found: 2, allowed: 1 }],
    },
  },
  {
    name: 'every breach is told, the worst first',
    scan: full(complete(amd64, 'undefined', 'low', 'critical')),
    policy: fail({ undefined: 0, critical: 0, low: 0, high: 0 }),
    verdict: {
      outcome: 'failed',
      counts: counts({ critical: 1, low: 1, undefined: 1 }),
      breaches: [
        { kind: 'severity', severity: 'critical', found: 1, allowed: 0 },
        { kind: 'severity', severity: 'low', found: 1, allowed: 0 },
        { kind: 'severity', severity: 'undefined', found: 1, allowed: 0 },
      ],
    },
  },
  {
    name: 'a platform without an answer fails',
    scan: partial(complete(amd64), incomplete(arm64)),
    policy: fail({ critical: 0 }),
    verdict: { outcome: 'failed', counts: counts(), breaches: [breach] },
  },
  {
    name: 'no answer at all fails, without counts',
    scan: partial(incomplete(arm64)),
    policy: fail({}),
    verdict: { outcome: 'failed', counts: undefined, breaches: [breach] },
  },
  {
    name: 'findings and a platform without an answer are both told',
    scan: partial(complete(amd64, 'critical'), incomplete(arm64)),
    policy: fail({ critical: 0 }),
    verdict: {
      outcome: 'failed',
      counts: counts({ critical: 1 }),
      breaches: [{ kind: 'severity', severity: 'critical', found: 1, allowed: 0 }, breach],
    },
  },
  {
    name: 'warn: no answer is no pass',
    scan: partial(incomplete(amd64), incomplete(arm64)),
    policy: warn({ critical: 0 }),
    verdict: {
      outcome: 'not-scanned',
      counts: undefined,
      why: 'linux/amd64: waited in vain; linux/arm64: waited in vain',
    },
  },
  {
    name: 'warn: half an answer is no pass',
    scan: partial(complete(amd64, 'low'), incomplete(arm64)),
    policy: warn({ critical: 0 }),
    verdict: { outcome: 'not-scanned', counts: counts({ low: 1 }), why: 'linux/arm64: waited in vain' },
  },
  {
    name: 'warn: findings of the other platform still fail',
    scan: partial(complete(amd64, 'critical'), incomplete(arm64)),
    policy: warn({ critical: 0 }),
    verdict: {
      outcome: 'failed',
      counts: counts({ critical: 1 }),
      breaches: [{ kind: 'severity', severity: 'critical', found: 1, allowed: 0 }],
    },
  },
  {
    name: 'warn: findings that were listed before the time was up fail',
    scan: partial(listed(amd64, 'critical')),
    policy: warn({ critical: 0 }),
    verdict: {
      outcome: 'failed',
      counts: undefined,
      breaches: [{ kind: 'severity', severity: 'critical', found: 1, allowed: 0 }],
    },
  },
  {
    name: 'warn: a list that may not be whole is no pass',
    scan: partial(listed(amd64, 'low')),
    policy: warn({ critical: 0 }),
    verdict: { outcome: 'not-scanned', counts: undefined, why: 'linux/amd64: waited in vain' },
  },
  {
    name: 'off: not scanned, whatever the policy says',
    scan: { kind: 'off', why: 'the input scan is off' },
    policy: fail({ critical: 0 }),
    verdict: { outcome: 'not-scanned', counts: undefined, why: 'the input scan is off' },
  },
  {
    name: 'a report of no platforms is no pass',
    scan: { kind: 'complete', platforms: [] },
    policy: fail({}),
    verdict: { outcome: 'not-scanned', counts: undefined, why: '' },
  },
];

describe('judge', () => {
  test.each(rows)('$name', ({ scan, policy, verdict }) => {
    const { findings, exceptions, comparison, ...rest } = judge(scan, policy, nothingElse);
    expect(findings.every(({ standing, isNew }) => standing.kind === 'counts' && isNew)).toBe(true);
    expect(rest).toMatchObject(verdict);
    expect(Object.keys(rest).sort()).toEqual(Object.keys(verdict).sort());
    expect({ exceptions, comparison }).toEqual({ exceptions: [], comparison: undefined });
  });

  test('passes exactly when all is scanned and nothing is over its limit', () => {
    const anySeverity = fc.constantFrom(...severities);
    const limits = fc.dictionary(anySeverity, fc.nat({ max: 3 })) as fc.Arbitrary<Policy['limits']>;
    fc.assert(
      fc.property(fc.array(anySeverity), limits, fc.boolean(), fc.boolean(), (found, limits, all, strict) => {
        const scan = all
          ? full(complete(amd64, ...found))
          : partial(complete(amd64, ...found), incomplete(arm64));
        const within = severities.every(
          (severity) => found.filter((one) => one === severity).length <= (limits[severity] ?? Infinity),
        );
        const outcome = !within || (!all && strict) ? 'failed' : all ? 'passed' : 'not-scanned';
        expect(judge(scan, strict ? fail(limits) : warn(limits), nothingElse).outcome).toBe(outcome);
      }),
    );
  });
});
