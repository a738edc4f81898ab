import { setTimeout as sleep } from 'node:timers/promises';
import type { Sent } from './engine-traffic.ts';

/** A push that sends less than a kilobyte a second never ends; what a runner tells its service is far less. */
const leastPerSecond = 1024;

/** So often the bytes are looked at in the time after which nothing moves. */
const looks = 12;

/** Watches over what one process has its engine send. */
export interface StallWatch {
  /** The process has said something, so that it goes on. */
  heard(): void;
  stop(): void;
}

/**
 * Tells a push in which nothing moves any more: the process is silent, and the machine has sent next to nothing for as long.
 * @param stillMs after how long it is told
 * @param count gives what counts the machine's bytes; asked when the process has been silent for a while
 * @param stalled called once
 */
export function watchForStall(
  stillMs: number,
  count: (over: AbortSignal) => Promise<Sent>,
  stalled: () => void,
): StallWatch {
  const over = new AbortController();
  const pauseMs = Math.ceil(stillMs / looks);
  let heardAt = performance.now();
  const watch = async () => {
    let sent: Sent | undefined;
    let last: { readonly at: number; readonly bytes: number } | undefined;
    for (;;) {
      await sleep(pauseMs, undefined, { signal: over.signal });
      if (performance.now() - heardAt < 2 * pauseMs) {
        last = undefined;
        continue;
      }
      sent ??= await count(over.signal);
      const [bytes, at] = [await sent(), performance.now()];
      if (bytes === undefined) return;
      if (last === undefined || last.at < heardAt) last = { at, bytes };
      const stillFor = at - last.at;
      // A busy moment begins the time anew.
      if (bytes - last.bytes > (leastPerSecond * Math.max(stillMs, stillFor)) / 1000) last = { at, bytes };
      else if (at - Math.max(heardAt, last.at) >= stillMs) {
        stalled();
        return;
      }
    }
  };
  // Ends with an AbortError when the process does.
  watch().catch(() => undefined);
  return {
    heard: () => {
      heardAt = performance.now();
    },
    stop: () => {
      over.abort();
    },
  };
}
