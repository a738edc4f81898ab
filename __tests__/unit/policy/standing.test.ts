import { describe, expect, test } from '@jest/globals';
import { fixOf } from '../../../src/policy/fixable.ts';
import { judge, type Circumstances } from '../../../src/policy/judge.ts';
import type { Finding, ScanReport } from '../../../src/types/scan.ts';
import type { Policy } from '../../../src/types/verdict.ts';
import { digest, exception, finding, platform, tag } from '../support/values.ts';

const amd64 = platform('linux/amd64');
const now = Date.parse('2026-03-04T05:06:07Z');
const critical = finding('critical', 'CVE-1', { package: 'openssl' });

const scan = (...findings: Finding[]): ScanReport => ({
  kind: 'complete',
  platforms: [
    { outcome: 'complete', platform: amd64, digest: digest(1), scanner: 'basic', completedAt: 1, findings },
  ],
});

const policy = (more: Partial<Policy> = {}): Policy => ({
  limits: { critical: 0 },
  words: new Map(),
  onIncompleteScan: 'fail',
  onlyFixable: false,
  onlyNew: false,
  ...more,
});

const circumstances = (more: Partial<Circumstances> = {}): Circumstances => ({
  exceptions: [],
  baseline: { kind: 'unasked' },
  now,
  ...more,
});

const baseline = (...findings: Finding[]) => {
  const report = scan(...findings);
  const platforms = report.kind === 'complete' ? report.platforms : [];
  return { kind: 'read', image: { tag: tag('latest'), digest: digest(7) }, platforms } as const;
};

const holds = exception('CVE-1', { expires: '2026-12-31' });
const over = exception('CVE-1', { expires: '2026-03-03' });

describe('whether there is a fix', () => {
  test.each([
    { name: 'the scanner says yes', given: { fix: 'yes' }, fix: 'yes' },
    { name: 'for some of its packages', given: { fix: 'partial' }, fix: 'yes' },
    { name: 'the scanner says no', given: { fix: 'no' }, fix: 'no' },
    { name: 'a version is named, and nothing is said', given: { fixedIn: '2' }, fix: 'yes' },
    {
      name: 'a version is named, though the scanner says no',
      given: { fixedIn: '2', fix: 'no' },
      fix: 'yes',
    },
    { name: 'nothing is said', given: {}, fix: 'unknown' },
  ] as const)('$name: $fix', ({ given, fix }) => {
    expect(fixOf(finding('low', 'CVE-1', given))).toBe(fix);
  });
});

describe('one critical finding', () => {
  interface Row {
    readonly name: string;
    readonly given: Finding;
    readonly policy: Partial<Policy>;
    readonly with: Partial<Circumstances>;
    readonly outcome: 'passed' | 'failed';
    readonly standing: string;
  }
  const unfixable = { ...critical, fix: 'no' as const };
  const rows: readonly Row[] = [
    { name: 'counts', given: critical, policy: {}, with: {}, outcome: 'failed', standing: 'counts' },
    {
      name: 'is excepted',
      given: critical,
      policy: {},
      with: { exceptions: [holds] },
      outcome: 'passed',
      standing: 'accepted',
    },
    {
      name: 'counts again after its exception',
      given: critical,
      policy: {},
      with: { exceptions: [over] },
      outcome: 'failed',
      standing: 'counts',
    },
    {
      name: 'without a fix counts',
      given: unfixable,
      policy: {},
      with: {},
      outcome: 'failed',
      standing: 'counts',
    },
    {
      name: 'without a fix does not count with only-fixable',
      given: unfixable,
      policy: { onlyFixable: true },
      with: {},
      outcome: 'passed',
      standing: 'not-fixable',
    },
    {
      name: 'of which no fix is known counts with only-fixable',
      given: critical,
      policy: { onlyFixable: true },
      with: {},
      outcome: 'failed',
      standing: 'counts',
    },
    {
      name: 'with a partial fix counts with only-fixable',
      given: { ...critical, fix: 'partial' },
      policy: { onlyFixable: true },
      with: {},
      outcome: 'failed',
      standing: 'counts',
    },
    {
      name: 'that the baseline has does not count with only-new',
      given: critical,
      policy: { onlyNew: true },
      with: { baseline: baseline(critical) },
      outcome: 'passed',
      standing: 'not-new',
    },
    {
      name: 'that the baseline has counts without only-new',
      given: critical,
      policy: {},
      with: { baseline: baseline(critical) },
      outcome: 'failed',
      standing: 'counts',
    },
    {
      name: 'that the baseline has not counts with only-new',
      given: critical,
      policy: { onlyNew: true },
      with: { baseline: baseline() },
      outcome: 'failed',
      standing: 'counts',
    },
    {
      name: 'counts with only-new where there is no baseline',
      given: critical,
      policy: { onlyNew: true },
      with: { baseline: { kind: 'absent' } },
      outcome: 'failed',
      standing: 'counts',
    },
    {
      name: 'counts with only-new where the baseline cannot be read',
      given: critical,
      policy: { onlyNew: true },
      with: { baseline: { kind: 'unreadable', image: { tag: tag('latest'), digest: digest(7) }, why: 'x' } },
      outcome: 'failed',
      standing: 'counts',
    },
    {
      name: 'is excepted before it is not new and not fixable',
      given: unfixable,
      policy: { onlyNew: true, onlyFixable: true },
      with: { exceptions: [holds], baseline: baseline(critical) },
      outcome: 'passed',
      standing: 'accepted',
    },
    {
      name: 'is not new before it is not fixable',
      given: unfixable,
      policy: { onlyNew: true, onlyFixable: true },
      with: { baseline: baseline(critical) },
      outcome: 'passed',
      standing: 'not-new',
    },
  ];
  test.each(rows)('$name', ({ given, policy: given_, with: some, outcome, standing }) => {
    const verdict = judge(scan(given), policy(given_), circumstances(some));
    expect(verdict.outcome).toBe(outcome);
    expect(verdict.findings.map((one) => one.standing.kind)).toEqual([standing]);
    // What does not count is still in the image.
    expect(verdict.counts?.critical).toBe(1);
  });
});

test('a breach names its findings and no others', () => {
  const others = [
    finding('critical', 'CVE-2', { fix: 'no' }),
    finding('high', 'CVE-3'),
    finding('critical', 'CVE-0'),
  ];
  const verdict = judge(
    scan(critical, ...others),
    policy({ onlyFixable: true }),
    circumstances({ exceptions: [exception('CVE-0')] }),
  );
  expect(verdict).toMatchObject({
    outcome: 'failed',
    breaches: [
      {
        kind: 'severity',
        severity: 'critical',
        found: 1,
        allowed: 0,
        findings: [{ platform: amd64, finding: critical }],
      },
    ],
  });
});

test('a finding of an expired exception says so', () => {
  const verdict = judge(scan(critical), policy(), circumstances({ exceptions: [over] }));
  expect(verdict.findings[0]?.standing).toEqual({ kind: 'counts', expired: over });
  expect(verdict.exceptions).toEqual([{ exception: over, state: 'expired', findings: [critical] }]);
});

test('a budget holds for what counts', () => {
  const two = [critical, finding('critical', 'CVE-2')];
  const judged = (allowed: number) =>
    judge(scan(...two), policy({ limits: { critical: allowed } }), circumstances({ exceptions: [holds] }))
      .outcome;
  expect([judged(0), judged(1)]).toEqual(['failed', 'passed']);
});

test('findings come worst first, whatever their standing', () => {
  const low = finding('low', 'CVE-9');
  const verdict = judge(scan(low, critical), policy(), circumstances({ exceptions: [holds] }));
  expect(verdict.findings.map((one) => one.finding)).toEqual([critical, low]);
});

test('without a scan there are no grounds, and exceptions are not called unused', () => {
  const verdict = judge({ kind: 'off', why: 'off' }, policy(), circumstances({ exceptions: [holds] }));
  expect(verdict).toEqual({
    outcome: 'not-scanned',
    why: 'off',
    counts: undefined,
    findings: [],
    exceptions: [{ exception: holds, state: 'unknown', findings: [] }],
    comparison: undefined,
  });
});
