import { createHmac } from 'node:crypto';
import type { BlobStore } from './blobs.ts';

/** Makes addresses from which a layer can be fetched for a while without a login, like ECR's at Amazon S3. */
export interface Downloads {
  urlFor(digest: string): string;
}

/** The layers of one registry, and what signs their addresses. */
export interface LayerStore {
  readonly blobs: BlobStore;
  readonly clock: { now(): number };
  readonly key: string;
}

const lifetimeMs = 3600_000;

/** The parameters are named as in S3; only the digest and the expiry are signed. */
export function signedQuery(store: LayerStore, digest: string): string {
  const until = String(store.clock.now() + lifetimeMs);
  return new URLSearchParams({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Expires': until,
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Signature': sign(store, digest, until),
  }).toString();
}

export function mayBeFetched(store: LayerStore, digest: string, { searchParams }: URL): boolean {
  const until = searchParams.get('X-Amz-Expires') ?? '';
  const isSigned = searchParams.get('X-Amz-Signature') === sign(store, digest, until);
  return isSigned && Number(until) > store.clock.now() && store.blobs.has(digest);
}

function sign({ key }: LayerStore, digest: string, until: string): string {
  return createHmac('sha256', key).update(`${digest} ${until}`).digest('hex');
}
