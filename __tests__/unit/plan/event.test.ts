import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { claimsOf } from '../../../src/plan/claims.ts';
import { readEvent } from '../../../src/plan/event.ts';
import { sourceOf } from '../../../src/plan/source.ts';
import type { EventFacts, RunnerEvent } from '../../../src/types/source.ts';
import { commit, placeAt } from '../support/values.ts';

type Json = Readonly<Record<string, unknown>>;

/** Payloads that GitHub sent, collected by the people of octokit/webhooks. */
const examples = ['api.github.com', 'ghes-35'].flatMap((host) => {
  const path = createRequire(import.meta.url).resolve(`@octokit/webhooks-examples/${host}/index.json`);
  const events = JSON.parse(readFileSync(path, 'utf8')) as { name: string; examples: Json[] }[];
  return events.flatMap(({ name, examples: payloads }) =>
    payloads.map((payload, index) => ({ title: `${host} ${name} ${String(index)}`, name, payload })),
  );
});

const of = (...names: string[]) => examples.filter(({ name }) => names.includes(name));

/** A member of a payload by its path, such as `pull_request.head.sha`. */
function at(payload: Json, path: string): string {
  const value = path
    .split('.')
    .reduce<unknown>((parent, key) => (parent as Json | null | undefined)?.[key], payload);
  return typeof value === 'string' ? value : '';
}

/** The event as the runner hands it over. Source: GitHub docs, "Events that trigger workflows". */
function event(name: string, ref: string, payload: unknown, sha = commit): RunnerEvent {
  return { name, ref, sha, repository: 'team/app', serverUrl: 'https://github.com', payload };
}

const nothing = {
  headCommit: undefined,
  baseBranch: undefined,
  dated: undefined,
  isMarkedPreRelease: false,
};

/** What every payload with a repository says of it. */
function repositoryIn(payload: Json): EventFacts['repository'] {
  return {
    isDescribed: true,
    name: at(payload, 'repository.name'),
    description: at(payload, 'repository.description') || undefined,
    url: at(payload, 'repository.html_url'),
    defaultBranch: at(payload, 'repository.default_branch'),
    license: at(payload, 'repository.license.spdx_id') || undefined,
  };
}

const parts = (ref: string) => ({
  kind: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
  name: ref.split('/').slice(2).join('/'),
});

describe('real payloads', () => {
  test('there are payloads of every event that is looked at here', () => {
    for (const name of [
      ...[
        'push',
        'pull_request',
        'pull_request_review',
        'pull_request_review_comment',
        'merge_group',
        'release',
      ],
      ...['create', 'delete', 'workflow_dispatch', 'repository_dispatch', 'workflow_run'],
    ])
      expect(of(name).length).toBeGreaterThan(1);
    expect(examples.length).toBeGreaterThan(400);
  });

  test.each(of('push'))('$title', ({ name, payload }) => {
    const ref = at(payload, 'ref');
    const deleted = payload['deleted'] === true;
    expect(readEvent(event(name, ref, payload, at(payload, 'after')))).toEqual({
      ...nothing,
      name: 'push',
      ref: parts(ref),
      commit: deleted ? undefined : at(payload, 'after'),
      dated: deleted
        ? undefined
        : { sha: at(payload, 'after'), at: Date.parse(at(payload, 'head_commit.timestamp')) },
      repository: repositoryIn(payload),
    });
  });

  test.each(
    of('pull_request', 'pull_request_review', 'pull_request_review_comment').flatMap((example) =>
      example.name === 'pull_request'
        ? [example, { ...example, name: 'pull_request_target', title: `${example.title} as target` }]
        : [example],
    ),
  )('$title', ({ name, payload }) => {
    const pullRequest = payload['pull_request'] as Json;
    const number = pullRequest['number'] as number;
    const ref = name === 'pull_request_target' ? 'refs/heads/master' : `refs/pull/${String(number)}/merge`;
    expect(readEvent(event(name, ref, payload))).toEqual({
      ...nothing,
      name,
      ref: { kind: 'pull-request', number },
      commit,
      headCommit: at(payload, 'pull_request.head.sha'),
      baseBranch: 'master',
      dated: undefined,
      repository: repositoryIn(payload),
    });
  });

  test.each(of('merge_group'))('$title', ({ name, payload }) => {
    const head = at(payload, 'merge_group.head_commit.id');
    expect(readEvent(event(name, at(payload, 'merge_group.head_ref'), payload))).toEqual({
      ...nothing,
      name,
      ref: { kind: 'merge-queue', base: 'main' },
      commit,
      baseBranch: 'main',
      dated: { sha: head, at: Date.parse('2019-05-15T15:20:30Z') },
      repository: repositoryIn(payload),
    });
  });

  test.each(of('release'))('$title', ({ name, payload }) => {
    const tag = { kind: 'tag', name: '0.0.1' };
    const { prerelease } = payload['release'] as Json;
    const expected = {
      ...nothing,
      name,
      ref: tag,
      commit,
      isMarkedPreRelease: prerelease,
      repository: repositoryIn(payload),
    };
    expect(readEvent(event(name, 'refs/tags/0.0.1', payload))).toEqual(expected);
    // A release whose tag is not made yet has no ref.
    expect(readEvent(event(name, '', payload))).toEqual(expected);
  });

  test.each(of('create', 'workflow_dispatch'))('$title', ({ name, payload }) => {
    const given = at(payload, 'ref');
    const ref = given.startsWith('refs/') ? given : `refs/tags/${given}`;
    expect(readEvent(event(name, ref, payload))).toEqual({
      ...nothing,
      name,
      ref: parts(ref),
      commit,
      repository: repositoryIn(payload),
    });
  });

  test.each(
    of(
      'delete',
      'repository_dispatch',
      'issues',
      'issue_comment',
      'watch',
      'check_run',
      'fork',
      'workflow_run',
    ),
  )('$title is about the default branch', ({ name, payload }) => {
    const branch = at(payload, 'repository.default_branch');
    expect(readEvent(event(name, `refs/heads/${branch}`, payload))).toEqual({
      ...nothing,
      name,
      ref: { kind: 'branch', name: branch },
      commit,
      repository: repositoryIn(payload),
    });
  });

  test.each(of('workflow_run'))(
    '$title, with the checkout at the commit of the run before',
    ({ name, payload }) => {
      const head = at(payload, 'workflow_run.head_sha');
      const run = event(name, 'refs/heads/trunk', payload);
      // Some of these examples were put together: their run is said to be of another repository.
      const isOurs =
        at(payload, 'workflow_run.head_repository.full_name') === at(payload, 'repository.full_name');
      expect(sourceOf(run, placeAt(head))).toMatchObject({
        ref: { kind: isOurs ? 'branch' : 'none' },
        commit: head,
      });
      const workflow_run = { ...(payload['workflow_run'] as Json), head_repository: payload['repository'] };
      const ours = { ...run, payload: { ...payload, workflow_run } };
      expect(sourceOf(ours, placeAt(head))).toMatchObject({
        ref: { kind: 'branch', name: at(payload, 'workflow_run.head_branch') },
        commit: head,
      });
      expect(sourceOf(ours, placeAt(undefined))).toMatchObject({
        ref: { kind: 'branch', name: 'trunk' },
        commit,
      });
    },
  );

  test('a schedule has no payload to speak of', () => {
    expect(readEvent(event('schedule', 'refs/heads/main', { schedule: '0 3 * * *' }))).toEqual({
      ...nothing,
      name: 'schedule',
      ref: { kind: 'branch', name: 'main' },
      commit,
      repository: {
        isDescribed: false,
        name: 'app',
        description: undefined,
        url: 'https://github.com/team/app',
        defaultBranch: 'main',
        license: undefined,
      },
    });
  });

  test('no event: nothing is known', () => {
    const none = { name: '', ref: '', sha: '', repository: '', serverUrl: '', payload: undefined };
    expect(readEvent(none)).toEqual({
      ...nothing,
      name: '',
      ref: { kind: 'none' },
      commit: undefined,
      repository: {
        isDescribed: false,
        name: undefined,
        description: undefined,
        url: undefined,
        defaultBranch: undefined,
        license: undefined,
      },
    });
  });
});

describe('what the runner says comes before the payload, and the payload fills gaps', () => {
  test('a release whose run is at another tag', () => {
    const payload = { release: { tag_name: 'v1.0.0' } };
    expect(readEvent(event('release', 'refs/tags/v2.0.0', payload)).ref).toEqual({
      kind: 'tag',
      name: 'v2.0.0',
    });
  });

  test('a merge queue without GITHUB_SHA', () => {
    const payload = { merge_group: { base_ref: 'refs/heads/main', head_sha: commit } };
    expect(readEvent(event('merge_group', '', payload, '')).commit).toBe(commit);
  });

  test('a pull request whose number stands beside it', () => {
    const payload = { number: 7, pull_request: {} };
    expect(readEvent(event('pull_request', '', payload)).ref).toEqual({ kind: 'pull-request', number: 7 });
  });

  test('the branch from which a tag was pushed', () => {
    const payload = { base_ref: 'refs/heads/rel/1.x' };
    expect(readEvent(event('push', 'refs/tags/v1', payload)).baseBranch).toBe('rel/1.x');
  });
});

describe('refs', () => {
  const sha = 'ba5eba11ba5eba11ba5eba11ba5eba11ba5eba11';
  test.each([
    { ref: 'refs/heads/main', is: { kind: 'branch', name: 'main' } },
    { ref: 'refs/heads/refs/heads/x', is: { kind: 'branch', name: 'refs/heads/x' } },
    { ref: 'refs/heads/v1.2.3', is: { kind: 'branch', name: 'v1.2.3' } },
    { ref: 'refs/tags/app/v1', is: { kind: 'tag', name: 'app/v1' } },
    { ref: 'refs/pull/12/merge', is: { kind: 'pull-request', number: 12 } },
    { ref: 'refs/pull/12/head', is: { kind: 'pull-request', number: 12 } },
    { ref: `refs/heads/gh-readonly-queue/main/pr-7-${sha}`, is: { kind: 'merge-queue', base: 'main' } },
    { ref: `refs/heads/gh-readonly-queue/rel/1.x/pr-7-${sha}`, is: { kind: 'merge-queue', base: 'rel/1.x' } },
    { ref: 'refs/heads/gh-readonly-queue/mine', is: { kind: 'branch', name: 'gh-readonly-queue/mine' } },
    { ref: 'refs/heads/', is: { kind: 'none' } },
    { ref: 'refs/notes/x', is: { kind: 'none' } },
    { ref: 'refs/pull/x/merge', is: { kind: 'none' } },
    { ref: 'refs/pull/0/merge', is: { kind: 'none' } },
    { ref: 'main', is: { kind: 'none' } },
    { ref: '', is: { kind: 'none' } },
  ])('$ref', ({ ref, is }) => {
    expect(readEvent(event('workflow_dispatch', ref, {})).ref).toEqual(is);
  });
});

describe('the run before a workflow_run', () => {
  const ours = { full_name: 'team/app' };
  const before = (run: unknown, more: object = {}) =>
    claimsOf(event('workflow_run', 'refs/heads/main', { repository: ours, workflow_run: run, ...more }))
      .others;
  const head_sha = commit;
  const own = { head_sha, head_repository: { full_name: 'Team/App' } };

  test.each([
    { run: { ...own, event: 'push', head_branch: 'feat/x' }, ref: { kind: 'branch', name: 'feat/x' } },
    { run: { ...own, event: 'release', head_branch: 'v1.2.3' }, ref: { kind: 'tag', name: 'v1.2.3' } },
    {
      run: { ...own, event: 'merge_group', head_branch: `gh-readonly-queue/main/pr-7-${commit}` },
      ref: { kind: 'merge-queue', base: 'main' },
    },
    {
      run: {
        ...own,
        event: 'pull_request',
        head_branch: 'main',
        pull_requests: [{ number: 7, base: { ref: 'dev' } }],
      },
      ref: { kind: 'pull-request', number: 7 },
      baseBranch: 'dev',
    },
    { run: { ...own, event: 'push', head_branch: null }, ref: { kind: 'none' } },
  ])('$run', ({ run, ref, baseBranch }) => {
    expect(before(run)).toEqual([{ commits: [commit], ref, baseBranch }]);
  });

  test.each([
    // Of a pull request from a fork GitHub names neither number nor base, and its branch may be called main.
    { ...own, event: 'pull_request', head_branch: 'main', pull_requests: [] },
    { ...own, event: 'pull_request_target', head_branch: 'main' },
    { head_sha, event: 'push', head_branch: 'main', head_repository: { full_name: 'stranger/app' } },
    { head_sha, event: 'push', head_branch: 'main', head_repository: null },
    { head_sha, event: 'push', head_branch: 'main' },
    ...[undefined, null, [], 'x', { head_sha: 'short' }, { head_branch: 'main' }],
  ])('%j says nothing of a ref', (run) => {
    expect(before(run)).toEqual([]);
  });

  test('nothing is the same as a repository without a name', () => {
    expect(before({ head_sha, event: 'push', head_branch: 'main' }, { repository: undefined })).toEqual([]);
  });

  test('another event has none', () => {
    const { others } = claimsOf(event('push', 'refs/heads/main', { repository: ours, workflow_run: own }));
    expect(others).toEqual([]);
  });
});

describe('nothing in a payload is taken for granted', () => {
  const names = [
    ...new Set(examples.map(({ name }) => name)),
    'pull_request_target',
    'schedule',
    'unheard_of',
    '',
  ];
  const place = { ...placeAt(undefined), pullRequestCommit: 'head' } as const;

  // Some ten thousand pairs: what is wrong with each is collected, and looked at once.
  test('any payload under any event', () => {
    const read = examples.flatMap((example) =>
      names.map((name) => {
        const given = event(name, 'refs/heads/main', example.payload);
        return { name, example, commit: readEvent(given).commit, event: sourceOf(given, place).event };
      }),
    );
    expect(read.length).toBe(examples.length * names.length);
    expect(read.filter((one) => one.commit !== commit || one.event !== one.name)).toEqual([]);
  });

  test.each([
    undefined,
    null,
    [],
    [[]],
    'text',
    7,
    true,
    { repository: null },
    { repository: [] },
    { repository: 'x' },
  ])('%j', (payload) => {
    for (const name of names) {
      const { ref, repository } = readEvent(event(name, 'refs/heads/main', payload));
      expect([ref, repository.name, repository.url]).toEqual([
        { kind: 'branch', name: 'main' },
        'app',
        'https://github.com/team/app',
      ]);
    }
  });

  test('any JSON where something else is expected', () => {
    const json = fc.jsonValue({ maxDepth: 2 });
    const keys = [
      'pull_request',
      'merge_group',
      'head_commit',
      'release',
      'repository',
      'workflow_run',
      'base_ref',
    ];
    const inner = fc.dictionary(
      fc.constantFrom(
        'number',
        'head',
        'base',
        'sha',
        'ref',
        'id',
        'timestamp',
        'tag_name',
        'license',
        'head_sha',
        'pull_requests',
        'event',
      ),
      json,
    );
    const payload = fc.dictionary(fc.constantFrom(...keys), fc.oneof(json, inner));
    fc.assert(
      fc.property(fc.constantFrom(...names), payload, (name, given) => {
        const { ref, repository } = sourceOf(event(name, 'refs/heads/main', given), place);
        expect(['branch', 'pull-request', 'merge-queue', 'none']).toContain(ref.kind);
        expect(['string', 'undefined']).toContain(typeof repository.description);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    { license: { spdx_id: 'MIT' }, is: 'MIT' },
    { license: { spdx_id: 'NOASSERTION' }, is: undefined },
    { license: null, is: undefined },
    { license: 'MIT', is: undefined },
  ])('the licence $license', ({ license, is }) => {
    expect(readEvent(event('push', 'refs/heads/main', { repository: { license } })).repository.license).toBe(
      is,
    );
  });

  test.each(['', 'x', commit.slice(1), commit.toUpperCase(), '0'.repeat(40), `${commit} `])(
    'GITHUB_SHA %j is no commit',
    (sha) => {
      expect(readEvent(event('push', 'refs/heads/main', {}, sha)).commit).toBeUndefined();
    },
  );
});
