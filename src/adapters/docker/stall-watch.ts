import { setTimeout as sleep } from 'node:timers/promises';
import type { Sent } from './engine-traffic.ts';
import { watchProcess, type ProcessWatch } from './process-watch.ts';

/** A push that sends less than a kilobyte per second never ends; what a runner reports to its service is far less. */
const leastPerSecond = 1024;

/** How many times the bytes are checked within `stillMs`. */
const looks = 12;

/**
 * Detects a push in which nothing moves any more: the process is silent, and the machine has sent next to nothing for
 * as long.
 * @param stillMs after how long to report it
 * @param count makes the counter of the machine's bytes; called when the process has been silent for a while
 * @param stalled called once
 */
export function watchForStall(
  stillMs: number,
  count: (over: AbortSignal) => Promise<Sent>,
  stalled: () => void,
): ProcessWatch {
  const pauseMs = Math.ceil(stillMs / looks);
  return watchProcess(async (heardAt, over) => {
    let sent: Sent | undefined;
    let last: { readonly at: number; readonly bytes: number } | undefined;
    for (;;) {
      await sleep(pauseMs, undefined, { signal: over });
      if (performance.now() - heardAt() < 2 * pauseMs) {
        last = undefined;
        continue;
      }
      sent ??= await count(over);
      const [bytes, at] = [await sent(), performance.now()];
      if (bytes === undefined) return;
      if (last === undefined || last.at < heardAt()) last = { at, bytes };
      const stillFor = at - last.at;
      // A busy moment restarts the time.
      if (bytes - last.bytes > (leastPerSecond * Math.max(stillMs, stillFor)) / 1000) last = { at, bytes };
      else if (at - Math.max(heardAt(), last.at) >= stillMs) {
        stalled();
        return;
      }
    }
  });
}
