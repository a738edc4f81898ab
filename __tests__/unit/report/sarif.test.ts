import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { hasSarif, sarifOf } from '../../../src/report/sarif.ts';
import { judge } from '../../../src/policy/judge.ts';
import type { RawInputs } from '../../../src/types/inputs.ts';
import type { Report } from '../../../src/types/report.ts';
import type { Finding } from '../../../src/types/scan.ts';
import { reports } from '../support/reports.ts';
import { digest, finding, inputs, platform } from '../support/values.ts';

/** What OASIS and GitHub agree on, as it is published; the draft of JSON schema in which it is written does not matter here. */
const schema = JSON.parse(
  readFileSync(
    new URL(
      '../../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
      import.meta.url,
    ),
    'utf8',
  ),
) as Record<string, unknown>;
const rules = Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== 'id'));
const conforms = new Ajv({
  strict: false,
  // One of its patterns is none under the stricter rules of Unicode.
  unicodeRegExp: false,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) =>
      URL.canParse(text, 'https://example.com/') && !/[\s<>"{}|\\^`]/.test(text),
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  },
}).compile(rules);

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
  }[];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly baselineState?: string;
  readonly suppressions?: readonly { readonly justification: string }[];
}
interface SarifRule {
  readonly id: string;
  readonly helpUri?: string;
  readonly fullDescription: { readonly text: string };
  readonly properties: { readonly 'security-severity'?: string; readonly tags: readonly string[] };
}
interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly automationDetails: { readonly id: string };
    readonly tool: { readonly driver: { readonly fullName: string; readonly rules: readonly SarifRule[] } };
    readonly results: readonly SarifResult[];
  }[];
}

function run(report: Report): Sarif['runs'][number] {
  return (sarifOf(report) as Sarif).runs[0]!;
}

/** A report of one full scan with these findings, on two platforms if there are two lists. */
function having(given: Partial<RawInputs>, ...lists: readonly (readonly Finding[])[]): Report {
  const platforms = lists.map((findings, index) => ({
    outcome: 'complete' as const,
    platform: platform(['linux/amd64', 'linux/arm64'][index] ?? ''),
    digest: digest(index),
    scanner: 'enhanced' as const,
    completedAt: 0,
    findings,
  }));
  const scan = { kind: 'complete', platforms } as const;
  const parsed = inputs(given);
  return {
    ...reports.passed,
    inputs: parsed,
    scan,
    verdict: judge(scan, parsed.policy, { exceptions: [], baseline: { kind: 'unasked' }, now: 0 }),
  };
}

describe('the file', () => {
  test.each(Object.entries(reports).filter(([, report]) => hasSarif(report)))(
    'of "%s" conforms to the published schema',
    (_, report) => {
      expect(conforms(sarifOf(report)) ? [] : conforms.errors).toEqual([]);
    },
  );

  test('is refused by the schema where it is not SARIF, so that conforming means something', () => {
    const sarif = sarifOf(reports['policy-failed']) as { runs: { results: object[] }[] };
    for (const result of sarif.runs[0]!.results) Reflect.deleteProperty(result, 'message');
    expect(conforms(sarif)).toBe(false);
  });

  test('is there for full scans only, whatever the verdict', () => {
    const names = Object.entries(reports).flatMap(([name, report]) => (hasSarif(report) ? [name] : []));
    expect(names).toEqual(expect.arrayContaining(['passed', 'policy-failed']));
    for (const name of [
      'scan-off',
      'scan-incomplete-failed',
      'scan-incomplete-warned',
      'build-failed',
      'built-only',
    ])
      expect(names).not.toContain(name);
  });

  test('says of a clean image that there is nothing, under the same category as ever', () => {
    const { results, automationDetails, tool } = run(reports.passed);
    expect(results).toEqual([]);
    expect(automationDetails.id).toBe('ecr-ship/team/app/');
    expect(tool.driver.fullName).toBe('ecr-ship, Amazon ECR basic scanning');
  });
});

describe('rules and results', () => {
  const openssl = finding('high', 'CVE-1', {
    package: 'openssl',
    installed: '3.0',
    fixedIn: '3.1',
    score: 7.5,
  });
  const libssl = finding('critical', 'CVE-1', { package: 'libssl' });
  const report = having({}, [openssl, libssl, finding('low', 'CVE-2')], [openssl]);

  test('a vulnerability is one rule, the worst of it; a package on a platform is one result', () => {
    const { tool, results } = run(report);
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(['CVE-1', 'CVE-2']);
    expect(tool.driver.rules[0]?.properties['security-severity']).toBe('9.5');
    expect(results.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleIndex, level])).toEqual([
      ['CVE-1', 0, 'error'],
      ['CVE-1', 0, 'error'],
      ['CVE-1', 0, 'error'],
      ['CVE-2', 1, 'note'],
    ]);
    expect(results.map(({ message }) => message.text)).toEqual([
      'libssl in team/app (linux/amd64) has CVE-1. No fixed version is named.',
      'openssl 3.0 in team/app (linux/amd64) has CVE-1. Fixed in 3.1.',
      'openssl 3.0 in team/app (linux/arm64) has CVE-1. Fixed in 3.1.',
      'The image in team/app (linux/amd64) has CVE-2. No fixed version is named.',
    ]);
  });

  test('fingerprints differ from one another and are the same in every run, of every version', () => {
    const prints = (of: Report) =>
      run(of).results.map((one) => one.partialFingerprints.primaryLocationLineHash);
    expect(new Set(prints(report)).size).toBe(4);
    const later = having({}, [finding('medium', 'CVE-9'), { ...openssl, installed: '3.0.5', score: 9 }]);
    expect(prints(report)).toContain(prints({ ...later, candidate: undefined })[0]);
    expect(prints(having({}, [openssl]))).toEqual(['ab3ee8956f770573:1']);
  });

  test('the same finding twice is two results', () => {
    const prints = run(having({}, [openssl, { ...openssl, installed: '1.1' }])).results.map(
      (one) => one.partialFingerprints.primaryLocationLineHash,
    );
    expect(prints).toEqual(['ab3ee8956f770573:1', 'ab3ee8956f770573:2']);
  });
});

describe('security-severity is in the band of the severity by which the image is judged', () => {
  test.each([
    { severity: 'critical', score: 9.8, shown: '9.8' },
    { severity: 'critical', score: 7.5, shown: '9.5' },
    { severity: 'critical', score: undefined, shown: '9.5' },
    { severity: 'high', score: 7, shown: '7.0' },
    { severity: 'high', score: 9.8, shown: '8.0' },
    { severity: 'medium', score: 6.9, shown: '6.9' },
    { severity: 'medium', score: 7, shown: '5.5' },
    { severity: 'low', score: 0, shown: '2.0' },
    { severity: 'informational', score: 5, shown: undefined },
    { severity: 'undefined', score: 9.8, shown: undefined },
  ] as const)('$severity with a score of $score: $shown', ({ severity, score, shown }) => {
    const report = having({}, [finding(severity, 'CVE-1', score === undefined ? {} : { score })]);
    expect(run(report).tool.driver.rules[0]?.properties['security-severity']).toBe(shown);
  });
});

describe('a result stands at the Dockerfile', () => {
  test.each([
    { given: {}, path: 'Dockerfile' },
    { given: { context: 'services/api' }, path: 'services/api/Dockerfile' },
    { given: { context: './services//api/' }, path: 'services/api/Dockerfile' },
    { given: { context: 'services/api', file: 'docker/prod.Dockerfile' }, path: 'docker/prod.Dockerfile' },
    { given: { context: 'a b', file: './a b/Dockerfile' }, path: 'a%20b/Dockerfile' },
    { given: { file: 'c#/why?/Dockerfile' }, path: 'c%23/why%3F/Dockerfile' },
    { given: { context: 'https://github.com/org/app.git#main' }, path: 'Dockerfile' },
    { given: { context: 'git@github.com:org/app.git' }, path: 'Dockerfile' },
    { given: { context: '../elsewhere' }, path: 'Dockerfile' },
    { given: { file: '/tmp/Dockerfile' }, path: 'Dockerfile' },
  ])('$path for $given', ({ given, path }) => {
    const report = having(given, [finding('low', 'CVE-1')]);
    expect(run(report).results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(path);
    expect(conforms(sarifOf(report))).toBe(true);
  });
});

test('what was excepted is suppressed with its reason; without a comparison nothing is called new', () => {
  const { results } = run(reports['policy-failed-exceptions']);
  expect(results.map(({ suppressions }) => suppressions?.[0]?.justification)).toEqual([
    'not reachable from outside',
    ...Array.from({ length: 5 }, () => undefined),
  ]);
  expect(results.map(({ baselineState }) => baselineState)).toEqual(
    Array.from({ length: 6 }, () => undefined),
  );
});

test('after a comparison every result says whether it is new', () => {
  const { results } = run(reports['compared-with-baseline']);
  expect(results.map(({ ruleId, baselineState }) => [ruleId, baselineState])).toEqual([
    ['CVE-2026-0001', 'unchanged'],
    ['CVE-2026-0002', 'new'],
    ['CVE-2026-0003', 'new'],
    ['CVE-2026-0004', 'new'],
    ['CVE-2026-0005', 'new'],
  ]);
});

test('hostile texts make no link, and long ones are cut', () => {
  const report = having({}, [
    finding('low', 'CVE-1', { uri: 'javascript:alert(1)', description: 'x'.repeat(5000) }),
    finding('low', 'CVE-2', { uri: 'https://nvd.nist.gov/vuln/detail/CVE-2 <x>' }),
  ]);
  const [first, second] = run(report).tool.driver.rules;
  expect(first?.helpUri).toBeUndefined();
  expect(first?.fullDescription.text).toHaveLength(1024);
  expect(second?.helpUri).toBe('https://nvd.nist.gov/vuln/detail/CVE-2%20%3Cx%3E');
  expect(conforms(sarifOf(report)) ? [] : conforms.errors).toEqual([]);
});

test('there are never more results than GitHub takes, and the worst are among them', () => {
  const many = Array.from({ length: 25_001 }, (_, n) => finding('low', `CVE-${String(n)}`));
  const { results } = run(having({}, [...many, finding('critical', 'CVE-x')]));
  expect(results).toHaveLength(25_000);
  expect(results[0]?.ruleId).toBe('CVE-x');
});
