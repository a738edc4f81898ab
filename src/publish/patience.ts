import type { Clock, Log } from '../ports.ts';

/** ECR's API may need a moment to show what was just pushed; half a minute is far more than was ever reported. */
const delaysMs = [250, 500, 1000, 2000, 4000, 8000, 15000];

/** Asks until the answer has a first item, and returns it; undefined if it never has. */
export async function retryWhileAbsent<T>(
  what: string,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  ask: () => Promise<readonly T[]>,
): Promise<T | undefined> {
  for (const delayMs of delaysMs) {
    const [found] = await ask();
    if (found !== undefined) return found;
    log.debug(`Waiting ${String(delayMs)} ms for ${what} to be seen by the API.`);
    await clock.sleep(delayMs);
  }
  return (await ask())[0];
}
