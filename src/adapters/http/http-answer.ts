import { request as requestHttp, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { HttpClient } from '@actions/http-client';
import { within } from '../machine/deadline.ts';

/** The most that an answer may take: bytes of its body, by its status, and milliseconds until the last of them. */
export interface Bounds {
  readonly bytes: (status: number) => number;
  readonly ms: number;
  /** Gives the question up. */
  readonly signal?: AbortSignal;
}

export interface HttpQuestion {
  readonly method: 'HEAD' | 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  /** Text, or bytes as they come. */
  readonly body?: string | AsyncIterable<Uint8Array>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** An answer has more bytes than it may have: no further try makes it shorter. */
export class TooLong extends Error {}

/**
 * One question and its whole answer, or an error: TooLong as soon as the body is longer than it may be, or one that says
 * that the answer did not end in time, however steadily it drips. A redirect is an answer like any other: who asked decides
 * whether to follow it, and with which headers. `client` gives the connection, through the job's proxy.
 */
export async function askHttp(
  url: URL,
  question: HttpQuestion,
  bounds: Bounds,
  client: HttpClient,
): Promise<HttpAnswer> {
  const late = () => new Error(`no complete answer came within ${String(bounds.ms / 1000)} s`);
  const signals = bounds.signal === undefined ? [] : [bounds.signal];
  return within({ signals, ms: bounds.ms, late }, async (signal) => {
    const incoming = await sendHttp(url, question, signal, client);
    const { statusCode: status = 0, headers: said } = incoming;
    const bytes = await collect(incoming, bounds.bytes(status), Number(said['content-length'] ?? 0));
    return { status, headers: said, body: bytes };
  });
}

/**
 * Sends a question; what is answered has begun to come then, and is the caller's to read to its end, or to destroy.
 * `client` gives the connection, through the job's proxy.
 */
export async function sendHttp(
  url: URL,
  { method, headers, body }: HttpQuestion,
  signal: AbortSignal,
  client: HttpClient,
): Promise<IncomingMessage> {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise<IncomingMessage>((resolve, reject) => {
    const options = {
      method,
      headers: { ...headers, 'user-agent': 'ecr-ship' },
      agent: client.getAgent(url.href),
      signal,
    };
    const request = send(url, options, (answer) => {
      // Node takes an answer to HEAD that tells no length for one that lasts until the connection ends; it has no body at all.
      if (method === 'HEAD' && !/\bclose\b/i.test(answer.headers.connection ?? ''))
        request.shouldKeepAlive = true;
      resolve(answer);
    }).on('error', reject);
    if (typeof body === 'object') {
      // Whoever answers before the last byte has come has said all; what breaks then is no error of its own.
      pipeline(body, request).catch(reject);
    } else request.end(body);
  });
}

/** The bytes of a stream, which is destroyed as soon as there are too many. Throws TooLong. */
export async function collect(stream: Readable, most: number, announced = 0): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const tooLong = (bytes: number) =>
    new TooLong(`the answer has ${String(bytes)} bytes or more, and may have ${String(most)}`);
  if (announced > most) {
    stream.destroy();
    throw tooLong(announced);
  }
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) throw tooLong(size);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
