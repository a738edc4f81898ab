/**
 * Throws if two groups of the log have the same title, or differ only in a number: the title alone has to tell which
 * group it is.
 */
export function requireOwnTitles(titles: readonly string[]): void {
  const twice = titles.filter((title, at) => titles.indexOf(title) < at || / \(\d+\)$/.test(title));
  if (twice.length > 0)
    throw new Error(`groups of the log without a title of their own: ${twice.join(', ')}`);
}
