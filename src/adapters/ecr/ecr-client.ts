import type * as Sdk from '@aws-sdk/client-ecr';
import type { RegistryPlace } from '../../types/image.ts';
import { awsCalls, registryOf, type Send as SendTo } from '../aws/aws-calls.ts';
import { proxyAwareAgents, type Agents } from '../http/proxy.ts';
import { registryTime, type RegistryTime } from '../http/registry-time.ts';
import type { RoleSession } from '../aws/role.ts';
import type { Sessions } from '../aws/session.ts';

export { registryOf };

/** The loaded SDK, and the one way to call it, which translates every error. */
export interface Client {
  readonly sdk: typeof Sdk;
  readonly target: RegistryPlace;
  readonly time: RegistryTime;
  /** The role in which it works; undefined means the job's own credentials. */
  readonly session: RoleSession | undefined;
  readonly send: Send;
}

/** How to call a private registry's API. */
export interface Ways {
  readonly sessions?: Sessions;
  readonly agentsFor?: (region: string) => Agents;
}

/** Sends a command to a private registry's API. */
type Send = SendTo<Sdk.ECRClient>;

/**
 * Loads the SDK and makes its clients.
 * @param signal the end of the run: pending calls are then given up, and no more are made
 * @param ways the roles that can be assumed, and the agents for requests; by default no roles and new agents
 */
export async function loadClient(
  target: RegistryPlace,
  signal: AbortSignal,
  { sessions, agentsFor = proxyAwareAgents }: Ways = {},
): Promise<Client> {
  const agents = agentsFor(target.region);
  const sdk = await import('@aws-sdk/client-ecr');
  const session = await sessions?.(target);
  const time = registryTime();
  const service = {
    prefix: 'ecr' as const,
    place: target,
    agents,
    make: (settings: Sdk.ECRClientConfig) => new sdk.ECRClient(settings),
    isAnswer,
    list: (
      client: Sdk.ECRClient,
      nextToken: string | undefined,
      options: { readonly abortSignal: AbortSignal },
    ) =>
      client.send(
        new sdk.DescribeRepositoriesCommand({ ...registryOf(target), maxResults: 1000, nextToken }),
        options,
      ),
    session,
  };
  return { sdk, target, time, session, send: awsCalls(service, time, signal) };
}

/**
 * Exceptions that are an answer to the caller and not a failure of the run, by action. From any other action they are failures:
 * BatchGetImage, for example, may exceed a limit, too. Source: ECR API reference, "Errors" of each.
 */
const answers: Readonly<Record<string, readonly string[]>> = {
  CreateRepository: ['LimitExceededException'],
  DescribeImageReplicationStatus: ['ImageNotFoundException'],
  DescribeImages: ['ImageNotFoundException'],
  DescribeImageScanFindings: ['ScanNotFoundException', 'ImageNotFoundException'],
  StartImageScan: [
    'ImageArchivedException',
    'ImageNotFoundException',
    'LimitExceededException',
    'UnsupportedImageTypeException',
    'ValidationException',
  ],
  UpdateImageStorageClass: ['ImageStorageClassUpdateNotSupportedException'],
};

function isAnswer(error: unknown, action: string): boolean {
  return error instanceof Error && answers[action]?.includes(error.name) === true;
}
