/** Watches one process until it ends. */
export interface ProcessWatch {
  /** The process has printed something, so it is alive. */
  heard(): void;
  stop(): void;
}

/**
 * Starts a watch on how long a process has been silent.
 * @param watch gets the time when the process last printed something, by `performance.now()`, and a signal that aborts
 *   with the watch; it returns when it has seen enough
 */
export function watchProcess(
  watch: (heardAt: () => number, over: AbortSignal) => Promise<void>,
): ProcessWatch {
  const over = new AbortController();
  let heardAt = performance.now();
  // Throws an AbortError when the process ends.
  watch(() => heardAt, over.signal).catch(() => undefined);
  return {
    heard: () => {
      heardAt = performance.now();
    },
    stop: () => {
      over.abort();
    },
  };
}
