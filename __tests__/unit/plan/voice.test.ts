import { describe, expect, test } from '@jest/globals';
import { sampleCommit, sampleEvents, sampleHead } from '../../../scripts/sample-events.ts';
import { sourceOf, type SourceFacts } from '../../../src/plan/source.ts';
import type { TreeState } from '../../../src/types/checkout.ts';
import type { GitRef, RunnerEvent, Source } from '../../../src/types/source.ts';
import { digest, placeAt } from '../support/values.ts';

const stranger = 'fedcba9876543210fedcba9876543210fedcba98';
const merge = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00';
const ours = { name: 'app', full_name: 'team/app', default_branch: 'main' };
const fork = { full_name: 'stranger/app' };

function event(name: string, ref: string, payload: object): RunnerEvent {
  const repository = 'team/app';
  return {
    name,
    ref,
    sha: sampleCommit,
    repository,
    serverUrl: 'https://github.com',
    payload: { repository: ours, ...payload },
  };
}

const comment = event('issue_comment', 'refs/heads/main', {
  issue: { number: 12, pull_request: { url: 'x' } },
});
const issue = event('issue_comment', 'refs/heads/main', { issue: { number: 12 } });
const forkRun = (headBranch: string, of = 'pull_request') =>
  event('workflow_run', 'refs/heads/main', {
    workflow_run: {
      event: of,
      head_branch: headBranch,
      head_sha: stranger,
      head_repository: fork,
      pull_requests: [],
    },
  });
const ownRun = event('workflow_run', 'refs/heads/main', {
  workflow_run: { event: 'push', head_branch: 'dev', head_sha: sampleHead, head_repository: ours },
});
const target = (headRepository: object) =>
  event('pull_request_target', 'refs/heads/main', {
    pull_request: {
      number: 12,
      merge_commit_sha: merge,
      head: { sha: stranger, repo: headRepository },
      base: { ref: 'main', repo: ours },
    },
  });
const pull = (headRepository: object) => ({
  ...target(headRepository),
  name: 'pull_request',
  ref: 'refs/pull/12/merge',
});
const merged = (name: string) =>
  event(name, 'refs/heads/main', {
    pull_request: {
      number: 12,
      merged: true,
      head: { sha: stranger, repo: ours },
      base: { ref: 'main', repo: ours },
    },
  });

const branch = (name: string): GitRef => ({ kind: 'branch', name });
const none: GitRef = { kind: 'none' };
const pr: GitRef = { kind: 'pull-request', number: 12 };
const dirty: TreeState = { kind: 'differs', digest: digest(1), paths: ['app.js'], count: 3 };
const clean: TreeState = { kind: 'clean' };

type Trust = Source['trust'];
interface Row {
  readonly what: string;
  readonly event: RunnerEvent;
  readonly at: SourceFacts['head'] | string | undefined;
  readonly tree?: TreeState;
  readonly ref: GitRef;
  readonly trust: Trust;
  readonly commit: string | undefined;
  /** Whether the person is warned. */
  readonly doubt?: boolean;
}

const inner = (sha: string | undefined, isPinned = false) => ({ path: 'sub', sha, isPinned });

const rows: Row[] = [
  // Runs that only writers start.
  {
    what: 'push, its commit',
    event: sampleEvents['push to the default branch'],
    at: sampleCommit,
    ref: branch('main'),
    trust: 'ref',
    commit: sampleCommit,
  },
  {
    what: 'push, its commit and more files',
    event: sampleEvents['push to the default branch'],
    at: sampleCommit,
    tree: dirty,
    ref: branch('main'),
    trust: 'ref',
    commit: sampleCommit,
  },
  {
    what: 'push, no checkout',
    event: sampleEvents['push to the default branch'],
    at: undefined,
    ref: branch('main'),
    trust: 'ref',
    commit: sampleCommit,
  },
  {
    what: 'push, another commit',
    event: sampleEvents['push to the default branch'],
    at: stranger,
    ref: none,
    trust: 'other',
    commit: stranger,
    doubt: true,
  },
  {
    what: 'push of a tag, another commit',
    event: sampleEvents['push of a release tag'],
    at: stranger,
    ref: none,
    trust: 'other',
    commit: stranger,
    doubt: true,
  },
  {
    what: 'dispatch, another commit',
    event: sampleEvents['workflow_dispatch on a branch'],
    at: stranger,
    ref: none,
    trust: 'other',
    commit: stranger,
    doubt: true,
  },
  {
    what: 'schedule, another commit',
    event: sampleEvents.schedule,
    at: stranger,
    ref: none,
    trust: 'other',
    commit: stranger,
    doubt: true,
  },
  {
    what: 'release, another commit',
    event: sampleEvents.release,
    at: stranger,
    ref: none,
    trust: 'other',
    commit: stranger,
    doubt: true,
  },
  {
    what: 'merge queue',
    event: sampleEvents.merge_group,
    at: sampleCommit,
    ref: { kind: 'merge-queue', base: 'main' },
    trust: 'ref',
    commit: sampleCommit,
  },
  {
    what: 'no event, a checkout',
    event: sampleEvents['no event'],
    at: stranger,
    ref: none,
    trust: 'ref',
    commit: stranger,
  },
  {
    what: 'a merged pull request is its branch',
    event: merged('pull_request'),
    at: sampleCommit,
    ref: branch('main'),
    trust: 'ref',
    commit: sampleCommit,
  },
  {
    what: 'a merged pull request_target is not',
    event: merged('pull_request_target'),
    at: stranger,
    ref: pr,
    trust: 'ref',
    commit: stranger,
  },
  // Repositories around the build context.
  {
    what: 'push, context in a submodule',
    event: sampleEvents['push to the default branch'],
    at: { kind: 'commit', sha: sampleCommit, inner: inner(stranger, true) },
    ref: branch('main'),
    trust: 'ref',
    commit: sampleCommit,
  },
  {
    what: 'push, context in a submodule at another commit',
    event: sampleEvents['push to the default branch'],
    at: { kind: 'commit', sha: sampleCommit, inner: inner(stranger) },
    ref: none,
    trust: 'other',
    commit: sampleCommit,
    doubt: true,
  },
  {
    what: 'push, second checkout of this very commit',
    event: sampleEvents['push to the default branch'],
    at: { kind: 'none', inner: inner(sampleCommit) },
    ref: branch('main'),
    trust: 'ref',
    commit: sampleCommit,
  },
  {
    what: 'push, second checkout of another commit',
    event: sampleEvents['push to the default branch'],
    at: { kind: 'none', inner: inner(stranger) },
    ref: none,
    trust: 'other',
    commit: undefined,
    doubt: true,
  },
  {
    what: 'comment, second checkout of the pull request',
    event: comment,
    at: { kind: 'commit', sha: sampleCommit, inner: inner(stranger) },
    tree: clean,
    ref: pr,
    trust: 'stranger',
    commit: undefined,
    doubt: true,
  },
  {
    what: 'comment, second checkout that says nothing',
    event: comment,
    at: { kind: 'commit', sha: sampleCommit, inner: inner(undefined) },
    tree: clean,
    ref: pr,
    trust: 'stranger',
    commit: undefined,
    doubt: true,
  },
  {
    what: 'comment, an inner repository that claims the branch’s commit',
    event: comment,
    at: { kind: 'none', inner: inner(sampleCommit) },
    ref: pr,
    trust: 'stranger',
    commit: undefined,
    doubt: true,
  },
  // Comments: anybody writes them.
  {
    what: 'comment, the branch itself',
    event: comment,
    at: sampleCommit,
    tree: clean,
    ref: branch('main'),
    trust: 'ref',
    commit: sampleCommit,
  },
  {
    what: 'comment, the branch and other files',
    event: comment,
    at: sampleCommit,
    tree: dirty,
    ref: pr,
    trust: 'stranger',
    commit: undefined,
    doubt: true,
  },
  {
    what: 'comment, the branch and nobody knows',
    event: comment,
    at: sampleCommit,
    tree: { kind: 'unknown', why: 'no git' },
    ref: pr,
    trust: 'stranger',
    commit: undefined,
    doubt: true,
  },
  {
    what: 'comment, the pull request',
    event: comment,
    at: stranger,
    ref: pr,
    trust: 'stranger',
    commit: stranger,
    doubt: true,
  },
  {
    what: 'comment, no checkout',
    event: comment,
    at: undefined,
    ref: pr,
    trust: 'stranger',
    commit: undefined,
    doubt: true,
  },
  {
    what: 'comment on an issue, another commit',
    event: issue,
    at: stranger,
    ref: none,
    trust: 'stranger',
    commit: stranger,
    doubt: true,
  },
  // Runs after runs.
  {
    what: 'after a fork’s run, its commit',
    event: forkRun('main'),
    at: stranger,
    ref: none,
    trust: 'stranger',
    commit: stranger,
    doubt: true,
  },
  {
    what: 'after a fork’s run that says it was a push',
    event: forkRun('main', 'push'),
    at: stranger,
    ref: none,
    trust: 'stranger',
    commit: stranger,
    doubt: true,
  },
  {
    what: 'after a fork’s run, the branch itself',
    event: forkRun('main'),
    at: sampleCommit,
    tree: clean,
    ref: branch('main'),
    trust: 'ref',
    commit: sampleCommit,
  },
  {
    what: 'after a fork’s run, the branch and its artifact',
    event: forkRun('main'),
    at: sampleCommit,
    tree: dirty,
    ref: none,
    trust: 'stranger',
    commit: undefined,
    doubt: true,
  },
  {
    what: 'after a fork’s run, no checkout',
    event: forkRun('main'),
    at: undefined,
    ref: none,
    trust: 'stranger',
    commit: undefined,
    doubt: true,
  },
  {
    what: 'after an own run, its commit',
    event: ownRun,
    at: sampleHead,
    ref: branch('dev'),
    trust: 'ref',
    commit: sampleHead,
  },
  {
    what: 'after an own run, another commit',
    event: ownRun,
    at: stranger,
    ref: none,
    trust: 'other',
    commit: stranger,
    doubt: true,
  },
  // Pull requests.
  { what: 'a fork’s pull request', event: pull(fork), at: merge, ref: pr, trust: 'stranger', commit: merge },
  {
    what: 'a fork’s pull request, no checkout',
    event: pull(fork),
    at: undefined,
    ref: pr,
    trust: 'stranger',
    commit: sampleCommit,
  },
  {
    what: 'pull_request_target, the fork’s commit',
    event: target(fork),
    at: stranger,
    ref: pr,
    trust: 'stranger',
    commit: stranger,
  },
  {
    what: 'pull_request_target, the base',
    event: target(fork),
    at: sampleCommit,
    tree: clean,
    ref: pr,
    trust: 'stranger',
    commit: sampleCommit,
    doubt: true,
  },
  {
    what: 'pull_request_target, anything',
    event: target(fork),
    at: 'ba5eba11'.repeat(5),
    ref: pr,
    trust: 'stranger',
    commit: 'ba5eba11'.repeat(5),
    doubt: true,
  },
  {
    what: 'pull_request_target of a branch',
    event: target(ours),
    at: stranger,
    ref: pr,
    trust: 'ref',
    commit: stranger,
  },
];

describe('which ref a run may speak for', () => {
  test.each(rows)('$what', ({ event: given, at, tree, ref, trust, commit, doubt = false }) => {
    const place = typeof at === 'object' ? { ...placeAt(undefined), head: at } : placeAt(at);
    const source = sourceOf(given, { ...place, tree });
    expect([source.ref, source.trust, source.commit]).toEqual([ref, trust, commit]);
    expect(source.doubt !== undefined).toBe(doubt);
    expect(source.says).not.toBe('');
  });

  test('the reason names both commits, or the files that differ', () => {
    const dispatch = sourceOf(sampleEvents['workflow_dispatch on a branch'], placeAt(stranger));
    expect(dispatch.why).toBe('fedcba987654 is built, and the branch feat/login is at 0123456789ab');
    const commented = sourceOf(comment, { ...placeAt(sampleCommit), tree: dirty });
    expect(commented.why).toBe(
      'the files that are built are not those of the commit, which differ in app.js and 2 more, and the run was started from a pull ' +
        'request, and the event does not say whose it is',
    );
  });
});
