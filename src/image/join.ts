import type { Manifests } from '../ports.ts';
import { digestOfText } from '../types/digest.ts';
import type { StoredManifest } from '../types/image.ts';
import type { Platform } from '../types/names.ts';
import { Refusal } from '../types/refusal.ts';
import { readImageConfig } from './config.ts';
import { parseManifest } from './manifest.ts';

const indexType = 'application/vnd.oci.image.index.v1+json';

/**
 * Joins images into one index, each with a platform of its own; entries of an index are taken over unchanged. The same
 * images give the same bytes in any order. Writes nothing. Throws Refusal with the image that cannot be joined.
 * Source: OCI image specification, image-index.md.
 */
export async function joinImages(
  images: readonly StoredManifest[],
  manifests: Pick<Manifests, 'readBlob'>,
): Promise<StoredManifest> {
  const lists = await Promise.all(images.map((image) => entriesOf(image, manifests)));
  const entries = lists.flat().sort((one, other) => compare(sortKey(one), sortKey(other)));
  const twice = entries.find((entry, at) => isSamePlatform(entry, entries[at - 1]));
  if (twice !== undefined)
    throw new Refusal(`two of the images are for ${nameOf(twice)}: an index has one for each platform`);
  const body = JSON.stringify({ schemaVersion: 2, mediaType: indexType, manifests: entries });
  return { digest: await digestOfText(body), mediaType: indexType, body };
}

/** A descriptor as it stands in an index, which may have further members. */
interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly platform?: { readonly os: string; readonly architecture: string; readonly variant?: string };
}

async function entriesOf(
  image: StoredManifest,
  manifests: Pick<Manifests, 'readBlob'>,
): Promise<readonly Descriptor[]> {
  const { digest, mediaType, body } = image;
  const refuse = (why: string) => new Refusal(`${digest} cannot be joined: ${why}`);
  try {
    const parsed = parseManifest(image);
    // Parsed strictly above, and taken over unchanged, with annotations unknown here.
    if (parsed.kind === 'index') return (JSON.parse(body) as { manifests: readonly Descriptor[] }).manifests;
    if (parsed.kind !== 'image') throw refuse('it is not an image that an engine runs');
    const config = await readImageConfig(parsed.config, manifests);
    if (config === undefined)
      throw refuse('its config cannot be read; grant ecr:GetDownloadUrlForLayer on the repository');
    if (config.platform === undefined) throw refuse('its config does not say for which platform it is');
    const size = new TextEncoder().encode(body).length;
    return [{ mediaType, digest, size, platform: platformOf(config.platform) }];
  } catch (error) {
    throw error instanceof Refusal && !error.message.startsWith(digest) ? refuse(error.message) : error;
  }
}

function platformOf(platform: Platform): NonNullable<Descriptor['platform']> {
  const [os = '', architecture = '', variant] = platform.split('/');
  return { architecture, os, ...(variant !== undefined && { variant }) };
}

function nameOf({ platform }: Descriptor): string {
  const { os = 'any', architecture = 'platform', variant } = platform ?? {};
  return [os, architecture, ...(variant === undefined ? [] : [variant])].join('/');
}

/** Attestations are `unknown/unknown`, and there may be some for each image. */
function isSamePlatform(one: Descriptor, other: Descriptor | undefined): boolean {
  return other !== undefined && nameOf(one) === nameOf(other) && nameOf(one) !== 'unknown/unknown';
}

/** Images come first: some engines take the first entry that they can run. */
function sortKey(entry: Descriptor): string {
  const name = nameOf(entry);
  return `${name === 'unknown/unknown' ? '1' : '0'} ${name} ${entry.digest}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
