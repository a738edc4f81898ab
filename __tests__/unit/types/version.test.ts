import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  compareVersions,
  isPreRelease,
  parseVersion,
  versionAtEnd,
  type VersionScheme,
} from '../../../src/types/version.ts';

describe('parseVersion', () => {
  test.each<{ scheme: VersionScheme; raw: string; version: string; parts: number[]; isFinal: boolean }>([
    { scheme: 'semver', raw: '1.2.3', version: '1.2.3', parts: [1, 2, 3], isFinal: true },
    { scheme: 'semver', raw: 'v1.2.3', version: '1.2.3', parts: [1, 2, 3], isFinal: true },
    { scheme: 'semver', raw: '0.4.1', version: '0.4.1', parts: [0, 4, 1], isFinal: true },
    { scheme: 'semver', raw: 'v1.2.3-rc.2', version: '1.2.3-rc.2', parts: [1, 2, 3], isFinal: false },
    { scheme: 'semver', raw: '1.2.3+build.5', version: '1.2.3', parts: [1, 2, 3], isFinal: true },
    { scheme: 'semver', raw: '1.2.3-0', version: '1.2.3-0', parts: [1, 2, 3], isFinal: false },
    { scheme: 'pep440', raw: '1', version: '1', parts: [1, 0, 0], isFinal: true },
    { scheme: 'pep440', raw: 'v1.2', version: '1.2', parts: [1, 2, 0], isFinal: true },
    { scheme: 'pep440', raw: '1.2.3', version: '1.2.3', parts: [1, 2, 3], isFinal: true },
    { scheme: 'pep440', raw: '1.2.3.4', version: '1.2.3.4', parts: [1, 2, 3], isFinal: true },
    { scheme: 'pep440', raw: '1.2.3beta2', version: '1.2.3b2', parts: [1, 2, 3], isFinal: false },
    { scheme: 'pep440', raw: '1.0.0-rc.1', version: '1.0.0rc1', parts: [1, 0, 0], isFinal: false },
    { scheme: 'pep440', raw: '1.2post1', version: '1.2.post1', parts: [1, 2, 0], isFinal: false },
    { scheme: 'pep440', raw: '1.2.dev3', version: '1.2.dev3', parts: [1, 2, 0], isFinal: false },
    { scheme: 'pep440', raw: '1.2.3+Local-1', version: '1.2.3+local.1', parts: [1, 2, 3], isFinal: true },
    { scheme: 'pep440', raw: '1!2.0', version: '1!2.0', parts: [2, 0, 0], isFinal: true },
  ])('$scheme $raw', ({ scheme, raw, version, parts, isFinal }) => {
    const [major, minor, patch] = parts;
    expect(parseVersion(scheme, raw)).toEqual({ scheme, raw, version, major, minor, patch, isFinal });
  });

  test('blanks around it are no part of it', () => {
    expect(parseVersion('semver', ' v1.2.3 ')?.raw).toBe('v1.2.3');
    expect(parseVersion('pep440', ' 1.2 ')?.version).toBe('1.2');
  });

  test.each<{ scheme: VersionScheme; raw: string }>([
    { scheme: 'semver', raw: 'v1.2' },
    { scheme: 'semver', raw: '1' },
    { scheme: 'semver', raw: '01.2.3' },
    { scheme: 'semver', raw: '1.2.3.4' },
    { scheme: 'semver', raw: '=1.2.3' },
    { scheme: 'semver', raw: 'app-1.2.3' },
    { scheme: 'semver', raw: 'latest' },
    { scheme: 'semver', raw: '' },
    { scheme: 'semver', raw: '9007199254740993.0.0' },
    { scheme: 'pep440', raw: 'latest' },
    { scheme: 'pep440', raw: '' },
    { scheme: 'pep440', raw: '1.2.x' },
    { scheme: 'pep440', raw: '1.2+' },
  ])('$scheme: $raw is none', ({ scheme, raw }) => {
    expect(parseVersion(scheme, raw)).toBeUndefined();
  });
});

test.each<{ scheme: VersionScheme; ascending: string[] }>([
  { scheme: 'semver', ascending: ['1.2.3-rc.2', '1.2.3-rc.10', '1.2.3', '1.2.10', '1.10.0', '2.0.0'] },
  { scheme: 'pep440', ascending: ['1.2.dev1', '1.2a1', '1.2rc1', '1.2', '1.2.post1', '1.10', '2', '1!0.1'] },
])('$scheme compares numbers as numbers', ({ scheme, ascending }) => {
  const versions = ascending.map((raw) => parseVersion(scheme, raw)!);
  for (const [index, version] of versions.entries()) {
    for (const [other, rival] of versions.entries())
      expect(Math.sign(compareVersions(version, rival))).toBe(Math.sign(index - other));
  }
});

describe('the version at the end of a text', () => {
  test.each([
    { text: 'v1.2.3', version: '1.2.3', isPre: false },
    { text: 'app/v1.2.3', version: '1.2.3', isPre: false },
    { text: 'release-1.2.3.4', version: '1.2.3.4', isPre: false },
    { text: '2.3.0+cu118', version: '2.3.0+cu118', isPre: false },
    { text: '1.2.3.post1', version: '1.2.3.post1', isPre: false },
    { text: 'lobu-v15.0.0-beta.1', version: '15.0.0-beta.1', isPre: true },
    { text: '@scope/pkg@1.0.0-next.3', version: '1.0.0-next.3', isPre: true },
    { text: 'v0.2.1.0-rc1', version: '0.2.1.0-rc1', isPre: true },
    { text: 'app_v1.0.0_rc1', version: '1.0.0_rc1', isPre: true },
    { text: 'releasev1.2.3-rc.1', version: '1.2.3-rc.1', isPre: true },
    { text: 'go1.22rc1', version: '1.22rc1', isPre: true },
    { text: 'v2-beta', version: '2-beta', isPre: true },
    { text: 'v1.2-SNAPSHOT', version: '1.2-SNAPSHOT', isPre: true },
    { text: '1.0.0.CR1', version: '1.0.0.CR1', isPre: true },
    { text: 'node-18-v1.2.3-rc.1', version: '1.2.3-rc.1', isPre: true },
    { text: '2026.01.15-rc.1', version: '2026.01.15-rc.1', isPre: true },
    { text: 'v1.2.3rc1-alpine', version: '1.2.3rc1-alpine', isPre: true },
  ])('$text', ({ text, version, isPre }) => {
    expect(versionAtEnd(text)).toMatchObject({ text: version, isPreRelease: isPre });
    expect(isPreRelease(text)).toBe(isPre);
  });

  test.each(['stable', 'march-release', 'k8s', 'build-f3a', 'x-1a2b3c4', 'v1.2.x', ''])(
    '%s has none',
    (text) => {
      expect(versionAtEnd(text)).toBeUndefined();
      expect(isPreRelease(text)).toBe(false);
    },
  );

  test.each([
    'nightly',
    'app-nightly',
    'nightly-2026-01-15',
    'canary.3',
    'rc1',
    'release-candidate-2',
    'EDGE',
  ])('%s is a channel of pre-releases', (text) => {
    expect(isPreRelease(text)).toBe(true);
  });

  test.each(['edge-1.2.3', 'alphabet', 'predev', 'next-door', 'chart-dev-1.2.3'])('%s is none', (text) => {
    expect(isPreRelease(text)).toBe(false);
  });

  test('no tag makes the search slow', () => {
    const pieces = fc.constantFrom('1', '0', '.', '-', 'rc', 'a', 'v', '+', 'beta', '!');
    const long = fc.array(pieces, { minLength: 200, maxLength: 250 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(long, (text) => typeof isPreRelease(text) === 'boolean'),
      { numRuns: 300 },
    );
    expect(isPreRelease(`1rc${'1'.repeat(5000)}!`)).toBe(false);
  });
});

test('build metadata makes no version higher', () => {
  const [a, b] = ['1.2.3+1', '1.2.3+2'].map((raw) => parseVersion('semver', raw)!);
  expect(compareVersions(a!, b!)).toBe(0);
});
