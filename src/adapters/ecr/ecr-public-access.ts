import type { RegistryAlias } from '@aws-sdk/client-ecr-public';
import type { Credentials } from '../../types/credentials.ts';
import { ShipError } from '../../types/errors.ts';
import type { Repository } from '../../types/image.ts';
import { parseAccountId, parseRepositoryName, type RepositoryName } from '../../types/names.ts';
import { registryOf } from '../aws/aws-calls.ts';
import { badAnswer } from '../aws/aws-errors.ts';
import type { PublicClient } from './ecr-public-client.ts';

/** The two parts of the path after ECR Public's host. */
interface PublicName {
  readonly alias: string;
  /** The repository's name in the API. */
  readonly own: RepositoryName;
}

/** Splits `alias/name`. The inputs make sure that it has both. */
export function publicNameOf(name: RepositoryName): PublicName {
  const slash = name.indexOf('/');
  const own = parseRepositoryName(name.slice(slash + 1));
  if (slash < 0 || own === undefined)
    throw new Error(`${name} is not a name that a public repository can have`);
  return { alias: name.slice(0, slash), own };
}

/** Gets a login to ECR Public, for docker and as a bearer token. */
export async function authorizePublic({ sdk, send }: PublicClient): Promise<Credentials> {
  const { authorizationData: data } = await send('GetAuthorizationToken', undefined, (client, options) =>
    client.send(new sdk.GetAuthorizationTokenCommand({}), options),
  );
  const basic = data?.authorizationToken ?? '';
  const decoded = Buffer.from(basic, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  if (colon < 0) throw badAnswer('GetAuthorizationToken', 'no token for a registry', 'ecr-public');
  return {
    endpoint: undefined,
    username: decoded.slice(0, colon),
    password: decoded.slice(colon + 1),
    basic,
    expiresAt: data?.expiresAt?.getTime() ?? 0,
  };
}

/**
 * ECR Public's description of a repository. A registry may have several aliases, and a repository's URI has one of
 * them: for another one the registry is asked. Throws `repository-not-found` if the alias is not this account's.
 */
export async function describePublicRepository(
  client: PublicClient,
  name: RepositoryName,
): Promise<Repository> {
  const { sdk, send, place } = client;
  const { alias, own } = publicNameOf(name);
  const answer = await send('DescribeRepositories', name, (api, options) =>
    api.send(new sdk.DescribeRepositoriesCommand({ ...registryOf(place), repositoryNames: [own] }), options),
  ).catch(async (error: unknown) => {
    if (!(error instanceof ShipError) || error.code !== 'repository-not-found') throw error;
    // The name may be right, but in somebody else's registry: the alias tells.
    const aliases = await aliasesOf(client).catch(() => undefined);
    if (aliases?.some((one) => one.name === alias) === false)
      throw unusableAlias(alias, undefined, { own, uri: undefined, aliases });
    throw error;
  });
  const [found] = answer.repositories ?? [];
  const registryId = parseAccountId(found?.registryId ?? '');
  const [, host, path] = /^([^/]+)\/(.+)$/.exec(found?.repositoryUri ?? '') ?? [];
  if (host === undefined || found?.repositoryArn === undefined || registryId === undefined)
    throw badAnswer('DescribeRepositories', 'a repository without URI, ARN or account', 'ecr-public');
  if (path !== name) {
    const aliases = await aliasesOf(client);
    const known = aliases.find((one) => one.name === alias);
    if (known?.status !== 'ACTIVE')
      throw unusableAlias(alias, known, { own, uri: found.repositoryUri, aliases });
  }
  return {
    name,
    uri: `${host}/${name}`,
    arn: found.repositoryArn,
    type: 'public',
    registryId,
    region: place.region,
    // There is no such setting. Source: ECR Public API reference, which has no PutImageTagMutability.
    mutability: { default: 'mutable', exceptFilters: [] },
  };
}

/**
 * Throws `repository-not-found` if a name's alias is not the account's, because the repository cannot be created there.
 */
export async function requireAlias(client: PublicClient, name: RepositoryName): Promise<void> {
  const { alias, own } = publicNameOf(name);
  if (client.place.registryId !== undefined) return;
  const aliases = await aliasesOf(client);
  const found = aliases.find((one) => one.name === alias);
  if (found?.status !== 'ACTIVE') throw unusableAlias(alias, found, { own, uri: undefined, aliases });
}

/** The host of ECR Public, from its description of the caller's own registry. */
export async function publicHost({ sdk, send }: PublicClient): Promise<string> {
  const { registries = [] } = await send('DescribeRegistries', undefined, (client, options) =>
    client.send(new sdk.DescribeRegistriesCommand({}), options),
  );
  const host = registries[0]?.registryUri?.split('/')[0] ?? '';
  if (host === '') throw badAnswer('DescribeRegistries', 'no registry with a URI', 'ecr-public');
  return host;
}

/** The aliases of the caller's own registry; ECR Public tells no others. */
async function aliasesOf({ sdk, send, place }: PublicClient): Promise<readonly RegistryAlias[]> {
  if (place.registryId !== undefined) return [];
  const { registries = [] } = await send('DescribeRegistries', undefined, (client, options) =>
    client.send(new sdk.DescribeRegistriesCommand({}), options),
  );
  return registries.flatMap(({ aliases = [] }) => aliases);
}

/** What is known about the repository with the wrong alias: its URI if it exists, and the aliases that it may have. */
interface Known {
  readonly own: RepositoryName;
  readonly uri: string | undefined;
  readonly aliases: readonly RegistryAlias[];
}

function unusableAlias(
  alias: string,
  found: RegistryAlias | undefined,
  { own, uri, aliases }: Known,
): ShipError {
  const active = aliases.filter(({ status }) => status === 'ACTIVE').map(({ name }) => name);
  const known = active.length === 0 ? '' : ` It has ${active.join(' and ')}.`;
  const right = uri ?? (active[0] === undefined ? undefined : `${active[0]}/${own}`);
  return new ShipError({
    code: 'repository-not-found',
    what:
      found === undefined
        ? `The public registry of this account has no alias ${alias}.${known}`
        : `The alias ${alias} of the public registry cannot be used: it is ${found.status ?? 'not active'}.${known}`,
    next:
      `${right === undefined ? 'Correct the alias' : `Write the repository as ${right}`}, or use credentials of the ` +
      `account that has the alias ${alias}.`,
  });
}
