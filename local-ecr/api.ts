import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { findingOperations } from './api-findings.ts';
import { imageOperations } from './api-images.ts';
import { repositoryOperations, type Operation } from './api-repositories.ts';
import { AwsError, denialText, repositoryNotFound } from './errors.ts';
import { parametersOf } from './parameters.ts';
import { repositoryArn, type Registry } from './registry.ts';

const operations: Readonly<Record<string, Operation>> = {
  ...repositoryOperations,
  ...imageOperations,
  ...findingOperations,
};

/** Actions that are granted on all resources only. Source: service authorization reference, Amazon ECR. */
const withoutResource = [
  'GetAuthorizationToken',
  'GetRegistryScanningConfiguration',
  'PutRegistryScanningConfiguration',
  'GetAccountSetting',
  'PutAccountSetting',
];

export interface ApiContext {
  readonly registry: Registry;
  readonly host: string;
  /** Throws AccessDeniedException's text where the caller may not. */
  mayCall(accessKeyId: string, action: string, resource: string): boolean;
  principalOf(accessKeyId: string): string;
  issueToken(accessKeyId: string): { readonly password: string; readonly expiresAt: number };
}

/** The operation that a request asks for, for logs and faults. */
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
  context: ApiContext,
): Promise<object> {
  const name = operationOf(request);
  const accessKeyId = callerOf(request);
  const parameters = parseBody(body);
  const repository = repositoryIn(parameters);
  const { registry } = context;
  const action = `ecr:${name}`;
  const resource = withoutResource.includes(name) ? '*' : repositoryArn(registry, repository ?? '*');
  if (!context.mayCall(accessKeyId, action, resource)) {
    throw new AwsError(
      'AccessDeniedException',
      denialText(context.principalOf(accessKeyId), action, resource),
    );
  }
  if (registry.state.scanType === 'ENHANCED' && name === 'DescribeImageScanFindings') {
    for (const needed of ['inspector2:ListCoverage', 'inspector2:ListFindings']) {
      const arn = `arn:aws:inspector2:${registry.region}:${registry.accountId}:/${needed === 'inspector2:ListCoverage' ? 'coverage' : 'findings'}/list`;
      if (!context.mayCall(accessKeyId, needed, arn))
        throw new AwsError(
          'AccessDeniedException',
          denialText(context.principalOf(accessKeyId), needed, arn),
        );
    }
  }
  const registryId = parameters['registryId'];
  if (typeof registryId === 'string' && registryId !== registry.accountId)
    throw repositoryNotFound(repository ?? '', registryId);
  if (name === 'GetAuthorizationToken') {
    const { password, expiresAt } = context.issueToken(accessKeyId);
    return {
      authorizationData: [
        {
          authorizationToken: Buffer.from(`AWS:${password}`).toString('base64'),
          expiresAt: expiresAt / 1000,
          proxyEndpoint: `http://${context.host}`,
        },
      ],
    };
  }
  const operation = operations[name];
  if (operation === undefined) throw new AwsError('UnknownOperationException', '');
  return operation(registry, parametersOf(parameters), context.host);
}

export function sendApi(response: ServerResponse, status: number, body: object, type?: string): void {
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.1',
    'x-amzn-requestid': randomUUID(),
    ...(type !== undefined && { 'x-amzn-errortype': type }),
  });
  response.end(JSON.stringify(body));
}

/** The access key that signed a request. The form of a signature is checked, the signature is not. */
function callerOf(request: IncomingMessage): string {
  const header = request.headers.authorization ?? '';
  if (header === '')
    throw new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token');
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/\s]+)\/\d{8}\/[a-z0-9-]+\/ecr\/aws4_request, ?SignedHeaders=[\w;-]+, ?Signature=[0-9a-f]{64}$/.exec(
      header,
    );
  if (match?.[1] === undefined) {
    throw new AwsError(
      'IncompleteSignatureException',
      `Authorization header requires 'Credential', 'Signature' and 'SignedHeaders' parameters. Authorization=${header}`,
    );
  }
  return match[1];
}

function parseBody(body: string): Record<string, unknown> {
  try {
    return JSON.parse(body === '' ? '{}' : body) as Record<string, unknown>;
  } catch {
    throw new AwsError('SerializationException', 'The request body is not JSON');
  }
}

function repositoryIn(parameters: Record<string, unknown>): string | undefined {
  const names = parameters['repositoryNames'];
  const name: unknown = parameters['repositoryName'] ?? (Array.isArray(names) ? names[0] : undefined);
  return typeof name === 'string' ? name : undefined;
}
