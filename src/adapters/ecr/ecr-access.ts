import type { Credentials } from '../../types/credentials.ts';
import type { Repository } from '../../types/image.ts';
import { parseAccountId, type RepositoryName } from '../../types/names.ts';
import { badAnswer } from '../aws/aws-errors.ts';
import { registryOf, type Client } from './ecr-client.ts';

/**
 * Gets a login. It opens every registry that the caller may use; the registry asked for only decides the endpoint.
 * Source: ECR API reference, GetAuthorizationToken (`registryIds`).
 */
export async function authorize({ sdk, send, target }: Client): Promise<Credentials> {
  const registryIds = target.registryId === undefined ? {} : { registryIds: [target.registryId] };
  const answer = await send('GetAuthorizationToken', undefined, (client, options) =>
    client.send(new sdk.GetAuthorizationTokenCommand(registryIds), options),
  );
  const [data] = answer.authorizationData ?? [];
  const decoded = Buffer.from(data?.authorizationToken ?? '', 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  if (data?.proxyEndpoint === undefined || !URL.canParse(data.proxyEndpoint) || colon < 0)
    throw badAnswer('GetAuthorizationToken', 'no token for a registry');
  return {
    endpoint: data.proxyEndpoint,
    username: decoded.slice(0, colon),
    password: decoded.slice(colon + 1),
    basic: data.authorizationToken ?? '',
    expiresAt: data.expiresAt?.getTime() ?? 0,
  };
}

export async function describeRepository(
  { sdk, send, target }: Client,
  name: RepositoryName,
): Promise<Repository> {
  const answer = await send('DescribeRepositories', name, (client, options) =>
    client.send(
      new sdk.DescribeRepositoriesCommand({ ...registryOf(target), repositoryNames: [name] }),
      options,
    ),
  );
  const [found] = answer.repositories ?? [];
  const registryId = parseAccountId(found?.registryId ?? '');
  if (found?.repositoryUri === undefined || found.repositoryArn === undefined || registryId === undefined) {
    throw badAnswer('DescribeRepositories', 'a repository without URI, ARN or account');
  }
  const isOther = (found.repositoryName ?? name) !== name || (target.registryId ?? registryId) !== registryId;
  if (isOther) throw badAnswer('DescribeRepositories', 'another repository than the one that was asked for');
  return {
    name,
    uri: found.repositoryUri,
    arn: found.repositoryArn,
    type: 'private',
    registryId,
    region: target.region,
    mutability: {
      default: found.imageTagMutability?.startsWith('IMMUTABLE') === true ? 'immutable' : 'mutable',
      exceptFilters: (found.imageTagMutabilityExclusionFilters ?? []).map((filter) => filter.filter ?? ''),
    },
    ...encryptionOf(found.encryptionConfiguration),
  };
}

function encryptionOf(
  given: { encryptionType?: string | undefined; kmsKey?: string | undefined } | undefined,
) {
  const { encryptionType: type, kmsKey: key } = given ?? {};
  return type === undefined ? {} : { encryption: { type, key } };
}
