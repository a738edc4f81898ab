import { AwsError } from './errors.ts';
import { referencedBy, repositoryOf } from './images.ts';
import { contentOf, requiredBlobs } from './manifests.ts';
import type { Registry } from './registry.ts';
import { scanAfterPut } from './scans.ts';
import type { ImageState, RepositoryState } from './state.ts';

/** An image's storage state. Source: ECR API reference, ImageDetail, imageStatus. */
export type ImageStatus = 'ACTIVE' | 'ARCHIVED' | 'ACTIVATING';

/** ECR says up to 20 minutes; nobody who tries out a registry waits for that. */
const usualRestoreMs = 3000;

/** An image's state now. Once a restore has begun, it only depends on the time. */
export function statusOf({ clock }: Pick<Registry, 'clock'>, { archive }: ImageState): ImageStatus {
  if (archive?.at === undefined) return 'ACTIVE';
  if (archive.activeFrom === undefined) return 'ARCHIVED';
  return clock.now() < archive.activeFrom ? 'ACTIVATING' : 'ACTIVE';
}

/**
 * Archives an image, or begins to restore it. That an index protects its children from being archived is documented
 * for lifecycle policies; that setting the same class again is refused follows from the exception's name. Source: ECR
 * API reference, UpdateImageStorageClass.
 */
export function changeStorageClass(
  registry: Registry,
  repository: RepositoryState,
  { image, wanted }: { readonly image: ImageState; readonly wanted: 'STANDARD' | 'ARCHIVE' },
): void {
  const status = statusOf(registry, image);
  if (status !== (wanted === 'ARCHIVE' ? 'ACTIVE' : 'ARCHIVED'))
    throw notSupported(`the image with digest '${image.digest}' is ${status}`);
  const now = registry.clock.now();
  if (wanted === 'STANDARD') {
    const activeFrom = now + (registry.scenario.archive?.restoreMs ?? usualRestoreMs);
    image.archive = { ...image.archive, activeFrom };
    repository.restores = [...(repository.restores ?? []).filter((time) => time > now), activeFrom];
    // As after a push; the results of earlier scans are gone.
    delete image.scans;
    scanAfterPut(registry, repository, image, true);
    return;
  }
  const parents = referencedBy(repository, image.digest)
    .map((digest) => repository.images[digest])
    .filter((parent) => parent !== undefined && statusOf(registry, parent) === 'ACTIVE');
  if (parents.length > 0) throw notSupported('the image is referenced by a manifest list');
  image.archive = { at: now };
}

function notSupported(why: string): AwsError {
  return new AwsError(
    'ImageStorageClassUpdateNotSupportedException',
    `The requested image storage class update is not supported: ${why}`,
  );
}

/** A push restores an archived image at once. Source: ECR user guide, "Restoring an image". */
export function restoreByPush(registry: Pick<Registry, 'clock'>, image: ImageState): void {
  if (statusOf(registry, image) === 'ACTIVE') return;
  image.archive = { ...image.archive, activeFrom: registry.clock.now() };
  delete image.scans;
}

/** Whether only archived images need a blob, so that nobody can get it. */
export function isBlobArchived(
  registry: Pick<Registry, 'clock'>,
  repository: RepositoryState,
  digest: string,
): boolean {
  const images = Object.values(repository.images);
  if (!images.some((image) => statusOf(registry, image) !== 'ACTIVE')) return false;
  const users = images.filter((image) => requiredBlobs(contentOf(image)).includes(digest));
  return users.length > 0 && users.every((image) => statusOf(registry, image) !== 'ACTIVE');
}

/** How many images are being restored: lists of images change when one is back. */
export function comingBack({ clock }: Pick<Registry, 'clock'>, { restores = [] }: RepositoryState): number {
  return restores.filter((time) => time > clock.now()).length;
}

/** The members of ImageDetail about the archive. */
export function archiveMembers(registry: Pick<Registry, 'clock'>, image: ImageState): object {
  const status = statusOf(registry, image);
  const { at, activeFrom } = image.archive ?? {};
  return {
    imageStatus: status,
    ...(at !== undefined && { lastArchivedAt: at / 1000 }),
    ...(activeFrom !== undefined && status === 'ACTIVE' && { lastActivatedAt: activeFrom / 1000 }),
  };
}

/** Archives an image as an operator does, and then everything that it lists. */
export function archiveImage(registry: Registry, name: string, reference: string): void {
  const repository = repositoryOf(registry, name);
  const digest = repository.tags.digestOf(reference) ?? reference;
  const image = repository.images[digest];
  if (image === undefined) throw new Error(`${name} has no image ${reference}`);
  changeStorageClass(registry, repository, { image, wanted: 'ARCHIVE' });
  for (const child of contentOf(image).manifests ?? []) archiveImage(registry, name, child.digest);
  registry.save();
}
