import { AwsError } from './errors.ts';
import type { Registry } from './registry.ts';
import type { ImageState, RepositoryState } from './state.ts';

/** How the API identifies an image: by digest, by tag, or by both, which must agree. */
export interface ImageIdentifier {
  readonly imageDigest?: string;
  readonly imageTag?: string;
}

export interface ImageFailure {
  readonly imageId: ImageIdentifier;
  readonly failureCode: string;
  readonly failureReason: string;
}

/** The failure for a missing image in a batch. */
export const notThere = { failureCode: 'ImageNotFound', failureReason: 'Requested image not found' };

/** The image, or what is wrong with its identifier. */
export function find(
  repository: RepositoryState,
  { imageDigest, imageTag }: ImageIdentifier,
): ImageState | Pick<ImageFailure, 'failureCode' | 'failureReason'> {
  if (imageDigest === undefined && imageTag === undefined) {
    return {
      failureCode: 'MissingDigestAndTag',
      failureReason: 'Invalid request parameters: both tag and digest cannot be null',
    };
  }
  if (imageDigest !== undefined && !/^[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+$/.test(imageDigest)) {
    return {
      failureCode: 'InvalidImageDigest',
      failureReason:
        "Invalid request parameters: image digest should satisfy the regex '[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+'",
    };
  }
  const named = imageTag === undefined ? undefined : repository.tags.digestOf(imageTag);
  const image = repository.images[imageDigest ?? named ?? ''];
  if (image === undefined || (imageTag !== undefined && named === undefined)) return notThere;
  if (named !== undefined && named !== image.digest) {
    return {
      failureCode: 'ImageTagDoesNotMatchDigest',
      failureReason: `Requested tag '${imageTag ?? ''}' does not match digest '${image.digest}'`,
    };
  }
  return image;
}

export function isFound(found: ReturnType<typeof find>): found is ImageState {
  return 'digest' in found;
}

/** The image. Throws ImageNotFoundException or InvalidParameterException. */
export function findOrThrow(
  registry: Registry,
  repository: RepositoryState,
  id: ImageIdentifier,
): ImageState {
  const found = find(repository, id);
  if (isFound(found)) return found;
  if (found.failureCode !== 'ImageNotFound' && found.failureCode !== 'ImageTagDoesNotMatchDigest')
    throw new AwsError('InvalidParameterException', found.failureReason);
  throw new AwsError(
    'ImageNotFoundException',
    `The image with imageId ${worded(id)} does not exist within the repository with name '${repository.name}' in the registry with id '${registry.accountId}'`,
  );
}

/** An image identifier in the format of ECR's messages. */
export function worded({ imageDigest, imageTag }: ImageIdentifier): string {
  return `{imageDigest:'${imageDigest ?? 'null'}', imageTag:'${imageTag ?? 'null'}'}`;
}

/** Looks up every identifier of a batch: the images found, and a failure for each of the others. */
export function findAll(repository: RepositoryState, ids: readonly ImageIdentifier[]) {
  const found: { id: ImageIdentifier; image: ImageState }[] = [];
  const failures: ImageFailure[] = [];
  for (const id of ids) {
    const image = find(repository, id);
    if (isFound(image)) found.push({ id, image });
    else failures.push({ imageId: id, ...image });
  }
  return { found, failures };
}

/** How an answer identifies an image: by its digest, and by the tag if it was asked for by tag. */
export function identified(image: ImageState, { imageTag }: ImageIdentifier): ImageIdentifier {
  return { imageDigest: image.digest, ...(imageTag !== undefined && { imageTag }) };
}
