import type { ImageFacts, ImageId, ListedImage } from '../../ports.ts';
import type { RepositoryName, Tag } from '../../types/names.ts';
import { registryOf } from '../aws/aws-calls.ts';
import { publicNameOf } from './ecr-public-access.ts';
import type { PublicClient } from './ecr-public-client.ts';
import { describeEach, listEach, removalOf, tagsOfEach, type Describing } from './image-answers.ts';

/** ECR Public's facts about images; missing images are left out. */
export function describePublicImages(
  client: PublicClient,
  name: RepositoryName,
  ids: readonly ImageId[],
): Promise<readonly ImageFacts[]> {
  return describeEach(describing(client, name), ids);
}

/** Every image, a thousand per answer. */
export function listPublicImages(
  client: PublicClient,
  name: RepositoryName,
): AsyncIterable<readonly ListedImage[]> {
  return listEach(describing(client, name));
}

/** Every tag. */
export function listPublicTags(client: PublicClient, name: RepositoryName): Promise<readonly string[]> {
  return tagsOfEach(describing(client, name));
}

/** Removes a tag. Removing an image's last tag removes the image too. */
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
  return removalOf(answer, tag, 'ecr-public');
}

function describing({ sdk, send, place }: PublicClient, name: RepositoryName): Describing {
  const { own } = publicNameOf(name);
  return {
    service: 'ecr-public',
    ask: (wanted) =>
      send('DescribeImages', name, (client, options) =>
        client.send(
          new sdk.DescribeImagesCommand({ ...registryOf(place), repositoryName: own, ...wanted }),
          options,
        ),
      ),
    isAbsent: (error) => error instanceof sdk.ImageNotFoundException,
  };
}
