/** What still runs when all is said is something that was given up. In milliseconds. */
const lingeringMs = 1_000;

/**
 * Ends the process a little later, where something that was left alone would keep it: an operation on a file system
 * that hangs, a connection that nobody closes. Where nothing does, the process ends at once and by itself.
 * A run that failed while a file operation hangs is ended by force, for an orderly end waits for it, however long it takes.
 * Source: libuv, threadpool.c, uv__threadpool_cleanup, which joins all threads.
 */
export function endSoon(ms = lingeringMs): void {
  const end = () => {
    const hasFailed = process.exitCode !== undefined && process.exitCode !== 0;
    const hangs = process.getActiveResourcesInfo().some((name) => name.startsWith('FSReq'));
    if (hasFailed && hangs) process.kill(process.pid, 'SIGKILL');
    else process.exit();
  };
  setTimeout(end, ms).unref();
}
