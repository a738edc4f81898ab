import type { Growth } from '../types/inputs.ts';
import { notAllowed, ok, type Parsed } from './parsed.ts';
import { plainWord } from './scalars.ts';

/** Decimal and binary units, as people write them. */
const units: Readonly<Record<string, number>> = {
  b: 1,
  k: 1000,
  kb: 1000,
  kib: 1024,
  m: 1000 ** 2,
  mb: 1000 ** 2,
  mib: 1024 ** 2,
  g: 1000 ** 3,
  gb: 1000 ** 3,
  gib: 1024 ** 3,
};

const form = 'a size with its unit, such as 500MB, 1.5GiB or 80000000B';

/** Parses a size such as `500MB` into bytes; undefined if none is given. */
export function parseSize(text: string): Parsed<number | undefined> {
  if (text === '') return ok(undefined);
  const word = plainWord(text);
  const [, number = '', unit = ''] = /^(\d{1,12}(?:\.\d{1,6})?)\s*([a-z]+)$/.exec(word) ?? [];
  const factor = units[unit];
  if (factor === undefined)
    return notAllowed(/^\d+$/.test(word) ? `${form} (for bytes write ${word}B)` : form);
  const bytes = Math.round(Number(number) * factor);
  return bytes > 0 ? ok(bytes) : notAllowed(`${form}, of at least one byte`);
}

/** Parses a size, or a percentage such as `10%`. */
export function parseGrowth(text: string): Parsed<Growth | undefined> {
  const percent = /^(\d{1,6}(?:\.\d{1,3})?)\s*%$/.exec(plainWord(text))?.[1];
  if (percent !== undefined) return ok({ percent: Number(percent) });
  const size = parseSize(text);
  if (!size.ok) return notAllowed(`${size.allowed}, or a part such as 10%`);
  return ok(size.value === undefined ? undefined : { bytes: size.value });
}
