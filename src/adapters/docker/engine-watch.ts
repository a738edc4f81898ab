import { setTimeout as sleep } from 'node:timers/promises';
import { watchProcess, type ProcessWatch } from './process-watch.ts';

/** When to ask an engine for a sign of life, and when to consider it frozen. In milliseconds. */
export interface EngineTimings {
  /**
   * How long a process may be silent before its engine is asked: pushing a layer takes longer, but asking costs little.
   */
  readonly askAfterMs: number;
  /** How long the engine has for one answer; it needs some milliseconds. */
  readonly answerMs: number;
  /** The pause after an answer, or a refusal, before asking again. */
  readonly againMs: number;
  /** Without an answer for this long the engine is frozen: no load makes it that slow. */
  readonly frozenMs: number;
}

export const engineTimings: EngineTimings = {
  askAfterMs: 10_000,
  answerMs: 10_000,
  againMs: 2_000,
  frozenMs: 30_000,
};

/**
 * Asks an engine for signs of life while a process is silent: a build or a push never ends by itself if the engine,
 * or its machine, is stopped.
 * @param ask whether the engine answers; it ends by itself, or when the signal aborts
 * @param frozen called once, with the time in milliseconds for which the engine has not answered
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
