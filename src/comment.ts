import { pullRequestOf } from './plan/pull-request.ts';
import type { CommentOutcome, GitHubApi, Log } from './ports.ts';
import { commentDocument } from './report/documents/comment.ts';
import type { Report } from './types/report.ts';

/** What `commentOn` needs. */
interface Tools {
  readonly github: Pick<GitHubApi, 'keepComment'>;
  readonly log: Pick<Log, 'info' | 'notice' | 'warning'>;
  /** Makes text fit to be shown: without secrets or control characters. */
  readonly fit: (text: string) => string;
}

/**
 * Keeps the pull request's comment up to date if the user asks for one. A missing comment does not fail the run:
 * whatever prevents it is reported once.
 * @param found the report with the event in it
 * @param shown the same report as it may be shown
 */
export async function commentOn(found: Report, shown: Report, { github, log, fit }: Tools): Promise<void> {
  if (!commentDocument.isAsked(found)) return;
  const pullRequest = pullRequestOf(found.run.event);
  if (pullRequest === undefined) {
    log.info(
      `There is no comment: the event ${found.run.event.name || 'of this run'} is about no pull request.`,
    );
    return;
  }
  // A run that was cancelled is usually followed by another one, which writes the comment.
  if (found.failure?.code === 'cancelled') return;
  if (pullRequest.isReadOnly) {
    log.notice(
      'There is no comment: the pull request comes from a fork, for which GitHub gives a token that may only read. ' +
        'The job summary has all of it.',
    );
    return;
  }
  const outcome = await github.keepComment({
    pullRequest: pullRequest.number,
    marker: commentDocument.marker(shown),
    text: fit(commentDocument.text(shown)),
  });
  tellOutcome(outcome, pullRequest.number, log);
}

function tellOutcome(outcome: CommentOutcome, pullRequest: number, log: Tools['log']): void {
  const there = `pull request #${String(pullRequest)}`;
  switch (outcome.kind) {
    case 'created':
    case 'updated':
    case 'unchanged':
      log.info(`The comment on ${there} was ${outcome.kind === 'unchanged' ? 'up to date' : outcome.kind}.`);
      return;
    case 'not-asked':
      log.notice('There is no comment: the input github-token is empty, or no GitHub API is known.');
      return;
    case 'forbidden':
      log.warning(
        `There is no comment on ${there}: GitHub refused it: ${outcome.why}. Give the job the permission pull-requests: write.`,
      );
      return;
    case 'failed':
      log.warning(`There is no comment on ${there}: ${outcome.why}.`);
  }
}
