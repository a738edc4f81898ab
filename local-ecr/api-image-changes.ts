import { nameOf } from './api-repositories.ts';
import { changeStorageClass, statusOf } from './archive.ts';
import { AwsError, invalidParameter } from './errors.ts';
import { findAll, findOrThrow, identified, type ImageIdentifier } from './image-ids.ts';
import { deleteImage, referencedBy, repositoryOf } from './images.ts';
import type { Operations } from './operation.ts';
import { putImage } from './put-image.ts';
import { startScan } from './scans.ts';

/** Operations that store, remove and scan images. */
export const changeOperations: Operations = {
  PutImage({ registry, parameters }) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    const imageTag = parameters.optionalText('imageTag', 1, 300);
    const image = putImage(registry, repository.name, {
      body: parameters.text('imageManifest', 1, 4_194_304),
      mediaType: parameters.optionalText('imageManifestMediaType'),
      tag: imageTag,
      digest: parameters.optionalText('imageDigest'),
      refuseUnchanged: true,
    });
    return {
      image: {
        ...nameOf(registry, repository),
        imageId: identified(image, imageTag === undefined ? {} : { imageTag }),
        imageManifest: image.body,
        imageManifestMediaType: image.mediaType,
      },
    };
  },

  /** Removes only a tag while others remain; removing the last one removes its image. Source: ECR API reference. */
  BatchDeleteImage({ registry, parameters }) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    const ids = parameters.imageIds();
    if (ids === undefined) throw invalidParameter('imageIds', 'must not be null');
    const { found, failures } = findAll(repository, ids);
    const imageIds: ImageIdentifier[] = [];
    for (const { id, image } of found) {
      const isWholeImage = id.imageTag === undefined || repository.tags.countOf(image.digest) <= 1;
      const parents = isWholeImage ? referencedBy(repository, image.digest) : [];
      if (parents.length > 0) {
        failures.push({
          imageId: id,
          failureCode: 'ImageReferencedByManifestList',
          failureReason: `Requested image referenced by manifest list: [${parents.join(', ')}]`,
        });
      } else if (isWholeImage) {
        // If asked by digest, the answer names every tag that is removed with the image.
        const gone =
          id.imageTag === undefined
            ? repository.tags.of(image.digest).map((imageTag) => ({ imageTag }))
            : [id];
        imageIds.push(...(gone.length === 0 ? [{}] : gone).map((tag) => identified(image, tag)));
        deleteImage(repository, image.digest);
      } else {
        imageIds.push(identified(image, id));
        repository.tags.remove(id.imageTag ?? '');
      }
    }
    registry.save();
    return { imageIds, failures };
  },

  UpdateImageStorageClass({ registry, parameters }) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    const id = parameters.imageId();
    const wanted = parameters.text('targetStorageClass');
    if (wanted !== 'STANDARD' && wanted !== 'ARCHIVE')
      throw invalidParameter('targetStorageClass', 'Member must satisfy enum value set: [STANDARD, ARCHIVE]');
    const image = findOrThrow(registry, repository, id);
    changeStorageClass(registry, repository, { image, wanted });
    registry.save();
    return {
      ...nameOf(registry, repository),
      imageId: identified(image, id),
      imageStatus: statusOf(registry, image),
    };
  },

  StartImageScan({ registry, parameters }) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    const id = parameters.imageId();
    const image = findOrThrow(registry, repository, id);
    if (statusOf(registry, image) !== 'ACTIVE')
      throw new AwsError(
        'ImageArchivedException',
        `The image with digest '${image.digest}' is archived and cannot be scanned`,
      );
    startScan(registry, image);
    return {
      ...nameOf(registry, repository),
      imageId: identified(image, id),
      imageScanStatus: { status: 'PENDING' },
    };
  },
};
