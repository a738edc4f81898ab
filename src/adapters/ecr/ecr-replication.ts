import type * as Sdk from '@aws-sdk/client-ecr';
import type { Digest } from '../../types/digest.ts';
import { ShipError } from '../../types/errors.ts';
import type { Repository } from '../../types/image.ts';
import type { Replica, ReplicaStatus } from '../../types/replica.ts';
import { registryOf, type Client } from './ecr-client.ts';

/**
 * The registries to which a repository's own registry replicates it; undefined if this role may not read the rules,
 * or they are another account's: DescribeRegistry only describes the caller's registry.
 * Source: ECR API reference, DescribeRegistry, ReplicationRule.
 */
export async function readReplicas(
  { sdk, send }: Client,
  { name, registryId }: Pick<Repository, 'name' | 'registryId'>,
): Promise<readonly Replica[] | undefined> {
  const answer = await send('DescribeRegistry', undefined, (client, options) =>
    client.send(new sdk.DescribeRegistryCommand({}), options),
  ).catch((error: unknown) => {
    if (error instanceof ShipError && error.code === 'access-denied') return undefined;
    throw error;
  });
  if (answer?.registryId !== registryId) return undefined;
  const replicas = (answer.replicationConfiguration?.rules ?? [])
    .filter((rule) => isFor(rule, name))
    .flatMap(({ destinations = [] }) => destinations)
    .map((one) => ({ registryId: one.registryId ?? '', region: one.region ?? '' }));
  return [...new Map(replicas.map((one) => [`${one.registryId} ${one.region}`, one])).values()];
}

/** A rule without filters applies to every repository; PREFIX_MATCH is the only kind of filter. */
function isFor({ repositoryFilters: filters = [] }: Sdk.ReplicationRule, name: string): boolean {
  return filters.length === 0 || filters.some(({ filter }) => name.startsWith(filter ?? ''));
}

/**
 * How far the copies of an image are; empty if none has begun. Source: ECR API reference, DescribeImageReplicationStatus.
 */
export async function readReplication(
  { sdk, send, target }: Client,
  { name }: Pick<Repository, 'name'>,
  digest: Digest,
): Promise<readonly ReplicaStatus[]> {
  const { replicationStatuses = [] } = await send('DescribeImageReplicationStatus', name, (client, options) =>
    client.send(
      new sdk.DescribeImageReplicationStatusCommand({
        ...registryOf(target),
        repositoryName: name,
        imageId: { imageDigest: digest },
      }),
      options,
    ),
  ).catch((error: unknown) => {
    // The image is not visible yet.
    if (error instanceof sdk.ImageNotFoundException) return { replicationStatuses: [] };
    throw error;
  });
  return replicationStatuses.map(({ registryId = '', region = '', status, failureCode }) => ({
    registryId,
    region,
    state: status === 'COMPLETE' ? 'complete' : status === 'FAILED' ? 'failed' : 'in-progress',
    failureCode,
  }));
}
