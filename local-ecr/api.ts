import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { findingOperations } from './api-findings.ts';
import { changeOperations } from './api-image-changes.ts';
import { imageOperations } from './api-images.ts';
import { layerOperations } from './api-layers.ts';
import { registryOperations } from './api-registry.ts';
import { repositoryOperations } from './api-repositories.ts';
import { templateOperations } from './api-templates.ts';
import { attachmentOperations } from './api-attachments.ts';
import { authenticated } from './authentication.ts';
import { AwsError, repositoryNotFound } from './errors.ts';
import type { Operation, Operations } from './operation.ts';
import { parametersOf } from './parameters.ts';
import { requireApi, type Caller, type Principals } from './principals.ts';
import type { Registries } from './registries.ts';
import { policyAt, repositoryArn, type Registry } from './registry.ts';

const operations: Operations = {
  ...registryOperations,
  ...templateOperations,
  ...repositoryOperations,
  ...attachmentOperations,
  ...imageOperations,
  ...changeOperations,
  ...layerOperations,
  ...findingOperations,
};

/** The API's operations that are implemented. */
export const operationNames: readonly string[] = Object.keys(operations);

/** Actions that are granted only on all resources. Source: service authorization reference, Amazon ECR. */
const withoutResource = Object.keys({ ...registryOperations, ...templateOperations });

/** What some operations require besides their own action. Sources: ECR API reference, and denials observed. */
const furtherActions: Readonly<Record<string, readonly string[]>> = {
  ListImageReferrers: ['ecr:BatchGetImage'],
};

export interface ApiContext {
  readonly registries: Registries;
  readonly principals: Principals;
  /** Host and port through which the caller reached the server. */
  readonly host: string;
}

/** The operation of a request, for logs and faults. */
export function operationOf(request: IncomingMessage): string {
  return (
    /^AmazonEC2ContainerRegistry_V20150921\.(\w+)$/.exec(String(request.headers['x-amz-target']))?.[1] ??
    'Unknown'
  );
}

/** Answers one request of the AWS JSON 1.1 protocol. Throws AwsError. */
export async function answerApi(
  request: IncomingMessage,
  body: string,
  { registries, principals, host }: ApiContext,
): Promise<object> {
  const name = operationOf(request);
  const operation: Operation | undefined = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (operation === undefined) throw new AwsError('UnknownOperationException', '');
  const { accessKeyId, region } = authenticated(principals, 'ecr', request, body);
  const caller = principals.caller(accessKeyId);
  const members = parseBody(body);
  const registry = registryFor(registries, { caller, region, members });
  authorize(registry, caller, name, members);
  const asked = {
    registry,
    parameters: parametersOf(members),
    host: registries.hostOf(registry, host),
    caller,
  };
  return operation(asked);
}

interface Asked {
  readonly caller: Caller;
  readonly region: string;
  readonly members: Readonly<Record<string, unknown>>;
}

/**
 * The registry that a request is about: that of the account it names, or else the caller's own, in the region for
 * which it was signed. A registry that does not exist answers like a missing repository.
 */
function registryFor(registries: Registries, { caller, region, members }: Asked): Registry {
  const { registryId, repositoryName, repositoryNames } = members;
  const accountId = typeof registryId === 'string' ? registryId : caller.accountId;
  const registry = registries.of(accountId, region);
  if (registry !== undefined) return registry;
  const [first] = Array.isArray(repositoryNames) ? (repositoryNames as unknown[]) : [];
  const name = repositoryName ?? first;
  if (typeof name === 'string') throw repositoryNotFound(name, accountId);
  const arn = `arn:aws:ecr:${region}:${accountId}:repository/*`;
  throw new AwsError(
    'AccessDeniedException',
    `User: ${caller.arn} is not authorized to perform: ecr:DescribeRepositories on resource: ${arn} because no resource-based policy allows the ecr:DescribeRepositories action`,
  );
}

/** Throws AccessDeniedException unless the caller may perform the operation on every resource in the request. */
function authorize(
  registry: Registry,
  caller: Caller,
  name: string,
  members: Readonly<Record<string, unknown>>,
): void {
  for (const action of [`ecr:${name}`, ...(furtherActions[name] ?? []), ...tagging(name, members)]) {
    for (const resource of withoutResource.includes(name) ? ['*'] : resourcesIn(registry, members))
      requireApi(caller, action, resource, policyAt(registry, resource));
  }
  if (name !== 'DescribeImageScanFindings' || registry.state.scanType !== 'ENHANCED') return;
  const inspector = `arn:aws:inspector2:${registry.region}:${caller.accountId}:`;
  requireApi(caller, 'inspector2:ListCoverage', `${inspector}/coverage/list`);
  requireApi(caller, 'inspector2:ListFindings', `${inspector}/findings/list`);
}

/** Tags at creation require a permission of their own. Source: ECR user guide, "Using Tag-Based Access Control". */
function tagging(name: string, { tags }: Readonly<Record<string, unknown>>): readonly string[] {
  return name === 'CreateRepository' && Array.isArray(tags) && tags.length > 0 ? ['ecr:TagResource'] : [];
}

function resourcesIn(registry: Registry, members: Readonly<Record<string, unknown>>): string[] {
  const { resourceArn, repositoryName, repositoryNames } = members;
  if (typeof resourceArn === 'string') return [resourceArn];
  const names = Array.isArray(repositoryNames) && repositoryNames.length > 0 ? repositoryNames : undefined;
  return (names ?? [repositoryName ?? '*']).map((name) => repositoryArn(registry, String(name)));
}

export function sendApi(response: ServerResponse, status: number, body: object, type?: string): void {
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.1',
    'x-amzn-requestid': randomUUID(),
    ...(type !== undefined && { 'x-amzn-errortype': type }),
  });
  response.end(JSON.stringify(body));
}

function parseBody(body: string): Readonly<Record<string, unknown>> {
  let members: unknown;
  try {
    members = JSON.parse(body === '' ? '{}' : body);
  } catch {
    // Refused below, like any other body that is not an object.
  }
  if (typeof members !== 'object' || members === null || Array.isArray(members))
    throw new AwsError('SerializationException', 'The request body is not a JSON object');
  return members as Readonly<Record<string, unknown>>;
}
