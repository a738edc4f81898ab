import { hash64 } from '../../types/hash.ts';
import { parseTag, type Tag } from '../../types/names.ts';

const longest = 128;
const hashLength = 8;

/**
 * Any text as a legal tag: what a tag may not hold becomes a hyphen, as docker/metadata-action does it. Where more
 * than that would be lost (letters that are not ASCII, or all beyond 128 characters) a hash of the whole text is put
 * at the end, so that two different texts do not become the same tag. Undefined where nothing was given.
 */
export function legalTag(text: string): Tag | undefined {
  if (text.trim() === '') return undefined;
  const cleaned = text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '');
  const isWhole = cleaned !== '' && cleaned.length <= longest && !/[^\u0000-\u007f]/.test(text);
  if (isWhole) return parseTag(cleaned);
  const kept = cleaned.slice(0, longest - hashLength - 1).replace(/[.-]+$/, '');
  return parseTag(kept === '' ? shortHash(text) : `${kept}-${shortHash(text)}`);
}

/** Eight letters and digits: a tag must not change with the machine, and nobody attacks it. */
function shortHash(text: string): string {
  return hash64(text).toString(36).padStart(hashLength, '0').slice(-hashLength);
}
