import { largestErrorAnswer } from '../../types/bounds.ts';
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { BlobReference, Blobs, BlobSource } from '../../ports.ts';
import type { Repository } from '../../types/image.ts';
import { Refusal } from '../../types/refusal.ts';
import { within } from '../machine/deadline.ts';
import {
  askHttp,
  collect,
  sendHttp,
  type Bounds,
  type HttpAnswer,
  type HttpQuestion,
} from '../http/http-answer.ts';
import { following, isSameOrigin } from '../http/redirects.ts';
import { badRegistry, firstError, refused } from './registry-errors.ts';
import { SourceFailed, type Line, type Patience, type Question } from './registry-asker.ts';
import type { RegistryHttp } from './registry-http.ts';
import type { HttpClient } from '@actions/http-client';

/** A blob that has sent no byte for this long has stalled. In milliseconds. */
const stallMs = 60_000;

/** The slowest connection that is accepted: a layer of a gigabyte takes three hours on it. In bytes per second. */
const leastBytesPerSecond = 100 * 1024;

/** The time in which an answer about a blob has to begin. In milliseconds. */
const answerMs = 30_000;

/** Each try opens the source again, so an upload that breaks off costs only time. */
const triesOfUpload = 3;

/**
 * The blobs of one repository, through the registry's HTTP interface. They are streamed, never kept in memory.
 * Source: OCI distribution specification, "Pushing blobs"; ECR user guide, "Blob mounting".
 */
export function registryBlobs(
  http: RegistryHttp,
  described: () => Promise<Repository>,
  signal: AbortSignal,
): Blobs {
  return {
    async has(blob) {
      const repository = await described();
      const { status, body } = await http.about(repository, lookingAt(blob));
      if (status === 200) return true;
      if (status === 404) return false;
      const said = { status, error: firstError(body), action: 'BatchCheckLayerAvailability' };
      throw refused(`look for the blob ${blob.digest}`, said, repository);
    },
    async open(blob) {
      const repository = await described();
      const answer = await http.about(repository, opening(blob, signal));
      if (answer.stream !== undefined) return checked(answer.stream, blob);
      const said = {
        status: answer.status,
        error: firstError(answer.body),
        action: 'GetDownloadUrlForLayer',
      };
      throw refused(`read the blob ${blob.digest}`, said, repository);
    },
    async bring(blob, source) {
      const repository = await described();
      const { status, body, isMounted } = await http.about(repository, bringing(blob, source));
      if (status === 201) return isMounted ? 'mounted' : 'uploaded';
      const said = { status, error: firstError(body), action: 'InitiateLayerUpload' };
      throw refused(`upload the blob ${blob.digest}`, said, repository);
    },
  };
}

function lookingAt({ digest }: BlobReference): Question {
  return {
    path: `/blobs/${digest}`,
    what: `the answer about the blob ${digest}`,
    send: ({ url, authorization, client, ...line }) =>
      // A HEAD has no body, whatever length its headers give.
      askHttp(
        url,
        { method: 'HEAD', headers: { authorization } },
        { bytes: () => Infinity, ...line },
        client,
      ),
  };
}

/** An answer whose body is streamed, if it is the requested one. */
interface OpenAnswer extends HttpAnswer {
  readonly stream?: IncomingMessage;
}

function opening({ digest }: BlobReference, signal: AbortSignal): Question<OpenAnswer> {
  return {
    path: `/blobs/${digest}`,
    what: `the blob ${digest}`,
    send: ({ url, authorization, client, ms, signal: end }) => {
      const bounds = { bytes: () => largestErrorAnswer, ms, signal: end };
      const get = { url, headers: {}, authorization, leaves: true, bounds };
      return following(get, client, (...asked) => openHttp(...asked, signal));
    },
    patience: { answerMs, totalMs: 3 * answerMs },
  };
}

/** Waits for the beginning of an answer; its body may follow until the run's end. */
async function openHttp(
  url: URL,
  question: HttpQuestion,
  { bytes, ms }: Bounds,
  ...[client, signal]: [HttpClient, AbortSignal]
): Promise<OpenAnswer> {
  const late = () => new Error(`no answer came within ${String(ms / 1000)} s`);
  return within({ signals: [signal], ms, late }, async () => {
    const stream = await sendHttp(url, question, signal, client);
    const { statusCode: status = 0, headers } = stream;
    if (status === 200) return { status, headers, body: Buffer.alloc(0), stream };
    return { status, headers, body: await collect(stream, bytes(status)) };
  });
}

/** Exactly the bytes of a blob: another length or digest ends them with an error. */
async function* checked(
  stream: IncomingMessage,
  { digest, size }: BlobReference,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let bytes = 0;
  stream.setTimeout(stallMs, () => {
    stream.destroy(new Error(`of the blob ${digest} nothing more came within ${String(stallMs / 1000)} s`));
  });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > size)
      throw new Refusal(`the blob ${digest} has more than the ${String(size)} bytes that it is to have`);
    hash.update(chunk);
    yield chunk;
  }
  if (bytes < size)
    throw new Error(`the blob ${digest} ended after ${String(bytes)} of ${String(size)} bytes`);
  const found = `sha256:${hash.digest('hex')}`;
  if (found !== digest) throw new Refusal(`what came for the blob ${digest} is ${found}`);
}

interface Brought extends HttpAnswer {
  readonly isMounted: boolean;
}

/** Begins an upload, which a registry that can mount the blob ends at once, and sends the bytes in one request. */
function bringing(blob: BlobReference, source: BlobSource): Question<Brought> {
  const { digest } = blob;
  const mount =
    source.mountFrom === undefined ? '' : `?mount=${digest}&from=${encodeURIComponent(source.mountFrom)}`;
  return {
    path: `/blobs/uploads/${mount}`,
    what: `the upload of the blob ${digest}`,
    patience: patienceFor(blob),
    async send(line) {
      const began = await begin(line);
      if (began.status !== 202) return { ...began, isMounted: began.status === 201 };
      return { ...(await upload(blob, source, uploadAddress(began, line.url), line)), isMounted: false };
    },
  };
}

function patienceFor({ size }: BlobReference): Patience {
  const ms = answerMs + stallMs + (size / leastBytesPerSecond) * 1000;
  return { answerMs: ms, totalMs: triesOfUpload * ms };
}

function begin({ url, authorization, client, signal, ms }: Line): Promise<HttpAnswer> {
  const headers = { authorization, 'content-length': '0' };
  const bounds = { bytes: () => largestErrorAnswer, ms: Math.min(ms, answerMs), signal };
  return askHttp(url, { method: 'POST', headers }, bounds, client);
}

async function upload(
  { digest, size }: BlobReference,
  source: BlobSource,
  address: URL,
  { authorization, client, signal, ms }: Line,
): Promise<HttpAnswer> {
  const url = new URL(address);
  url.searchParams.set('digest', digest);
  const headers = {
    authorization,
    'content-type': 'application/octet-stream',
    'content-length': String(size),
  };
  const body = await source.open().catch((error: unknown) => {
    throw new SourceFailed(error);
  });
  return askHttp(
    url,
    { method: 'PUT', headers, body },
    { bytes: () => largestErrorAnswer, ms, signal },
    client,
  );
}

/** The address for the bytes. It must be on the registry itself, because the login is sent with them. */
function uploadAddress({ headers }: HttpAnswer, from: URL): URL {
  const { location = '' } = headers;
  if (location === '' || !URL.canParse(location, from.href))
    throw badRegistry('an upload was begun, and it does not say where its bytes are to go');
  const address = new URL(location, from);
  if (!isSameOrigin(address, from))
    throw badRegistry(
      `an upload was begun, and its bytes are to go to ${address.origin}, which is another server`,
    );
  return address;
}
