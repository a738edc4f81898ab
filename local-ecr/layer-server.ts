import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BlobStore } from './blobs.ts';
import { mayBeFetched, signedQuery, type Downloads, type LayerStore } from './downloads.ts';
import type { Faults } from './faults.ts';
import { meetFault, spoilAnswer } from './faulty-answers.ts';
import type { RequestRecord } from './request-record.ts';

/**
 * The host from which layers are served, like Amazon S3 for ECR: a GET of a blob is redirected to it, with a signed
 * address that is valid for an hour. It accepts no login. Source: ECR user guide, "Amazon ECR interface VPC
 * endpoints", which requires access to S3 because ECR keeps layers there.
 */
export interface LayerServer {
  /** The addresses of one registry's layers. */
  downloadsOf(place: string, store: LayerStore): Downloads;
  listen(): Promise<void>;
  close(): Promise<void>;
}

interface LayerContext {
  readonly faults: Faults;
  readonly latencyMs: number;
  readonly onRequest: (record: RequestRecord) => void;
}

/**
 * A name other than the registry's, so that clients see a different host and do not send the login. An IP address
 * would not do: some clients follow no redirect to one of this machine.
 */
const host = 'localhost';

export function startLayerServer(context: LayerContext): LayerServer {
  const stores = new Map<string, LayerStore>();
  const server = createServer((request, response) => {
    void answer(request, response, { ...context, stores }).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  let origin = '';
  return {
    downloadsOf(place, store) {
      stores.set(place, store);
      return { urlFor: (digest) => `${origin}/${place}/${digest}?${signedQuery(store, digest)}` };
    },
    async listen() {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(0, '127.0.0.1', resolve);
      });
      origin = `http://${host}:${String((server.address() as AddressInfo).port)}`;
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  context: LayerContext & { readonly stores: ReadonlyMap<string, LayerStore> },
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://layers.invalid');
  const asked = { kind: 'layers', operation: 'GET layer', path: url.pathname } as const;
  const began = performance.now();
  response.on('close', () => {
    const { method = '' } = request;
    const { statusCode: status } = response;
    context.onRequest({ ...asked, method, status, body: '', ms: performance.now() - began });
  });
  if (context.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, context.latencyMs));
  const fault = context.faults.take({ ...asked, userAgent: request.headers['user-agent'] ?? '', body: '' });
  if (fault !== undefined && (await meetFault(fault, response, true))) return;
  if (response.destroyed) return;
  if (fault !== undefined) spoilAnswer(response, fault);
  const [, place = '', digest = ''] = /^\/(.+)\/([^/]+)$/.exec(url.pathname) ?? [];
  const store = context.stores.get(place);
  if (request.headers.authorization !== undefined) sendXml(response, twoLogins);
  else if (request.method !== 'GET' || store === undefined || !mayBeFetched(store, digest, url))
    sendXml(response, denied);
  else sendBlob(request, response, store.blobs, digest);
}

interface S3Error {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const denied: S3Error = { status: 403, code: 'AccessDenied', message: 'Access Denied' };

/** S3's observed answer to a signed address with an additional Authorization header. */
const twoLogins: S3Error = {
  status: 400,
  code: 'InvalidArgument',
  message:
    'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified',
};

function sendXml(response: ServerResponse, { status, code, message }: S3Error): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>\n`);
}

/** Sends a whole blob, or one range of it. */
function sendBlob(
  request: IncomingMessage,
  response: ServerResponse,
  blobs: BlobStore,
  digest: string,
): void {
  const size = blobs.size(digest);
  const headers = { 'content-type': 'application/octet-stream', 'accept-ranges': 'bytes' };
  const range = rangeIn(request.headers.range, size);
  if (range === undefined) {
    response.writeHead(200, { ...headers, 'content-length': size });
    blobs.open(digest).pipe(response);
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
  blobs.open(digest, { start, end }).pipe(response);
}

/** Parses `bytes=5-`, `bytes=5-9` or `bytes=-5`; other ranges are ignored, as HTTP allows. */
function rangeIn(header: string | undefined, size: number): { start: number; end: number } | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') return { start: Math.max(0, size - Number(last)), end: size - 1 };
  return { start: Number(first), end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}
