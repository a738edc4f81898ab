import { describe, expect, test } from '@jest/globals';
import { resultFileOf } from '../../../src/report/result-file.ts';
import { reports, type ReportName } from '../support/reports.ts';
import { commit, digest, host } from '../support/values.ts';

const uri = `${host}/team/app`;

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
      commit,
      event: 'push',
      runUrl: 'https://github.com/o/r/actions/runs/4711',
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
      nameMs: 210,
      cleanUpMs: null,
    });
  });

  test('a run that got nowhere', () => {
    expect(resultFileOf(reports['nothing-reached'])).toEqual({
      schemaVersion: 1,
      succeeded: false,
      errorCode: 'invalid-input',
      error: 'Input push is "<yes>"; allowed: true or false. Correct it in the step.',
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
      commit: null,
      event: null,
      runUrl: null,
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
      nameMs: null,
      cleanUpMs: null,
    });
  });

  const some: Readonly<Partial<Record<ReportName, object>>> = {
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
    'naming-failed': { succeeded: false, errorCode: 'tag-taken', verdict: 'passed', tags: ['sha-0123456'] },
    'build-failed': { succeeded: false, errorCode: 'build-failed', uri, digest: null, image: null },
    'pushed-not-verified': { succeeded: false, digest: digest(1), image: `${uri}@${digest(1)}`, size: null },
  };

  test.each(Object.entries(some))('%s', (name, fields) => {
    expect(resultFileOf(reports[name as ReportName])).toMatchObject(fields);
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
