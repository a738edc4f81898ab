import type { Brand } from './brand.ts';

/** `sha256:` and 64 hexadecimal digits: the address of a manifest or a blob. */
export type Digest = Brand<string, 'Digest'>;

/** Parses a digest; undefined if the text is not one. Only sha256 is accepted, because ECR computes no other. */
export function parseDigest(text: string): Digest | undefined {
  return /^sha256:[0-9a-f]{64}$/.test(text) ? (text as Digest) : undefined;
}

/** The digest of a text in UTF-8. */
export async function digestOfText(text: string): Promise<Digest> {
  const hash = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const hex = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `sha256:${hex}` as Digest;
}

/** The first twelve hexadecimal digits, as docker prints them. */
export function shortDigest(digest: Digest): string {
  return digest.slice('sha256:'.length, 'sha256:'.length + 12);
}
