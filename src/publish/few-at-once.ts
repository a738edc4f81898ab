/** Image configs may be large, and all of a hostile index together must not fill the memory. */
const few = 4;

/** Does the same to every item, a few at a time; the results are in the items' order. */
export async function fewAtOnce<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += few)
    results.push(...(await Promise.all(items.slice(start, start + few).map(work))));
  return results;
}
