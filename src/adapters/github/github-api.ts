import * as core from '@actions/core';
import type { GitHubApi } from '../../ports.ts';
import { repositoryFromApi } from '../../plan/event.ts';
import { clause, messageOf } from '../../types/text.ts';
import { commentFailure, keepComment } from './github-comment.ts';
import { askGitHub, type Octokit } from './github-client.ts';

/** The pauses between tries: GitHub recovers within seconds, or not soon. In milliseconds. */
const usualPauses = [500, 2_000];

/** The parameters of every route: the repository to ask about, and the headers. */
type RouteParameters = Readonly<Record<'owner' | 'repo', string>> & {
  readonly headers: Record<string, string>;
};

/**
 * GitHub's API, from which one run needs a few answers at most. The token goes only to the API's own scheme, host and
 * port: redirects within them (a renamed repository) are followed, others are not.
 * Source: GitHub REST API, "Get a repository", "Get a commit" and "Compare two commits".
 * @param tell logs details that only matter when looking for a fault
 */
export function githubApi(tell: (text: string) => void, pauses: readonly number[] = usualPauses): GitHubApi {
  /** The data of one answer, if it is an object; undefined if there is none. */
  async function ask<T>(
    what: string,
    request: (octokit: Octokit, route: RouteParameters) => Promise<{ readonly data: T }>,
  ): Promise<Partial<T> | undefined> {
    const asked = access();
    if (asked === undefined) return undefined;
    try {
      const { data } = await askGitHub({ ...asked, pauses, tell }, (octokit) =>
        request(octokit, asked.route),
      );
      // Octokit returns anything but JSON as text.
      if (typeof data !== 'object' || data === null) throw new Error('the answer is not a JSON object');
      return data;
    } catch (error) {
      tell(`GitHub's API did not answer about ${what}: ${clause(messageOf(error))}`);
      return undefined;
    }
  }

  return {
    async repository() {
      const answer = await ask('the repository', ({ rest }, route) => rest.repos.get(route));
      return answer === undefined ? undefined : repositoryFromApi(answer);
    },
    async committedAt(sha) {
      const answer = await ask(`the commit ${sha}`, ({ rest }, route) =>
        rest.repos.getCommit({ ...route, ref: sha }),
      );
      const at = Date.parse(answer?.commit?.committer?.date ?? '');
      return Number.isNaN(at) ? undefined : at;
    },
    async compare(base, head) {
      // The second page has no files: for two distant commits they would be megabytes.
      const answer = await ask(`${base} and ${head}`, ({ rest }, route) =>
        rest.repos.compareCommitsWithBasehead({
          ...route,
          basehead: `${base}...${head}`,
          per_page: 1,
          page: 2,
        }),
      );
      return relations[answer?.status ?? ''];
    },
    async keepComment(comment) {
      const asked = access();
      if (asked === undefined) return { kind: 'not-asked' };
      try {
        const keep = (octokit: Octokit) => keepComment(octokit, asked.route, comment);
        return { kind: await askGitHub({ ...asked, pauses, tell }, keep) };
      } catch (error) {
        return commentFailure(error);
      }
    },
  };
}

/** The API's address, the token and the repository; undefined without a token, or if one of them is unknown. */
function access():
  { readonly url: string; readonly token: string; readonly route: RouteParameters } | undefined {
  const { GITHUB_API_URL: url = '', GITHUB_REPOSITORY = '' } = process.env;
  const token = core.getInput('github-token');
  const [owner = '', repo = ''] = GITHUB_REPOSITORY.split('/');
  if (token === '' || url === '' || owner === '' || repo === '') return undefined;
  return { url, token, route: { owner, repo, headers: { 'x-github-api-version': '2022-11-28' } } };
}

/** `status` describes the head relative to the base. Source: GitHub REST API, "Compare two commits". */
const relations: Readonly<Record<string, 'same' | 'descends' | 'precedes' | 'diverged'>> = {
  identical: 'same',
  ahead: 'descends',
  behind: 'precedes',
  diverged: 'diverged',
};
