import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { BlobStore } from './blobs.ts';

const lifetimeMs = 3600_000;

/** Addresses from which a layer can be fetched without credentials for a while, as ECR has them at Amazon S3. */
export interface Downloads {
  urlFor(host: string, digest: string): string;
  /** Answers a request for such an address. */
  answer(url: URL, response: ServerResponse): void;
}

export const downloadPath = '/layer-downloads/';

export function startDownloads(blobs: BlobStore, clock: { now(): number }, key: string): Downloads {
  const sign = (digest: string, expires: string) =>
    createHmac('sha256', key).update(`${digest} ${expires}`).digest('hex');
  return {
    urlFor(host, digest) {
      const expires = String(clock.now() + lifetimeMs);
      return `http://${host}${downloadPath}${digest}?expires=${expires}&signature=${sign(digest, expires)}`;
    },
    answer(url, response) {
      const digest = url.pathname.slice(downloadPath.length);
      const expires = url.searchParams.get('expires') ?? '';
      const isSigned = url.searchParams.get('signature') === sign(digest, expires);
      if (!isSigned || Number(expires) <= clock.now())
        return void response.writeHead(403, { 'content-type': 'text/plain' }).end('AccessDenied\n');
      response.writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-length': blobs.size(digest),
      });
      blobs.open(digest).pipe(response);
    },
  };
}
