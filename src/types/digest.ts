import type { Brand } from './brand.ts';

/** `sha256:` and 64 hexadecimal digits: the address of a manifest or a blob. */
export type Digest = Brand<string, 'Digest'>;

/**
 * Takes any text and gives the digest it is, or undefined.
 * Only sha256 is accepted, because it is the only algorithm that ECR computes.
 */
export function parseDigest(text: string): Digest | undefined {
  return /^sha256:[0-9a-f]{64}$/.test(text) ? (text as Digest) : undefined;
}

/** The first twelve hexadecimal digits, as docker prints them. */
export function shortDigest(digest: Digest): string {
  return digest.slice('sha256:'.length, 'sha256:'.length + 12);
}
