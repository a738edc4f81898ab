/** How many findings each severity has, as the scanner counts them. Keys are made by `severityKey`. */
export type Tally = ReadonlyMap<string, number>;

export function tallyOf(keys: Iterable<string>): Tally {
  const tally = new Map<string, number>();
  for (const key of keys) tally.set(key, (tally.get(key) ?? 0) + 1);
  return tally;
}

export function total(tally: Tally): number {
  return [...tally.values()].reduce((sum, count) => sum + count, 0);
}

export function sumOf(a: Tally, b: Tally): Tally {
  const sum = new Map(a);
  for (const [key, count] of b) sum.set(key, (sum.get(key) ?? 0) + count);
  return sum;
}

/** Whether two tallies are equal; a count of zero is the same as none. */
export function isSameTally(a: Tally, b: Tally): boolean {
  return [...a.keys(), ...b.keys()].every((key) => (a.get(key) ?? 0) === (b.get(key) ?? 0));
}
