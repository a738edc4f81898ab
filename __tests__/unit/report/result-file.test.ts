import { describe, expect, test } from '@jest/globals';
import { resultFileOf } from '../../../src/report/result-file.ts';
import { reports, type ReportName } from '../support/reports.ts';
import { commit, digest, host } from '../support/values.ts';

const uri = `${host}/team/app`;

/** A run of which the verdict rests on nothing. */
const noGrounds = {
  breaches: [],
  findings: [],
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

function finding(end: string, severity: string, name: string) {
  return {
    id: `CVE-2026-${end}`,
    severity,
    severityWord: null,
    platform: 'linux/amd64',
    package: name,
    installed: null,
    fixedIn: null,
    fixable: 'unknown',
    uri: null,
    standing: 'counts',
    reason: null,
  };
}

describe('resultFileOf', () => {
  test('a run that passed', () => {
    expect(resultFileOf(reports.passed)).toEqual({
      schemaVersion: 2,
      succeeded: true,
      errorCode: null,
      error: null,
      repository: 'team/app',
      uri,
      accountId: '123456789012',
      region: 'eu-west-1',
      digest: digest(1),
      image: `${uri}@${digest(1)}`,
      candidateDigest: null,
      imageId: null,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      size: 12_345_678,
      sizeChange: null,
      platforms: ['linux/amd64'],
      platformDigests: [digest(1)],
      platformSizes: [12_345_678],
      pushedAt: '2026-03-04T05:06:07.000Z',
      tags: ['sha-0123456', 'latest'],
      version: 'sha-0123456',
      fixedTag: 'sha-0123456',
      imageTag: `${uri}:sha-0123456`,
      consoleUrl: `https://eu-west-1.console.aws.amazon.com/ecr/repositories/private/123456789012/team/app/_/image/${digest(1)}/details?region=eu-west-1`,
      destinations: [],
      destinationStates: [],
      reused: false,
      candidateRemoved: false,
      smokeTests: [],
      smokeOutcomes: [],
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
      repositoryMutability: 'mutable',
      repositoryEncryption: null,
      repositoryScanning: null,
      repositoryLifecycle: null,
      repositoryPush: [],
      repositoryPull: [],
      repositoryOpenTo: [],
      builder: 'buildx 0.30.1, driver docker-container',
      commands: [`docker buildx build --output type=image,name=${uri},push=true --build-arg TOKEN=… .`],
      startedAt: '2026-03-04T05:05:00.000Z',
      finishedAt: '2026-03-04T05:06:14.500Z',
      planMs: 120,
      loginMs: 340,
      collectMs: null,
      copyMs: null,
      decideMs: null,
      buildMs: 42_120,
      smokeMs: null,
      joinMs: null,
      verifyMs: 150,
      sizeMs: null,
      scanMs: 31_400,
      baselineMs: null,
      judgeMs: null,
      tagMs: 210,
      handOverMs: null,
      cleanUpMs: null,
    });
  });

  test('a run that got nowhere', () => {
    expect(resultFileOf(reports['nothing-reached'])).toEqual({
      schemaVersion: 2,
      succeeded: false,
      errorCode: 'invalid-input',
      error:
        'Input push is "<yes>"; allowed: true or false.\nCorrect it in the step. More: docs/errors.md#invalid-input',
      repository: null,
      uri: null,
      accountId: null,
      region: null,
      digest: null,
      image: null,
      candidateDigest: null,
      imageId: null,
      mediaType: null,
      size: null,
      sizeChange: null,
      platforms: [],
      platformDigests: [],
      platformSizes: [],
      pushedAt: null,
      tags: [],
      version: null,
      fixedTag: null,
      imageTag: null,
      consoleUrl: null,
      destinations: [],
      destinationStates: [],
      reused: false,
      candidateRemoved: false,
      smokeTests: [],
      smokeOutcomes: [],
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
      repositoryMutability: null,
      repositoryEncryption: null,
      repositoryScanning: null,
      repositoryLifecycle: null,
      repositoryPush: [],
      repositoryPull: [],
      repositoryOpenTo: [],
      builder: null,
      commands: [],
      startedAt: '2026-03-04T05:05:00.000Z',
      finishedAt: '2026-03-04T05:05:00.130Z',
      planMs: null,
      loginMs: null,
      collectMs: null,
      copyMs: null,
      decideMs: null,
      buildMs: null,
      smokeMs: null,
      joinMs: null,
      verifyMs: null,
      sizeMs: null,
      scanMs: null,
      baselineMs: null,
      judgeMs: null,
      tagMs: null,
      handOverMs: null,
      cleanUpMs: null,
    });
  });

  const some: Readonly<Partial<Record<ReportName, object>>> = {
    'policy-failed-exceptions': {
      verdict: 'failed',
      caller: 'arn:aws:sts::123456789012:assumed-role/ship/run',
      breaches: ['1 HIGH finding, none allowed: CVE-2026-0002 in openssl (linux/amd64)'],
      findings: [
        {
          ...finding('0001', 'critical', 'libc6'),
          installed: '2.39',
          uri: 'javascript:alert(1)',
          standing: 'excepted',
          reason: 'not reachable from outside',
        },
        {
          ...finding('0002', 'high', 'openssl'),
          installed: '3.0.2-0ubuntu1.18',
          fixedIn: '3.0.2-0ubuntu1.19',
          fixable: 'yes',
          uri: 'https://nvd.nist.gov/vuln/detail/CVE-2026-0002',
        },
        { ...finding('0008', 'high', 'glibc'), installed: '2.39', fixable: 'no', standing: 'not-fixable' },
        { ...finding('0007', 'medium', 'curl'), installed: '8.0', fixable: 'yes' },
        { ...finding('0004', 'low', 'zlib'), installed: '1.3' },
        { ...finding('0005', 'undefined', 'tar'), severityWord: 'UNTRIAGED' },
      ],
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
      exceptionsIgnored: 'the pull request comes from another repository, stranger/app',
    },
    'policy-failed': {
      succeeded: false,
      errorCode: 'policy-failed',
      verdict: 'failed',
      scanStatus: 'complete',
      digest: null,
      image: null,
      candidateDigest: digest(1),
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
    expect(result['findings']).toHaveLength(23);
  });

  test('has the same keys in every run, one level but for the findings, nothing that JSON would drop', () => {
    const keys = Object.keys(resultFileOf(reports.passed));
    for (const report of Object.values(reports)) {
      const result = resultFileOf(report);
      expect(Object.keys(result)).toEqual(keys);
      expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
      for (const [key, value] of Object.entries(result)) {
        if (key === 'findings') continue;
        const flat = (one: unknown) => ['string', 'number', 'boolean'].includes(typeof one);
        expect(value === null || flat(value) || (Array.isArray(value) && value.every(flat))).toBe(true);
      }
    }
  });
});
