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

/** Which API, with which token, and with how much patience. */
interface GitHubAccess {
  /** `GITHUB_API_URL`, which is GitHub Enterprise's if the job runs there. */
  readonly url: string;
  readonly token: string;
  /** The pause before each further try after a temporary fault, in milliseconds. */
  readonly pauses: readonly number[];
  /** Logs details that only matter when looking for a fault. */
  readonly tell: (text: string) => void;
}

/** GitHub's answer about a commit with many files has some megabytes; the time includes all tries. */
const bounds = { ms: 20_000, bytes: largestGitHubAnswer };

/**
 * Asks GitHub's API through `@actions/github`, which supports the job's proxy and is a separate chunk of the bundle: runs
 * that ask nothing do not load it. Throws what Octokit throws, and an error if there is no complete answer in time.
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

/** Octokit's messages (such as about deprecated paths) contain text from the server. */
function quietLog(tell: GitHubAccess['tell']) {
  const say = (text: string) => {
    tell(clause(text));
  };
  return { debug: () => undefined, info: () => undefined, warn: say, error: say };
}

/**
 * Retries after a temporary fault. `@octokit/plugin-retry` would do so for every method alike, and so create a
 * comment twice if the first answer was lost.
 */
function askAgain(
  octokit: Octokit,
  { pauses, tell }: Pick<GitHubAccess, 'pauses' | 'tell'>,
  signal: AbortSignal,
): void {
  octokit.hook.wrap('request', async (request, options) => {
    // The GraphQL requests made here only read, or replace one text by another.
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

/**
 * Whether another try may succeed: the server's own faults, and connection faults, for which Octokit sets the status 500.
 */
function isPassing(error: unknown): boolean {
  const { status, cause } = error as { readonly status?: number; readonly cause?: unknown };
  return (status ?? 0) >= 500 && !(cause instanceof Refusal) && !(cause instanceof TooLong);
}
