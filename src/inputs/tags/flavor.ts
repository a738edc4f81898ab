import type { Flavor } from '../../types/rules.ts';
import { unknownWord } from '../expressions.ts';
import { lines, notAllowed, ok, quote, type Parsed } from '../parsed.ts';
import { quotesAround, splitFields } from './attributes.ts';

const known = ['latest', 'prefix', 'suffix', 'onlatest'];

/**
 * Reads the `flavor` input: `latest=`, `prefix=` and `suffix=` on lines or between commas. `onlatest=true` belongs to
 * the prefix or the suffix that stands before it on the same line.
 */
export function parseFlavor(text: string): Parsed<Flavor> {
  let flavor: Flavor = { latest: 'auto', prefix: '', prefixLatest: false, suffix: '', suffixLatest: false };
  for (const line of lines(text).filter((candidate) => !candidate.startsWith('#'))) {
    if (/\s#/.test(line)) return notAllowed('a comment on a line of its own, not after a key');
    const fields = splitFields(line);
    if (fields === undefined) return notAllowed(quotesAround(line));
    let affix: 'prefix' | 'suffix' | undefined;
    for (const field of fields) {
      const equals = field.indexOf('=');
      const name = (equals < 0 ? field : field.slice(0, equals)).trim().toLowerCase();
      const value = equals < 0 ? '' : field.slice(equals + 1).trim();
      switch (name) {
        case 'latest': {
          const choice = (['auto', 'true', 'false', 'highest'] as const).find((known) => known === value);
          if (choice === undefined)
            return notAllowed(
              `latest=auto, latest=highest, latest=true or latest=false, not ${quote(field)}`,
            );
          flavor = { ...flavor, latest: choice };
          break;
        }
        case 'prefix':
        case 'suffix':
          affix = name;
          flavor = { ...flavor, [affix]: value };
          break;
        case 'onlatest':
          if (affix === undefined || (value !== 'true' && value !== 'false'))
            return notAllowed('onlatest=true or onlatest=false after a prefix or a suffix on the same line');
          flavor = { ...flavor, [`${affix}Latest`]: value === 'true' };
          break;
        default:
          return notAllowed(unknownWord('the keys', name, known));
      }
    }
  }
  return ok(flavor);
}
