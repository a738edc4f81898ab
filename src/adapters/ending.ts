/** What still runs when all is said is something that was given up. In milliseconds. */
const lingeringMs = 5_000;

/**
 * Ends the process a little later, where something that was left alone would keep it: an operation on a file system
 * that hangs, a connection that nobody closes. Where nothing does, the process ends at once and by itself.
 * A run that failed is ended by force, for an orderly end waits for file operations, however long they take.
 * Source: libuv, threadpool.c, uv__threadpool_cleanup, which joins all threads.
 */
export function endSoon(ms = lingeringMs): void {
  const end = () => {
    const hasFailed = process.exitCode !== undefined && process.exitCode !== 0;
    if (hasFailed) process.kill(process.pid, 'SIGKILL');
    else process.exit();
  };
  setTimeout(end, ms).unref();
}
