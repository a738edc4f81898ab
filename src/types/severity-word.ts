import { severities, type Finding, type Severity } from './scan.ts';

/** A scanner's word for a severity, in our terms. */
type SeverityWord = Pick<Finding, 'severity' | 'severityAsGiven'>;

/** Stands for the severity of a finding that has none. */
const noSeverity = 'not given';

/** Amazon Inspector's word for a finding that nobody has looked at yet. Source: Inspector2 API reference, Severity. */
const untriaged = 'untriaged';

/** No severity has a longer name; it is cut when shown. */
const mostCharacters = 40;

/**
 * Parses a scanner's severity, in any case and with blanks around it. Until the policy says what it means, a word
 * that is not ECR's, or a missing one, counts as the worst: a finding must not slip through because nobody knows how
 * bad it is. Invisible characters are not dropped; they make a different word, which is shown escaped.
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

/** Whether a severity is not ECR's, so that only the policy can say what it means. */
export function isForeign({ severityAsGiven: given }: SeverityWord): boolean {
  return given !== undefined && given !== untriaged.toUpperCase();
}

/** The key by which findings and counts are compared: one of our severities, or the word that is not ECR's. */
export function severityKey(word: SeverityWord): string {
  return isForeign(word) ? (word.severityAsGiven ?? noSeverity).toUpperCase() : word.severity.toUpperCase();
}

/** Applies what the policy says about a finding's word, if it says anything. */
export function meant<T extends SeverityWord>(word: T, words: ReadonlyMap<string, Severity>): T {
  const { severityAsGiven: given } = word;
  const severity = given === undefined ? undefined : words.get(given.toLowerCase());
  return severity === undefined ? word : { ...word, severity };
}

/** A foreign word with everything blank, invisible or combining written as its code. */
function visible(word: string): string {
  const shown = word.replace(/[\p{C}\p{Z}\p{M}]/gu, (character) =>
    character === ' ' ? ' ' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
  const characters = Array.from(shown);
  return characters.length > mostCharacters ? `${characters.slice(0, mostCharacters - 1).join('')}…` : shown;
}
