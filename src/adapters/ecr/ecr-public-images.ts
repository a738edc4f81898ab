import type * as Sdk from '@aws-sdk/client-ecr-public';
import type { ImageFacts, ImageId } from '../../ports.ts';
import { parseDigest } from '../../types/digest.ts';
import type { RepositoryName, Tag } from '../../types/names.ts';
import { registryOf } from '../aws/aws-calls.ts';
import { badAnswer } from '../aws/aws-errors.ts';
import { publicNameOf } from './ecr-public-access.ts';
import type { PublicClient } from './ecr-public-client.ts';

/** DescribeImages takes 1 to 100 identifiers. Source: ECR Public API reference. */
const mostIds = 100;

/** What ECR Public says of images; those that are not there are left out. */
export async function describePublicImages(
  client: PublicClient,
  name: RepositoryName,
  ids: readonly ImageId[],
): Promise<ImageFacts[]> {
  if (ids.length > mostIds) {
    const first = await describePublicImages(client, name, ids.slice(0, mostIds));
    return [...first, ...(await describePublicImages(client, name, ids.slice(mostIds)))];
  }
  if (ids.length === 0) return [];
  const { sdk } = client;
  try {
    const imageIds = ids.map((id) => ('digest' in id ? { imageDigest: id.digest } : { imageTag: id.tag }));
    const { imageDetails = [] } = await describeImages(client, name, { imageIds });
    return imageDetails.map(imageFacts);
  } catch (error) {
    // One absent image makes the whole call fail.
    if (!(error instanceof sdk.ImageNotFoundException)) throw error;
    if (ids.length === 1) return [];
    const each = await Promise.all(ids.map((id) => describePublicImages(client, name, [id])));
    return each.flat();
  }
}

/** A repository holds 100,000 images at most unless AWS raises that; ten times as many is an answer without an end. */
const mostPagesEver = 1000;

/** Every tag, a thousand images an answer. */
export async function listPublicTags(
  client: PublicClient,
  name: RepositoryName,
  mostPages = Infinity,
): Promise<string[]> {
  const tags: string[] = [];
  const seen = new Set<string>();
  let nextToken: string | undefined;
  do {
    const page = { maxResults: 1000, ...(nextToken !== undefined && { nextToken }) };
    const answer = await describeImages(client, name, page);
    for (const { imageTags = [] } of answer.imageDetails ?? []) tags.push(...imageTags);
    // An empty token is the end of a list as well.
    nextToken = answer.nextToken || undefined;
    if (nextToken !== undefined && (seen.has(nextToken) || seen.size >= mostPagesEver))
      throw badAnswer('DescribeImages', 'pages of images that have no end', 'ecr-public');
    if (nextToken !== undefined) seen.add(nextToken);
  } while (nextToken !== undefined && seen.size < mostPages);
  return tags;
}

/** Removes a tag, and with an image's last tag the image. */
export async function removePublicTag(
  { sdk, send, place }: PublicClient,
  name: RepositoryName,
  tag: Tag,
): Promise<'removed' | 'absent'> {
  const { own } = publicNameOf(name);
  const answer = await send('BatchDeleteImage', name, (client, options) =>
    client.send(
      new sdk.BatchDeleteImageCommand({
        ...registryOf(place),
        repositoryName: own,
        imageIds: [{ imageTag: tag }],
      }),
      options,
    ),
  );
  const [failure] = answer.failures ?? [];
  // What is gone is named: an answer that names nothing has removed nothing.
  if (answer.imageIds?.some(({ imageTag }) => imageTag === tag) === true) return 'removed';
  if (failure === undefined)
    throw badAnswer('BatchDeleteImage', `nothing of ${tag}, which was to be removed`, 'ecr-public');
  if (failure.failureCode === 'ImageNotFound') return 'absent';
  throw badAnswer(
    'BatchDeleteImage',
    `${failure.failureCode ?? 'a failure'}: ${failure.failureReason ?? ''}`,
    'ecr-public',
  );
}

function describeImages(
  { sdk, send, place }: PublicClient,
  name: RepositoryName,
  wanted: Omit<Sdk.DescribeImagesCommandInput, 'repositoryName'>,
): Promise<Sdk.DescribeImagesCommandOutput> {
  const { own } = publicNameOf(name);
  return send('DescribeImages', name, (client, options) =>
    client.send(
      new sdk.DescribeImagesCommand({ ...registryOf(place), repositoryName: own, ...wanted }),
      options,
    ),
  );
}

function imageFacts(detail: Sdk.ImageDetail): ImageFacts {
  const digest = parseDigest(detail.imageDigest ?? '');
  if (digest === undefined) throw badAnswer('DescribeImages', 'an image without a digest', 'ecr-public');
  return {
    digest,
    tags: detail.imageTags ?? [],
    mediaType: detail.imageManifestMediaType,
    pushedAt: detail.imagePushedAt?.getTime() ?? 0,
  };
}
