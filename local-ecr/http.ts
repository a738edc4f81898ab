import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsError, denialText, RegistryError, repositoryNotFound } from './errors.ts';
import { find } from './api-images.ts';
import { deleteImage, putImage, referencedBy } from './images.ts';
import type { ManifestContent } from './manifests.ts';
import { repositoryArn, type Registry } from './registry.ts';
import type { RepositoryState } from './state.ts';
import type { Upload } from './blobs.ts';

export interface HttpContext {
  readonly registry: Registry;
  readonly principal: string;
  mayCall(action: string, resource: string): boolean;
}

interface Call extends HttpContext {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly repository: RepositoryState;
  /** The last part of the path: a tag, a digest or an upload. */
  readonly reference: string;
}

interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: RegExp;
  readonly action: string;
  readonly answer: (call: Call) => Promise<void> | void;
}

const largestManifest = 4_194_304;

/** The registry's HTTP interface, with the IAM action that ECR wants for each request. Source: OCI distribution specification. */
const routes: readonly Route[] = [
  {
    name: 'HEAD manifest',
    method: 'HEAD',
    path: /^(.+)\/manifests\/([^/]+)$/,
    action: 'ecr:BatchGetImage',
    answer: getManifest,
  },
  {
    name: 'GET manifest',
    method: 'GET',
    path: /^(.+)\/manifests\/([^/]+)$/,
    action: 'ecr:BatchGetImage',
    answer: getManifest,
  },
  {
    name: 'PUT manifest',
    method: 'PUT',
    path: /^(.+)\/manifests\/([^/]+)$/,
    action: 'ecr:PutImage',
    answer: putManifest,
  },
  {
    name: 'DELETE manifest',
    method: 'DELETE',
    path: /^(.+)\/manifests\/([^/]+)$/,
    action: 'ecr:BatchDeleteImage',
    answer: deleteManifest,
  },
  {
    name: 'GET tags',
    method: 'GET',
    path: /^(.+)\/tags\/(list)$/,
    action: 'ecr:ListImages',
    answer: listTags,
  },
  {
    name: 'GET referrers',
    method: 'GET',
    path: /^(.+)\/referrers\/([^/]+)$/,
    action: 'ecr:BatchGetImage',
    answer: listReferrers,
  },
  {
    name: 'POST upload',
    method: 'POST',
    path: /^(.+)\/blobs\/(uploads)\/?$/,
    action: 'ecr:InitiateLayerUpload',
    answer: startUpload,
  },
  {
    name: 'PATCH upload',
    method: 'PATCH',
    path: /^(.+)\/blobs\/uploads\/([^/]+)$/,
    action: 'ecr:UploadLayerPart',
    answer: patchUpload,
  },
  {
    name: 'PUT upload',
    method: 'PUT',
    path: /^(.+)\/blobs\/uploads\/([^/]+)$/,
    action: 'ecr:CompleteLayerUpload',
    answer: putUpload,
  },
  {
    name: 'HEAD blob',
    method: 'HEAD',
    path: /^(.+)\/blobs\/([^/]+)$/,
    action: 'ecr:BatchCheckLayerAvailability',
    answer: getBlob,
  },
  {
    name: 'GET blob',
    method: 'GET',
    path: /^(.+)\/blobs\/([^/]+)$/,
    action: 'ecr:GetDownloadUrlForLayer',
    answer: getBlob,
  },
];

/** What a request asks for, for logs and faults: `PUT manifest`, `HEAD blob`, `GET /v2/`. */
export function routeName(method: string, path: string): string {
  const rest = path.replace(/^\/v2\//, '');
  return (
    routes.find((route) => route.method === method && route.path.test(rest))?.name ?? `${method} ${path}`
  );
}

/** Answers one request of the registry's HTTP interface, the caller being known. Throws RegistryError or AwsError. */
export async function answerHttp(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  context: HttpContext,
): Promise<void> {
  if (url.pathname === '/v2/' || url.pathname === '/v2')
    return void response.writeHead(200, { 'content-type': 'text/plain' }).end();
  const rest = decodeURIComponent(url.pathname.replace(/^\/v2\//, ''));
  for (const route of routes) {
    const match = route.method === request.method ? route.path.exec(rest) : null;
    if (match === null) continue;
    const [, name = '', reference = ''] = match;
    requireAction(context, route.action, name);
    const repository = context.registry.state.repositories[name];
    if (repository === undefined) {
      throw new RegistryError(
        'NAME_UNKNOWN',
        repositoryNotFound(name, context.registry.accountId).message,
        404,
      );
    }
    return route.answer({ ...context, request, response, url, repository, reference });
  }
  throw new RegistryError('UNSUPPORTED', '404 page not found', 404);
}

function requireAction(context: HttpContext, action: string, repository: string): void {
  const resource = repositoryArn(context.registry, repository);
  if (context.mayCall(action, resource)) return;
  throw new RegistryError('DENIED', denialText(context.principal, action, resource), 403);
}

/** ECR's exceptions in the words of the registry's HTTP interface. */
export function asRegistryError(error: AwsError): RegistryError {
  switch (error.type) {
    case 'ImageTagAlreadyExistsException':
      return new RegistryError('TAG_INVALID', error.message, 400);
    case 'ImageDigestDoesNotMatchException':
      return new RegistryError('DIGEST_INVALID', error.message, 400);
    case 'LayersNotFoundException':
    case 'ReferencedImagesNotFoundException':
      return new RegistryError('MANIFEST_BLOB_UNKNOWN', error.message, 404);
    default:
      return new RegistryError('MANIFEST_INVALID', error.message, error.status);
  }
}

function getManifest({ request, response, repository, reference }: Call): void {
  const image = find(
    repository,
    reference.startsWith('sha256:') ? { imageDigest: reference } : { imageTag: reference },
  );
  if (image === undefined) throw new RegistryError('MANIFEST_UNKNOWN', 'Requested image not found', 404);
  response.writeHead(200, {
    'content-type': image.mediaType,
    'content-length': Buffer.byteLength(image.body),
    'docker-content-digest': image.digest,
  });
  response.end(request.method === 'HEAD' ? undefined : image.body);
}

async function putManifest({ request, response, registry, repository, reference }: Call): Promise<void> {
  const body = await readBody(request, largestManifest);
  const isDigest = reference.startsWith('sha256:');
  const image = putImage(registry, repository.name, {
    body,
    mediaType: request.headers['content-type']?.split(';')[0],
    tag: isDigest ? undefined : reference,
    digest: isDigest ? reference : undefined,
    refuseUnchanged: false,
  });
  response.writeHead(201, {
    location: `/v2/${repository.name}/manifests/${image.digest}`,
    'docker-content-digest': image.digest,
  });
  response.end();
}

function deleteManifest({ response, registry, repository, reference }: Call): void {
  const image = find(repository, { imageDigest: reference });
  if (image === undefined) throw new RegistryError('MANIFEST_UNKNOWN', 'Requested image not found', 404);
  const parents = referencedBy(repository, image.digest);
  if (parents.length > 0) {
    throw new RegistryError(
      'UNSUPPORTED',
      `Requested image referenced by manifest list: [${parents.join(', ')}]`,
      405,
    );
  }
  deleteImage(repository, image.digest);
  registry.save();
  response.writeHead(202).end();
}

function listTags({ response, repository }: Call): void {
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(JSON.stringify({ name: repository.name, tags: Object.keys(repository.tags).sort() }));
}

function listReferrers({ response, repository, reference }: Call): void {
  const manifests = Object.values(repository.images)
    .map((image) => ({ image, content: JSON.parse(image.body) as ManifestContent }))
    .filter(({ content }) => content.subject?.digest === reference)
    .map(({ image, content }) => ({
      mediaType: image.mediaType,
      digest: image.digest,
      size: Buffer.byteLength(image.body),
      artifactType: content.artifactType ?? content.config?.mediaType,
      annotations: content.annotations,
    }));
  response.writeHead(200, { 'content-type': 'application/vnd.oci.image.index.v1+json' });
  response.end(
    JSON.stringify({ schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests }),
  );
}

/** Begins an upload. A mount is answered with an upload as well, unless the registry has blob mounting switched on. */
async function startUpload(call: Call): Promise<void> {
  const { request, response, registry, repository, url } = call;
  const [mount, from, digest] = ['mount', 'from', 'digest'].map((name) => url.searchParams.get(name));
  const source = registry.state.repositories[from ?? ''];
  if (
    mount !== null &&
    mount !== undefined &&
    registry.state.accountSettings['BLOB_MOUNTING'] === 'ENABLED' &&
    source?.blobs[mount] === true
  ) {
    repository.blobs[mount] = true;
    registry.save();
    blobCreated(response, repository, mount);
    return;
  }
  const upload = registry.blobs.startUpload(repository.name);
  if (digest !== null && digest !== undefined) {
    await registry.blobs.append(upload, request);
    return finish(call, upload, digest);
  }
  response
    .writeHead(202, { location: uploadPath(upload), range: '0-0', 'docker-upload-uuid': upload.id })
    .end();
}

/**
 * ECR answers 201 where the specification says 202, and takes the bytes of the first PATCH only: clients that send
 * several find it out when the digest does not match. Source: aws/containers-roadmap#2831.
 */
async function patchUpload({ request, response, registry, repository, reference }: Call): Promise<void> {
  const upload = uploadOf(registry, repository, reference);
  upload.patches += 1;
  if (upload.patches === 1) await registry.blobs.append(upload, request);
  else request.resume();
  response.writeHead(201, {
    location: uploadPath(upload),
    range: `0-${String(Math.max(0, upload.size - 1))}`,
    'docker-upload-uuid': upload.id,
  });
  response.end();
}

async function putUpload(call: Call): Promise<void> {
  const { request, registry, repository, url, reference } = call;
  const upload = uploadOf(registry, repository, reference);
  // The whole layer in the last request is a part as well, and needs the permission for parts.
  if (request.headers['content-length'] !== '0') requireAction(call, 'ecr:UploadLayerPart', repository.name);
  await registry.blobs.append(upload, request);
  await finish(call, upload, url.searchParams.get('digest') ?? '');
}

async function finish(
  { response, registry, repository }: Call,
  upload: Upload,
  digest: string,
): Promise<void> {
  if (!(await registry.blobs.finish(upload, digest))) {
    throw new RegistryError(
      'DIGEST_INVALID',
      'The layer digest calculation performed by Amazon ECR upon receipt of the image layer does not match the digest specified.',
      400,
    );
  }
  repository.blobs[digest] = true;
  registry.save();
  blobCreated(response, repository, digest);
}

function getBlob({ request, response, registry, repository, reference }: Call): void {
  if (repository.blobs[reference] !== true || !registry.blobs.has(reference))
    throw new RegistryError('BLOB_UNKNOWN', 'blob unknown to registry', 404);
  const size = registry.blobs.size(reference);
  const headers = {
    'content-type': 'application/octet-stream',
    'docker-content-digest': reference,
    'accept-ranges': 'bytes',
  };
  if (request.method === 'HEAD')
    return void response.writeHead(200, { ...headers, 'content-length': size }).end();
  const match = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  if (match === null) {
    response.writeHead(200, { ...headers, 'content-length': size });
    registry.blobs.open(reference).pipe(response);
    return;
  }
  const start = Number(match[1]);
  const end = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  response.writeHead(206, {
    ...headers,
    'content-length': end - start + 1,
    'content-range': `bytes ${String(start)}-${String(end)}/${String(size)}`,
  });
  registry.blobs.open(reference, { start, end }).pipe(response);
}

function uploadOf(registry: Registry, repository: RepositoryState, id: string): Upload {
  const upload = registry.blobs.upload(id);
  if (upload?.repository !== repository.name)
    throw new RegistryError('BLOB_UPLOAD_UNKNOWN', 'blob upload unknown to registry', 404);
  return upload;
}

function uploadPath(upload: Upload): string {
  return `/v2/${upload.repository}/blobs/uploads/${upload.id}`;
}

function blobCreated(response: ServerResponse, repository: RepositoryState, digest: string): void {
  response
    .writeHead(201, { location: `/v2/${repository.name}/blobs/${digest}`, 'docker-content-digest': digest })
    .end();
}

async function readBody(request: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) throw new RegistryError('MANIFEST_INVALID', 'Image manifest is too large', 400);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
