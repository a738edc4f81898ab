import type { Manifests } from '../ports.ts';
import type { Digest } from '../types/digest.ts';
import type { Attestation, StoredManifest } from '../types/image.ts';
import type { Platform } from '../types/names.ts';
import { Refusal } from '../types/refusal.ts';
import { platformName } from './config.ts';
import { parseManifest, type ImageManifest, type IndexEntry, type ParsedManifest } from './manifest.ts';

/** An image that an index lists. */
export interface ListedImage {
  readonly digest: Digest;
  readonly manifest: ImageManifest;
  /** Undefined if the index does not say; engines then take it for any platform. */
  readonly platform: Platform | undefined;
}

/** What an index lists: images, and attestations about them. */
interface Listing {
  readonly images: readonly ListedImage[];
  readonly attestations: readonly Attestation[];
}

interface ReadEntry<Kind = ParsedManifest> {
  readonly entry: IndexEntry;
  readonly manifest: Kind;
}

/**
 * Reads the images that an index lists, which are all that an engine can get from it. Every entry's own manifest is
 * read, and what the index says about an entry counts only if the manifest confirms it. Left out are
 * - attestations in both of BuildKit's forms: `unknown/unknown`, about another entry that is an image and no other
 *   `subject`, and nothing but in-toto statements;
 * - artifacts that no engine runs.
 * Throws Refusal for any other entry that is not an image, and if no image is left.
 */
export async function readListedImages(
  entries: readonly IndexEntry[],
  manifests: Pick<Manifests, 'read'>,
): Promise<Listing> {
  const digests = new Set(entries.map((entry) => entry.digest));
  const stored = await manifests.read([...digests]);
  const read = entries.map((entry) => ({ entry, manifest: manifestOf(entry, stored) }));
  const images = new Set(
    read.flatMap(({ entry, manifest }) => (manifest.kind === 'image' ? [entry.digest] : [])),
  );
  const runnable = read.filter((one): one is ReadEntry<ImageManifest> => isRunnable(one, images));
  if (runnable.length === 0) throw new Refusal('the index lists no image, only attestations and artifacts');
  return {
    images: runnable.map(({ entry, manifest }) => ({
      digest: entry.digest,
      manifest,
      platform: platformOf(entry),
    })),
    attestations: read.flatMap(({ entry, manifest }) =>
      manifest.kind === 'attestation' && entry.refersTo !== undefined
        ? [{ about: entry.refersTo, form: manifest.form }]
        : [],
    ),
  };
}

function platformOf(entry: IndexEntry): Platform | undefined {
  const { platform } = entry;
  if (platform === undefined) return undefined;
  const name = platformName(platform.os, platform.architecture, platform.variant);
  if (name !== undefined) return name;
  throw new Refusal(`the index lists ${entry.digest} for ${shownPlatform(entry)}, which is not a platform`);
}

function manifestOf(entry: IndexEntry, stored: readonly StoredManifest[]): ParsedManifest {
  const found = stored.find((manifest) => manifest.digest === entry.digest);
  if (found === undefined)
    throw new Refusal(`the index lists ${entry.digest}, which the repository does not hold`);
  const refuse = (why: string) => new Refusal(`the index lists ${entry.digest}, but ${why}`);
  if (found.mediaType !== entry.mediaType)
    throw refuse(`as ${entry.mediaType}, and it is stored as ${found.mediaType}`);
  const bytes = new TextEncoder().encode(found.body).length;
  if (bytes !== entry.size)
    throw refuse(`says that it has ${String(entry.size)} bytes, and it has ${String(bytes)}`);
  try {
    return parseManifest(found);
  } catch (error) {
    if (error instanceof Refusal) throw refuse(error.message);
    throw error;
  }
}

/** Whether engines run this entry. Throws Refusal if they do not and it may not be left out either. */
function isRunnable({ entry, manifest }: ReadEntry, images: ReadonlySet<Digest>): boolean {
  const isUnknown = isForNobody(entry);
  const refuse = (why: string) =>
    new Refusal(`the index lists ${entry.digest} for ${shownPlatform(entry)}, but ${why}`);
  switch (manifest.kind) {
    case 'image':
      if (isUnknown)
        throw refuse(
          `it is an image that engines run: a config of type ${manifest.config.mediaType} and ${layersOf(manifest)}`,
        );
      return true;
    case 'attestation':
      if (!isUnknown) throw refuse('it holds attestations, not an image');
      if (entry.refersTo === undefined || !images.has(entry.refersTo))
        throw refuse(
          `these attestations are about ${entry.refersTo ?? 'nothing'}, which is no image of this index ` +
            '(vnd.docker.reference.digest)',
        );
      if (manifest.subject !== undefined && manifest.subject !== entry.refersTo)
        throw refuse(
          `these attestations are about ${entry.refersTo} there, and name ${manifest.subject} as their subject`,
        );
      return false;
    case 'artifact':
      return false;
    case 'index':
      throw refuse('it is an index itself; only one level is judged');
  }
}

/** Whether the platform is exactly BuildKit's `unknown/unknown`, which no engine has. */
function isForNobody({ platform }: IndexEntry): boolean {
  return platform?.os === 'unknown' && platform.architecture === 'unknown' && platform.variant === '';
}

/** How messages name the platform of an entry. */
function shownPlatform({ platform }: IndexEntry): string {
  if (platform === undefined) return 'any platform';
  const { os, architecture, variant } = platform;
  return JSON.stringify([os, architecture, ...(variant === '' ? [] : [variant])].join('/')).slice(1, -1);
}

function layersOf({ layers }: ImageManifest): string {
  const [first] = layers;
  if (first === undefined) return 'no layers';
  return layers.length === 1
    ? `a layer of type ${first.mediaType}`
    : `${String(layers.length)} layers, the first of type ${first.mediaType}`;
}
