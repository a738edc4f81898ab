import { describe, expect, test } from '@jest/globals';
import { keptBackBy } from '../../../src/publish/highest.ts';
import type { PlannedTag, VersionClaim } from '../../../src/types/plan.ts';
import { parseVersion, type VersionScheme } from '../../../src/types/version.ts';
import { tag } from '../support/values.ts';

interface Claimed {
  readonly version: string;
  readonly within?: VersionClaim['within'];
  readonly before?: string;
  readonly after?: string;
  readonly scheme?: VersionScheme;
}

function name({ version, within = 'all', before = '', after = '', scheme = 'semver' }: Claimed): PlannedTag {
  const claim = { version: parseVersion(scheme, version)!, within, before, after };
  return { tag: tag('latest'), kind: 'moving', claim };
}

describe('keptBackBy', () => {
  test.each<{ what: string; claim: Claimed; tags: string[]; by: string | undefined }>([
    { what: 'an empty repository', claim: { version: '1.4.2' }, tags: [], by: undefined },
    { what: 'lower versions', claim: { version: '1.4.2' }, tags: ['1.4.1', '0.9.0', '1.4.2'], by: undefined },
    { what: 'a higher version', claim: { version: '1.4.2' }, tags: ['1.4.1', '2.0.0'], by: '2.0.0' },
    { what: 'numbers are compared as numbers', claim: { version: '1.9.0' }, tags: ['1.10.0'], by: '1.10.0' },
    { what: 'a pre-release is no rival', claim: { version: '1.4.2' }, tags: ['2.0.0-rc.1'], by: undefined },
    {
      what: 'part of a version is none',
      claim: { version: '1.4.2' },
      tags: ['2', '2.0', 'v3'],
      by: undefined,
    },
    {
      what: 'tags that are no versions',
      claim: { version: '1.4.2' },
      tags: ['latest', 'main', 'sha-9999999', 'pr-9', '20260304', 'sha256-99'],
      by: undefined,
    },
    {
      what: 'the other major version',
      claim: { version: '1.4.2', within: 'major' },
      tags: ['2.0.0'],
      by: undefined,
    },
    {
      what: 'the same major version',
      claim: { version: '1.4.2', within: 'major' },
      tags: ['1.5.0'],
      by: '1.5.0',
    },
    {
      what: 'the other minor version',
      claim: { version: '1.4.2', within: 'minor' },
      tags: ['1.5.0', '2.4.3'],
      by: undefined,
    },
    {
      what: 'the same minor version',
      claim: { version: '1.4.2', within: 'minor' },
      tags: ['1.4.10'],
      by: '1.4.10',
    },
    {
      what: 'another prefix',
      claim: { version: '1.4.2', before: 'api-v' },
      tags: ['web-v2.0.0', 'v2.0.0', '2.0.0'],
      by: undefined,
    },
    {
      what: 'the same prefix',
      claim: { version: '1.4.2', before: 'api-v' },
      tags: ['api-v2.0.0'],
      by: 'api-v2.0.0',
    },
    {
      what: 'another suffix',
      claim: { version: '1.4.2' },
      tags: ['2.0.0-alpine', '2.0.0-debian'],
      by: undefined,
    },
    {
      what: 'the same suffix',
      claim: { version: '1.4.2', after: '-alpine' },
      tags: ['2.0.0', '2.0.0-alpine'],
      by: '2.0.0-alpine',
    },
    {
      what: 'prefix and suffix that overlap in a short tag',
      claim: { version: '1.4.2', before: 'a-', after: '-a' },
      tags: ['a-a', 'a-', '-a'],
      by: undefined,
    },
    { what: 'PEP 440', claim: { version: '1.2', scheme: 'pep440' }, tags: ['1.1', '1.10'], by: '1.10' },
    {
      what: 'PEP 440: what is no release',
      claim: { version: '1.2', scheme: 'pep440' },
      tags: ['1.3rc1', '1.3.dev1', '1.3.post1', 'sha-99'],
      by: undefined,
    },
  ])('$what', ({ claim, tags, by }) => {
    expect(keptBackBy(name(claim), tags)).toBe(by);
  });

  test('a name that never moves, or claims nothing, is not kept back', () => {
    const { claim } = name({ version: '1.4.2' });
    expect(keptBackBy({ tag: tag('1.4.2'), kind: 'fixed', claim: claim! }, ['2.0.0'])).toBeUndefined();
    expect(keptBackBy({ tag: tag('latest'), kind: 'moving' }, ['2.0.0'])).toBeUndefined();
  });
});
