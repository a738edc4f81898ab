import type { Manifests } from '../ports.ts';
import { digestOfText } from '../types/digest.ts';
import type { StoredManifest } from '../types/image.ts';
import { usualPlatform, type Platform } from '../types/names.ts';
import { Refusal } from '../types/refusal.ts';
import { platformName, readImageConfig, type ImageConfig } from './config.ts';
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
  refuseUnclear(entries);
  const body = JSON.stringify({ schemaVersion: 2, mediaType: indexType, manifests: entries });
  return { digest: await digestOfText(body), mediaType: indexType, body };
}

/** A descriptor as it stands in an index, which may have further members. */
interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  /** Undefined where an index does not say it. */
  readonly platform?: EntryPlatform | null;
}

interface EntryPlatform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
  readonly 'os.version'?: string;
  readonly 'os.features'?: readonly string[];
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
    return [{ mediaType, digest, size, platform: platformOf(config.platform, config.osDetails) }];
  } catch (error) {
    throw error instanceof Refusal && !error.message.startsWith(digest) ? refuse(error.message) : error;
  }
}

/** Engines on Windows go by the version and the features too. Source: OCI image specification, image-index.md. */
function platformOf(platform: Platform, details: ImageConfig['osDetails']): EntryPlatform {
  const [os = '', architecture = '', variant] = platform.split('/');
  return { architecture, os, ...details, ...(variant !== undefined && { variant }) };
}

/**
 * Throws Refusal where an engine would have to choose: two images for one platform, however it is spelt, or one beside others for
 * any platform.
 */
function refuseUnclear(entries: readonly Descriptor[]): void {
  const images = entries.filter((entry) => nameOf(entry) !== forNobody);
  const unnamed = images.find((entry) => nameOf(entry) === undefined);
  if (unnamed !== undefined && images.length > 1)
    throw new Refusal(
      `an index lists ${unnamed.digest} for no platform, so that engines would take it for that of each other image`,
    );
  const seen = new Set<string>();
  for (const entry of images) {
    const key = JSON.stringify([nameOf(entry), entry.platform?.['os.version']]);
    if (seen.has(key))
      throw new Refusal(
        `two of the images are for ${nameOf(entry) ?? ''}: an index has one for each platform`,
      );
    seen.add(key);
  }
}

/** The platform of attestations, of which there may be some for each image. */
const forNobody = 'unknown/unknown';

/** The usual spelling of an entry's platform; undefined if it has none. An empty one is none, as in docker. */
function nameOf({ platform }: Descriptor): string | undefined {
  if (platform === undefined || platform === null || Object.keys(platform).length === 0) return undefined;
  const { os, architecture, variant = '' } = platform;
  const name = platformName(os, architecture, variant);
  return name === undefined ? [os, architecture, variant].join('/') : usualPlatform(name);
}

/** Images come first: some engines take the first entry that they can run. */
function sortKey(entry: Descriptor): string {
  const name = nameOf(entry) ?? '';
  return `${name === forNobody ? '1' : '0'} ${name} ${entry.platform?.['os.version'] ?? ''} ${entry.digest}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
