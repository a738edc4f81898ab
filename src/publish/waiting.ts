import type { Clock, Log } from '../ports.ts';

/** Waiting for what ECR does in the background, which takes minutes. */
interface Waiting {
  readonly waitedMs: () => number;
  /**
   * Waits until it is time to look again, but for at most `mostMs`.
   * @param text what the log says once a minute
   */
  readonly pause: (text: (minutes: string) => string, mostMs?: number) => Promise<void>;
}

/** The pause between two looks is a quarter of the time passed so far, within these bounds. */
const shortestPauseMs = 1000;
const longestPauseMs = 15_000;

/** How often the log says that the run still waits. */
const wordEveryMs = 60_000;

export function startWaiting({ clock, log }: { readonly clock: Clock; readonly log: Log }): Waiting {
  const start = clock.now();
  let saidAt = start;
  const waitedMs = () => clock.now() - start;
  return {
    waitedMs,
    async pause(text, mostMs = Infinity) {
      const now = clock.now();
      if (now - saidAt >= wordEveryMs) {
        saidAt = now;
        log.info(text(String(Math.round((now - start) / 60_000))));
      }
      const quarter = Math.min(longestPauseMs, Math.max(shortestPauseMs, (now - start) / 4));
      await clock.sleep(Math.min(quarter, mostMs));
    },
  };
}
