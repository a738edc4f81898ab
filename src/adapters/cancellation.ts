import { ShipError } from '../types/errors.ts';

/**
 * Aborts when the runner cancels the step: it sends SIGINT, SIGTERM 7.5 seconds later, and kills 2.5 seconds after that.
 * Source: actions/runner, ProcessInvoker.cs; GitHub docs, "Canceling a workflow".
 */
export function cancellation(): AbortSignal {
  const cancelled = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      cancelled.abort(
        new ShipError({
          code: 'cancelled',
          what: `The run was cancelled (${signal}).`,
          next: 'What it had begun was taken back; run the job again.',
        }),
      );
    });
  }
  return cancelled.signal;
}
