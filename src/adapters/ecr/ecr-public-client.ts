import type * as Sdk from '@aws-sdk/client-ecr-public';
import type { RegistryPlace } from '../../types/image.ts';
import { awsCalls, type Send } from '../aws/aws-calls.ts';
import { registryTime, type RegistryTime } from '../http/registry-time.ts';
import type { RoleSession } from '../aws/role.ts';
import type { Sessions } from '../aws/session.ts';

/** The loaded SDK of ECR Public, and the one way to call it, which translates every error. */
export interface PublicClient {
  readonly sdk: typeof Sdk;
  readonly place: RegistryPlace;
  readonly time: RegistryTime;
  /** The role in which it works; undefined means the job's own credentials. */
  readonly session: RoleSession | undefined;
  readonly send: Send<Sdk.ECRPUBLICClient>;
}

/**
 * Loads the SDK, which is a separate chunk of the bundle: runs with only private registries never load it.
 * @param signal the end of the run: pending calls are then given up, and no more are made
 * @param sessions the roles that can be assumed; by default none
 */
export async function loadPublicClient(
  place: RegistryPlace,
  signal: AbortSignal,
  sessions?: Sessions,
): Promise<PublicClient> {
  const sdk = await import('@aws-sdk/client-ecr-public');
  const session = await sessions?.(place);
  const time = registryTime();
  const service = {
    prefix: 'ecr-public' as const,
    place,
    make: (settings: Sdk.ECRPUBLICClientConfig) => new sdk.ECRPUBLICClient(settings),
    isAnswer: (error: unknown, action: string) =>
      action === 'DescribeImages' && error instanceof sdk.ImageNotFoundException,
    session,
  };
  return { sdk, place, time, session, send: awsCalls(service, time, signal) };
}
