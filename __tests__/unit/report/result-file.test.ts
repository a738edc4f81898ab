import { describe, expect, test } from '@jest/globals';
import { resultFileOf } from '../../../src/report/result-file.ts';
import { reports, type ReportName } from '../support/reports.ts';
import { commit, digest, host } from '../support/values.ts';

const uri = `${host}/team/app`;

/** A run of which the verdict rests on nothing. */
const noGrounds = {
  breaches: [],
  findingIds: [],
  findingSeverities: [],
  findingSeverityWords: [],
  findingPlatforms: [],
  findingPackages: [],
  findingInstalled: [],
  findingFixedIn: [],
  findingFixable: [],
  findingUris: [],
  findingStandings: [],
  findingReasons: [],
  exceptionsFile: null,
  exceptionsIgnored: null,
  exceptionIds: [],
  exceptionPackages: [],
  exceptionReasons: [],
  exceptionExpires: [],
  exceptionApprovedBy: [],
  exceptionStates: [],
  exceptionFindings: [],
  baselineTag: null,
  baselineDigest: null,
  baselineStatus: null,
  newFindings: null,
  stayedFindings: null,
  fixedFindings: null,
  fixedFindingIds: [],
  fixedFindingPackages: [],
  fixedFindingPlatforms: [],
};

describe('resultFileOf', () => {
  test('a run that passed', () => {
    expect(resultFileOf(reports.passed)).toEqual({
      schemaVersion: 1,
      succeeded: true,
      errorCode: null,
      error: null,
      repository: 'team/app',
      uri,
      region: 'eu-west-1',
      digest: digest(1),
      image: `${uri}@${digest(1)}`,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      size: 12_345_678,
      platforms: ['linux/amd64'],
      platformDigests: [digest(1)],
      platformSizes: [12_345_678],
      pushedAt: '2026-03-04T05:06:07.000Z',
      tags: ['sha-0123456', 'latest'],
      version: 'sha-0123456',
      reused: false,
      candidateRemoved: false,
      verdict: 'passed',
      scanStatus: 'complete',
      critical: 0,
      high: 0,
      medium: 0,
      low: 0,
      informational: 0,
      undefined: 0,
      ...noGrounds,
      commit,
      event: 'push',
      runUrl: 'https://github.com/o/r/actions/runs/4711',
      caller: null,
      builder: 'buildx 0.30.1, driver docker-container',
      commands: [`docker buildx build --output type=image,name=${uri},push=true --build-arg TOKEN=… .`],
      startedAt: '2026-03-04T05:05:00.000Z',
      finishedAt: '2026-03-04T05:06:14.500Z',
      planMs: 120,
      loginMs: 340,
      decideMs: null,
      buildMs: 42_120,
      verifyMs: 150,
      scanMs: 31_400,
      baselineMs: null,
      judgeMs: null,
      tagMs: 210,
      cleanUpMs: null,
    });
  });

  test('a run that got nowhere', () => {
    expect(resultFileOf(reports['nothing-reached'])).toEqual({
      schemaVersion: 1,
      succeeded: false,
      errorCode: 'invalid-input',
      error:
        'Input push is "<yes>"; allowed: true or false.\nCorrect it in the step. More: docs/errors.md#invalid-input',
      repository: null,
      uri: null,
      region: null,
      digest: null,
      image: null,
      mediaType: null,
      size: null,
      platforms: [],
      platformDigests: [],
      platformSizes: [],
      pushedAt: null,
      tags: [],
      version: null,
      reused: false,
      candidateRemoved: false,
      verdict: null,
      scanStatus: null,
      critical: null,
      high: null,
      medium: null,
      low: null,
      informational: null,
      undefined: null,
      ...noGrounds,
      commit: null,
      event: null,
      runUrl: null,
      caller: null,
      builder: null,
      commands: [],
      startedAt: '2026-03-04T05:05:00.000Z',
      finishedAt: '2026-03-04T05:05:00.130Z',
      planMs: null,
      loginMs: null,
      decideMs: null,
      buildMs: null,
      verifyMs: null,
      scanMs: null,
      baselineMs: null,
      judgeMs: null,
      tagMs: null,
      cleanUpMs: null,
    });
  });

  const some: Readonly<Partial<Record<ReportName, object>>> = {
    'policy-failed-exceptions': {
      verdict: 'failed',
      caller: 'arn:aws:sts::123456789012:assumed-role/ship/run',
      breaches: ['1 HIGH finding, none allowed: CVE-2026-0002 in openssl (linux/amd64)'],
      findingIds: ['0001', '0002', '0008', '0007', '0004', '0005'].map((end) => `CVE-2026-${end}`),
      findingSeverities: ['critical', 'high', 'high', 'medium', 'low', 'undefined'],
      findingSeverityWords: ['', '', '', '', '', 'UNTRIAGED'],
      findingPlatforms: Array.from({ length: 6 }, () => 'linux/amd64'),
      findingPackages: ['libc6', 'openssl', 'glibc', 'curl', 'zlib', 'tar'],
      findingInstalled: ['2.39', '3.0.2-0ubuntu1.18', '2.39', '8.0', '1.3', ''],
      findingFixedIn: ['', '3.0.2-0ubuntu1.19', '', '', '', ''],
      findingFixable: ['unknown', 'yes', 'no', 'yes', 'unknown', 'unknown'],
      findingUris: ['javascript:alert(1)', 'https://nvd.nist.gov/vuln/detail/CVE-2026-0002', '', '', '', ''],
      findingStandings: ['excepted', 'counts', 'not-fixable', 'counts', 'counts', 'counts'],
      findingReasons: ['not reachable from outside', '', '', '', '', ''],
      exceptionsFile: '.github/ecr-ship.yml',
      exceptionIds: ['CVE-2026-0009', 'CVE-2026-0001', 'CVE-2026-0002'],
      exceptionPackages: ['gone', '', 'openssl'],
      exceptionReasons: ['not reachable from outside', 'not reachable from outside', 'wait for *upstream*'],
      exceptionExpires: ['2026-12-31', '2026-03-10', '2026-03-03'],
      exceptionApprovedBy: ['', 'infra | <b>team</b>', ''],
      exceptionStates: ['unused', 'ending', 'expired'],
      exceptionFindings: [0, 1, 1],
    },
    'compared-with-baseline': {
      verdict: 'passed',
      baselineTag: 'latest',
      baselineDigest: digest(7),
      baselineStatus: 'compared',
      newFindings: 4,
      stayedFindings: 1,
      fixedFindings: 1,
      fixedFindingIds: ['CVE-2025-0001'],
      fixedFindingPackages: ['lib<b>old'],
      fixedFindingPlatforms: ['linux/amd64'],
    },
    'baseline-unreadable': { baselineDigest: digest(7), baselineStatus: 'unreadable', newFindings: null },
    'exceptions-ignored': {
      baselineStatus: 'absent',
      baselineDigest: null,
      exceptionsFile: '.github/ecr-ship.yml',
      exceptionsIgnored: 'the pull request comes from another repository (stranger/app)',
    },
    'policy-failed': {
      succeeded: false,
      errorCode: 'policy-failed',
      verdict: 'failed',
      scanStatus: 'complete',
      digest: digest(1),
      tags: [],
      version: null,
      critical: 1,
      high: 1,
      medium: 0,
      low: 1,
      undefined: 1,
    },
    'scan-incomplete-failed': {
      succeeded: false,
      verdict: 'failed',
      scanStatus: 'incomplete',
      candidateRemoved: true,
      critical: 0,
      platforms: ['linux/amd64', 'linux/arm64'],
      platformDigests: [digest(1), digest(2)],
      platformSizes: [12_345_678, 11_000_000],
      size: 20_000_000,
    },
    'scan-incomplete-warned': {
      succeeded: true,
      verdict: 'not-scanned',
      scanStatus: 'incomplete',
      critical: null,
    },
    'scan-off': { succeeded: true, verdict: 'not-scanned', scanStatus: 'off', critical: null },
    'tagging-failed': { succeeded: false, errorCode: 'tag-taken', verdict: 'passed', tags: ['sha-0123456'] },
    'build-failed': { succeeded: false, errorCode: 'build-failed', uri, digest: null, image: null },
    'pushed-not-verified': { succeeded: false, digest: digest(1), image: `${uri}@${digest(1)}`, size: null },
  };

  test.each(Object.entries(some))('%s', (name, fields) => {
    expect(resultFileOf(reports[name as ReportName])).toMatchObject(fields);
  });

  test('leaves no finding out, however many there are', () => {
    const result = resultFileOf(reports['many-findings']);
    expect(result['findingIds']).toHaveLength(23);
    expect(result['findingStandings']).toHaveLength(23);
  });

  test('has the same keys in every run, one level, nothing that JSON would drop', () => {
    const keys = Object.keys(resultFileOf(reports.passed));
    for (const report of Object.values(reports)) {
      const result = resultFileOf(report);
      expect(Object.keys(result)).toEqual(keys);
      expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
      for (const value of Object.values(result)) {
        const flat = (one: unknown) => ['string', 'number', 'boolean'].includes(typeof one);
        expect(value === null || flat(value) || (Array.isArray(value) && value.every(flat))).toBe(true);
      }
    }
  });
});
