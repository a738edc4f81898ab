import type { Digest } from '../../types/digest.ts';
import { ShipError } from '../../types/errors.ts';
import type { RepositoryName } from '../../types/names.ts';
import { clause, messageOf } from '../../types/text.ts';
import { registryOf, type Client } from './ecr-client.ts';

/**
 * Requests that an archived image be restored. DescribeImages tells when it is back, or that it was there already.
 * Source: ECR API reference, UpdateImageStorageClass. Throws `image-archived` if ECR refuses.
 */
export async function restoreImage(
  { sdk, send, target }: Client,
  name: RepositoryName,
  digest: Digest,
): Promise<void> {
  try {
    await send('UpdateImageStorageClass', name, (client, options) =>
      client.send(
        new sdk.UpdateImageStorageClassCommand({
          ...registryOf(target),
          repositoryName: name,
          imageId: { imageDigest: digest },
          targetStorageClass: 'STANDARD',
        }),
        options,
      ),
    );
  } catch (error) {
    if (!(error instanceof sdk.ImageStorageClassUpdateNotSupportedException)) throw error;
    throw new ShipError({
      code: 'image-archived',
      what: `The image ${digest} in ${name} is archived, and ECR does not restore it: ${clause(messageOf(error))}.`,
      next: 'Restore it in the console of Amazon ECR, or push it again, then run the job again.',
      cause: error,
    });
  }
}
