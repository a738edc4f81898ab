import { ShipError } from '../../types/errors.ts';

/** GitHub ends jobs on its own runners after this time. Source: GitHub docs, "Usage limits", Job execution time. */
const budgetMs = 6 * 3600_000;

/**
 * Aborts when the run's time is up, and when the runner cancels the step: it sends SIGINT, after 7.5 seconds SIGTERM,
 * and kills 2.5 seconds later.
 * Source: actions/runner, ProcessInvoker.cs; GitHub docs, "Canceling a workflow".
 */
export function cancellation(): AbortSignal {
  const cancelled = new AbortController();
  const budget = setTimeout(() => {
    cancelled.abort(
      new ShipError({
        code: 'timed-out',
        what: `The run was stopped after ${String(budgetMs / 3600_000)} hours.`,
        next: 'Look in the log for what it was waiting for; no tag was set after that.',
      }),
    );
  }, budgetMs);
  budget.unref();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      cancelled.abort(
        new ShipError({
          code: 'cancelled',
          what: `The run was cancelled (${signal}).`,
          next: 'Everything it had started was undone; run the job again.',
        }),
      );
    });
  }
  return cancelled.signal;
}
