import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { search } from '../../../src/adapters/machine/search.ts';
import { reservedFor } from '../../../src/plan/tags/reserved.ts';
import { sampleEvents, sampleHead, type SampleEvent } from '../../../scripts/sample-events.ts';
import { scopeOf } from '../../../src/plan/scope.ts';
import { parseFlavor } from '../../../src/inputs/tags/flavor.ts';
import { planTags } from '../../../src/plan/tags/plan-tags.ts';
import { parseTagRules } from '../../../src/inputs/tags/rules.ts';
import type { Source } from '../../../src/types/source.ts';
import { parsed, plan, planned, shown, sourceAt } from '../support/planned.ts';
import { now } from '../support/values.ts';
import { graphemes } from '../support/texts.ts';

describe('every type of rule on every event', () => {
  // Written from the lowest priority to the highest, so that the order comes from the priorities.
  const everyType = [
    'type=sha',
    'type=raw,value=always',
    'type=ref,event=pr',
    'type=ref,event=tag',
    'type=ref,event=branch',
    'type=edge',
    String.raw`type=match,pattern=v(\d+\.\d+),group=1,prefix=m-`,
    'type=pep440,pattern={{version}},suffix=-py',
    'type=semver,pattern={{version}}',
    'type=semver,pattern={{major}}.{{minor}}',
    'type=semver,pattern=v{{major}}',
    'type=schedule',
  ].join('\n');
  const sha = 'sha-0123456!';

  const table: Readonly<Record<SampleEvent, string>> = {
    'push to the default branch': `edge main always ${sha}`,
    'push to another branch': `feat-login always ${sha}`,
    'push of a release tag': `1.4.2-py! 1.4.2! 1.4 v1 m-1.4 v1.4.2! always ${sha} latest`,
    'push of a pre-release tag': `2.0.0rc1-py! 2.0.0-rc.1! v2.0.0-rc.1! always ${sha}`,
    'push of a tag below 1.0': `0.4.1-py! 0.4.1! 0.4 v0 m-0.4 v0.4.1! always ${sha} latest`,
    'push of a tag with build metadata': `1.4.2-build.5-py! 1.4.2! 1.4 v1 m-1.4 v1.4.2-build.5! always ${sha} latest`,
    'push of a tag of two parts': `1.4-py! m-1.4 v1.4 always ${sha} latest`,
    'push of a tag that is no version': `stable always ${sha} latest`,
    pull_request: `pr-12 always ${sha}`,
    pull_request_target: `pr-12 always`,
    merge_group: `always ${sha}`,
    schedule: `nightly edge main always ${sha}`,
    release: `1.4.2-py! 1.4.2! 1.4 v1 m-1.4 v1.4.2! always ${sha} latest`,
    'workflow_dispatch on a branch': `feat-login always ${sha}`,
    'workflow_dispatch on a tag': `1.4.2-py! 1.4.2! 1.4 v1 m-1.4 v1.4.2! always ${sha} latest`,
    repository_dispatch: `edge main always ${sha}`,
    workflow_run: `edge main always ${sha}`,
    delete: `edge main always ${sha}`,
    'no event': 'always',
  };

  test.each(Object.entries(table))('%s', (event, names) => {
    expect(shown(plan(everyType, event as SampleEvent))).toBe(names);
  });

  test('workflow_run with the checkout at the commit of the run before', () => {
    expect(shown(plan(everyType, sourceAt('workflow_run', sampleHead)))).toBe(
      'feat-login always sha-89abcde!',
    );
  });

  test('each rule is in the outcomes once, by priority, and latest at the end', () => {
    const { rules } = plan(everyType, 'push of a tag of two parts');
    expect(rules.map(({ rule, tag }) => [rule, tag])).toEqual([
      ['type=schedule', undefined],
      ['type=pep440,pattern={{version}},suffix=-py', '1.4-py'],
      ['type=semver,pattern={{version}}', undefined],
      ['type=semver,pattern={{major}}.{{minor}}', undefined],
      ['type=semver,pattern=v{{major}}', undefined],
      [String.raw`type=match,pattern=v(\d+\.\d+),group=1,prefix=m-`, 'm-1.4'],
      ['type=edge', undefined],
      ['type=ref,event=pr', undefined],
      ['type=ref,event=tag', 'v1.4'],
      ['type=ref,event=branch', undefined],
      ['type=raw,value=always', 'always'],
      ['type=sha', 'sha-0123456'],
      ['flavor latest=auto', 'latest'],
    ]);
  });
});

describe('why a rule gave a name or none', () => {
  test.each<{ rule: string; on: SampleEvent; tag?: string; why: string; isSurprise?: boolean }>([
    { rule: 'type=schedule', on: 'pull_request', why: 'the event is pull_request, not schedule' },
    { rule: 'type=schedule', on: 'no event', why: 'the event is unknown, not schedule' },
    { rule: 'type=schedule', on: 'schedule', tag: 'nightly', why: 'the event is schedule' },
    {
      rule: 'type=semver,pattern={{version}}',
      on: 'push of a release tag',
      tag: '1.4.2',
      why: '"v1.4.2" is the version 1.4.2',
    },
    {
      rule: 'type=semver,pattern={{version}}',
      on: 'push of a pre-release tag',
      tag: '2.0.0-rc.1',
      why: '"v2.0.0-rc.1" is the pre-release 2.0.0-rc.1',
    },
    {
      rule: 'type=semver,pattern={{version}}',
      on: 'push of a tag of two parts',
      why: '"v1.4" is not a version of SemVer',
      isSurprise: true,
    },
    {
      rule: 'type=pep440,pattern={{version}}',
      on: 'push of a tag that is no version',
      why: '"stable" is not a version of PEP 440',
      isSurprise: true,
    },
    {
      rule: 'type=semver,pattern={{version}},match=^app/(.*)$',
      on: 'push of a release tag',
      why: String.raw`"v1.4.2" does not match /^app\/(.*)$/`,
      isSurprise: true,
    },
    {
      rule: 'type=semver,pattern={{version}}',
      on: 'push to another branch',
      why: 'the branch feat/login is not a tag, and the rule has no value',
    },
    { rule: 'type=semver,pattern={{version}},value={{tag}}', on: 'schedule', why: 'its value is empty' },
    {
      rule: 'type=semver,pattern=latest',
      on: 'push of a pre-release tag',
      why: 'the tag v2.0.0-rc.1 is a pre-release, and the pattern "latest" has no part of its version',
    },
    {
      rule: '{{branch}}-amd64',
      on: 'pull_request',
      why: '{{branch}} is empty for the pull request 12, so that amd64 would be one tag for all that have none',
    },
    { rule: 'type=match,pattern=x', on: 'push of a release tag', why: '"v1.4.2" does not match /x/' },
    { rule: 'type=edge', on: 'push to the default branch', tag: 'edge', why: 'the branch is main' },
    { rule: 'type=edge', on: 'push to another branch', why: 'the branch is feat/login, not main' },
    { rule: 'type=edge', on: 'merge_group', why: 'the merge queue of main is not a branch' },
    { rule: 'type=ref,event=branch', on: 'pull_request', why: 'the pull request 12 is not a branch' },
    { rule: 'type=ref,event=pr', on: 'no event', why: 'a run without an event is not a pull request' },
    { rule: 'type=sha', on: 'no event', why: 'no commit is known' },
    { rule: '{{tag}} {{tag}}', on: 'schedule', why: '"{{tag}} {{tag}}" is empty for the branch main' },
    { rule: 'type=match,pattern=x*', on: 'release', why: 'what it gives is empty' },
    { rule: '{{branch}}', on: 'release', why: '"{{branch}}" is empty for the tag v1.4.2' },
    { rule: 'x,enable=false', on: 'release', why: 'it is not enabled' },
    {
      rule: 'x,enable={{is_default_branch}}',
      on: 'push to another branch',
      why: '{{is_default_branch}} is false',
    },
    { rule: 'x,enable={{is_default_branch}}', on: 'schedule', tag: 'x', why: 'it is always given' },
  ])('$rule on $on', ({ rule, on, tag, why, isSurprise = false }) => {
    expect(plan(rule, on).rules[0]).toEqual({ rule, tag, why, isSurprise });
  });

  test('a name that two rules give is there once, and the second one says so', () => {
    const { tags, rules } = plan('main\ntype=ref,event=branch', 'push to the default branch');
    expect(tags).toEqual([{ tag: 'main', kind: 'moving', isOfRef: true }]);
    expect(rules[1]).toMatchObject({
      rule: 'main',
      tag: 'main',
      why: 'it is always given; another rule gives it too',
    });
  });

  test('the default branch is not guessed', () => {
    const source = sourceAt('push to the default branch');
    const unknown = { ...source, repository: { ...source.repository, defaultBranch: undefined } };
    expect(plan('type=edge', unknown).rules[0]?.why).toBe(
      'the default branch is not known; name it with branch=',
    );
    expect(shown(plan('type=edge,branch=main', unknown))).toBe('edge');
  });
});

describe('flavor', () => {
  const release = 'type=semver,pattern={{version}}\ntype=sha\nx,prefix=,suffix=';

  test.each([
    { flavor: 'latest=auto', names: '1.4.2! x sha-0123456! latest' },
    { flavor: 'latest=false', names: '1.4.2! x sha-0123456!' },
    { flavor: 'prefix=a-', names: 'a-1.4.2! x sha-0123456! latest' },
    { flavor: 'prefix=a-,onlatest=true', names: 'a-1.4.2! x sha-0123456! a-latest' },
    { flavor: 'suffix=-b,onlatest=true', names: '1.4.2-b! x sha-0123456-b! latest-b' },
    { flavor: 'prefix={{sha}}-,onlatest=true', names: '0123456-1.4.2! x sha-0123456! 0123456-latest' },
  ])('$flavor', ({ flavor, names }) => {
    expect(shown(plan(release, 'push of a release tag', flavor))).toBe(names);
  });

  test.each<{ tags: string; flavor: string; on: SampleEvent; names: string; why: string }>([
    {
      tags: 'type=sha',
      flavor: 'latest=true',
      on: 'pull_request',
      names: 'sha-0123456! latest',
      why: 'it is always given',
    },
    {
      tags: 'type=ref,event=tag',
      flavor: 'latest=true',
      on: 'pull_request',
      names: '',
      why: 'there is no other tag',
    },
    {
      tags: 'type=sha',
      flavor: 'latest=false',
      on: 'release',
      names: 'sha-0123456!',
      why: 'it is switched off',
    },
    {
      tags: 'type=raw,value=foo,priority=2000\ntype=semver,pattern={{version}}',
      flavor: '',
      on: 'release',
      names: 'foo 1.4.2!',
      why: 'foo, the first of the tags, is not a release that a version or a git tag gives',
    },
    {
      tags: 'latest\ntype=semver,pattern={{version}}',
      flavor: 'latest=true',
      on: 'release',
      names: '1.4.2! latest',
      why: 'it is always given',
    },
    {
      tags: 'type=ref,event=tag',
      flavor: 'latest=highest',
      on: 'push of a tag that is no version',
      names: 'stable',
      why: 'stable, the first of the tags, holds no version that could be compared',
    },
    {
      tags: 'type=ref,event=tag',
      flavor: 'latest=highest',
      on: 'release',
      names: 'v1.4.2! latest',
      why: 'only if ECR holds no higher version than 1.4.2',
    },
    {
      tags: 'type=ref,event=tag',
      flavor: 'latest=highest',
      on: 'push of a pre-release tag',
      names: 'v2.0.0-rc.1!',
      why: 'the tag v2.0.0-rc.1 is a pre-release',
    },
  ])('$tags with $flavor on $on', ({ tags, flavor, on, names, why }) => {
    const result = plan(tags, on, flavor);
    expect(shown(result)).toBe(names);
    expect(result.rules.at(-1)?.why).toBe(why);
  });
});

describe('errors name the rule', () => {
  test.each([
    {
      tags: 'type=sha,enable={{branch}}',
      says: 'in the rule "type=sha,enable={{branch}}" enable to give true or false, not "main"',
    },
    { tags: 'x-{{brunch}}', says: 'in the rule "x-{{brunch}}" the expressions branch, tag,' },
    { tags: 'x,prefix={{brunch}}', says: 'not "brunch" (did you mean branch?)' },
    { tags: 'x,suffix={{sha', says: 'in the rule "x,suffix={{sha" expressions that are closed' },
    { tags: 'type=semver,value=1.2.3,pattern={{mayor}}', says: 'not "mayor" (did you mean major?)' },
    { tags: 'x,enable={{commit_date}}', says: '{{commit_date}} only where the commit is known' },
    { tags: "{{date 'YYYY' tz='Mars'}}", says: 'a time zone such as UTC' },
  ])('$tags', ({ tags, says }) => {
    const source = sourceAt('push to the default branch');
    expect(
      planTags(parsed(parseTagRules(tags)), {
        flavor: parsed(parseFlavor('')),
        source,
        scope: scopeOf(source, now),
        search,
      }),
    ).toEqual({
      ok: false,
      allowed: expect.stringContaining(says),
    });
  });
});

/** The tags of a plan, or the one that a branch does not get by being pushed. */
function tagsOrRefused(make: () => { readonly tags: readonly { readonly tag: string }[] }): {
  readonly tags: readonly string[];
  readonly refused?: string;
} {
  try {
    return { tags: make().tags.map(({ tag }) => tag) };
  } catch (error) {
    const { allowed = '' } = JSON.parse((error as Error).message) as { readonly allowed?: string };
    const refused = /itself; "([^"]+)" speaks of /.exec(allowed)?.[1];
    if (refused === undefined) throw error;
    return { tags: [], refused };
  }
}

describe('whatever the names of branches, prefixes and suffixes', () => {
  const text = graphemes({ maxLength: 200 });
  const flavor = parsed(parseFlavor('latest=true'));
  const on = (name: string): Source => ({
    ...sourceAt('push to the default branch'),
    ref: { kind: 'branch', name },
  });

  test('every tag is legal and there once', () => {
    const rules = parsed(parseTagRules('type=ref,event=branch\nx-{{branch}}\ntype=sha'));
    const literal = (affix: string) => affix.replaceAll('{{', '{');
    fc.assert(
      fc.property(text, text.map(literal), text.map(literal), (branch, prefix, suffix) => {
        const around = { ...flavor, prefix, suffix, prefixLatest: true };
        const { tags, refused } = tagsOrRefused(() => planned(rules, around, on(branch)));
        // A branch whose tag would speak of a version, by itself or with what is around it, does not get it: no other is refused.
        if (refused !== undefined) {
          expect(reservedFor(refused, 'branch', rules, around)).toBeDefined();
          return;
        }
        for (const tag of tags) expect(tag).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/);
        expect(new Set(tags).size).toBe(tags.length);
        expect(tags.length).toBeGreaterThan(1);
      }),
      { numRuns: 500 },
    );
  });

  test('two long branches never give the same tag', () => {
    const rules = parsed(parseTagRules('type=ref,event=branch'));
    const long = fc.string({ unit: fc.constantFrom('a', 'b', '/', '-'), minLength: 128, maxLength: 250 });
    fc.assert(
      fc.property(long, long, fc.nat(200), (one, other, same) => {
        const branches = [`x${one}y`, `x${one.slice(0, same)}${other}z`];
        const tags = branches.map((branch) => planned(rules, flavor, on(branch)).tags[0]?.tag);
        expect(tags[0]).not.toBe(tags[1]);
      }),
      { numRuns: 500 },
    );
  });

  test('in no order of any rules is latest there twice', () => {
    const rules = parsed(
      parseTagRules(
        'latest\ntype=raw,value=latest,priority=950\ntype=semver,pattern={{version}}\ntype=ref,event=tag\ntype=sha\ntype=schedule',
      ),
    );
    const events = fc.constantFrom(...(Object.keys(sampleEvents) as SampleEvent[]));
    const flavors = fc.constantFrom('auto', 'true', 'false', 'highest').map((latest) => `latest=${latest}`);
    fc.assert(
      fc.property(fc.shuffledSubarray(rules, { minLength: 1 }), events, flavors, (some, event, text) => {
        const { tags } = planned(some, parsed(parseFlavor(text)), sourceAt(event));
        expect(tags.filter(({ tag }) => tag === 'latest').length).toBeLessThan(2);
        expect(new Set(tags.map(({ tag }) => tag)).size).toBe(tags.length);
      }),
    );
  });
});
