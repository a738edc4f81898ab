import type { RunnerEvent } from '../types/source.ts';
import { fullNameOf, object, wholeNumber } from './payload.ts';

/** The pull request that an event is about. */
interface PullRequest {
  readonly number: number;
  /** Whether GitHub gives the job a read-only token, as it does if the pull request comes from a fork. */
  readonly isReadOnly: boolean;
}

/**
 * What comes from a fork runs with a read-only token, except `pull_request_target`.
 * Source: GitHub docs, "Events that trigger workflows".
 */
export function pullRequestOf({ name, payload }: RunnerEvent): PullRequest | undefined {
  const pullRequest = object(object(payload)['pull_request']);
  const number = wholeNumber(pullRequest['number']);
  if (number === undefined) return undefined;
  const [head, base] = ['head', 'base'].map((side) => fullNameOf(object(pullRequest[side])['repo']));
  const isFork = head === undefined || head !== base;
  return { number, isReadOnly: isFork && name !== 'pull_request_target' };
}
