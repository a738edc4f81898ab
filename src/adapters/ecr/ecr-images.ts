import { createHash } from 'node:crypto';
import type * as Sdk from '@aws-sdk/client-ecr';
import type { ImageFacts, ImageId, ListedImage } from '../../ports.ts';
import { mediaTypeOf } from '../../image/manifest.ts';
import { parseDigest, type Digest } from '../../types/digest.ts';
import type { StoredManifest } from '../../types/image.ts';
import { manifestMediaTypes } from '../../types/media-types.ts';
import type { RepositoryName, Tag } from '../../types/names.ts';
import { quotas } from '../../types/quota.ts';
import { badAnswer } from '../aws/aws-errors.ts';
import { registryOf, type Client } from './ecr-client.ts';
import { describeEach, listEach, removalOf, tagsOfEach, type Describing } from './image-answers.ts';

export async function readManifests(
  client: Client,
  name: RepositoryName,
  digests: readonly Digest[],
): Promise<StoredManifest[]> {
  const images = await batchGetImage(
    client,
    name,
    digests.map((imageDigest) => ({ imageDigest })),
  );
  return images.map(storedManifest);
}

export async function readTagged(
  client: Client,
  name: RepositoryName,
  tags: readonly Tag[],
): Promise<ReadonlyMap<Tag, StoredManifest>> {
  const images = await batchGetImage(
    client,
    name,
    tags.map((imageTag) => ({ imageTag })),
  );
  const found = images.map((image) => {
    const tag = tags.find((candidate) => candidate === image.imageId?.imageTag);
    if (tag === undefined) throw badAnswer('BatchGetImage', 'an image that was not asked for');
    return [tag, storedManifest(image)] as const;
  });
  return new Map(found);
}

/** Every image, including untagged and archived ones, a thousand per answer. */
export function listImages(client: Client, name: RepositoryName): AsyncIterable<readonly ListedImage[]> {
  return listEach(describing(client, name, { tagStatus: 'ANY', imageStatus: 'ANY' }));
}

/** Every tag, including those of archived images, which ECR leaves out unless asked for them. */
export function listTags(client: Client, name: RepositoryName): Promise<readonly string[]> {
  return tagsOfEach(describing(client, name, { tagStatus: 'TAGGED', imageStatus: 'ANY' }));
}

/** The images that exist; the others are among the answer's failures. */
async function batchGetImage(
  { sdk, send, target }: Client,
  name: RepositoryName,
  imageIds: readonly Sdk.ImageIdentifier[],
): Promise<Sdk.Image[]> {
  const found: Sdk.Image[] = [];
  // BatchGetImage accepts 1 to 100 identifiers.
  for (let start = 0; start < imageIds.length; start += 100) {
    const answer = await send('BatchGetImage', name, (client, options) =>
      client.send(
        new sdk.BatchGetImageCommand({
          ...registryOf(target),
          repositoryName: name,
          imageIds: imageIds.slice(start, start + 100),
          acceptedMediaTypes: [...manifestMediaTypes],
        }),
        options,
      ),
    );
    found.push(...(answer.images ?? []));
  }
  return found;
}

/** Trusts no answer: the digest is computed from the bytes. */
function storedManifest(image: Sdk.Image): StoredManifest {
  const body = image.imageManifest ?? '';
  const digest = parseDigest(`sha256:${createHash('sha256').update(body).digest('hex')}`);
  if (digest === undefined || digest !== image.imageId?.imageDigest) {
    throw badAnswer(
      'BatchGetImage',
      `a manifest whose bytes are not those of ${image.imageId?.imageDigest ?? 'its digest'}`,
    );
  }
  return { digest, mediaType: image.imageManifestMediaType ?? mediaTypeOf(body) ?? '', body };
}

/** ECR's facts about images; missing images are left out. */
export function describeImages(
  client: Client,
  name: RepositoryName,
  ids: readonly ImageId[],
): Promise<readonly ImageFacts[]> {
  return describeEach(describing(client, name), ids);
}

/** @param filter for a list; images asked for by name are returned whatever they are */
function describing(
  { sdk, send, target }: Client,
  name: RepositoryName,
  filter?: Sdk.DescribeImagesFilter,
): Describing {
  return {
    service: 'ecr',
    ask: (wanted) =>
      send('DescribeImages', name, (client, options) =>
        client.send(
          new sdk.DescribeImagesCommand({ ...registryOf(target), repositoryName: name, filter, ...wanted }),
          options,
        ),
      ),
    isAbsent: (error) => error instanceof sdk.ImageNotFoundException,
  };
}

/**
 * How many images name this one as their subject: signatures, attestations and whatever else is attached, including
 * archived ones.
 */
export async function countReferrers(
  { sdk, send, target }: Client,
  name: RepositoryName,
  digest: Digest,
): Promise<number> {
  const deadline = Date.now() + patienceMs;
  let count = 0;
  let nextToken: string | undefined;
  do {
    const { referrers = [], nextToken: next } = await send(
      'ListImageReferrers',
      name,
      (client, options) =>
        client.send(
          new sdk.ListImageReferrersCommand({
            ...registryOf(target),
            repositoryName: name,
            subjectId: { imageDigest: digest },
            filter: { artifactStatus: 'ANY' },
            maxResults: mostReferrersAnswered,
            nextToken,
          }),
          options,
        ),
      { withinMs: Math.max(1, deadline - Date.now()) },
    );
    count += referrers.length;
    nextToken = referrers.length === 0 ? undefined : next || undefined;
  } while (nextToken !== undefined && count < quotas.referrers.most);
  return count;
}

/** Source: ECR API reference, ListImageReferrers. */
const mostReferrersAnswered = 50;
/** A mere warning is not worth a longer wait. In milliseconds. */
const patienceMs = 5_000;

export async function removeTag(
  { sdk, send, target }: Client,
  name: RepositoryName,
  tag: Tag,
): Promise<'removed' | 'absent'> {
  const answer = await send('BatchDeleteImage', name, (client, options) =>
    client.send(
      new sdk.BatchDeleteImageCommand({
        ...registryOf(target),
        repositoryName: name,
        imageIds: [{ imageTag: tag }],
      }),
      options,
    ),
  );
  return removalOf(answer, tag, 'ecr');
}
