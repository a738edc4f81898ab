import * as core from '@actions/core';
import { formatDuration } from '../../types/duration.ts';

/** Whoever watches the log sees a line at least this often. */
const silenceMs = 15_000;

/** Runs work in a foldable group of the log. */
type Group = <T>(title: string, work: () => Promise<T> | T) => Promise<T>;

/**
 * Groups that the runner folds. How long a group took, and whether it failed, is logged after its end, because its
 * title is printed first; a second group with the same title gets a number. If nothing is printed for a while, a line
 * says that the work goes on.
 * @param everyMs how long nothing may be printed
 */
export function logGroups(everyMs = silenceMs): Group {
  const seen = new Map<string, number>();
  return async (title, work) => {
    const count = (seen.get(title) ?? 0) + 1;
    seen.set(title, count);
    const name = count === 1 ? title : `${title} (${String(count)})`;
    const began = performance.now();
    const took = () => formatDuration(performance.now() - began);
    const quiet = whileQuiet(everyMs, () => {
      core.info(`${name}: still going after ${took()}.`);
    });
    core.startGroup(name);
    let sign = '✗';
    try {
      const result = await work();
      sign = '✓';
      return result;
    } finally {
      clearInterval(quiet);
      core.endGroup();
      core.info(`${sign} ${name}: ${took()}`);
    }
  };
}

/**
 * Calls back while nothing is printed by this process or for it. If the output is a file, printing cannot be seen,
 * and it calls back each time.
 */
function whileQuiet(everyMs: number, tell: () => void): NodeJS.Timeout {
  const printed = () => (process.stdout as { readonly bytesWritten?: number }).bytesWritten;
  let before = printed();
  return setInterval(() => {
    const now = printed();
    if (now === undefined || now === before) tell();
    before = printed();
  }, everyMs).unref();
}
