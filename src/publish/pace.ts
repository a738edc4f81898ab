import type { Clock } from '../ports.ts';

/** Limits callers to `perSecond` in any one second, even after a quiet time. */
export function startPace(perSecond: number, clock: Clock): () => Promise<void> {
  const starts: number[] = [];
  return async () => {
    const now = clock.now();
    const start = Math.max(now, (starts.at(-perSecond) ?? Number.NEGATIVE_INFINITY) + 1000);
    starts.push(start);
    if (start > now) await clock.sleep(start - now);
  };
}
