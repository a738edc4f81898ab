import * as core from '@actions/core';
import { HttpClient } from '@actions/http-client';
import type { GitHubApi } from '../ports.ts';
import { repositoryFromApi } from '../plan/event.ts';
import { clause, messageOf } from '../types/text.ts';
import { getFollowing } from './redirects.ts';

/** A commit of many files is an answer of some megabytes; nothing waits longer for it than this. */
const bounds = { ms: 20_000, bytes: () => 16 * 1024 * 1024 };

/**
 * GitHub's REST API, of which one run needs two answers at most; see "Dependencies" in docs/architecture.md. The token goes
 * to the API's own scheme, host and port: a redirect inside it (a repository that was renamed) is followed, another is not.
 * Source: GitHub REST API, "Get a repository" and "Get a commit".
 */
export function githubApi(): GitHubApi {
  const { GITHUB_API_URL, GITHUB_REPOSITORY } = process.env;

  async function ask(path: string): Promise<unknown> {
    const token = core.getInput('github-token');
    if (token === '' || GITHUB_API_URL === undefined || GITHUB_REPOSITORY === undefined) return undefined;
    const headers = { accept: 'application/json', 'x-github-api-version': '2022-11-28' };
    const authorization = `Bearer ${token}`;
    try {
      const url = new URL(`${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}${path}`);
      const get = { url, headers, authorization, leaves: false, bounds };
      const { status, body } = await getFollowing(get, new HttpClient());
      if (status !== 200) throw new Error(`status ${String(status)}`);
      return JSON.parse(body.toString('utf8')) as unknown;
    } catch (error) {
      core.debug(
        `GitHub's API did not answer ${path === '' ? 'about the repository' : path}: ${clause(messageOf(error))}`,
      );
      return undefined;
    }
  }

  return {
    async repository() {
      const answer = await ask('');
      return answer === undefined ? undefined : repositoryFromApi(answer);
    },
    async committedAt(sha) {
      const answer = (await ask(`/commits/${sha}`)) as
        { commit?: { committer?: { date?: string } } } | undefined;
      const at = Date.parse(answer?.commit?.committer?.date ?? '');
      return Number.isNaN(at) ? undefined : at;
    },
    async compare(base, head) {
      // The second page has no files: of two commits far apart they would be megabytes.
      const answer = (await ask(`/compare/${base}...${head}?per_page=1&page=2`)) as
        { status?: string } | undefined;
      return relations[answer?.status ?? ''];
    },
  };
}

/** Source: GitHub REST API, "Compare two commits": `status` of the head against the base. */
const relations: Readonly<Record<string, 'same' | 'descends' | 'precedes' | 'diverged'>> = {
  identical: 'same',
  ahead: 'descends',
  behind: 'precedes',
  diverged: 'diverged',
};
