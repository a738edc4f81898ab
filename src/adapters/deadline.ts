/** A file on this machine is there at once; what is not is a file system that hangs. In milliseconds. */
const filePatienceMs = 20_000;

/** Runs `work`, and gives it up after a time: an operation on a file cannot be stopped, only left alone. */
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
