import { severities, type Finding, type Severity } from './scan.ts';

/** One word of a scanner's for how bad a finding is, in ours. */
export type SeverityWord = Pick<Finding, 'severity' | 'severityAsGiven'>;

/** What stands in the place of a word where a finding has none. */
export const noSeverity = 'not given';

/** Amazon Inspector's word for "nobody has looked yet". Source: Inspector2 API reference, Severity. */
const untriaged = 'untriaged';

/** A word longer than this is no word; it is cut where it is shown. */
const mostCharacters = 40;

/**
 * Takes a severity as a scanner wrote it, in any case and with blanks around it. A word that is not ECR's counts as the
 * worst there is until the policy says what it means, and so does no word at all: a finding must not slip through because
 * nobody knows how bad it is. What cannot be seen is not dropped but makes another word, which is shown escaped.
 */
export function parseSeverity(given: unknown): SeverityWord {
  const word = typeof given === 'string' ? given.trim() : '';
  const lower = word.toLowerCase();
  const known = severities.find((candidate) => candidate === lower);
  if (known !== undefined) return { severity: known };
  if (lower === untriaged) return { severity: 'undefined', severityAsGiven: untriaged.toUpperCase() };
  return { severity: worst, severityAsGiven: word === '' ? noSeverity : visible(word) };
}

const [worst] = severities;

/** Whether a severity is none of ECR's, so that only the policy can say what it means. */
export function isForeign({ severityAsGiven: given }: SeverityWord): boolean {
  return given !== undefined && given !== untriaged.toUpperCase();
}

/** What findings and counts are compared by: one of our severities, or the word that is not ECR's. */
export function severityKey(word: SeverityWord): string {
  return isForeign(word) ? (word.severityAsGiven ?? noSeverity).toUpperCase() : word.severity.toUpperCase();
}

/** What the policy makes of a finding's word, where it says so. */
export function meant<T extends SeverityWord>(word: T, words: ReadonlyMap<string, Severity>): T {
  const { severityAsGiven: given } = word;
  const severity = given === undefined ? undefined : words.get(given.toLowerCase());
  return severity === undefined ? word : { ...word, severity };
}

/** A foreign word with everything that is blank, invisible or a mark written as its code. */
function visible(word: string): string {
  const shown = word.replace(/[\p{C}\p{Z}\p{M}]/gu, (character) =>
    character === ' ' ? ' ' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
  const characters = Array.from(shown);
  return characters.length > mostCharacters ? `${characters.slice(0, mostCharacters - 1).join('')}…` : shown;
}
