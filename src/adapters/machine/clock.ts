import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../ports.ts';

/** The machine's own time. Whoever sleeps is woken by the end of the run, and meets its reason. */
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
