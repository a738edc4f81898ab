import { mostLevels, referencesOf } from '../image/references.ts';
import type { BlobReference, OpenRepository } from '../ports.ts';
import type { Digest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import { registryHost, type StoredManifest } from '../types/image.ts';
import { Refusal } from '../types/refusal.ts';
import type { Copied } from '../types/copied.ts';
import { eachAtOnce } from './at-once.ts';

/** What to copy, between the handles of any two registries. */
export interface CopyOrder {
  readonly source: OpenRepository;
  readonly destination: OpenRepository;
  readonly digest: Digest;
}

/**
 * Layers are streamed, so the line is the limit; ECR Public allows ten new uploads per second.
 * Source: ECR Public user guide, "Service quotas".
 */
const blobsAtOnce = 4;

/** ECR accepts ten manifests per second. Source: ECR user guide, "Service quotas", PutImage. */
const manifestsAtOnce = 4;

/**
 * Copies an image by its digest, with everything that an index lists, so that the destination has exactly the same bytes:
 * first blobs, then manifests, the requested one last. Sets no tag. Referrers, such as signatures, are not copied.
 * Throws `copy-failed` if the source does not have all of it, and what the two registries throw.
 */
export async function copyImage(order: CopyOrder): Promise<Copied> {
  const { source, destination, digest } = order;
  // A registry stores a manifest only after everything that it refers to, and keeps that as long as the manifest.
  const [there] = await destination.manifests.read([digest]);
  if (there !== undefined) return { manifests: 0, uploaded: 0, mounted: 0, present: 0, bytes: 0 };
  const levels = await readLevels(order);
  const blobs = blobsOf(levels.flat(), order);
  const mountFrom = isOneRegistry(source, destination) ? source.name : undefined;
  const outcomes = await eachAtOnce(blobsAtOnce, blobs, async (blob) => ({
    size: blob.size,
    how: (await destination.blobs.has(blob))
      ? ('present' as const)
      : await destination.blobs.bring(blob, { mountFrom, open: () => source.blobs.open(blob) }),
  }));
  for (const level of levels.toReversed())
    await eachAtOnce(manifestsAtOnce, level, (manifest) => destination.manifests.write(manifest));
  const count = (wanted: string) => outcomes.filter(({ how }) => how === wanted).length;
  return {
    manifests: levels.flat().length,
    uploaded: count('uploaded'),
    mounted: count('mounted'),
    present: count('present'),
    bytes: outcomes.reduce((total, { how, size }) => (how === 'uploaded' ? total + size : total), 0),
  };
}

/** The manifest, then those that it lists, and so on; each once, at the deepest level that needs it. */
async function readLevels(order: CopyOrder): Promise<readonly (readonly StoredManifest[])[]> {
  const levels: (readonly StoredManifest[])[] = [];
  let wanted: readonly Digest[] = [order.digest];
  while (wanted.length > 0) {
    if (levels.length === mostLevels)
      throw copyFailed(order, `it is an index of more than ${String(mostLevels)} levels`);
    const found = await order.source.manifests.read(wanted);
    const missing = wanted.find((digest) => !found.some((manifest) => manifest.digest === digest));
    if (missing !== undefined) throw copyFailed(order, `${order.source.uri} does not hold ${missing}`);
    levels.push(found);
    wanted = [
      ...new Set(found.flatMap((one) => referencesIn(one, order).manifests.map(({ digest }) => digest))),
    ];
  }
  return levels.map((level, at) =>
    level.filter(
      ({ digest }) => !levels.slice(at + 1).some((deeper) => deeper.some((one) => one.digest === digest)),
    ),
  );
}

function blobsOf(manifests: readonly StoredManifest[], order: CopyOrder): readonly BlobReference[] {
  const blobs = manifests.flatMap((manifest) => referencesIn(manifest, order).blobs);
  return [...new Map(blobs.map(({ digest, size }) => [digest, { digest, size }])).values()];
}

function referencesIn(manifest: StoredManifest, order: CopyOrder): ReturnType<typeof referencesOf> {
  try {
    return referencesOf(manifest);
  } catch (error) {
    throw error instanceof Refusal ? copyFailed(order, `of ${manifest.digest}, ${error.message}`) : error;
  }
}

/** ECR mounts blobs only within one account and region; ECR Public has one host for all accounts. */
function isOneRegistry(source: OpenRepository, destination: OpenRepository): boolean {
  return registryHost(source) === registryHost(destination) && source.registryId === destination.registryId;
}

function copyFailed({ source, destination, digest }: CopyOrder, why: string): ShipError {
  return new ShipError({
    code: 'copy-failed',
    what: `The image ${digest} cannot be copied from ${source.uri} to ${destination.uri}: ${why}.`,
    next: 'No tag was set there. Look at what else removes images from the source, and run the job again.',
  });
}
