import type { ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import { statusOf } from './archive.ts';
import type { Upload } from './blobs.ts';
import { layerDigestMismatch, RegistryError } from './errors.ts';
import { requireFurther, type HttpCall } from './http-call.ts';
import { contentOf, requiredBlobs } from './manifests.ts';
import type { RepositoryState } from './state.ts';

/**
 * Begins an upload, or accepts the whole layer with `?digest=`. A mount is answered with an upload too, unless the
 * registry has blob mounting switched on. Source: ECR user guide, "Blob mounting".
 */
export async function startUpload(call: HttpCall): Promise<void> {
  const { request, response, registry, repository, url } = call;
  const [mount, from, digest] = ['mount', 'from', 'digest'].map((name) => url.searchParams.get(name) ?? '');
  if (mount !== undefined && mount !== '' && canMount(call, mount, from ?? '')) {
    repository.blobs[mount] = true;
    registry.save();
    blobCreated(response, repository, mount);
    return;
  }
  const upload = registry.blobs.startUpload(repository.name);
  if (digest !== undefined && digest !== '') {
    for (const action of ['ecr:UploadLayerPart', 'ecr:CompleteLayerUpload'])
      requireFurther(call, action, repository.name);
    await registry.blobs.append(upload, request);
    return finish(call, upload, digest);
  }
  response
    .writeHead(202, { location: uploadPath(upload), range: '0-0', 'docker-upload-uuid': upload.id })
    .end();
}

/**
 * Whether a layer can be mounted from another repository: a manifest there must need it, and the caller must be
 * allowed to read it. Otherwise the answer is an upload. Source: ECR user guide, "Blob mounting".
 */
function canMount({ registry, caller }: HttpCall, digest: string, from: string): boolean {
  const source = registry.state.repositories[from];
  if (registry.state.accountSettings['BLOB_MOUNTING'] !== 'ENABLED') return false;
  if (source?.blobs[digest] !== true || !registry.blobs.has(digest)) return false;
  const isNeeded = Object.values(source.images).some(
    (image) => statusOf(registry, image) === 'ACTIVE' && requiredBlobs(contentOf(image)).includes(digest),
  );
  if (!isNeeded) return false;
  const arn = `arn:aws:ecr:${registry.region}:${registry.accountId}:repository/${from}`;
  return caller.denial('ecr:GetDownloadUrlForLayer', arn, source.policy) === undefined;
}

/**
 * ECR answers 201 instead of the specification's 202, and only accepts the bytes of the first PATCH: clients that
 * send several notice it when the digest does not match. Source: aws/containers-roadmap#2831.
 */
export async function patchUpload(call: HttpCall): Promise<void> {
  const { request, response, registry } = call;
  const upload = uploadOf(call);
  upload.patches += 1;
  if (upload.patches === 1) await registry.blobs.append(upload, request);
  else await finished(request.resume());
  response.writeHead(201, {
    location: uploadPath(upload),
    range: `0-${String(Math.max(0, upload.size - 1))}`,
    'docker-upload-uuid': upload.id,
  });
  response.end();
}

export async function putUpload(call: HttpCall): Promise<void> {
  const { request, registry, repository, url } = call;
  const upload = uploadOf(call);
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  // The whole layer in the last request counts as a part, and needs the permission for parts.
  if (encoding !== undefined || (length ?? '0') !== '0')
    requireFurther(call, 'ecr:UploadLayerPart', repository.name);
  await registry.blobs.append(upload, request);
  await finish(call, upload, url.searchParams.get('digest') ?? '');
}

async function finish(
  { response, registry, repository }: HttpCall,
  upload: Upload,
  digest: string,
): Promise<void> {
  if (!(await registry.blobs.finish(upload, digest)))
    throw new RegistryError('DIGEST_INVALID', layerDigestMismatch, 400);
  repository.blobs[digest] = true;
  registry.save();
  blobCreated(response, repository, digest);
}

function uploadOf({ registry, repository, reference }: HttpCall): Upload {
  const upload = registry.blobs.upload(reference);
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
