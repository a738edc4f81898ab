import { nearestWord } from '../types/nearest.ts';
import { parseTag, type Tag } from '../types/names.ts';
import { usualReplicationMs } from '../types/replica.ts';
import { notAllowed, ok, type Parsed } from './parsed.ts';

/** What people write for true and false elsewhere. They are refused, because their meaning is not certain here. */
const trueWords = ['yes', 'y', 'on', 't', '1', 'enabled'];
const falseWords = ['no', 'n', 'off', 'f', '0', 'disabled', 'never'];

/** A word in lower case, without quotes that a template left around it. */
export function plainWord(text: string): string {
  return text
    .trim()
    .replace(/^(["'])(.*)\1$/s, '$2')
    .trim()
    .toLowerCase();
}

/** Parses `true` or `false` in any case. `yes`, `on` or `1` are errors that say what to write. */
export function parseBoolean(text: string): Parsed<boolean> {
  const word = plainWord(text);
  if (word === 'true' || word === 'false') return ok(word === 'true');
  const meant = trueWords.includes(word) ? 'true' : falseWords.includes(word) ? 'false' : undefined;
  return notAllowed(meant === undefined ? 'true or false' : `true or false (write ${meant})`);
}

/**
 * Parses `only-new`: whether only new findings count, and if a tag is given, compared with the image to which it points.
 */
export function parseOnlyNew(
  text: string,
): Parsed<{ readonly onlyNew: boolean; readonly baselineTag: Tag | undefined }> {
  const asBoolean = parseBoolean(text);
  if (asBoolean.ok) return ok({ onlyNew: asBoolean.value, baselineTag: undefined });
  const hint = asBoolean.allowed.replace(/^true or false/, '');
  const tag = hint === '' ? parseTag(text) : undefined;
  return tag === undefined
    ? notAllowed(`true, false, or the tag of the image to compare with, such as main${hint}`)
    : ok({ onlyNew: true, baselineTag: tag });
}

/**
 * Makes a parser for one of several words, in any case.
 * @param instead words that people write for a choice, and which choice it is
 */
export function parseChoice<const T extends string>(
  choices: readonly T[],
  instead: Readonly<Record<string, T>> = {},
): (text: string) => Parsed<T> {
  return (text) => {
    const word = plainWord(text);
    const choice = choices.find((candidate) => candidate === word);
    if (choice !== undefined) return ok(choice);
    const meant = Object.hasOwn(instead, word) ? instead[word] : nearestWord(word, choices, 2);
    return notAllowed(`${listed(choices)}${meant === undefined ? '' : ` (did you mean ${meant}?)`}`);
  };
}

function listed(choices: readonly string[]): string {
  return choices.length < 3
    ? choices.join(' or ')
    : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}`;
}

/**
 * Parses `90s`, `10m`, `1h30m` into milliseconds: more than zero, and at most six hours, the longest a hosted job runs.
 */
export function parseDuration(text: string): Parsed<number> {
  return parseSpan(text, {
    from: 1,
    to: 6 * 3600_000,
    form: 'a time with its unit, from 1s to 6h, such as 90s, 10m or 1h30m',
  });
}

/**
 * Parses `wait-for-replication`: not at all, for as long as replication usually takes, or for a time. In milliseconds.
 */
export function parseReplicationWait(text: string): Parsed<number | undefined> {
  const asBoolean = parseBoolean(text);
  if (asBoolean.ok) return ok(asBoolean.value ? usualReplicationMs : undefined);
  const hint = asBoolean.allowed.replace(/^true or false/, '');
  const asDuration = hint === '' ? parseDuration(text) : asBoolean;
  return asDuration.ok
    ? asDuration
    : notAllowed(
        `true, false, or how long to wait: ${hint === '' ? asDuration.allowed : 'such as 1h'}${hint}`,
      );
}

/** Parses a time with its unit into milliseconds, within bounds; `form` describes them and has an example. */
export function parseSpan(
  text: string,
  { from, to, form }: { readonly from: number; readonly to: number; readonly form: string },
): Parsed<number> {
  const word = text.replace(/^(["'])(.*)\1$/, '$2');
  const match = /^(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?$/.exec(word);
  if (match === null || word === '') {
    return notAllowed(/^\d{1,6}$/.test(word) ? `${form} (for ${word} seconds write ${word}s)` : form);
  }
  const [, hours, minutes, seconds] = match.map(Number);
  const total = ((hours || 0) * 3600 + (minutes || 0) * 60 + (seconds || 0)) * 1000;
  return total >= from && total <= to ? ok(total) : notAllowed(form);
}
