/** What still runs when everything is done has been given up. In milliseconds. */
const lingeringMs = 1_000;

/**
 * Ends the process a little later, if something abandoned would keep it running: a hanging file operation, a
 * connection that nobody closes. Otherwise the process ends by itself at once. A failed run with a hanging file
 * operation is ended by force, because an orderly end would wait for the operation for ever.
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
