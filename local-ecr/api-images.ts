import { nameOf } from './api-repositories.ts';
import { archiveMembers, comingBack, statusOf } from './archive.ts';
import { invalidParameter } from './errors.ts';
import { findAll, findOrThrow, identified, notThere, type ImageIdentifier } from './image-ids.ts';
import { imageSize, referrersOf, repositoryOf } from './images.ts';
import { contentOf } from './manifests.ts';
import type { ApiCall, Operations } from './operation.ts';
import { page, type Parameters } from './parameters.ts';
import type { Registry } from './registry.ts';
import { replicationOf } from './replication.ts';
import { scanSummary } from './scan-answers.ts';
import { dictionary, type ImageState, type RepositoryState } from './state.ts';
import { manifestFor } from './translate.ts';

/** Operations that read images. */
export const imageOperations: Operations = {
  /** Nothing is signed here; this is the answer for an existing image without signing. */
  DescribeImageSigningStatus: (call) => ({ ...imageNamed(call), signingStatuses: [] }),

  DescribeImageReplicationStatus(call) {
    const { registry, parameters } = call;
    const { repositoryName, imageId } = imageNamed(call);
    const image = findOrThrow(
      registry,
      repositoryOf(registry, parameters.repositoryName()),
      parameters.imageId(),
    );
    return { repositoryName, imageId, replicationStatuses: replicationOf(registry, image) };
  },

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
    const { name, isWanted } = wanted(registry, repository, parameters);
    const images = registry.lists.of(repository, `images ${name}`, () =>
      Object.values(repository.images).filter((image) =>
        isWanted(image, repository.tags.countOf(image.digest) > 0),
      ),
    );
    const { items, nextToken } = page(images, parameters);
    return { imageDetails: items.map((image) => detail(registry, repository, image)), nextToken };
  },

  ListImages({ registry, parameters }) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    const { name, isWanted } = wanted(registry, repository, parameters);
    const ids = registry.lists.of(repository, `ids ${name}`, () =>
      idsOf(repository).flatMap(({ image, id }) => (isWanted(image, 'imageTag' in id) ? [id] : [])),
    );
    const { items, nextToken } = page(ids, parameters);
    return { imageIds: items, nextToken };
  },

  BatchGetImage({ registry, parameters }) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    const ids = parameters.imageIds();
    if (ids === undefined) throw invalidParameter('imageIds', 'must not be null');
    const { found, failures } = findAll(repository, ids);
    // Images that cannot be pulled are not returned; the wording of the failure is not documented. Source: ECR user
    // guide, "Archiving an image".
    const [there, away] = parted(found, ({ image }) => statusOf(registry, image) === 'ACTIVE');
    failures.push(...away.map(({ id }) => ({ imageId: id, ...notThere })));
    const accepted = parameters.optionalTexts('acceptedMediaTypes', 1, 100);
    const images = there.map(({ id, image }) => {
      const isByTag = id.imageDigest === undefined;
      const { body, mediaType } = manifestFor(image, isByTag ? accepted : undefined);
      return {
        ...nameOf(registry, repository),
        imageId: identified(image, id),
        imageManifest: body,
        imageManifestMediaType: mediaType,
      };
    });
    return { images, failures };
  },

  ListImageReferrers({ registry, parameters }) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    const { imageDigest } = parameters.object('subjectId');
    if (typeof imageDigest !== 'string') throw invalidParameter('subjectId.imageDigest', 'must not be null');
    const { artifactTypes, artifactStatus = 'ACTIVE' } = parameters.optionalObject('filter') as {
      artifactTypes?: readonly string[];
      artifactStatus?: string;
    };
    requireStatus('filter.artifactStatus', artifactStatus);
    const all = registry.lists.of(repository, `referrers of ${imageDigest}`, () =>
      referrersOf(repository, imageDigest),
    );
    const referrers = all
      .map(({ image, content }) => ({
        digest: image.digest,
        mediaType: image.mediaType,
        artifactType: content.artifactType ?? content.config?.mediaType,
        size: Buffer.byteLength(image.body),
        annotations: content.annotations,
        artifactStatus: statusOf(registry, image),
      }))
      .filter(
        (one) =>
          (artifactTypes?.includes(one.artifactType ?? '') ?? true) &&
          (artifactStatus === 'ANY' || one.artifactStatus === artifactStatus),
      );
    const { items, nextToken } = page(referrers, parameters, { most: 50, usual: 20 });
    return { referrers: items, nextToken };
  },
};

/** Each tag with the digest to which it points, and the untagged digests. */
function idsOf({
  images,
  tags,
}: RepositoryState): { readonly image: ImageState; readonly id: ImageIdentifier }[] {
  return Object.values(images).flatMap((image) => {
    const { digest: imageDigest } = image;
    const ids: ImageIdentifier[] =
      tags.countOf(imageDigest) === 0
        ? [{ imageDigest }]
        : tags.of(imageDigest).map((imageTag) => ({ imageDigest, imageTag }));
    return ids.map((id) => ({ image, id }));
  });
}

function parted<T>(all: readonly T[], isFirst: (one: T) => boolean): readonly [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

const imageStatuses = ['ACTIVE', 'ARCHIVED', 'ACTIVATING', 'ANY'];

function requireStatus(parameter: string, status: string): void {
  if (!imageStatuses.includes(status))
    throw invalidParameter(parameter, `Member must satisfy enum value set: [${imageStatuses.join(', ')}]`);
}

const tagStatuses: Readonly<Record<string, (isTagged: boolean) => boolean>> = dictionary({
  ANY: () => true,
  TAGGED: (isTagged) => isTagged,
  UNTAGGED: (isTagged) => !isTagged,
});

/**
 * Reads the request's filter by tag and by storage class, as a predicate on images. Archived images are listed only
 * on request. Source: ECR API reference, DescribeImagesFilter.
 */
function wanted(
  registry: Registry,
  repository: RepositoryState,
  parameters: Parameters,
): {
  /**
   * Identifies the list in the cache. It changes when a restore ends, because nothing else tells the cache about that.
   */
  readonly name: string;
  readonly isWanted: (image: ImageState, isTagged: boolean) => boolean;
} {
  const { tagStatus = 'ANY', imageStatus = 'ACTIVE' } = parameters.optionalObject('filter') as {
    tagStatus?: string;
    imageStatus?: string;
  };
  requireStatus('filter.imageStatus', imageStatus);
  const isTagWanted = tagStatuses[tagStatus];
  if (isTagWanted !== undefined)
    return {
      name: `${tagStatus} ${imageStatus} ${String(comingBack(registry, repository))}`,
      isWanted: (image, isTagged) =>
        isTagWanted(isTagged) && (imageStatus === 'ANY' || statusOf(registry, image) === imageStatus),
    };
  throw invalidParameter('filter.tagStatus', 'Member must satisfy enum value set: [ANY, TAGGED, UNTAGGED]');
}

function detail(registry: Registry, repository: RepositoryState, image: ImageState): object {
  const tags = repository.tags.of(image.digest);
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
    ...archiveMembers(registry, image),
    // Today's basic scanner does not fill in these two. Source: ECR API reference, DescribeImages.
    ...(registry.state.scanType === 'ENHANCED' && scanSummary(registry, repository, image)),
  };
}

/** The image that a request is about, as answers name it. Throws ImageNotFoundException. */
function imageNamed({ registry, parameters }: ApiCall) {
  const repository = repositoryOf(registry, parameters.repositoryName());
  const imageId = parameters.imageId();
  findOrThrow(registry, repository, imageId);
  return { registryId: registry.accountId, repositoryName: repository.name, imageId };
}
