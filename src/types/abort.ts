/** What `work` gives, or the reason of the signal as soon as it aborts: what was begun is left alone then. */
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
 * Aborts a controller when one of some signals aborts, with its reason; gives the function that ends this, which whoever
 * calls it has to call. What `AbortSignal.any` makes may be collected as garbage before it fires.
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
