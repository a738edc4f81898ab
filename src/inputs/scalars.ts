import { parseTag, type Tag } from '../types/names.ts';
import { notAllowed, ok, type Parsed } from './parsed.ts';

/** YAML 1.2's spellings and no others: `yes`, `on` or `1` are mistakes, not values. */
export function parseBoolean(text: string): Parsed<boolean> {
  if (['true', 'True', 'TRUE'].includes(text)) return ok(true);
  if (['false', 'False', 'FALSE'].includes(text)) return ok(false);
  return notAllowed('true or false');
}

/** What people write for true and false elsewhere. As a tag it would be a mistake that nobody notices. */
const truthWords = /^(?:y|n|yes|no|on|off|t|f|0|1)$/i;

/** `only-new`: whether only new findings count, and where a tag is given, against the image that it names. */
export function parseOnlyNew(
  text: string,
): Parsed<{ readonly onlyNew: boolean; readonly baselineTag: Tag | undefined }> {
  const asBoolean = parseBoolean(text);
  if (asBoolean.ok) return ok({ onlyNew: asBoolean.value, baselineTag: undefined });
  const tag = truthWords.test(text) ? undefined : parseTag(text);
  return tag === undefined
    ? notAllowed('true, false, or the tag of the image to compare with, such as main')
    : ok({ onlyNew: true, baselineTag: tag });
}

export function parseChoice<const T extends string>(choices: readonly T[]): (text: string) => Parsed<T> {
  return (text) => {
    const choice = choices.find((candidate) => candidate === text);
    return choice === undefined ? notAllowed(choices.join(' or ')) : ok(choice);
  };
}

/** `90s`, `10m`, `1h30m` as milliseconds; more than nothing and at most six hours, the longest a hosted job runs. */
export function parseDuration(text: string): Parsed<number> {
  const form = 'a time with its unit, from 1s to 6h, such as 90s, 10m or 1h30m';
  const match = /^(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?$/.exec(text);
  if (match === null || text === '') return notAllowed(form);
  const [, hours, minutes, seconds] = match.map(Number);
  const total = ((hours || 0) * 3600 + (minutes || 0) * 60 + (seconds || 0)) * 1000;
  return total > 0 && total <= 6 * 3600_000 ? ok(total) : notAllowed(form);
}
