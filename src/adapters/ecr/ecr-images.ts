import { createHash } from 'node:crypto';
import type * as Sdk from '@aws-sdk/client-ecr';
import type { ImageFacts, ImageId } from '../../ports.ts';
import { mediaTypeOf } from '../../image/manifest.ts';
import { parseDigest, type Digest } from '../../types/digest.ts';
import type { StoredManifest } from '../../types/image.ts';
import { manifestMediaTypes } from '../../types/media-types.ts';
import type { RepositoryName, Tag } from '../../types/names.ts';
import { badAnswer } from '../aws/aws-errors.ts';
import { registryOf, type Client } from './ecr-client.ts';

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

/** A repository holds 100,000 images at most unless AWS raises that; ten times as many is an answer without an end. */
const mostTagPages = 1000;

/** Every tag, a thousand an answer. */
export async function listTags(
  { sdk, send, target }: Client,
  name: RepositoryName,
  mostPages = Infinity,
): Promise<string[]> {
  const tags: string[] = [];
  const seen = new Set<string>();
  let nextToken: string | undefined;
  do {
    const answer = await send('DescribeImages', name, (client, options) =>
      client.send(
        new sdk.DescribeImagesCommand({
          ...registryOf(target),
          repositoryName: name,
          // Archived images keep their tags, and are left out where nobody asks for them.
          filter: { tagStatus: 'TAGGED', imageStatus: 'ANY' },
          maxResults: 1000,
          nextToken,
        }),
        options,
      ),
    );
    for (const image of answer.imageDetails ?? []) tags.push(...(image.imageTags ?? []));
    // An empty token is the end of a list as well.
    nextToken = answer.nextToken || undefined;
    if (nextToken !== undefined && (seen.has(nextToken) || seen.size >= mostTagPages))
      throw badAnswer('DescribeImages', 'pages of images that have no end');
    if (nextToken !== undefined) seen.add(nextToken);
  } while (nextToken !== undefined && seen.size < mostPages);
  return tags;
}

/** The images that are there; the others are among the answer's failures. */
async function batchGetImage(
  { sdk, send, target }: Client,
  name: RepositoryName,
  imageIds: readonly Sdk.ImageIdentifier[],
): Promise<Sdk.Image[]> {
  const found: Sdk.Image[] = [];
  // BatchGetImage takes 1 to 100 identifiers.
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

/** DescribeImages takes 100 identifiers at most. */
const mostIds = 100;

export async function describeImages(
  client: Client,
  name: RepositoryName,
  ids: readonly ImageId[],
): Promise<ImageFacts[]> {
  if (ids.length > mostIds) {
    const rest = await describeImages(client, name, ids.slice(mostIds));
    return [...(await describeImages(client, name, ids.slice(0, mostIds))), ...rest];
  }
  const { sdk, send, target } = client;
  try {
    const answer = await send('DescribeImages', name, (api, options) =>
      api.send(
        new sdk.DescribeImagesCommand({
          ...registryOf(target),
          repositoryName: name,
          imageIds: ids.map((id) => ('digest' in id ? { imageDigest: id.digest } : { imageTag: id.tag })),
        }),
        options,
      ),
    );
    return (answer.imageDetails ?? []).map(imageFacts);
  } catch (error) {
    // One absent image makes the whole call fail, and the answer does not always say which.
    if (!(error instanceof sdk.ImageNotFoundException)) throw error;
    if (ids.length === 1) return [];
    const each = await Promise.all(ids.map((id) => describeImages(client, name, [id])));
    return each.flat();
  }
}

function imageFacts(detail: Sdk.ImageDetail): ImageFacts {
  const digest = parseDigest(detail.imageDigest ?? '');
  if (digest === undefined) throw badAnswer('DescribeImages', 'an image without a digest');
  return {
    digest,
    tags: detail.imageTags ?? [],
    mediaType: detail.imageManifestMediaType,
    pushedAt: detail.imagePushedAt?.getTime() ?? 0,
    ...(detail.imageStatus === 'ARCHIVED' && { archive: 'archived' }),
    ...(detail.imageStatus === 'ACTIVATING' && { archive: 'activating' }),
  };
}

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
  const [failure] = answer.failures ?? [];
  // What is gone is named: an answer that names nothing has removed nothing.
  if (answer.imageIds?.some(({ imageTag }) => imageTag === tag) === true) return 'removed';
  if (failure === undefined)
    throw badAnswer('BatchDeleteImage', `nothing of ${tag}, which was to be removed`);
  if (failure.failureCode === 'ImageNotFound') return 'absent';
  throw badAnswer(
    'BatchDeleteImage',
    `${failure.failureCode ?? 'a failure'}: ${failure.failureReason ?? ''}`,
  );
}
