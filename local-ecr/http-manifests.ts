import type { IncomingMessage } from 'node:http';
import { statusOf } from './archive.ts';
import { RegistryError } from './errors.ts';
import type { HttpCall } from './http-call.ts';
import { find, isFound, type ImageIdentifier } from './image-ids.ts';
import { deleteImage, referencedBy, referrersOf } from './images.ts';
import { contentOf } from './manifests.ts';
import { putImage } from './put-image.ts';
import { seed } from './seed.ts';
import type { ImageState } from './state.ts';

/**
 * With this header a manifest is stored unchecked, even one that ECR refuses: for trying out what an attacker may leave.
 */
const seedHeader = 'x-local-ecr-seed';

const largestManifest = 4_194_304;
const indexType = 'application/vnd.oci.image.index.v1+json';

function identifierOf(reference: string): ImageIdentifier {
  return reference.includes(':') ? { imageDigest: reference } : { imageTag: reference };
}

/**
 * An image that can be pulled; an archived one answers as if it did not exist. Source: ECR user guide, "Archiving an
 * image".
 */
function imageOf({ registry, repository, reference }: HttpCall): ImageState {
  const image = find(repository, identifierOf(reference));
  if (isFound(image) && statusOf(registry, image) === 'ACTIVE') return image;
  throw new RegistryError('MANIFEST_UNKNOWN', 'Requested image not found', 404);
}

export function getManifest(call: HttpCall): void {
  const image = imageOf(call);
  call.response.writeHead(200, {
    'content-type': image.mediaType,
    'content-length': Buffer.byteLength(image.body),
    'docker-content-digest': image.digest,
  });
  call.response.end(call.request.method === 'HEAD' ? undefined : image.body);
}

export async function putManifest({
  request,
  response,
  registry,
  repository,
  reference,
}: HttpCall): Promise<void> {
  const { imageDigest, imageTag } = identifierOf(reference);
  if (request.headers[seedHeader] !== undefined) {
    const mediaType = request.headers['content-type'] ?? '';
    const manifests = [{ mediaType, body: await readManifest(request) }];
    const digest = seed(registry, repository.name, { manifests, blobs: [] }, imageTag);
    response.writeHead(201, { 'docker-content-digest': digest }).end();
    return;
  }
  const image = putImage(registry, repository.name, {
    body: await readManifest(request),
    mediaType: request.headers['content-type']?.split(';')[0],
    tag: imageTag,
    digest: imageDigest,
    refuseUnchanged: false,
  });
  const { subject } = contentOf(image);
  response.writeHead(201, {
    location: `/v2/${repository.name}/manifests/${image.digest}`,
    'docker-content-digest': image.digest,
    ...(subject !== undefined && { 'oci-subject': subject.digest }),
  });
  response.end();
}

/** Deletes by digest. What ECR does by tag is not established; here it is refused, as OCI allows. */
export function deleteManifest(call: HttpCall): void {
  const { response, registry, repository, reference } = call;
  if (!reference.includes(':')) throw new RegistryError('UNSUPPORTED', 'The operation is unsupported.', 405);
  const image = find(repository, identifierOf(reference));
  if (!isFound(image)) throw new RegistryError('MANIFEST_UNKNOWN', 'Requested image not found', 404);
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

/** Pages by `n` and `last`, as in the OCI specification; ECR's content type is text/plain. */
export function listTags({ response, repository, url }: HttpCall): void {
  const last = url.searchParams.get('last') ?? '';
  const most = Number(url.searchParams.get('n') ?? 1000);
  if (!Number.isInteger(most) || most < 1)
    throw new RegistryError('PAGINATION_NUMBER_INVALID', 'invalid number of results requested', 400);
  const all = repository.tags.names();
  const start = firstAfter(all, last);
  const tags = all.slice(start, start + most);
  const next = `/v2/${repository.name}/tags/list?n=${String(most)}&last=${encodeURIComponent(tags.at(-1) ?? '')}`;
  response.writeHead(200, {
    'content-type': 'text/plain; charset=utf-8',
    ...(start + most < all.length && { link: `<${next}>; rel="next"` }),
  });
  response.end(JSON.stringify({ name: repository.name, tags }));
}

/** The position of the first item after a text in a sorted list. */
function firstAfter(sorted: readonly string[], text: string): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? '') > text) to = middle;
    else from = middle + 1;
  }
  return from;
}

export function listReferrers({ registry, response, repository, reference, url }: HttpCall): void {
  const wanted = url.searchParams.get('artifactType');
  const manifests = referrersOf(repository, reference)
    .filter(({ image }) => statusOf(registry, image) === 'ACTIVE')
    .map(({ image, content }) => ({
      mediaType: image.mediaType,
      digest: image.digest,
      size: Buffer.byteLength(image.body),
      artifactType: content.artifactType ?? content.config?.mediaType,
      annotations: content.annotations,
    }))
    .filter(({ artifactType }) => wanted === null || artifactType === wanted);
  response.writeHead(200, {
    'content-type': indexType,
    ...(wanted !== null && { 'oci-filters-applied': 'artifactType' }),
  });
  response.end(JSON.stringify({ schemaVersion: 2, mediaType: indexType, manifests }));
}

async function readManifest(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read to the end all the same: a client that is still sending would not see the answer.
    if (size <= largestManifest) chunks.push(chunk);
  }
  if (size > largestManifest) throw new RegistryError('MANIFEST_INVALID', 'Image manifest is too large', 400);
  return Buffer.concat(chunks).toString('utf8');
}
