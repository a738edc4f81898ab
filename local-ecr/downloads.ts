import { createHmac } from 'node:crypto';
import type { BlobStore } from './blobs.ts';

/** Addresses from which a layer can be fetched without a login for a while, as ECR has them at Amazon S3. */
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

/** Names as S3 has them; what is signed is the digest and the end alone. */
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
