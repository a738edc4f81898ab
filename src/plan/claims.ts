import type { Claim, EventFacts, GitRef, RunnerEvent } from '../types/source.ts';
import { readEvent } from './event.ts';
import { commit, fullNameOf, nonEmpty, object, text, wholeNumber } from './payload.ts';
import { refOf } from './refs.ts';

/** What an event tells of refs and their commits. */
export interface EventClaims {
  /** What the run is about, as the runner says it. */
  readonly own: Claim;
  /** Further refs: the run before a workflow_run, the pull request of a comment. */
  readonly others: readonly Claim[];
}

/**
 * The refs that an event tells of, each with its commits. Nothing else may be called by a ref's name, whatever lies in
 * the checkout. Source: GitHub docs, "Events that trigger workflows" (GITHUB_SHA and GITHUB_REF of each) and "Webhook
 * payloads".
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
    // The payload's newest commit is another spelling of GITHUB_SHA for a pushed tag that is an object of its own.
    return { ref, baseBranch, commits: known([facts.commit, facts.dated?.sha]) };
  }
  // GITHUB_SHA of pull_request_target is a commit of the base branch, not of the pull request.
  const merge = facts.name === 'pull_request_target' ? undefined : facts.commit;
  const test = commit(text(pullRequest['merge_commit_sha']));
  return { ref, baseBranch, commits: known([merge, facts.headCommit, test]) };
}

/**
 * The run that a workflow_run follows. Of a run of another repository (a fork) the branch says nothing, whatever it is
 * called; that of a pushed tag looks like that of a branch of the same name.
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

/** A comment tells the number of its pull request and none of its commits. */
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
