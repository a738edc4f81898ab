import { follow, orAborted } from '../../types/abort.ts';

/** A file on this machine is available at once; if not, the file system hangs. In milliseconds. */
const filePatienceMs = 20_000;

/** Runs `work`, and gives it up after a time: a file operation cannot be stopped, only abandoned. */
export async function withDeadline<T>(work: () => Promise<T>, ms = filePatienceMs): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`it did not end within ${String(ms / 1000)} s`));
    }, ms);
  });
  try {
    return await Promise.race([work(), end]);
  } finally {
    clearTimeout(timer);
  }
}

/** Runs work with a signal that aborts with the first of some others, or at the latest after `ms`. */
export async function within<T>(
  {
    signals,
    ms,
    late,
  }: { readonly signals: readonly AbortSignal[]; readonly ms: number; readonly late: () => Error },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const end = new AbortController();
  const stopFollowing = follow(end, signals);
  const timer = setTimeout(() => {
    end.abort(late());
  }, ms);
  try {
    return await orAborted(work(end.signal), end.signal);
  } finally {
    clearTimeout(timer);
    stopFollowing();
  }
}
