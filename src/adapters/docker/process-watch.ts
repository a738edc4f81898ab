/** Watches over one process until that ends. */
export interface ProcessWatch {
  /** The process has said something, so that it goes on. */
  heard(): void;
  stop(): void;
}

/**
 * Begins a watch that looks at how long a process has been silent.
 * @param watch gets when the process was last heard, by `performance.now()`, and a signal that aborts with the watch; it ends when
 * it has seen enough
 */
export function watchProcess(
  watch: (heardAt: () => number, over: AbortSignal) => Promise<void>,
): ProcessWatch {
  const over = new AbortController();
  let heardAt = performance.now();
  // Ends with an AbortError when the process does.
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
