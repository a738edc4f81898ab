import { setTimeout as sleep } from 'node:timers/promises';
import { watchProcess, type ProcessWatch } from './process-watch.ts';

/** When an engine is asked whether it lives, and when it is taken for one that does not. In milliseconds. */
export interface EngineTimings {
  /** So long a process may be silent before its engine is asked: a layer takes longer to push, and an answer costs little. */
  readonly askAfterMs: number;
  /** So long the engine has for one answer; it needs some milliseconds. */
  readonly answerMs: number;
  /** So long it waits after an answer, or a refusal, before it asks again. */
  readonly againMs: number;
  /** Without an answer for so long the engine is frozen: no load makes one that slow. */
  readonly frozenMs: number;
}

export const engineTimings: EngineTimings = {
  askAfterMs: 10_000,
  answerMs: 10_000,
  againMs: 2_000,
  frozenMs: 30_000,
};

/**
 * Asks an engine whether it lives as long as a process is silent: a build or a push never ends by itself where the
 * engine is stopped, or the machine that it runs on.
 * @param ask whether the engine answers; it ends by itself, or when the signal aborts
 * @param frozen called once, with the time for which the engine has not answered, in milliseconds
 */
export function watchEngine(
  timings: EngineTimings,
  ask: (ms: number, signal: AbortSignal) => Promise<boolean>,
  frozen: (ms: number) => void,
): ProcessWatch {
  return watchProcess(async (heardAt, over) => {
    /** Since when the engine has not answered. */
    let missingSince: number | undefined;
    const look = async () => {
      const silent = performance.now() - heardAt();
      if (silent < timings.askAfterMs) {
        missingSince = undefined;
        return timings.askAfterMs - silent;
      }
      const askedAt = performance.now();
      if (await ask(timings.answerMs, over)) missingSince = undefined;
      else missingSince ??= askedAt;
      return timings.againMs;
    };
    for (;;) {
      await sleep(await look(), undefined, { signal: over });
      if (missingSince === undefined || heardAt() > missingSince) continue;
      const missing = performance.now() - missingSince;
      if (missing < timings.frozenMs) continue;
      frozen(missing);
      return;
    }
  });
}
