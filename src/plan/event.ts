import type { EventFacts, GitRef, RunnerEvent, SourceRepository } from '../types/source.ts';

/**
 * Reads an event: the runner's variables first, the payload for what they do not say. Nothing in a payload is taken
 * for granted. Source: GitHub docs, "Events that trigger workflows"; docs/tags.md lists what each event gives.
 */
export function readEvent(event: RunnerEvent): EventFacts {
  const payload = object(event.payload);
  const pullRequest = object(payload['pull_request']);
  const common = {
    name: event.name,
    commit: commit(event.sha),
    headCommit: commit(text(object(pullRequest['head'])['sha'])),
    baseBranch: nonEmpty(text(object(pullRequest['base'])['ref'])),
    dated: datedCommit(object(payload['head_commit'])),
    repository: repositoryOf(event, payload),
  };
  switch (event.name) {
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_review_comment':
    case 'pull_request_target': {
      const number = wholeNumber(pullRequest['number']) ?? wholeNumber(payload['number']);
      return { ...common, ref: number === undefined ? refOf(event.ref) : { kind: 'pull-request', number } };
    }
    case 'merge_group': {
      const group = object(payload['merge_group']);
      const base = text(group['base_ref']).replace(/^refs\/heads\//, '');
      return {
        ...common,
        ref: base === '' ? refOf(event.ref) : { kind: 'merge-queue', base },
        commit: common.commit ?? commit(text(group['head_sha'])),
        baseBranch: nonEmpty(base),
        dated: datedCommit(object(group['head_commit'])),
      };
    }
    case 'release': {
      const tag = text(object(payload['release'])['tag_name']);
      const ref = refOf(event.ref);
      return { ...common, ref: ref.kind === 'none' && tag !== '' ? { kind: 'tag', name: tag } : ref };
    }
    case 'push':
      return { ...common, ref: refOf(event.ref), baseBranch: branchOf(text(payload['base_ref'])) };
    default:
      return { ...common, ref: refOf(event.ref) };
  }
}

/**
 * What a workflow_run is about when the checkout is at the commit of the run that triggered it: that run's branch or
 * pull request, and not the default branch, which is what the runner's own variables say.
 */
export function triggeringRun(
  event: RunnerEvent,
): { readonly commit: string; readonly ref: GitRef; readonly baseBranch: string | undefined } | undefined {
  if (event.name !== 'workflow_run') return undefined;
  const run = object(object(event.payload)['workflow_run']);
  const sha = commit(text(run['head_sha']));
  if (sha === undefined) return undefined;
  const [pullRequest] = Array.isArray(run['pull_requests']) ? run['pull_requests'].map(object) : [];
  const number = wholeNumber(pullRequest?.['number']);
  const branch = text(run['head_branch']);
  const isPullRequest = text(run['event']).startsWith('pull_request');
  if (isPullRequest) {
    return {
      commit: sha,
      ref: number === undefined ? { kind: 'none' } : { kind: 'pull-request', number },
      baseBranch: nonEmpty(text(object(pullRequest?.['base'])['ref'])),
    };
  }
  return {
    commit: sha,
    // A release's run is about its tag. That of a pushed tag looks like that of a branch of the same name.
    ref: refOf(`refs/${run['event'] === 'release' ? 'tags' : 'heads'}/${branch}`),
    baseBranch: undefined,
  };
}

/** `refs/heads/main`, `refs/tags/v1`, `refs/pull/12/merge`, and the temporary branches of a merge queue. */
function refOf(ref: string): GitRef {
  const queue = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d+-[0-9a-f]{40}$/.exec(ref);
  if (queue?.[1] !== undefined) return { kind: 'merge-queue', base: queue[1] };
  const match = /^refs\/(heads|tags|pull)\/(.+)$/.exec(ref);
  const [, kind, name = ''] = match ?? [];
  if (kind === 'heads') return { kind: 'branch', name };
  if (kind === 'tags') return { kind: 'tag', name };
  const number = kind === 'pull' ? wholeNumber(Number(/^\d+/.exec(name)?.[0])) : undefined;
  return number === undefined ? { kind: 'none' } : { kind: 'pull-request', number };
}

function branchOf(ref: string): string | undefined {
  const found = refOf(ref);
  return found.kind === 'branch' ? found.name : undefined;
}

/** Events for which the runner's ref is the default branch, whatever happened. Source: GitHub docs, as above. */
const onDefaultBranch = new Set([
  'branch_protection_rule',
  'check_run',
  'check_suite',
  'delete',
  'discussion',
  'discussion_comment',
  'fork',
  'gollum',
  'issue_comment',
  'issues',
  'label',
  'milestone',
  'page_build',
  'public',
  'registry_package',
  'repository_dispatch',
  'schedule',
  'watch',
  'workflow_run',
]);

function repositoryOf(event: RunnerEvent, payload: Readonly<Record<string, unknown>>): SourceRepository {
  const repository = object(payload['repository']);
  const branch = refOf(event.ref);
  const [, name] = event.repository.split('/');
  const here = `${event.serverUrl}/${event.repository}`;
  const said = repositoryFromApi(repository);
  return {
    ...said,
    name: said.name ?? name,
    url: said.url ?? (event.serverUrl === '' || event.repository === '' ? undefined : here),
    defaultBranch:
      said.defaultBranch ??
      (onDefaultBranch.has(event.name) && branch.kind === 'branch' ? branch.name : undefined),
  };
}

/** A repository as GitHub's API and its payloads describe it, alike. */
export function repositoryFromApi(answer: unknown): SourceRepository {
  const repository = object(answer);
  return {
    isDescribed: Object.keys(repository).length > 0,
    name: nonEmpty(text(repository['name'])),
    description: nonEmpty(text(repository['description'])),
    url: nonEmpty(text(repository['html_url'])),
    defaultBranch: nonEmpty(text(repository['default_branch'])),
    license: licenseOf(repository),
  };
}

/** GitHub says NOASSERTION where it found a licence that it does not know. */
function licenseOf(repository: Readonly<Record<string, unknown>>): string | undefined {
  const id = text(object(repository['license'])['spdx_id']);
  return id === '' || id === 'NOASSERTION' ? undefined : id;
}

function datedCommit(head: Readonly<Record<string, unknown>>): EventFacts['dated'] {
  const sha = commit(text(head['id']));
  const at = Date.parse(text(head['timestamp']));
  return sha === undefined || Number.isNaN(at) ? undefined : { sha, at };
}

/** SHA-1 or SHA-256, as git writes them. A run of zeros is git's word for "none". */
export function commit(sha: string): string | undefined {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha) && !/^0+$/.test(sha) ? sha : undefined;
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function nonEmpty(value: string): string | undefined {
  return value === '' ? undefined : value;
}

function wholeNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
