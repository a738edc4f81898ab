import type { Flavor } from '../../types/rules.ts';
import { unknownWord } from '../expressions.ts';
import { readable, readList, type Part } from '../list.ts';
import { notAllowed, ok, quote, type Parsed } from '../parsed.ts';
import { parseBoolean, plainWord } from '../scalars.ts';

const known = ['latest', 'prefix', 'suffix', 'onlatest'];
const ways = ['auto', 'true', 'false', 'highest'] as const;

/**
 * Parses the `flavor` input: `latest=`, `prefix=` and `suffix=`, separated by lines or commas. `onlatest=true`
 * belongs to the prefix or suffix before it on the same line.
 */
export function parseFlavor(text: string): Parsed<Flavor> {
  let flavor: Flavor = { latest: 'auto', prefix: '', prefixLatest: false, suffix: '', suffixLatest: false };
  for (const entry of readList(text, 'parts')) {
    if ('why' in entry) return notAllowed(`${readable(entry)}, not ${quote(entry.text)}`);
    if (/\s#/.test(entry.text)) return notAllowed('a comment on a line of its own, not after a key');
    const line = parseLine(entry.parts);
    if (!line.ok) return line;
    flavor = { ...flavor, ...line.value };
  }
  return ok(flavor);
}

function parseLine(parts: readonly Part[]): Parsed<Partial<Flavor>> {
  let found: Partial<Flavor> = {};
  let affix: 'prefix' | 'suffix' | undefined;
  for (const { text } of parts) {
    const equals = text.indexOf('=');
    const name = (equals < 0 ? text : text.slice(0, equals)).trim().toLowerCase();
    if (!known.includes(name)) return notAllowed(unknownWord('the keys', name, known));
    const value = equals < 0 ? undefined : text.slice(equals + 1).trim();
    if (name === 'prefix' || name === 'suffix') affix = name;
    const read = parseKey(name, value, affix);
    if (read === undefined)
      return notAllowed(
        name === 'latest'
          ? `latest=auto, latest=highest, latest=true or latest=false, not ${quote(text)}`
          : 'onlatest=true or onlatest=false after a prefix or a suffix on the same line',
      );
    found = { ...found, ...read };
  }
  return ok(found);
}

/** What one key sets; undefined if it is invalid. A value that an expression left empty counts as not given. */
function parseKey(
  name: string,
  value: string | undefined,
  affix: 'prefix' | 'suffix' | undefined,
): Partial<Flavor> | undefined {
  if (name === 'prefix' || name === 'suffix') return { [name]: value ?? '' };
  if (name === 'latest') {
    if (value === undefined) return undefined;
    const latest = ways.find((way) => way === (plainWord(value) || 'auto'));
    return latest && { latest };
  }
  const onLatest = parseBoolean(value === '' || value === undefined ? 'false' : value);
  return affix === undefined || !onLatest.ok ? undefined : { [`${affix}Latest`]: onLatest.value };
}
