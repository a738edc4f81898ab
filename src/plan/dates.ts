import { formatLocal } from './date-tokens.ts';
import type { Call } from '../inputs/expressions.ts';
import { notAllowed, ok, quote, type Parsed } from '../inputs/parsed.ts';

/**
 * Evaluates `{{date 'YYYYMMDD' tz='Asia/Seoul'}}`: an instant in moment's format, in UTC if no zone is given, as in
 * docker/metadata-action. Without a format it is ISO 8601.
 * @param at milliseconds since 1970
 */
export function formatDate(at: number, { positional, named }: Call): Parsed<string> {
  const stranger = [...named.keys()].find((name) => name !== 'tz');
  if (stranger !== undefined) return notAllowed(`for a date the argument tz, not ${quote(stranger)}`);
  if (positional.length > 1) return notAllowed(`one format for a date, not ${String(positional.length)}`);
  const zone = named.get('tz') ?? 'UTC';
  const offset = offsetOf(zone, at);
  if (offset === undefined) return notAllowed(`a time zone such as UTC or Europe/Berlin, not ${quote(zone)}`);
  const iso = `YYYY-MM-DDTHH:mm:ss${offset === 0 ? '[Z]' : 'Z'}`;
  const text = formatLocal({ at, offset }, positional[0] || iso);
  return text === undefined
    ? notAllowed(
        `for a date tokens such as YYYY, MM, DD, HH, mm, ss, WW or X, not those for eras, zone names and ` +
          `languages (N, y, z, L); other letters in brackets, as in [v]YYYY (this one is not: ${quote(positional[0] ?? '')})`,
      )
    : ok(text);
}

/** Minutes east of UTC at that instant; undefined for a zone that does not exist. */
function offsetOf(timeZone: string, at: number): number | undefined {
  try {
    const options = { timeZone, hourCycle: 'h23' } as const;
    const numbers = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
    const clock = { hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
    const shown = new Intl.DateTimeFormat('en-US', { ...options, ...numbers, ...clock }).formatToParts(at);
    const part = (type: Intl.DateTimeFormatPartTypes) =>
      Number(shown.find((candidate) => candidate.type === type)?.value);
    const local = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    );
    return Math.round((local - at) / 60_000);
  } catch {
    return undefined;
  }
}
