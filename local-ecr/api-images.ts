import { AwsError, invalidParameter } from './errors.ts';
import { deleteImage, imageSize, putImage, referencedBy, repositoryOf, tagsOf } from './images.ts';
import type { ManifestContent } from './manifests.ts';
import { page, type Parameters } from './parameters.ts';
import type { Operation } from './api-repositories.ts';
import type { Registry } from './registry.ts';
import type { ImageState, RepositoryState } from './state.ts';

interface ImageIdentifier {
  readonly imageDigest?: string;
  readonly imageTag?: string;
}

export const imageOperations: Readonly<Record<string, Operation>> = {
  DescribeImages(registry, parameters) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    const ids = parameters.optionalList('imageIds') as ImageIdentifier[] | undefined;
    if (ids !== undefined)
      return {
        imageDetails: unique(ids.map((id) => findOrThrow(registry, repository, id))).map((image) =>
          detail(registry, repository, image),
        ),
      };
    const tagStatus = parameters.optionalObject('filter') as { tagStatus?: string };
    const images = Object.values(repository.images).filter((image) => {
      const isTagged = tagsOf(repository, image.digest).length > 0;
      return tagStatus.tagStatus === 'TAGGED'
        ? isTagged
        : tagStatus.tagStatus === 'UNTAGGED'
          ? !isTagged
          : true;
    });
    const { items, nextToken } = page(images, parameters);
    return { imageDetails: items.map((image) => detail(registry, repository, image)), nextToken };
  },

  ListImages(registry, parameters) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    const ids = Object.values(repository.images).flatMap((image) => {
      const tags = tagsOf(repository, image.digest);
      return tags.length === 0
        ? [{ imageDigest: image.digest }]
        : tags.map((imageTag) => ({ imageDigest: image.digest, imageTag }));
    });
    const { items, nextToken } = page(ids, parameters);
    return { imageIds: items, nextToken };
  },

  BatchGetImage(registry, parameters) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    const { found, failures } = resolveAll(repository, identifiers(parameters));
    return {
      images: found.map(({ id, image }) => ({
        registryId: registry.accountId,
        repositoryName: repository.name,
        imageId: { imageDigest: image.digest, ...(id.imageTag !== undefined && { imageTag: id.imageTag }) },
        imageManifest: image.body,
        imageManifestMediaType: image.mediaType,
      })),
      failures,
    };
  },

  /** A tag is removed alone while others remain; the last one takes its image with it. Source: ECR API reference. */
  BatchDeleteImage(registry, parameters) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    const { found, failures } = resolveAll(repository, identifiers(parameters));
    const deleted: ImageIdentifier[] = [];
    for (const { id, image } of found) {
      const isWholeImage = id.imageTag === undefined || tagsOf(repository, image.digest).length === 1;
      const parents = isWholeImage ? referencedBy(repository, image.digest) : [];
      if (parents.length > 0) {
        failures.push({
          imageId: id,
          failureCode: 'ImageReferencedByManifestList',
          failureReason: `Requested image referenced by manifest list: [${parents.join(', ')}]`,
        });
        continue;
      }
      deleted.push({
        imageDigest: image.digest,
        ...(id.imageTag !== undefined && { imageTag: id.imageTag }),
      });
      if (isWholeImage) deleteImage(repository, image.digest);
      else Reflect.deleteProperty(repository.tags, id.imageTag ?? '');
    }
    registry.save();
    return { imageIds: deleted, failures };
  },

  PutImage(registry, parameters) {
    const name = parameters.repositoryName();
    const tag = parameters.optionalText('imageTag');
    const image = putImage(registry, name, {
      body: parameters.text('imageManifest'),
      mediaType: parameters.optionalText('imageManifestMediaType'),
      tag,
      digest: parameters.optionalText('imageDigest'),
      refuseUnchanged: true,
    });
    return {
      image: {
        registryId: registry.accountId,
        repositoryName: name,
        imageId: { imageDigest: image.digest, ...(tag !== undefined && { imageTag: tag }) },
        imageManifest: image.body,
        imageManifestMediaType: image.mediaType,
      },
    };
  },

  StartImageScan(registry, parameters) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    const id = parameters.object('imageId') as ImageIdentifier;
    const image = findOrThrow(registry, repository, id);
    registry.scans.start(image);
    return {
      registryId: registry.accountId,
      repositoryName: repository.name,
      imageId: { imageDigest: image.digest },
      imageScanStatus: { status: 'PENDING' },
    };
  },
};

function identifiers(parameters: Parameters): ImageIdentifier[] {
  const ids = parameters.list('imageIds') as ImageIdentifier[];
  if (ids.length < 1 || ids.length > 100)
    throw invalidParameter('imageIds', 'Member must have length between 1 and 100');
  return ids;
}

export function find(
  repository: RepositoryState,
  { imageDigest, imageTag }: ImageIdentifier,
): ImageState | undefined {
  const digest = imageDigest ?? repository.tags[imageTag ?? ''];
  return digest === undefined ? undefined : repository.images[digest];
}

export function findOrThrow(
  registry: Registry,
  repository: RepositoryState,
  id: ImageIdentifier,
): ImageState {
  const image = find(repository, id);
  if (image !== undefined) return image;
  throw new AwsError(
    'ImageNotFoundException',
    `The image with imageId {imageDigest:'${id.imageDigest ?? 'null'}', imageTag:'${id.imageTag ?? 'null'}'} does not exist within the repository with name '${repository.name}' in the registry with id '${registry.accountId}'`,
  );
}

function resolveAll(repository: RepositoryState, ids: readonly ImageIdentifier[]) {
  const found: { id: ImageIdentifier; image: ImageState }[] = [];
  const failures: object[] = [];
  for (const id of ids) {
    const image = find(repository, id);
    if (image !== undefined) found.push({ id, image });
    else if (id.imageDigest === undefined && id.imageTag === undefined) {
      failures.push({
        imageId: id,
        failureCode: 'MissingDigestAndTag',
        failureReason: 'Invalid request parameters: both tag and digest cannot be null',
      });
    } else
      failures.push({
        imageId: id,
        failureCode: 'ImageNotFound',
        failureReason: 'Requested image not found',
      });
  }
  return { found, failures };
}

function unique(images: readonly ImageState[]): ImageState[] {
  return [...new Set(images)];
}

function detail(registry: Registry, repository: RepositoryState, image: ImageState): object {
  const tags = tagsOf(repository, image.digest);
  const content = JSON.parse(image.body) as ManifestContent;
  return {
    registryId: registry.accountId,
    repositoryName: repository.name,
    imageDigest: image.digest,
    ...(tags.length > 0 && { imageTags: tags }),
    imageSizeInBytes: imageSize(repository, image),
    imagePushedAt: image.pushedAt / 1000,
    imageManifestMediaType: image.mediaType,
    artifactMediaType: content.artifactType ?? content.config?.mediaType,
    imageStatus: 'ACTIVE',
  };
}
