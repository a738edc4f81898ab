import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { pages, workflows, yamlBlocks } from '../../scripts/workflow-files.mjs';
import { problemsOf, unpinned, usesOf } from '../support/workflow-rules.ts';

const found = await workflows();
const all = [...found, ...(await pages())];

test('the workflows that run, those to copy and those of the pages are looked at', () => {
  const names = found.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      '.github/workflows/ci.yml',
      'examples/workflows/release.yml',
      'examples/ecs-api/.github/workflows/deploy.yml',
      'README.md-1.yml',
    ]),
  );
  expect(found.flatMap(({ text }) => usesOf(text)).length).toBeGreaterThan(15);
});

test.each(found)('$name gives each job what its steps need, and its checkout keeps no token', ({ text }) => {
  expect(problemsOf(text)).toEqual([]);
});

test.each(all)('$name pins every action by its commit, with the version beside it', ({ text }) => {
  expect(unpinned(text)).toEqual([]);
});

test('an action has one pin everywhere: where Dependabot has moved one, the pages follow', () => {
  const pins = new Map<string, Set<string>>();
  for (const { action, comment } of all.flatMap(({ text }) => usesOf(text))) {
    const [, repository = '', commit = ''] = /^([^/]+\/[^/@]+)[^@]*@(.+)$/.exec(action) ?? [];
    if (repository !== '')
      pins.set(repository, (pins.get(repository) ?? new Set()).add(`${commit} ${comment}`));
  }
  expect([...pins].filter(([, versions]) => versions.size > 1)).toEqual([]);
  expect(pins.size).toBeGreaterThan(5);
});

test('Dependabot moves what is pinned, wherever it is, and waits before it does', () => {
  const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8')) as {
    updates: {
      'package-ecosystem': string;
      directory?: string;
      directories?: string[];
      cooldown?: { 'default-days'?: number };
    }[];
  };
  expect(updates.map((each) => [each['package-ecosystem'], each.directories ?? [each.directory]])).toEqual([
    ['npm', ['/']],
    ['github-actions', ['/', '/examples/workflows', '/examples/*/.github/workflows']],
    ['npm', ['/scripts/tools/sigstore', '/scripts/tools/workflow-parser']],
    ['gomod', ['/scripts/tools']],
    ['gomod', ['/scripts/tools/buildkit']],
    ['pip', ['/scripts/tools']],
    ['gomod', ['/scripts/tools/opinions']],
    ['gomod', ['/scripts/tools/opinions/cosign']],
    ['pip', ['/scripts/tools/opinions']],
  ]);
  for (const { cooldown } of updates) expect(cooldown?.['default-days']).toBeGreaterThanOrEqual(7);
});

describe('the rules', () => {
  const commit = 'a'.repeat(40);
  const checkout = `actions/checkout@${commit}`;
  const workflow = (job: object, top: object = {}) =>
    JSON.stringify({ on: 'push', permissions: {}, jobs: { a: job }, ...top });
  const safe = { uses: checkout, with: { 'persist-credentials': false } };
  const role = { uses: `aws-actions/configure-aws-credentials@${commit}` };
  const read = { contents: 'read' };

  test.each<[what: string, text: string, problems: string[]]>([
    ['a workflow that keeps them', workflow({ permissions: read, steps: [safe] }), []],
    ['a job that needs nothing', workflow({ steps: [{ run: 'true' }] }), []],
    [
      'permissions for every job',
      workflow({ permissions: read, steps: [safe] }, { permissions: read }),
      ['permissions at the top are not {}'],
    ],
    [
      'no word on permissions, which is whatever the repository gives',
      JSON.stringify({ on: 'push', jobs: {} }),
      ['permissions at the top are not {}'],
    ],
    ['write-all', workflow({ permissions: 'write-all', steps: [] }), ['a: permissions are write-all']],
    [
      'more than its steps need',
      workflow({ permissions: { contents: 'write', 'id-token': 'write' }, steps: [safe] }),
      [
        'a: no step needs contents: write',
        'a: no step needs id-token: write',
        'a: a step needs contents: read',
      ],
    ],
    [
      'less than its steps need',
      workflow({ permissions: read, steps: [safe, role] }),
      ['a: a step needs id-token: write'],
    ],
    [
      'a release, which writes and reads',
      workflow({ permissions: { contents: 'write' }, steps: [safe, { run: 'gh release create v1.2.3' }] }),
      [],
    ],
    [
      'a checkout that keeps its token, by default',
      workflow({ permissions: read, steps: [{ uses: checkout }] }),
      ['a: the checkout leaves its token in .git/config'],
    ],
    [
      'a checkout that keeps its token, by a text',
      workflow({ permissions: read, steps: [{ uses: checkout, with: { 'persist-credentials': 'false ' } }] }),
      ['a: the checkout leaves its token in .git/config'],
    ],
    [
      'an expression in a script',
      workflow({ steps: [{ run: 'echo ${{ github.head_ref }}' }] }),
      ['a: an expression becomes part of a script'],
    ],
    [
      'pull_request_target',
      workflow({ steps: [] }, { on: { pull_request_target: { types: ['opened'] } } }),
      ['pull_request_target'],
    ],
  ])('%s', (_what, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  test.each<[uses: string, pinned: boolean]>([
    [`- uses: a/b@${commit} # v1.2.3`, true],
    [`  uses: a/b/.github/workflows/c.yml@${commit} # v1.2.3`, true],
    ['- uses: ./', true],
    ['- uses: org/ecr-ship@v1', true],
    ['#   uses: a/b@main', true],
    [`- uses: a/b@${commit}`, false],
    [`- uses: a/b@${commit} # v1`, false],
    [`- uses: a/b@${commit.slice(1)} # v1.2.3`, false],
    ['- uses: a/b@v1.2.3', false],
    ['- uses: "a/b@v1" # v1.2.3', false],
    ["- 'uses': a/b@main", false],
    ['- uses: docker://alpine:3', false],
    ['- uses: org/ecr-ship@main', false],
  ])('%s: %s', (uses, pinned) => {
    expect(unpinned(`steps:\n  ${uses}\n`).length === 0).toBe(pinned);
  });

  test('a page gives its YAML, also that of a list', () => {
    expect(
      yamlBlocks('```yaml\na: 1\n```\n\n- item\n\n  ```yml\n  b:\n    c: 1\n  ```\n\n```json\n{}\n```\n'),
    ).toEqual(['a: 1\n', 'b:\n  c: 1\n']);
  });
});
