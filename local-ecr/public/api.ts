import type { IncomingMessage } from 'node:http';
import { authenticated } from '../authentication.ts';
import { AwsError } from '../errors.ts';
import type { ApiCall } from '../operation.ts';
import { parametersOf } from '../parameters.ts';
import { requireApi, type Principals } from '../principals.ts';
import { repositoryArn } from '../registry.ts';
import {
  inPublicWords,
  nameIn,
  pathOf,
  publicArn,
  publicCaller,
  publicRegion,
  type PublicRegistry,
} from './names.ts';
import { publicOperations } from './operations.ts';

/** Actions that are granted only on all resources. Source: service authorization reference, Amazon ECR Public. */
const withoutResource = new Set([
  'GetAuthorizationToken',
  'DescribeRegistries',
  'GetRegistryCatalogData',
  'PutRegistryCatalogData',
]);

/** Logins are bearer tokens of STS. Source: ECR Public API reference, GetAuthorizationToken. */
const furtherActions: Readonly<Record<string, readonly string[]>> = {
  GetAuthorizationToken: ['sts:GetServiceBearerToken'],
};

/** The operation of a request, for logs and faults. */
export function publicOperationOf(request: IncomingMessage): string {
  return /^SpencerFrontendService\.(\w+)$/.exec(String(request.headers['x-amz-target']))?.[1] ?? 'Unknown';
}

/** Answers one request of ECR Public's API. Throws AwsError. */
export async function answerPublicApi(
  request: IncomingMessage,
  body: string,
  { publicRegistry, principals, host }: PublicContext,
): Promise<object> {
  const { registry } = publicRegistry;
  const name = publicOperationOf(request);
  const operation = publicOperations(publicRegistry).get(name);
  if (operation === undefined) throw new AwsError('UnknownOperationException', '');
  requireRegion(request);
  const { accessKeyId } = authenticated(principals, 'ecr-public', request, body);
  const known = principals.caller(accessKeyId);
  const caller = publicCaller(publicRegistry, known);
  const given = JSON.parse(body === '' ? '{}' : body) as Readonly<Record<string, unknown>>;
  const resources = withoutResource.has(name) ? ['*'] : resourcesIn(publicRegistry, given);
  for (const resource of resources) requireApi(known, `ecr-public:${name}`, resource);
  for (const action of furtherActions[name] ?? []) requireApi(known, action, '*');
  const registryId = given['registryId'];
  if (typeof registryId === 'string' && registryId !== registry.accountId)
    throw new AwsError('RegistryNotFoundException', `The registry with id '${registryId}' does not exist`);
  const call: ApiCall = { registry, parameters: parametersOf(asPaths(publicRegistry, given)), host, caller };
  try {
    return asNames(publicRegistry, await operation(call));
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const message = inPublicWords(publicRegistry, error.message);
    throw new AwsError(error.type, message, error.status, asNames(publicRegistry, error.members));
  }
}

export interface PublicContext {
  readonly publicRegistry: PublicRegistry;
  readonly principals: Principals;
  readonly host: string;
}

/** The API has no endpoint elsewhere that gives logins. */
function requireRegion(request: IncomingMessage): void {
  const [, region] =
    /Credential=[^/]+\/\d{8}\/([a-z0-9-]+)\//.exec(request.headers.authorization ?? '') ?? [];
  if (region !== undefined && region !== publicRegion)
    throw new AwsError(
      'InvalidSignatureException',
      `Credential should be scoped to a valid region, not '${region}'. `,
    );
}

function resourcesIn(publicRegistry: PublicRegistry, given: Readonly<Record<string, unknown>>): string[] {
  const { resourceArn, repositoryName, repositoryNames } = given;
  if (typeof resourceArn === 'string') return [resourceArn];
  const names = Array.isArray(repositoryNames) && repositoryNames.length > 0 ? repositoryNames : undefined;
  return (names ?? [repositoryName ?? '*']).map((name) => publicArn(publicRegistry, String(name)));
}

/** Replaces a request's names by the paths of repositories inside the registry. */
function asPaths(publicRegistry: PublicRegistry, given: Readonly<Record<string, unknown>>) {
  const { repositoryName, resourceArn } = given;
  const prefix = publicArn(publicRegistry, '');
  return {
    ...given,
    ...(typeof repositoryName === 'string' && { repositoryName: pathOf(publicRegistry, repositoryName) }),
    ...(typeof resourceArn === 'string' &&
      resourceArn.startsWith(prefix) && {
        resourceArn: repositoryArn(
          publicRegistry.registry,
          pathOf(publicRegistry, resourceArn.slice(prefix.length)),
        ),
      }),
  };
}

/** Replaces an answer's paths by the API's names of repositories. */
function asNames(publicRegistry: PublicRegistry, answer: object): object {
  return JSON.parse(
    JSON.stringify(answer, (key, value: unknown) =>
      key === 'repositoryName' && typeof value === 'string' ? nameIn(publicRegistry, value) : value,
    ),
  ) as object;
}
