import { describe, expect, test } from '@jest/globals';
import { outputNames, outputsOf, type Outputs } from '../../../src/report/outputs.ts';
import type { Report } from '../../../src/types/report.ts';
import { reports, type ReportName } from '../support/reports.ts';
import { digest, host, inputs } from '../support/values.ts';

const uri = `${host}/team/app`;

/** The outputs of a run that has not got anywhere. */
const empty = Object.fromEntries(outputNames.map((name) => [name, ''])) as Outputs;

function platform(number: number, size: number): string {
  return JSON.stringify({ digest: digest(number), size, image: `${uri}@${digest(number)}` });
}

function consoleUrl(number: number): string {
  return `https://eu-west-1.console.aws.amazon.com/ecr/repositories/private/123456789012/team/app/_/image/${digest(number)}/details?region=eu-west-1`;
}

const place = { 'account-id': '123456789012', region: 'eu-west-1' };
const built = {
  digest: digest(1),
  size: '12345678',
  image: `${uri}@${digest(1)}`,
  uri,
  registry: host,
  repository: 'team/app',
  'media-type': 'application/vnd.oci.image.manifest.v1+json',
  platforms: `{"linux/amd64":${platform(1, 12_345_678)}}`,
  ...place,
  'console-url': consoleUrl(1),
  'pushed-at': '2026-03-04T05:06:07.000Z',
};
const multi = {
  ...built,
  digest: digest(9),
  size: '20000000',
  image: `${uri}@${digest(9)}`,
  'media-type': 'application/vnd.oci.image.index.v1+json',
  platforms: `{"linux/amd64":${platform(1, 12_345_678)},"linux/arm64":${platform(2, 11_000_000)}}`,
  'console-url': consoleUrl(9),
};
/** What did not pass is no image that anybody should deploy. */
const refused = (image: typeof built) => ({
  ...image,
  digest: '',
  image: '',
  'console-url': '',
  'candidate-digest': image.digest,
  verdict: 'failed',
});
const named = {
  tags: `${uri}:sha-0123456\n${uri}:latest`,
  'tag-names': 'sha-0123456\nlatest',
  version: 'sha-0123456',
  'fixed-tag': 'sha-0123456',
  'image-tag': `${uri}:sha-0123456`,
};
const none = {
  accepted: '0',
  critical: '0',
  high: '0',
  medium: '0',
  low: '0',
  informational: '0',
  undefined: '0',
};

const scanners = 'Amazon ECR basic scanning';

const wanted: Readonly<Record<ReportName, Partial<Outputs>>> = {
  'nothing-reached': {},
  'built-only': { repository: 'team/app', region: 'eu-west-1' },
  passed: { ...built, ...named, ...none, verdict: 'passed', 'scan-status': 'complete', scanners },
  'tags-first-passed': {
    ...built,
    ...named,
    ...none,
    low: '1',
    verdict: 'passed',
    'scan-status': 'complete',
    scanners,
  },
  'tags-first-failed': {
    ...built,
    ...named,
    ...none,
    critical: '1',
    high: '1',
    low: '1',
    undefined: '1',
    verdict: 'failed',
    'scan-status': 'complete',
    scanners,
  },
  'tags-first-not-judged': { ...built, ...named },
  'passed-with-findings': {
    ...multi,
    ...none,
    high: '1',
    low: '1',
    tags: `${uri}:sha-0123456\n${uri}:1.2.3`,
    'tag-names': 'sha-0123456\n1.2.3',
    version: 'sha-0123456',
    'fixed-tag': 'sha-0123456',
    'image-tag': `${uri}:sha-0123456`,
    verdict: 'passed',
    'scan-status': 'complete',
    scanners,
  },
  'policy-failed': {
    ...refused(built),
    ...none,
    critical: '1',
    high: '1',
    low: '1',
    undefined: '1',
    'scan-status': 'complete',
    scanners,
  },
  'policy-failed-hostile-texts': {
    ...refused(built),
    ...none,
    critical: '1',
    'scan-status': 'complete',
    scanners,
  },
  'policy-failed-exceptions': {
    ...refused(built),
    ...none,
    accepted: '1',
    critical: '1',
    high: '2',
    medium: '1',
    low: '1',
    undefined: '1',
    'scan-status': 'complete',
    scanners,
  },
  'compared-with-baseline': {
    ...multi,
    ...named,
    ...none,
    new: '4',
    fixed: '1',
    critical: '1',
    high: '1',
    low: '2',
    undefined: '1',
    verdict: 'passed',
    'scan-status': 'complete',
    scanners,
    'baseline-digest': digest(7),
  },
  'baseline-unreadable': {
    ...refused(built),
    ...none,
    critical: '1',
    high: '1',
    low: '1',
    undefined: '1',
    'scan-status': 'complete',
    scanners,
    'baseline-digest': digest(7),
  },
  'exceptions-ignored': {
    ...refused(built),
    ...none,
    critical: '1',
    high: '1',
    low: '1',
    undefined: '1',
    'scan-status': 'complete',
    scanners,
  },
  'many-findings': {
    ...built,
    ...named,
    ...none,
    medium: '23',
    verdict: 'passed',
    'scan-status': 'complete',
    scanners,
  },
  'scan-incomplete-failed': { ...refused(multi), ...none, 'scan-status': 'incomplete', scanners },
  'scan-incomplete-warned': {
    ...multi,
    digest: digest(9),
    ...named,
    verdict: 'not-scanned',
    'scan-status': 'incomplete',
  },
  'other-scanners': {
    ...refused(built),
    ...none,
    critical: '1',
    high: '1',
    'scan-status': 'complete',
    scanners: 'Amazon ECR basic scanning, Trivy 0.69.3, odd | <b>tool</b>',
  },
  'other-scanner-alone': {
    ...built,
    ...named,
    ...none,
    low: '1',
    verdict: 'passed',
    'scan-status': 'complete',
    scanners: 'grype 0.95.0',
  },
  'scan-off': { ...built, ...named, verdict: 'not-scanned', 'scan-status': 'off' },
  'tagging-failed': {
    ...built,
    ...none,
    tags: `${uri}:sha-0123456`,
    'tag-names': 'sha-0123456',
    version: 'sha-0123456',
    'fixed-tag': 'sha-0123456',
    'image-tag': `${uri}:sha-0123456`,
    verdict: 'passed',
    'scan-status': 'complete',
    scanners,
  },
  'tagging-failed-at-once': { ...built, ...none, verdict: 'passed', 'scan-status': 'complete', scanners },
  'build-failed': { uri, registry: host, repository: 'team/app', ...place },
  'pushed-not-verified': {
    'candidate-digest': digest(1),
    uri,
    registry: host,
    repository: 'team/app',
    ...place,
  },
};

function errorOf({ failure }: Report): Partial<Outputs> {
  return failure === undefined
    ? {}
    : { 'error-code': failure.code, error: `${failure.what} ${failure.next}`.replaceAll('\n', ' ') };
}

describe('outputsOf', () => {
  test.each(Object.entries(wanted))('%s', (name, outputs) => {
    const report = reports[name as ReportName];
    expect(outputsOf(report)).toEqual({ ...empty, ...errorOf(report), ...outputs });
  });

  test('every output is there in every report, as a text', () => {
    for (const report of Object.values(reports)) {
      const outputs = outputsOf(report);
      expect(Object.keys(outputs).sort()).toEqual([...outputNames].sort());
      expect(Object.values(outputs).every((value) => typeof value === 'string')).toBe(true);
    }
  });

  test('repository, digest and tag-names hold no account id, in any report', () => {
    for (const report of Object.values(reports)) {
      const { repository, digest: built, 'tag-names': tags } = outputsOf(report);
      expect(`${repository} ${built} ${tags}`).not.toContain('123456789012');
    }
    expect(outputsOf(reports.passed)).toMatchObject({ repository: 'team/app', digest: digest(1) });
  });

  test('no output grows with what was found', () => {
    const report = reports['many-findings'];
    const { verdict } = report;
    if (verdict === undefined) throw new Error('the report has no verdict');
    const most = { ...report, verdict: { ...verdict, findings: Array(500).fill(verdict.findings).flat() } };
    expect(most.verdict.findings.length).toBeGreaterThan(10_000);
    expect(Object.values(outputsOf(most)).join('').length).toBeLessThan(4000);
  });

  test('result-file says where the result is', () => {
    const report: Report = { ...reports['built-only'], resultFile: 'out/r.json' };
    expect(outputsOf(report)['result-file']).toBe('out/r.json');
  });

  test.each([
    { name: 'passed', sarif: 'x.sarif' },
    { name: 'policy-failed', sarif: 'x.sarif' },
    { name: 'scan-incomplete-failed', sarif: '' },
    { name: 'scan-off', sarif: '' },
    { name: 'build-failed', sarif: '' },
  ] as const)('$name: the evidence is written, SARIF only with a full scan', ({ name, sarif }) => {
    const files = inputs({ 'evidence-file': 'VALIDATION.md', 'sarif-file': 'x.sarif' });
    const outputs = outputsOf({ ...reports[name], inputs: files });
    expect([outputs['evidence-file'], outputs['sarif-file']]).toEqual(['VALIDATION.md', sarif]);
  });
});
