import { describe, expect, test } from '@jest/globals';
import { sampleEvents, sampleHead } from '../../../scripts/sample-events.ts';
import { search } from '../../../src/adapters/machine/search.ts';
import { scopeOf } from '../../../src/plan/scope.ts';
import { sourceOf } from '../../../src/plan/source.ts';
import { parseFlavor } from '../../../src/inputs/tags/flavor.ts';
import { planTags } from '../../../src/plan/tags/plan-tags.ts';
import { parseTagRules } from '../../../src/inputs/tags/rules.ts';
import type { Source } from '../../../src/types/source.ts';
import { parsed, plan, shown } from '../support/planned.ts';
import { commit, now, placeAt } from '../support/values.ts';

const pushed = (ref: string) =>
  sourceOf({ ...sampleEvents['push to the default branch'], ref }, placeAt(commit));

function given(tags: string, source: Source, flavor = '') {
  const result = planTags(parsed(parseTagRules(tags)), {
    flavor: parsed(parseFlavor(flavor)),
    source,
    scope: scopeOf(source, now),
    search,
  });
  return result.ok ? shown(result.value) : result.allowed;
}

const branchRule = 'type=ref,event=branch';

describe('a branch does not get a name that stands for something else by being pushed', () => {
  test.each([
    ...[
      'v1.2.3',
      '1.2.3',
      '1.2',
      'v1',
      '2',
      '1.2.3-rc.1',
      '1.2.3rc1',
      '1.2.3.4',
      '1.2-alpine',
      '2024.01.15',
      'V1.2.3',
    ],
    ...['1.2.3/', 'latest', 'sha-0123456', 'sha/0123456', 'SHA-0123456', `sha-${commit}`],
    ...['pr-12', 'pr/12', 'candidate-x', 'candidate/4711-1-abcd1234'],
  ])('%s', (name) => {
    const answer = given(branchRule, pushed(`refs/heads/${name}`));
    expect(answer).toContain('in the rule "type=ref,event=branch" a tag of the branch itself');
    expect(answer).toContain('does not get it by being pushed (if it should, add the rule type=raw,value=');
  });

  test.each([
    ...['main', 'feat/login', '123-fix-login', 'v2-migration', 'release/1.2.3', '1.x', 'latest-news'],
    ...['sha-256-support', 'pr-review', 'my-candidate', 'deadbeef', 'nightly', 'node18'],
  ])('%s keeps its name', (name) => {
    expect(given(branchRule, pushed(`refs/heads/${name}`))).toBe(name.replace('/', '-'));
  });

  test.each([
    { rules: 'type=edge,branch=main', name: 'edge' },
    { rules: 'type=sha,prefix=git-', name: 'git-fedcba9' },
    { rules: 'type=sha,prefix=', name: 'deadbeef' },
    { rules: 'type=ref,event=pr,prefix=mr-', name: 'mr-7' },
    { rules: 'type=semver,pattern=app-{{version}}', name: 'app-1.2.3' },
    { rules: 'type=semver,pattern={{version}},prefix=app/', name: 'app/1.2.3' },
    { rules: 'type=semver,pattern=v{{major}}-alpine', name: 'v1-alpine' },
    { rules: 'type=raw,value=stable,enable=false', name: 'stable' },
    { rules: 'type=raw,value=dev,enable={{is_default_branch}}', name: 'dev' },
  ])('nor one that $rules gives: $name', ({ rules, name }) => {
    expect(given(`${branchRule}\n${rules}`, pushed(`refs/heads/${name}`))).toContain(
      `speaks of what the rule ${rules} gives`,
    );
    expect(given(branchRule, pushed(`refs/heads/${name}`))).toBe(name.replace('/', '-'));
  });

  test('nor through an expression', () => {
    expect(given('{{branch}}', pushed('refs/heads/latest'))).toContain(
      '"latest" speaks of the latest release',
    );
    expect(given('type=raw,value=1.,suffix={{branch}}', pushed('refs/heads/2'))).toContain(
      '"1.2" speaks of a version',
    );
    expect(given('{{branch}}-{{sha}}', pushed('refs/heads/latest'))).toBe('latest-0123456!');
  });

  test('with what stands around it, a name is looked at as it comes out', () => {
    expect(given(branchRule, pushed('refs/heads/0123456'), 'prefix=sha-')).toContain('speaks of a commit');
    expect(given(branchRule, pushed('refs/heads/latest'), 'suffix=-web')).toBe('latest-web');
  });

  test('a rule that gives it by itself allows it', () => {
    expect(given(`${branchRule}\ntype=raw,value=latest`, pushed('refs/heads/latest'))).toBe('latest');
    expect(given(`${branchRule}\ntype=raw,value=latest,enable=false`, pushed('refs/heads/latest'))).toContain(
      'being pushed',
    );
    expect(given(`${branchRule},enable=false\nlatest`, pushed('refs/heads/latest'))).toBe('latest');
  });
});

describe('a git tag', () => {
  const rule = 'type=ref,event=tag';

  test.each(['sha-0123456', 'pr-12', 'candidate-x'])('is not %s', (name) => {
    expect(given(rule, pushed(`refs/tags/${name}`))).toContain('a tag of the tag itself');
  });

  test.each(['v1.2.3', 'v1', 'stable', 'nightly'])('may be %s: that is how releases are made', (name) => {
    expect(given(rule, pushed(`refs/tags/${name}`))).toContain(name);
  });
});

const everything = [
  'type=schedule',
  'type=ref,event=branch',
  'type=ref,event=pr',
  'type=edge',
  'type=semver,pattern={{version}},value=v1.2.3',
  'type=raw,value=latest,enable={{is_default_branch}}',
  'type=raw,value=always',
  'preview-12',
  '{{sha}}-web',
  'v1.12.0',
  '12',
  'type=sha',
].join('\n');

describe('what may be a stranger’s gets names of its pull request and its commit alone', () => {
  const comment = {
    ...sampleEvents['push to the default branch'],
    name: 'issue_comment',
    payload: {
      issue: { number: 12, pull_request: {} },
      repository: { full_name: 'team/app', default_branch: 'main' },
    },
  };

  test('a comment on a pull request, with that checked out', () => {
    const source = sourceOf(comment, placeAt(sampleHead));
    expect(given(everything, source)).toBe('pr-12 preview-12 89abcde-web! sha-89abcde!');
    expect(given(everything, source, 'latest=true')).toBe('pr-12 preview-12 89abcde-web! sha-89abcde!');
  });

  test('a comment, and nobody knows what is checked out', () => {
    expect(given(everything, sourceOf(comment, placeAt(undefined)))).toBe('pr-12 preview-12');
  });

  test('the same run with the branch itself', () => {
    const source = sourceOf(comment, { ...placeAt(commit), tree: { kind: 'clean' } });
    expect(given('type=ref,event=branch\ntype=edge\nalways\ntype=sha', source)).toBe(
      'edge main always sha-0123456!',
    );
  });
});

describe('another commit than the ref’s, in a run that writers start', () => {
  test.each(['workflow_dispatch on a branch', 'push to the default branch', 'schedule', 'release'] as const)(
    '%s: no name of the ref, no latest',
    (event) => {
      const source = sourceOf(sampleEvents[event], placeAt(sampleHead));
      const names = plan(`${everything}\ntype=ref,event=tag`, source, 'latest=true');
      const nightly = event === 'schedule' ? 'nightly ' : '';
      expect(shown(names)).toBe(`${nightly}1.2.3! always preview-12 89abcde-web! v1.12.0! 12 sha-89abcde!`);
    },
  );
});
