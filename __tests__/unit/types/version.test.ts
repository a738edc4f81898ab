import { describe, expect, test } from '@jest/globals';
import { compareVersions, parseVersion, type VersionScheme } from '../../../src/types/version.ts';

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

test('build metadata makes no version higher', () => {
  const [a, b] = ['1.2.3+1', '1.2.3+2'].map((raw) => parseVersion('semver', raw)!);
  expect(compareVersions(a!, b!)).toBe(0);
});
