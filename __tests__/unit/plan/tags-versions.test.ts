import { describe, expect, test } from '@jest/globals';
import { sampleCommit, type SampleEvent } from '../../../scripts/sample-events.ts';
import type { Source } from '../../../src/types/source.ts';
import { plan, shown, sourceAt } from '../support/planned.ts';

describe('versions', () => {
  test.each<{ rule: string; version: string; names: string }>([
    { rule: 'pattern={{raw}}', version: 'v1.4.2', names: 'v1.4.2! latest' },
    { rule: 'pattern={{raw}}', version: 'v1.4.2-rc.1', names: 'v1.4.2-rc.1!' },
    { rule: 'pattern=v{{version}}', version: 'v1.4.2-rc.1', names: 'v1.4.2-rc.1!' },
    { rule: 'pattern=v{{major}}.{{minor}}-x', version: '1.4.2-rc.1', names: 'v1.4.2-rc.1-x!' },
    { rule: 'pattern={{major}}.{{minor}}.{{patch}}', version: '1.4.2-rc.1', names: '1.4.2-rc.1!' },
    { rule: 'pattern={{ major }}.{{ minor }}', version: '1.4.2-rc.1', names: '1.4.2-rc.1!' },
    { rule: 'pattern={{major}}.{{minor}}.{{patch}}', version: '1.4.2', names: '1.4.2! latest' },
    { rule: 'pattern={{patch}}', version: '1.4.2', names: '2 latest' },
    { rule: 'pattern={{major}}', version: '0.4.2', names: '' },
    { rule: 'pattern={{major}}', version: '0.4.2-rc.1', names: '0.4.2-rc.1!' },
    { rule: 'pattern={{major}}.{{minor}}', version: '0.4.2', names: '0.4 latest' },
    { rule: 'pattern=stable', version: '0.4.2', names: 'stable latest' },
    { rule: 'pattern={{version}}', version: '1.4.2-feat/x', names: '1.4.2-feat-x!' },
    { rule: 'pattern={{version}}-{{sha}}', version: '1.4.2', names: '1.4.2-0123456! latest' },
    { rule: 'pattern={{version}},match=^app/v(.*)$', version: 'app/v1.4.2', names: '1.4.2! latest' },
    { rule: 'pattern={{version}}', version: 'app/v1.4.2', names: '' },
    { rule: 'pattern={{version}}', version: '1.4.2+a.b', names: '1.4.2! latest' },
  ])('type=semver,$rule for $version: $names', ({ rule, version, names }) => {
    expect(shown(plan(`type=semver,value=${version},${rule}`, 'push to the default branch'))).toBe(names);
  });

  test.each<{ pattern: string; version: string; names: string }>([
    { pattern: '{{version}}', version: '1.2.3beta2', names: '1.2.3b2!' },
    { pattern: 'v{{major}}.{{minor}}', version: '1.2rc1', names: 'v1.2rc1!' },
    { pattern: '{{major}}.{{minor}}', version: '1.2post1', names: '1.2.post1!' },
    { pattern: '{{major}}', version: '1.2.dev3', names: '1.2.dev3!' },
    { pattern: '{{major}}.{{minor}}', version: '1.2.3.4', names: '1.2 latest' },
    { pattern: '{{version}}', version: '1.2.3+local.1', names: '1.2.3! latest' },
    { pattern: '{{version}}', version: '1!2.0', names: '1-2.0! latest' },
    { pattern: '{{raw}}', version: '1.2post1', names: '1.2post1!' },
  ])('type=pep440,pattern=$pattern for $version: $names', ({ pattern, version, names }) => {
    expect(shown(plan(`type=pep440,value=${version},pattern=${pattern}`, 'schedule'))).toBe(names);
  });

  test.each<{ rule: string; on: SampleEvent; names: string }>([
    {
      rule: String.raw`type=match,pattern=\d+\.\d+\.\d+`,
      on: 'push of a release tag',
      names: '1.4.2! latest',
    },
    { rule: String.raw`type=match,pattern=v(\d+),group=1`, on: 'push of a release tag', names: '1 latest' },
    { rule: String.raw`type=match,pattern=v(\d+),group=1`, on: 'push of a pre-release tag', names: '2' },
    { rule: 'type=match,pattern=.*', on: 'push of a pre-release tag', names: 'v2.0.0-rc.1!' },
    { rule: 'type=match,pattern=(x)?v,group=1', on: 'push of a release tag', names: '' },
    {
      rule: 'type=match,pattern=[a-z]+,value={{branch}}',
      on: 'push to another branch',
      names: 'feat latest',
    },
    { rule: 'type=ref,event=tag', on: 'push of a pre-release tag', names: 'v2.0.0-rc.1!' },
  ])('$rule on $on: $names', ({ rule, on, names }) => {
    expect(shown(plan(rule, on))).toBe(names);
  });
});

test.each([
  { tag: 'v1', names: 'v1 latest' },
  { tag: '1.4', names: '1.4 latest' },
  { tag: 'latest', names: 'latest' },
  { tag: 'nightly', names: 'nightly! latest' },
  { tag: 'v1.4.2', names: 'v1.4.2! latest' },
])('the git tag $tag is meant to move if it is part of a version', ({ tag, names }) => {
  const source: Source = { ...sourceAt('release'), ref: { kind: 'tag', name: tag } };
  expect(shown(plan('type=ref,event=tag', source))).toBe(names);
});

describe('what is bound to a commit or a version should never move', () => {
  test.each([
    { rule: 'type=sha', names: 'sha-0123456!' },
    { rule: 'type=sha,format=long,prefix=', names: `${sampleCommit}!` },
    { rule: 'type=ref,event=branch,suffix=-{{sha}}', names: 'main-0123456!' },
    { rule: 'x,prefix={{sha}}-', names: '0123456-x!' },
    { rule: 'build-{{sha}}', names: 'build-0123456!' },
    { rule: '1.2.3', names: '1.2.3!' },
    { rule: 'v1.2.3-alpine', names: 'v1.2.3-alpine!' },
    { rule: '1.2', names: '1.2' },
    { rule: 'latest', names: 'latest' },
    { rule: "{{date 'YYYYMMDD'}}", names: '20260304' },
  ])('$rule: $names', ({ rule, names }) => {
    expect(shown(plan(rule, 'push to the default branch'))).toBe(names);
  });
});

describe('latest=highest: what each name claims', () => {
  const claims = (tags: string, flavor = 'latest=highest') =>
    plan(tags, 'release', flavor).names.map(({ tag, claim }) =>
      claim === undefined ? [tag] : [tag, claim.version.version, claim.within, claim.before, claim.after],
    );

  test('a part of a version claims to be the highest within that part, latest of all', () => {
    expect(
      claims(
        'type=semver,pattern={{version}}\ntype=semver,pattern={{major}}.{{minor}}\ntype=semver,pattern={{major}}\ntype=sha',
      ),
    ).toEqual([
      ['1.4.2', '1.4.2', 'all', '', ''],
      ['1.4', '1.4.2', 'minor', '', ''],
      ['1', '1.4.2', 'major', '', ''],
      ['sha-0123456'],
      ['latest', '1.4.2', 'all', '', ''],
    ]);
  });

  test('what stands around the version tells the tags of one image from those of another', () => {
    expect(
      claims('type=semver,pattern=v{{major}}-alpine', 'latest=highest\nprefix=app-,onlatest=true'),
    ).toEqual([
      ['app-v1-alpine', '1.4.2', 'major', 'app-v', '-alpine'],
      ['app-latest', '1.4.2', 'all', 'app-v', '-alpine'],
    ]);
  });

  test('a raw latest keeps to the claim too', () => {
    expect(claims('latest\ntype=ref,event=tag')).toEqual([
      ['v1.4.2', '1.4.2', 'all', 'v', ''],
      ['latest', '1.4.2', 'all', 'v', ''],
    ]);
  });

  test('without it nothing is claimed', () => {
    expect(claims('type=semver,pattern={{major}}', '')).toEqual([['1'], ['latest']]);
  });
});
