import { largestErrorAnswer, largestManifest } from '../../types/bounds.ts';
import { createHash } from 'node:crypto';
import { mediaTypeOf } from '../../image/manifest.ts';
import { parseDigest, type Digest } from '../../types/digest.ts';
import type { Repository, StoredManifest } from '../../types/image.ts';
import { manifestMediaTypes } from '../../types/media-types.ts';
import type { Tag } from '../../types/names.ts';
import { getFollowing } from '../http/redirects.ts';
import { badRegistry, firstError, refused } from './registry-errors.ts';
import type { Question } from './registry-asker.ts';
import type { RegistryHttp } from './registry-http.ts';

/**
 * A manifest from the registry's HTTP interface, for registries whose API gives none; undefined if it does not exist.
 * Trusts no answer: the digest is computed from the bytes.
 */
export async function readManifest(
  http: RegistryHttp,
  repository: Repository,
  reference: Tag | Digest,
): Promise<StoredManifest | undefined> {
  const { status, body, headers } = await http.about(repository, getting(reference));
  if (status === 404) return undefined;
  if (status !== 200) {
    const said = { status, error: firstError(body), action: 'BatchGetImage' };
    throw refused(`read the manifest ${reference}`, said, repository);
  }
  const digest = digestOf(body);
  for (const said of [parseDigest(reference), headers['docker-content-digest']])
    if (said !== undefined && said !== digest)
      throw badRegistry(`for the manifest ${reference} it gave bytes that are not those of ${String(said)}`);
  const text = textOf(body, reference);
  const type = headers['content-type']?.split(';')[0]?.trim();
  const isManifest = type !== undefined && (manifestMediaTypes as readonly string[]).includes(type);
  return { digest, mediaType: (isManifest ? type : mediaTypeOf(text)) ?? type ?? '', body: text };
}

/** Stores a manifest under its digest. Throws if the registry refuses, or stores it under another digest. */
export async function writeManifest(
  http: RegistryHttp,
  repository: Repository,
  manifest: StoredManifest,
): Promise<void> {
  const { digest } = manifest;
  const outcome = await http.putManifest(repository, digest, manifest);
  if (outcome.kind === 'set' && outcome.digest !== digest)
    throw badRegistry(`it stored the manifest ${digest} as ${outcome.digest}`);
}

function getting(reference: Tag | Digest): Question {
  const bytes = (status: number) => (status === 200 ? largestManifest : largestErrorAnswer);
  return {
    path: `/manifests/${reference}`,
    what: `the manifest ${reference}`,
    send: ({ url, authorization, client, ...line }) => {
      const headers = { accept: manifestMediaTypes.join(', ') };
      return getFollowing({ url, headers, authorization, leaves: false, bounds: { bytes, ...line } }, client);
    },
  };
}

function digestOf(body: Buffer): Digest {
  return `sha256:${createHash('sha256').update(body).digest('hex')}` as Digest;
}

function textOf(body: Buffer, reference: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw badRegistry(`the manifest ${reference} is not UTF-8 text`);
  }
}
