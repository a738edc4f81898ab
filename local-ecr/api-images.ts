import { nameOf } from './api-repositories.ts';
import { invalidParameter } from './errors.ts';
import { findAll, findOrThrow, identified } from './image-ids.ts';
import { imageSize, referrersOf, repositoryOf, tagsOf } from './images.ts';
import { contentOf } from './manifests.ts';
import type { Operations } from './operation.ts';
import { page, type Parameters } from './parameters.ts';
import type { Registry } from './registry.ts';
import { scanSummary } from './scan-answers.ts';
import type { ImageState, RepositoryState } from './state.ts';

/** Operations that read images. */
export const imageOperations: Operations = {
  DescribeImages({ registry, parameters }) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    const ids = parameters.imageIds();
    if (ids !== undefined) {
      for (const name of ['maxResults', 'nextToken'] as const) {
        const isGiven =
          name === 'maxResults' ? parameters.optionalNumber(name, 1, 1000) : parameters.optionalText(name);
        if (isGiven !== undefined) throw invalidParameter(name, 'must not be set together with imageIds');
      }
      const images = new Set(ids.map((id) => findOrThrow(registry, repository, id)));
      return { imageDetails: [...images].map((image) => detail(registry, repository, image)) };
    }
    const isWanted = wanted(parameters);
    const images = Object.values(repository.images).filter((image) =>
      isWanted(tagsOf(repository, image.digest).length > 0),
    );
    const { items, nextToken } = page(images, parameters);
    return { imageDetails: items.map((image) => detail(registry, repository, image)), nextToken };
  },

  ListImages({ registry, parameters }) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    const isWanted = wanted(parameters);
    const ids = Object.values(repository.images).flatMap(({ digest }) => {
      const tags = tagsOf(repository, digest);
      return tags.length === 0
        ? [{ imageDigest: digest }]
        : tags.map((imageTag) => ({ imageDigest: digest, imageTag }));
    });
    const { items, nextToken } = page(
      ids.filter((id) => isWanted('imageTag' in id)),
      parameters,
    );
    return { imageIds: items, nextToken };
  },

  BatchGetImage({ registry, parameters }) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    const ids = parameters.imageIds();
    if (ids === undefined) throw invalidParameter('imageIds', 'must not be null');
    const { found, failures } = findAll(repository, ids);
    return {
      images: found.map(({ id, image }) => ({
        ...nameOf(registry, repository),
        imageId: identified(image, id),
        imageManifest: image.body,
        imageManifestMediaType: image.mediaType,
      })),
      failures,
    };
  },

  ListImageReferrers({ registry, parameters }) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    const { imageDigest } = parameters.object('subjectId');
    if (typeof imageDigest !== 'string') throw invalidParameter('subjectId.imageDigest', 'must not be null');
    const { artifactTypes } = parameters.optionalObject('filter') as { artifactTypes?: readonly string[] };
    const referrers = referrersOf(repository, imageDigest)
      .map(({ image, content }) => ({
        digest: image.digest,
        mediaType: image.mediaType,
        artifactType: content.artifactType ?? content.config?.mediaType,
        size: Buffer.byteLength(image.body),
        annotations: content.annotations,
        artifactStatus: 'ACTIVE',
      }))
      .filter(({ artifactType }) => artifactTypes?.includes(artifactType ?? '') ?? true);
    const { items, nextToken } = page(referrers, parameters, { most: 50, usual: 20 });
    return { referrers: items, nextToken };
  },
};

/** The request's filter by tag status, as a question to each image. */
function wanted(parameters: Parameters): (isTagged: boolean) => boolean {
  const { tagStatus = 'ANY' } = parameters.optionalObject('filter') as { tagStatus?: string };
  switch (tagStatus) {
    case 'ANY':
      return () => true;
    case 'TAGGED':
      return (isTagged) => isTagged;
    case 'UNTAGGED':
      return (isTagged) => !isTagged;
    default:
      throw invalidParameter(
        'filter.tagStatus',
        'Member must satisfy enum value set: [ANY, TAGGED, UNTAGGED]',
      );
  }
}

function detail(registry: Registry, repository: RepositoryState, image: ImageState): object {
  const tags = tagsOf(repository, image.digest);
  const content = contentOf(image);
  return {
    ...nameOf(registry, repository),
    imageDigest: image.digest,
    ...(tags.length > 0 && { imageTags: tags }),
    imageSizeInBytes: imageSize(repository, image),
    imagePushedAt: image.pushedAt / 1000,
    imageManifestMediaType: image.mediaType,
    artifactMediaType: content.artifactType ?? content.config?.mediaType,
    ...(content.subject !== undefined && { subjectManifestDigest: content.subject.digest }),
    imageStatus: 'ACTIVE',
    // The basic scanner of today does not fill these two in. Source: ECR API reference, DescribeImages.
    ...(registry.state.scanType === 'ENHANCED' && scanSummary(registry, repository, image)),
  };
}
