import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../ports.ts';

/** The machine's own time. The end of the run wakes whoever sleeps, and throws its reason there. */
export function clockUntil(signal: AbortSignal): Clock {
  return {
    now: () => Date.now(),
    async sleep(ms) {
      signal.throwIfAborted();
      await sleep(ms, undefined, { signal }).catch(() => undefined);
      signal.throwIfAborted();
    },
  };
}
