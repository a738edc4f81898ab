/**
 * Whoever unfolds a group of the log knows from its title alone which one it is: throws where two have the same title, and
 * where one is told apart by nothing but a number.
 */
export function requireOwnTitles(titles: readonly string[]): void {
  const twice = titles.filter((title, at) => titles.indexOf(title) < at || / \(\d+\)$/.test(title));
  if (twice.length > 0)
    throw new Error(`groups of the log without a title of their own: ${twice.join(', ')}`);
}
