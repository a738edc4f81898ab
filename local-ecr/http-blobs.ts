import { isBlobArchived } from './archive.ts';
import { RegistryError } from './errors.ts';
import type { HttpCall } from './http-call.ts';

/** HEAD of a blob, and GET, which redirects to its bytes, as in ECR: on another host, which accepts no login. */
export function getBlob({ request, response, registry, repository, reference }: HttpCall): void {
  const isThere = repository.blobs[reference] === true && registry.blobs.has(reference);
  if (!isThere || isBlobArchived(registry, repository, reference))
    throw new RegistryError('BLOB_UNKNOWN', 'blob unknown to registry', 404);
  if (request.method !== 'HEAD')
    return void response
      .writeHead(307, { location: registry.downloads.urlFor(reference), 'content-length': 0 })
      .end();
  const headers = {
    'content-type': 'application/octet-stream',
    'docker-content-digest': reference,
    'accept-ranges': 'bytes',
    'content-length': registry.blobs.size(reference),
  };
  response.writeHead(200, headers).end();
}
