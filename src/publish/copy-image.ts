import { referencesOf } from '../image/references.ts';
import type { BlobReference, OpenRepository } from '../ports.ts';
import type { Digest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import { registryHost, type StoredManifest } from '../types/image.ts';
import { Refusal } from '../types/refusal.ts';
import type { Copied } from '../types/copied.ts';
import { eachAtOnce } from './at-once.ts';

/** What is copied, from where to where: two handles, of any two registries. */
export interface CopyOrder {
  readonly source: OpenRepository;
  readonly destination: OpenRepository;
  readonly digest: Digest;
}

/**
 * A layer is streamed, so that the line is what limits; ECR Public lets ten uploads a second begin.
 * Source: ECR Public user guide, "Service quotas".
 */
const blobsAtOnce = 4;

/** ECR stores ten manifests a second. Source: ECR user guide, "Service quotas", PutImage. */
const manifestsAtOnce = 4;

/** An index of indexes of images: what is deeper was made to go on for ever. */
const mostLevels = 3;

/**
 * Copies an image by its digest, index and all that it lists, so that the destination has the very same bytes: blobs
 * first, then manifests, the one that was asked for last. Sets no tag. What refers to the image from outside, such as a
 * signature, is not part of it.
 * Throws `copy-failed` where the source does not have all of it, and what the two registries throw.
 */
export async function copyImage(order: CopyOrder): Promise<Copied> {
  const { source, destination, digest } = order;
  // A registry stores a manifest only after all that it refers to, and keeps that for as long.
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

/** The manifest, then those that it lists, and so on; each once, at the deepest level at which it is needed. */
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

/** ECR mounts inside one account and region; ECR Public has one host for all accounts. */
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
