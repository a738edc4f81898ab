import { closestMatch } from 'leven';

/** A longer text is not a misspelt word, and comparing takes time in proportion to both lengths. In characters. */
const longest = 100;

/**
 * The word that was probably meant; undefined if none is near enough.
 * @param maxDistance how many characters may be missing, extra or different
 */
export function nearestWord(
  given: string,
  words: readonly string[],
  maxDistance: number,
): string | undefined {
  if (given.length > longest) return undefined;
  return closestMatch(given, [...words], { maxDistance });
}
