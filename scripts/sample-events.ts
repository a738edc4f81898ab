import type { RunnerEvent } from '../src/types/source.ts';

const head = '89abcdef0123456789abcdef0123456789abcdef';
const payload = {
  repository: {
    name: 'app',
    full_name: 'team/app',
    description: 'An app',
    html_url: 'https://github.com/team/app',
    default_branch: 'main',
    license: { spdx_id: 'MIT' },
  },
};
const pullRequest = {
  number: 12,
  head: { ref: 'feat/login', sha: head, repo: { full_name: 'team/app' } },
  base: { ref: 'main', sha: 'ba5eba11ba5eba11ba5eba11ba5eba11ba5eba11', repo: { full_name: 'team/app' } },
};

/** The commit that the runner names in every sample. */
export const sampleCommit = '0123456789abcdef0123456789abcdef01234567';

/** The newest commit of the sample's pull request, and of the run that a workflow_run follows. */
export const sampleHead = head;

function event(name: string, ref: string, more: object = {}): RunnerEvent {
  return {
    name,
    ref,
    sha: name === '' ? '' : sampleCommit,
    repository: name === '' ? '' : 'team/app',
    serverUrl: name === '' ? '' : 'https://github.com',
    payload: name === '' ? undefined : { ...payload, ...more },
  };
}

const tagged = (tag: string) => event('push', `refs/tags/${tag}`);

/** What the runner says about each event, by what happened. Source: GitHub docs, "Events that trigger workflows". */
export const sampleEvents = {
  'push to the default branch': event('push', 'refs/heads/main'),
  'push to another branch': event('push', 'refs/heads/feat/login'),
  'push of a release tag': tagged('v1.4.2'),
  'push of a pre-release tag': tagged('v2.0.0-rc.1'),
  'push of a tag below 1.0': tagged('v0.4.1'),
  'push of a tag with build metadata': tagged('v1.4.2+build.5'),
  'push of a tag of two parts': tagged('v1.4'),
  'push of a tag that is no version': tagged('stable'),
  pull_request: event('pull_request', 'refs/pull/12/merge', { number: 12, pull_request: pullRequest }),
  pull_request_target: event('pull_request_target', 'refs/heads/main', {
    number: 12,
    pull_request: pullRequest,
  }),
  merge_group: event(
    'merge_group',
    'refs/heads/gh-readonly-queue/main/pr-12-ba5eba11ba5eba11ba5eba11ba5eba11ba5eba11',
    { merge_group: { base_ref: 'refs/heads/main', head_sha: sampleCommit } },
  ),
  schedule: event('schedule', 'refs/heads/main', { schedule: '0 3 * * *' }),
  release: event('release', 'refs/tags/v1.4.2', {
    release: { tag_name: 'v1.4.2', target_commitish: 'main' },
  }),
  'workflow_dispatch on a branch': event('workflow_dispatch', 'refs/heads/feat/login', {
    ref: 'refs/heads/feat/login',
  }),
  'workflow_dispatch on a tag': event('workflow_dispatch', 'refs/tags/v1.4.2', { ref: 'refs/tags/v1.4.2' }),
  repository_dispatch: event('repository_dispatch', 'refs/heads/main', { action: 'rebuild' }),
  workflow_run: event('workflow_run', 'refs/heads/main', {
    workflow_run: {
      event: 'push',
      head_branch: 'feat/login',
      head_sha: head,
      head_repository: { full_name: 'team/app' },
      pull_requests: [],
    },
  }),
  delete: event('delete', 'refs/heads/main', { ref: 'feat/login', ref_type: 'branch' }),
  'no event': event('', ''),
} as const satisfies Readonly<Record<string, RunnerEvent>>;

export type SampleEvent = keyof typeof sampleEvents;
