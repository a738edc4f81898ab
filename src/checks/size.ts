import type { VerifiedImage } from '../types/image.ts';
import type { Growth } from '../types/inputs.ts';

/** Says as a clause which platforms exceed the limit; undefined if none does. Bytes are exact, because the limit is. */
export function tooLarge(
  { platforms }: Pick<VerifiedImage, 'platforms'>,
  maxSize: number | undefined,
): string | undefined {
  if (maxSize === undefined) return undefined;
  const over = platforms.filter(({ size }) => size > maxSize);
  if (over.length === 0) return undefined;
  const each = over.map(({ platform, size }) => `${platform} has ${exactBytes(size)}`);
  return `${each.join(', ')} compressed, and max-size allows ${exactBytes(maxSize)}`;
}

/**
 * Says as a clause how far an image has grown beyond the limit; undefined if it has not.
 * @param least goes before a size of which only a lower bound is known: `at least `
 */
export function grownTooMuch(
  now: number,
  before: number,
  most: Growth | undefined,
  least = '',
): string | undefined {
  const growth = now - before;
  if (most === undefined || growth <= 0) return undefined;
  const allowed = 'bytes' in most ? most.bytes : (before * most.percent) / 100;
  if (growth <= allowed) return undefined;
  const words = 'bytes' in most ? exactBytes(most.bytes) : `${String(most.percent)}%`;
  const part = before === 0 ? '' : ` (${((growth / before) * 100).toFixed(1)}%)`;
  return `it grew from ${exactBytes(before)} to ${least}${exactBytes(now)} compressed, by ${least}${exactBytes(growth)}${part}, and max-growth allows ${words}`;
}

/** Formats a size as `12.3 MB (12345678 bytes)`. */
export function exactBytes(count: number): string {
  if (count < 1000) return `${String(count)} bytes`;
  const [power, unit] = count >= 1e9 ? [9, 'GB'] : count >= 1e6 ? [6, 'MB'] : [3, 'kB'];
  return `${(count / 10 ** power).toFixed(1)} ${unit} (${String(count)} bytes)`;
}
