import { describe, expect, test } from '@jest/globals';
import { sampleCommit, sampleEvents, type SampleEvent } from '../../../scripts/sample-events.ts';
import { sourceOf } from '../../../src/plan/source.ts';
import type { Source } from '../../../src/types/source.ts';
import { plan, shown, sourceAt } from '../support/planned.ts';
import { placeAt } from '../support/values.ts';

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
    { rule: 'pattern={{major}}', version: '0.4.2', names: '0 latest' },
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
    { pattern: '{{version}}', version: '1.2.3+local.1', names: '1.2.3-local.1! latest' },
    { pattern: '{{version}}', version: '2.3.0+cu118', names: '2.3.0-cu118! latest' },
    { pattern: '{{version}}', version: '2.3.0+cu121', names: '2.3.0-cu121! latest' },
    { pattern: '{{major}}.{{minor}}.{{patch}}', version: '2.3.0+cu121', names: '2.3.0 latest' },
    { pattern: '{{major}}.{{minor}}.{{patch}}', version: '1.2.3.4', names: '1.2.3 latest' },
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
    { rule: String.raw`type=match,pattern=v(\d+),group=1`, on: 'push of a pre-release tag', names: '' },
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
  { tag: 'stable', names: 'stable latest' },
  { tag: 'march-release', names: 'march-release latest' },
  { tag: 'v1.4.2', names: 'v1.4.2! latest' },
  { tag: 'chart-1.2.3', names: 'chart-1.2.3! latest' },
  { tag: 'app/v1.2.3', names: 'app-v1.2.3! latest' },
  // As a git tag, a date is a version.
  { tag: '2026.03', names: '2026.03! latest' },
  { tag: 'v2026.03.04', names: 'v2026.03.04! latest' },
  { tag: '20260304', names: '20260304! latest' },
  { tag: 'release-2026-03-04', names: 'release-2026-03-04! latest' },
  // A channel of pre-releases, whose git tag is moved.
  { tag: 'nightly', names: 'nightly' },
  { tag: 'app-canary', names: 'app-canary' },
  // Pre-releases, wherever their version stands.
  { tag: 'lobu-v15.0.0-beta.1', names: 'lobu-v15.0.0-beta.1!' },
  { tag: 'v1.2.3rc1', names: 'v1.2.3rc1!' },
  { tag: 'v0.2.1.0-rc1', names: 'v0.2.1.0-rc1!' },
  { tag: 'pkg@1.0.0-rc.1', names: 'pkg-1.0.0-rc.1!' },
  { tag: 'mod/v2.0.0-alpha', names: 'mod-v2.0.0-alpha!' },
])('the git tag $tag moves by what it holds, and gives latest for a release: $names', ({ tag, names }) => {
  const source: Source = { ...sourceAt('release'), ref: { kind: 'tag', name: tag } };
  expect(shown(plan('type=ref,event=tag', source))).toBe(names);
});

describe('a pre-release gives no latest and no part of its version, however it is told', () => {
  const rules = [
    'type=semver,pattern={{version}}',
    'type=semver,pattern={{major}}.{{minor}}',
    'type=semver,pattern=stable',
    'type=ref,event=tag',
  ].join('\n');
  const tagged = (name: string, isMarkedPreRelease = false): Source => ({
    ...sourceAt('release'),
    ref: { kind: 'tag', name },
    isMarkedPreRelease,
  });

  test('a release that is marked as one', () => {
    expect(shown(plan(rules, tagged('v1.4.2', true)))).toBe('1.4.2! v1.4.2!');
    expect(shown(plan(rules, tagged('v1.4.2')))).toBe('1.4.2! 1.4 stable v1.4.2! latest');
    expect(shown(plan(rules, tagged('v1.4.2', true), 'latest=true'))).toBe('1.4.2! v1.4.2! latest');
  });

  test('as its payload says it', () => {
    const marked = (prerelease: boolean) => {
      const event = sampleEvents.release;
      const payload = { ...(event.payload as object), release: { tag_name: 'v1.4.2', prerelease } };
      return sourceOf({ ...event, payload }, placeAt(undefined));
    };
    expect(shown(plan('type=ref,event=tag', marked(true)))).toBe('v1.4.2!');
    expect(shown(plan('type=ref,event=tag', marked(false)))).toBe('v1.4.2! latest');
  });

  test.each([
    { rule: String.raw`type=match,pattern=\d+\.\d+\.\d+`, names: '1.2.3!' },
    { rule: String.raw`type=match,pattern=v(\d+\.\d+),group=1`, names: '' },
    { rule: 'type=semver,pattern={{version}},match=^v([0-9.]+)', names: '1.2.3!' },
    { rule: 'type=semver,pattern={{major}},match=^v([0-9.]+)', names: '' },
    { rule: 'type=pep440,pattern={{version}}', names: '1.2.3rc1!' },
    { rule: 'type=raw,value=latest', names: 'latest' },
  ])('$rule for v1.2.3-rc.1: $names', ({ rule, names }) => {
    expect(shown(plan(rule, tagged('v1.2.3-rc.1')))).toBe(names);
  });

  test('latest=highest compares versions behind a word', () => {
    expect(plan('type=ref,event=tag', tagged('app-v1.2.3'), 'latest=highest').tags).toMatchObject([
      { tag: 'app-v1.2.3', claim: { within: 'all', before: 'app-v', after: '' } },
      { tag: 'latest', claim: { within: 'all', before: 'app-v', after: '' } },
    ]);
  });
});

describe('a name without what tells it from others is none', () => {
  test.each<{ rule: string; on: SampleEvent; names: string }>([
    { rule: '{{branch}}-amd64', on: 'pull_request', names: '' },
    { rule: '{{branch}}-amd64', on: 'push to the default branch', names: 'main-amd64' },
    { rule: '{{branch}}{{tag}}-amd64', on: 'push of a release tag', names: 'v1.4.2-amd64!' },
    { rule: 'amd64,prefix={{branch}}-', on: 'pull_request', names: '' },
    { rule: 'type=sha,prefix={{branch}}-', on: 'pull_request', names: '0123456!' },
    { rule: '{{branch}}-{{sha}}', on: 'pull_request', names: '0123456!' },
    { rule: 'type=raw,value=', on: 'pull_request', names: '' },
  ])('$rule on $on: $names', ({ rule, on, names }) => {
    expect(shown(plan(rule, on))).toBe(names);
  });
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
    { rule: 'app-1.2.3', names: 'app-1.2.3!' },
    { rule: '1.2-alpine', names: '1.2-alpine' },
    { rule: '1.2rc1', names: '1.2rc1!' },
    { rule: `x-${'ab'.repeat(20)}`, names: `x-${'ab'.repeat(20)}!` },
    { rule: "{{date 'YYYYMMDD'}}", names: '20260304' },
    { rule: "{{date 'YYYY.MM.DD'}}", names: '2026.03.04' },
    { rule: "{{date 'YYYY.M.D'}}", names: '2026.3.4' },
    { rule: "v{{date 'YYYY.MM.DD.HHmm'}}", names: 'v2026.03.04.0505' },
    { rule: "1.2.3-{{date 'YYYYMMDD'}}", names: '1.2.3-20260304!' },
    { rule: "{{sha}}-{{date 'X'}}", names: '0123456-1772600700!' },
    { rule: '2026.11.15', names: '2026.11.15' },
    { rule: '15.11.2026', names: '15.11.2026' },
    { rule: 'nightly-2026-11-15', names: 'nightly-2026-11-15' },
    { rule: 'app-1.2.3,moves=true', names: 'app-1.2.3' },
    { rule: "{{date 'YYYYMMDD'}},moves=FALSE", names: '20260304!' },
    { rule: 'type=sha,moves=true', names: 'sha-0123456' },
  ])('$rule: $names', ({ rule, names }) => {
    expect(shown(plan(rule, 'push to the default branch'))).toBe(names);
  });
});

describe('latest=highest: what each name claims', () => {
  const claims = (tags: string, flavor = 'latest=highest') =>
    plan(tags, 'release', flavor).tags.map(({ tag, claim }) =>
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

test.each([
  { rule: 'type=match,pattern=(a+)+$', about: '/(a+)+$/' },
  { rule: 'type=semver,pattern={{version}},match=^((a+)+)$', about: '/^((a+)+)$/' },
])('an expression that a git tag keeps busy for ever ends the run: $rule', ({ rule, about }) => {
  const name = `${'a'.repeat(100)}b`;
  const source = sourceOf(
    { ...sampleEvents['push of a release tag'], ref: `refs/tags/${name}` },
    placeAt(sampleCommit),
  );
  expect(() => plan(rule, source)).toThrow(
    `a regular expression that comes to an end: ${about} was still trying`,
  );
});
