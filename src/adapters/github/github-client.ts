import { largestGitHubAnswer } from '../../types/bounds.ts';
import { setTimeout as pause } from 'node:timers/promises';
import type { GitHub } from '@actions/github/lib/utils';
import { Refusal } from '../../types/refusal.ts';
import { clause } from '../../types/text.ts';
import { within } from '../machine/deadline.ts';
import { boundedFetch, type Fetch } from './github-fetch.ts';
import { TooLong } from '../http/http-answer.ts';

/** GitHub's API as Octokit has it. */
export type Octokit = InstanceType<typeof GitHub>;

/** Whose API, as whom, and how patiently. */
export interface GitHubAccess {
  /** `GITHUB_API_URL`, which is that of GitHub Enterprise where the job runs there. */
  readonly url: string;
  readonly token: string;
  /** How long to wait before each further try after a passing fault, in milliseconds. */
  readonly pauses: readonly number[];
  /** Takes what only somebody who looks for a fault wants to know. */
  readonly tell: (text: string) => void;
}

/** A commit of many files is an answer of some megabytes; with all its tries nothing waits longer for it than this. */
const bounds = { ms: 20_000, bytes: largestGitHubAnswer };

/**
 * Asks GitHub's API by `@actions/github`, which knows the job's proxy and is a part of its own of the bundle: a run that
 * asks nothing loads nothing of it. Throws what Octokit throws, and an error where there is no whole answer in time.
 */
export async function askGitHub<T>(
  { url, token, pauses, tell }: GitHubAccess,
  ask: (octokit: Octokit) => Promise<T>,
): Promise<T> {
  const late = () => new Error(`no complete answer came within ${String(bounds.ms / 1000)} s`);
  return within({ signals: [], ms: bounds.ms, late }, async (signal) => {
    const { GitHub, defaults, getOctokitOptions } = await import('@actions/github/lib/utils');
    const fetch = boundedFetch(defaults.request?.fetch as Fetch, bounds.bytes);
    const options = { baseUrl: url, userAgent: 'ecr-ship', log: quietLog(tell), request: { fetch, signal } };
    const octokit = new GitHub(getOctokitOptions(token, options));
    askAgain(octokit, { pauses, tell }, signal);
    return ask(octokit);
  });
}

/** What Octokit has to say (of deprecated paths, say) is partly what a server said. */
function quietLog(tell: GitHubAccess['tell']) {
  const say = (text: string) => {
    tell(clause(text));
  };
  return { debug: () => undefined, info: () => undefined, warn: say, error: say };
}

/**
 * Tries again after a fault that passes. `@octokit/plugin-retry` would do it for every method alike, and a comment that
 * was made and not answered for would be made twice.
 */
function askAgain(
  octokit: Octokit,
  { pauses, tell }: Pick<GitHubAccess, 'pauses' | 'tell'>,
  signal: AbortSignal,
): void {
  octokit.hook.wrap('request', async (request, options) => {
    // What GraphQL is asked for here is to read, or to write a text in the place of another one.
    const isRepeatable = options.method !== 'POST' || options.url.endsWith('/graphql');
    for (const ms of isRepeatable ? pauses : []) {
      try {
        return await request(options);
      } catch (error) {
        if (signal.aborted || !isPassing(error)) throw error;
        tell(`GitHub's API is asked again: ${clause(String(error))}`);
        await pause(ms, undefined, { signal });
      }
    }
    return request(options);
  });
}

/** Whether another try may succeed: the server's own faults, and those of the line, which Octokit gives the status 500. */
function isPassing(error: unknown): boolean {
  const { status, cause } = error as { readonly status?: number; readonly cause?: unknown };
  return (status ?? 0) >= 500 && !(cause instanceof Refusal) && !(cause instanceof TooLong);
}
