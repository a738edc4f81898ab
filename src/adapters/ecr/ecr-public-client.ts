import type * as Sdk from '@aws-sdk/client-ecr-public';
import type { RegistryPlace } from '../../types/image.ts';
import { awsCalls, type Send } from '../aws/aws-calls.ts';
import { registryTime, type RegistryTime } from '../http/registry-time.ts';
import type { RoleSession } from '../aws/role.ts';
import type { Sessions } from '../aws/session.ts';

/** The loaded SDK of ECR Public, and one way to call it that translates every error. */
export interface PublicClient {
  readonly sdk: typeof Sdk;
  readonly place: RegistryPlace;
  readonly time: RegistryTime;
  /** The role that it works in; undefined with the job's own credentials. */
  readonly session: RoleSession | undefined;
  readonly send: Send<Sdk.ECRPUBLICClient>;
}

/**
 * Loads the SDK, which is a part of its own of the bundle: a run with private registries alone never loads it.
 * @param signal the end of the run: whatever is asked then is given up, and nothing is asked any more
 * @param sessions the roles that can be taken on; without them there is none
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
    isAnswer: (error: unknown) => error instanceof sdk.ImageNotFoundException,
    session,
  };
  return { sdk, place, time, session, send: awsCalls(service, time, signal) };
}
