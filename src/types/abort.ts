/** Waits for `work`, or throws the signal's reason as soon as it aborts; `work` is then left alone. */
export async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  work.catch(() => undefined);
  let listener: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    listener = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', listener, { once: true });
  });
  try {
    signal.throwIfAborted();
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', listener);
  }
}

/**
 * Aborts a controller with the reason of whichever of some signals aborts first. Returns the function that stops this,
 * which the caller must call. `AbortSignal.any` is no alternative: its signal may be garbage-collected before it fires.
 * Source: nodejs/node#57736 and #65995.
 */
export function follow(controller: AbortController, signals: readonly AbortSignal[]): () => void {
  const followed = signals.map((signal) => {
    const abort = () => {
      controller.abort(signal.reason);
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    return () => {
      signal.removeEventListener('abort', abort);
    };
  });
  return () => {
    followed.forEach((stop) => {
      stop();
    });
  };
}
