import { closestMatch } from 'leven';

/** Nobody means a word by a text that is so long, and comparing takes time in proportion to both. In characters. */
const longest = 100;

/**
 * The word that somebody may have meant, where one is near enough.
 * @param maxDistance characters that are missing, too many or others
 */
export function nearestWord(
  given: string,
  words: readonly string[],
  maxDistance: number,
): string | undefined {
  if (given.length > longest) return undefined;
  return closestMatch(given, [...words], { maxDistance });
}
