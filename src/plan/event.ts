import type { EventFacts, RunnerEvent, SourceRepository } from '../types/source.ts';
import { commit, nonEmpty, object, text, wholeNumber } from './payload.ts';
import { refOf } from './refs.ts';

/**
 * Reads an event: the runner's variables first, and the payload for what they do not say. The payload is not trusted
 * to have any form. Source: GitHub docs, "Events that trigger workflows"; docs/reference/tags.md lists what each
 * event gives.
 */
export function readEvent(event: RunnerEvent): EventFacts {
  const payload = object(event.payload);
  const pullRequest = object(payload['pull_request']);
  const common = {
    name: event.name,
    commit: commit(event.sha),
    headCommit: commit(text(object(pullRequest['head'])['sha'])),
    baseBranch: nonEmpty(text(object(pullRequest['base'])['ref'])),
    isMarkedPreRelease: event.name === 'release' && object(payload['release'])['prerelease'] === true,
    dated: datedCommit(object(payload['head_commit'])),
    repository: repositoryOf(event, payload),
  };
  switch (event.name) {
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_review_comment':
    case 'pull_request_target': {
      const number = wholeNumber(pullRequest['number']) ?? wholeNumber(payload['number']);
      // For a merged pull request the runner gives the branch that it was merged into, and the merge commit there.
      const isMerged = event.name === 'pull_request' && pullRequest['merged'] === true;
      const onBranch = refOf(event.ref);
      if (number === undefined || (isMerged && onBranch.kind === 'branch'))
        return { ...common, ref: onBranch };
      return { ...common, ref: { kind: 'pull-request', number } };
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

function branchOf(ref: string): string | undefined {
  const found = refOf(ref);
  return found.kind === 'branch' ? found.name : undefined;
}

/** Events for which the runner's ref is always the default branch. Source: GitHub docs, as above. */
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

/** Reads a repository, which GitHub's API and its payloads describe in the same form. */
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

/** GitHub says NOASSERTION if it found a licence that it does not know. */
function licenseOf(repository: Readonly<Record<string, unknown>>): string | undefined {
  const id = text(object(repository['license'])['spdx_id']);
  return id === '' || id === 'NOASSERTION' ? undefined : id;
}

function datedCommit(head: Readonly<Record<string, unknown>>): EventFacts['dated'] {
  const sha = commit(text(head['id']));
  const at = Date.parse(text(head['timestamp']));
  return sha === undefined || Number.isNaN(at) ? undefined : { sha, at };
}
