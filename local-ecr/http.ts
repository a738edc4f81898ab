import type { IncomingMessage, ServerResponse } from 'node:http';
import { RegistryError, repositoryNotFound, type AwsError } from './errors.ts';
import { createOnPush } from './create-on-push.ts';
import { getBlob } from './http-blobs.ts';
import type { HttpAnswer } from './http-call.ts';
import { deleteManifest, getManifest, listReferrers, listTags, putManifest } from './http-manifests.ts';
import { patchUpload, putUpload, startUpload } from './http-uploads.ts';
import { requireHttp, type Caller } from './principals.ts';
import { repositoryArn, type Registry } from './registry.ts';

const manifest = /^(.+)\/manifests\/([^/]+)$/;
const tags = /^(.+)\/tags\/(list)$/;
const referrers = /^(.+)\/referrers\/([^/]+)$/;
const uploads = /^(.+)\/blobs\/(uploads)\/?$/;
const upload = /^(.+)\/blobs\/uploads\/([^/]+)$/;
const blob = /^(.+)\/blobs\/([^/]+)$/;

/** Name and path of each route, and the IAM action that ECR requires for it. Source: OCI distribution specification. */
const routes: readonly (readonly [name: string, path: RegExp, action: string, answer: HttpAnswer])[] = [
  ['HEAD manifest', manifest, 'ecr:BatchGetImage', getManifest],
  ['GET manifest', manifest, 'ecr:BatchGetImage', getManifest],
  ['PUT manifest', manifest, 'ecr:PutImage', putManifest],
  ['DELETE manifest', manifest, 'ecr:BatchDeleteImage', deleteManifest],
  ['GET tags', tags, 'ecr:ListImages', listTags],
  ['GET referrers', referrers, 'ecr:BatchGetImage', listReferrers],
  ['POST upload', uploads, 'ecr:InitiateLayerUpload', startUpload],
  ['PATCH upload', upload, 'ecr:UploadLayerPart', patchUpload],
  ['PUT upload', upload, 'ecr:CompleteLayerUpload', putUpload],
  ['HEAD blob', blob, 'ecr:BatchCheckLayerAvailability', getBlob],
  ['GET blob', blob, 'ecr:GetDownloadUrlForLayer', getBlob],
];

/** The name of a request's route, for logs and faults: `PUT manifest`, `HEAD blob`, `GET /v2/`. */
export function routeName(method: string, path: string): string {
  const rest = path.replace(/^\/v2\//, '');
  const route = routes.find(([name, pattern]) => name.startsWith(`${method} `) && pattern.test(rest));
  return route?.[0] ?? `${method} ${path}`;
}

/** Answers one request of the registry's HTTP interface. Throws RegistryError or AwsError. */
export async function answerHttp(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { registry, caller }: { readonly registry: Registry; readonly caller: Caller },
): Promise<void> {
  if (url.pathname === '/v2/' || url.pathname === '/v2')
    return void response.writeHead(200, { 'content-type': 'text/plain' }).end();
  const rest = decoded(url.pathname.replace(/^\/v2\//, ''));
  for (const [routeNamed, path, action, answer] of routes) {
    const match = routeNamed.startsWith(`${request.method ?? ''} `) ? path.exec(rest) : null;
    if (match === null) continue;
    const [, name = '', reference = ''] = match;
    const known = registry.state.repositories[name];
    requireHttp(caller, action, repositoryArn(registry, name), known?.policy);
    const repository = known ?? (isPush(routeNamed) ? createOnPush(registry, name) : undefined);
    if (repository === undefined)
      throw new RegistryError('NAME_UNKNOWN', repositoryNotFound(name, registry.accountId).message, 404);
    return answer({ registry, caller, request, response, url, repository, reference });
  }
  throw new RegistryError('UNSUPPORTED', '404 page not found', 404);
}

/** Whether a push begins with this route: without layers it begins with the manifest. */
function isPush(route: string): boolean {
  return route === 'POST upload' || route === 'PUT manifest';
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new RegistryError('NAME_INVALID', 'The path is not encoded correctly', 400);
  }
}

/**
 * Translates ECR's exceptions into errors of the registry's HTTP interface. Sources: what docker, oras and kaniko print.
 */
export function asRegistryError(error: AwsError): RegistryError {
  const [code, status] = httpErrors[error.type] ?? ['MANIFEST_INVALID', error.status];
  return new RegistryError(code, error.message, status);
}

const httpErrors: Readonly<Record<string, readonly [code: string, status: number]>> = {
  ImageTagAlreadyExistsException: ['TAG_INVALID', 400],
  ImageDigestDoesNotMatchException: ['DIGEST_INVALID', 400],
  LayersNotFoundException: ['MANIFEST_BLOB_UNKNOWN', 404],
  ReferencedImagesNotFoundException: ['MANIFEST_BLOB_UNKNOWN', 404],
  InvalidParameterException: ['UNSUPPORTED', 405],
  LimitExceededException: ['DENIED', 403],
};

/** Sends an error of the registry's HTTP interface; a HEAD has no body. */
export function sendRegistryError(response: ServerResponse, error: RegistryError, isHead: boolean): void {
  response.writeHead(error.status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(
    isHead ? undefined : `${JSON.stringify({ errors: [{ code: error.code, message: error.message }] })}\n`,
  );
}
