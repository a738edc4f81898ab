import { pullRequestOf } from './plan/pull-request.ts';
import type { CommentOutcome, GitHubApi, Log } from './ports.ts';
import { commentDocument } from './report/documents/comment.ts';
import type { Report } from './types/report.ts';

/** What a comment is put with. */
interface Tools {
  readonly github: Pick<GitHubApi, 'keepComment'>;
  readonly log: Pick<Log, 'info' | 'notice' | 'warning'>;
  /** Makes the text fit to be shown. */
  readonly fit: (text: string) => string;
}

/**
 * Keeps the comment on the pull request up to date, where the person asks for one. A run is not worth less because there is
 * none: whatever stands in its way is said once.
 * @param found the report as it is, which knows the event
 * @param shown the same as it may be shown
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
  // Whoever cancels a run starts another one, or waits for this one to end.
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
