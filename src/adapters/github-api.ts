import { text } from 'node:stream/consumers';
import * as core from '@actions/core';
import { HttpClient } from '@actions/http-client';
import type { GitHubApi } from '../ports.ts';
import { repositoryFromApi } from '../plan/event.ts';
import { clause, messageOf } from '../types/text.ts';

/**
 * GitHub's REST API, of which one run needs two answers at most; see "Dependencies" in docs/architecture.md.
 * Source: GitHub REST API, "Get a repository" and "Get a commit".
 */
export function githubApi(): GitHubApi {
  const { GITHUB_API_URL, GITHUB_REPOSITORY } = process.env;

  async function ask(path: string): Promise<unknown> {
    const token = core.getInput('github-token');
    if (token === '' || GITHUB_API_URL === undefined || GITHUB_REPOSITORY === undefined) return undefined;
    const http = new HttpClient('ecr-ship', undefined, { allowRetries: false, socketTimeout: 10_000 });
    const address = `${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}${path}`;
    try {
      const { message } = await http.get(address, {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        'x-github-api-version': '2022-11-28',
      });
      // Not the client's own reader: that one waits for ever where the connection breaks in the middle.
      const body = await text(message);
      if (message.statusCode !== 200) throw new Error(`status ${String(message.statusCode)}`);
      return JSON.parse(body) as unknown;
    } catch (error) {
      core.debug(
        `GitHub's API did not answer ${path === '' ? 'about the repository' : path}: ${clause(messageOf(error))}`,
      );
      return undefined;
    } finally {
      http.dispose();
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
