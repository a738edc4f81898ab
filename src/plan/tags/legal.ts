import { hash64 } from '../../types/hash.ts';
import { parseTag, type Tag } from '../../types/names.ts';

const longest = 128;
const hashLength = 8;

/**
 * Turns any text into a valid tag: invalid characters become a hyphen, as in docker/metadata-action. If more would be
 * lost (non-ASCII letters, or everything beyond 128 characters), a hash of the whole text is appended, so that
 * different texts do not become the same tag. Undefined if the text is empty.
 */
export function legalTag(text: string): Tag | undefined {
  if (text.trim() === '') return undefined;
  const cleaned = text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '');
  const isWhole = cleaned !== '' && cleaned.length <= longest && !/[^\u0000-\u007f]/.test(text);
  if (isWhole) return parseTag(cleaned);
  const kept = cleaned.slice(0, longest - hashLength - 1).replace(/[.-]+$/, '');
  return parseTag(kept === '' ? shortHash(text) : `${kept}-${shortHash(text)}`);
}

/** Eight letters and digits, the same on every machine. It need not resist attacks. */
function shortHash(text: string): string {
  return hash64(text).toString(36).padStart(hashLength, '0').slice(-hashLength);
}
