import type { Claim, EventFacts, GitRef, RunnerEvent } from '../types/source.ts';
import { readEvent } from './event.ts';
import { commit, fullNameOf, nonEmpty, object, text, wholeNumber } from './payload.ts';
import { refOf } from './refs.ts';

/** The refs and commits that an event names. */
interface EventClaims {
  /** The ref that the run is about, as the runner gives it. */
  readonly own: Claim;
  /** Further refs: that of the run before a workflow_run, or the pull request of a comment. */
  readonly others: readonly Claim[];
}

/**
 * The refs that an event names, each with its commits. No other ref's name may be used, whatever is checked out.
 * Source: GitHub docs, "Events that trigger workflows" (GITHUB_SHA and GITHUB_REF of each) and "Webhook payloads".
 */
export function claimsOf(event: RunnerEvent): EventClaims {
  const facts = readEvent(event);
  const payload = object(event.payload);
  const own = ownClaim(facts, object(payload['pull_request']));
  const others = [...runBefore(event), ...pullRequestOfComment(payload)];
  return { own, others };
}

function ownClaim(facts: EventFacts, pullRequest: Readonly<Record<string, unknown>>): Claim {
  const { ref, baseBranch } = facts;
  if (ref.kind !== 'pull-request') {
    // For a pushed annotated tag, GITHUB_SHA may be the tag object, and the payload has its commit.
    return { ref, baseBranch, commits: known([facts.commit, facts.dated?.sha]) };
  }
  // GITHUB_SHA of pull_request_target is a commit of the base branch, not of the pull request.
  const merge = facts.name === 'pull_request_target' ? undefined : facts.commit;
  const test = commit(text(pullRequest['merge_commit_sha']));
  return { ref, baseBranch, commits: known([merge, facts.headCommit, test]) };
}

/**
 * The ref of the run that a workflow_run follows. The branch of a run of another repository (a fork) means nothing,
 * whatever its name; a pushed tag's looks like a branch with the same name.
 */
function runBefore(event: RunnerEvent): Claim[] {
  if (event.name !== 'workflow_run') return [];
  const payload = object(event.payload);
  const run = object(payload['workflow_run']);
  const sha = commit(text(run['head_sha']));
  if (sha === undefined) return [];
  if (text(run['event']).startsWith('pull_request')) {
    const [pullRequest] = Array.isArray(run['pull_requests']) ? run['pull_requests'].map(object) : [];
    const number = wholeNumber(pullRequest?.['number']);
    if (number === undefined) return [];
    const baseBranch = nonEmpty(text(object(pullRequest?.['base'])['ref']));
    return [{ ref: { kind: 'pull-request', number }, commits: [sha], baseBranch }];
  }
  const head = fullNameOf(run['head_repository']);
  if (head === undefined || head !== fullNameOf(payload['repository'])) return [];
  const branch = text(run['head_branch']);
  const ref: GitRef = refOf(`refs/${run['event'] === 'release' ? 'tags' : 'heads'}/${branch}`);
  return [{ ref, commits: [sha], baseBranch: undefined }];
}

/** A comment gives the number of its pull request, but none of its commits. */
function pullRequestOfComment(payload: Readonly<Record<string, unknown>>): Claim[] {
  const issue = object(payload['issue']);
  const number = wholeNumber(issue['number']);
  if (number === undefined || typeof issue['pull_request'] !== 'object' || issue['pull_request'] === null)
    return [];
  return [{ ref: { kind: 'pull-request', number }, commits: [], baseBranch: undefined }];
}

function known(commits: readonly (string | undefined)[]): string[] {
  return [...new Set(commits.filter((sha) => sha !== undefined))];
}
