import type { Clock } from '../ports.ts';

/** Lets through at most so many callers in any second, also after a time in which few came. */
export function startPace(perSecond: number, clock: Clock): () => Promise<void> {
  const starts: number[] = [];
  return async () => {
    const now = clock.now();
    const start = Math.max(now, (starts.at(-perSecond) ?? Number.NEGATIVE_INFINITY) + 1000);
    starts.push(start);
    if (start > now) await clock.sleep(start - now);
  };
}

/** Works on the items in their order, so many at a time. */
export async function eachAtOnce<T>(
  limit: number,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
}
