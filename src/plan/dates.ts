import dayjs from 'dayjs';
import advancedFormat from 'dayjs/plugin/advancedFormat.js';
import isoWeek from 'dayjs/plugin/isoWeek.js';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import weekOfYear from 'dayjs/plugin/weekOfYear.js';
import weekYear from 'dayjs/plugin/weekYear.js';
import type { Call } from './expressions.ts';
import { notAllowed, ok, quote, type Parsed } from './parsed.ts';

/** What moment's formats need beyond the core of dayjs; weekYear is built on the two before it. */
const plugins = [utc, timezone, weekOfYear, isoWeek, weekYear, advancedFormat];

/**
 * `{{date 'YYYYMMDD' tz='Asia/Seoul'}}`: an instant in moment's format, in UTC where no zone is given, as
 * docker/metadata-action has it. Without a format it is ISO 8601.
 * @param at milliseconds since 1970
 */
export function formatDate(at: number, { positional, named }: Call): Parsed<string> {
  const stranger = [...named.keys()].find((name) => name !== 'tz');
  if (stranger !== undefined) return notAllowed(`for a date the argument tz, not ${quote(stranger)}`);
  if (positional.length > 1) return notAllowed(`one format for a date, not ${String(positional.length)}`);
  const zone = named.get('tz') ?? 'UTC';
  if (!isTimeZone(zone)) return notAllowed(`a time zone such as UTC or Europe/Berlin, not ${quote(zone)}`);
  const unknown = unknownToken(positional[0] ?? '');
  if (unknown !== undefined)
    return notAllowed(
      `a date format without ${unknown}, which has no meaning here (letters as such go into [ ])`,
    );
  for (const plugin of plugins) dayjs.extend(plugin);
  return ok(dayjs(at).tz(zone).format(positional[0]));
}

/** What moment reads as one unit of a format. Source: moment 2.30, src/lib/format/format.js. */
const tokens =
  /\[[^[\]]*\]|Mo|MM?M?M?|Do|DDDo|DD?D?D?|ddd?d?|do?|w[ow]?|W[oW]?|Qo?|N{1,5}|Y{1,6}|y{2,4}|yo?|gg(?:ggg?)?|GG(?:GGG?)?|[eEaA]|hh?|HH?|kk?|mm?|ss?|S{1,9}|[xX]|zz?|ZZ?|L{1,4}|LTS?|l{1,4}/g;

/** Those of them that dayjs reads alike; the others it would print as letters, or as something else. */
const shared = new Set(
  'M MM MMM MMMM Do D DD d dd ddd dddd wo w ww W WW Q YY YYYY gggg GGGG A a h hh H HH k kk m mm s ss SSS x X z Z ZZ'.split(
    ' ',
  ),
);

function unknownToken(format: string): string | undefined {
  return format.match(tokens)?.find((token) => !token.startsWith('[') && !shared.has(token));
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
