import type { RunFacts } from '../../../src/types/plan.ts';
import { commit, run } from './values.ts';

/** A run for pull request 7 of the repository o/r, into main. */
export function onPullRequest(head: string | null = 'o/r', name = 'pull_request'): RunFacts {
  const repo = head === null ? null : { full_name: head };
  return {
    ...run,
    event: {
      ...run.event,
      name,
      ref: 'refs/pull/7/merge',
      payload: {
        repository: {
          name: 'r',
          full_name: 'o/r',
          default_branch: 'main',
          html_url: 'https://github.com/o/r',
        },
        pull_request: {
          number: 7,
          head: { ref: 'feature', sha: commit, repo },
          base: { ref: 'main', repo: { full_name: 'o/r' } },
        },
      },
    },
  };
}
