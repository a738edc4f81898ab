import type { Manifests } from '../ports.ts';
import { formatRecord, parseRecord, recordLabel, revisionLabel } from '../types/build-record.ts';
import type { Holder } from '../types/decision.ts';
import type { Digest } from '../types/digest.ts';
import type { ImageExtent, StoredManifest } from '../types/image.ts';
import type { Platform } from '../types/names.ts';
import { Refusal } from '../types/refusal.ts';
import { clause } from '../types/text.ts';
import { eachAtOnce } from './at-once.ts';
import { configsAtOnce, readImageConfig, type ImageConfig } from '../image/config.ts';
import { contentsOf } from '../image/contents.ts';
import { readListedImages } from '../image/index-entries.ts';
import { compressedSize, parseManifest, type ImageManifest } from '../image/manifest.ts';

/** What an image's labels say about it; whoever may push to the repository can write them. */
type Described = Pick<Holder, 'isReadable' | 'revision' | 'record' | 'version'>;

/** Reads each image's platforms, and the commit that its labels give. */
export async function readHolders(
  images: readonly StoredManifest[],
  manifests: Manifests,
): Promise<ReadonlyMap<Digest, Holder>> {
  const distinct = new Map(images.map((image) => [image.digest, image]));
  const holders = await Promise.all([...distinct.values()].map((image) => readHolder(image, manifests)));
  return new Map(holders.map((holder) => [holder.digest, holder]));
}

/** An image that cannot be read or trusted counts as one of an unknown commit, which is never reused. */
async function readHolder(image: StoredManifest, manifests: Manifests): Promise<Holder> {
  const { digest } = image;
  try {
    const parts = await readParts(image, manifests);
    const platforms = parts.flatMap(({ platform }) => (platform === undefined ? [] : [platform]));
    return { digest, ...describedByAll(parts), platforms, extent: extentOf(parts) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { digest, ...unknown(clause(error.message)), platforms: [] };
  }
}

/** One image that an engine can get from an image or index. */
interface Part {
  readonly digest: Digest;
  readonly manifest: ImageManifest;
  readonly platform: Platform | undefined;
  /** Undefined if it may not be read. */
  readonly config: ImageConfig | undefined;
}

/** Throws Refusal. */
async function readParts(stored: StoredManifest, manifests: Manifests): Promise<readonly Part[]> {
  const read = (manifest: ImageManifest) => readImageConfig(manifest.config, manifests);
  const parsed = parseManifest(stored);
  if (parsed.kind === 'image') {
    const config = await read(parsed);
    return [{ digest: stored.digest, manifest: parsed, platform: config?.platform, config }];
  }
  if (parsed.kind !== 'index') throw new Refusal('it is not a container image');
  const { images: listed } = await readListedImages(parsed.entries, manifests);
  return eachAtOnce(configsAtOnce, listed, async ({ digest, platform, manifest }) => {
    const config = await read(manifest);
    return { digest, manifest, platform: platform ?? config?.platform, config };
  });
}

/** An image's size if its manifest alone tells it; undefined for an index, whose images would have to be read. */
export function extentAtHand(stored: StoredManifest): ImageExtent | undefined {
  try {
    const parsed = parseManifest(stored);
    return parsed.kind === 'image' ? { size: compressedSize([parsed]), platforms: [] } : undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
}

function extentOf(parts: readonly Part[]): ImageExtent {
  const platforms = parts.flatMap(({ digest, manifest, platform, config }) =>
    platform === undefined
      ? []
      : [{ platform, digest, size: compressedSize([manifest]), contents: contentsOf(manifest, config) }],
  );
  return {
    size: compressedSize(parts.map(({ manifest }) => manifest)),
    platforms: platforms.length === parts.length ? platforms : [],
  };
}

/**
 * One build makes all platforms of an index and labels them alike. If they differ, it is unknown what made the index:
 * the first platform's labels must not speak for the others.
 */
function describedByAll(parts: readonly Part[]): Described {
  const all: Described[] = [];
  for (const { config } of parts) {
    if (config === undefined) return { ...unknown(unreadable), isReadable: false };
    all.push(describedBy(config));
  }
  const [first] = all;
  if (first === undefined) return unknown('it has no platform');
  return all.every((one) => identity(one) === identity(first))
    ? first
    : unknown('its platforms do not all say that they were made from the same');
}

function identity({ revision, record, version }: Described): string {
  return JSON.stringify([revision, record === undefined ? '' : formatRecord(record), version]);
}

function describedBy({ labels }: ImageConfig): Described {
  const revision = labels.get(revisionLabel) ?? '';
  return {
    isReadable: true,
    revision:
      revision === ''
        ? { kind: 'unknown', why: `it has no label ${revisionLabel}` }
        : { kind: 'known', commit: revision },
    record: parseRecord(labels.get(recordLabel) ?? ''),
    version: labels.get('org.opencontainers.image.version') || undefined,
  };
}

function unknown(why: string): Described {
  return { isReadable: true, revision: { kind: 'unknown', why }, record: undefined, version: undefined };
}

const unreadable =
  'its config cannot be read; grant ecr:GetDownloadUrlForLayer on the repository to the role of this job';
