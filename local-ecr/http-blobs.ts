import { isBlobArchived } from './archive.ts';
import { RegistryError } from './errors.ts';
import type { HttpCall } from './http-call.ts';

/** HEAD and GET of a blob, the whole or one range of it. */
export function getBlob({ request, response, registry, repository, reference }: HttpCall): void {
  const isThere = repository.blobs[reference] === true && registry.blobs.has(reference);
  if (!isThere || isBlobArchived(registry, repository, reference))
    throw new RegistryError('BLOB_UNKNOWN', 'blob unknown to registry', 404);
  const size = registry.blobs.size(reference);
  const headers = {
    'content-type': 'application/octet-stream',
    'docker-content-digest': reference,
    'accept-ranges': 'bytes',
  };
  if (request.method === 'HEAD')
    return void response.writeHead(200, { ...headers, 'content-length': size }).end();
  const range = rangeIn(request.headers.range, size);
  if (range === undefined) {
    response.writeHead(200, { ...headers, 'content-length': size });
    registry.blobs.open(reference).pipe(response);
    return;
  }
  const { start, end } = range;
  if (end < start) {
    response.writeHead(416, { 'content-range': `bytes */${String(size)}` }).end();
    return;
  }
  response.writeHead(206, {
    ...headers,
    'content-length': end - start + 1,
    'content-range': `bytes ${String(start)}-${String(end)}/${String(size)}`,
  });
  registry.blobs.open(reference, { start, end }).pipe(response);
}

/** `bytes=5-`, `bytes=5-9` or `bytes=-5`; other ranges are left out of account, as HTTP allows. */
function rangeIn(header: string | undefined, size: number): { start: number; end: number } | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') return { start: Math.max(0, size - Number(last)), end: size - 1 };
  return { start: Number(first), end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}
