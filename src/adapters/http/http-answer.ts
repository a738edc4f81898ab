import { request as requestHttp, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { HttpClient } from '@actions/http-client';
import { within } from '../machine/deadline.ts';

/** The limits of an answer: bytes of its body, by its status, and milliseconds until it is complete. */
export interface Bounds {
  readonly bytes: (status: number) => number;
  readonly ms: number;
  /** Aborts the request. */
  readonly signal?: AbortSignal;
}

export interface HttpQuestion {
  readonly method: 'HEAD' | 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  /** Text, bytes, or a stream of bytes. */
  readonly body?: string | Uint8Array | AsyncIterable<Uint8Array>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** An answer has more bytes than allowed: retrying does not make it shorter. */
export class TooLong extends Error {}

/**
 * Sends one request and returns the whole answer. Throws TooLong as soon as the body exceeds its limit, and an error if
 * the answer is not complete in time, however steadily it drips. A redirect is returned like any other answer: the caller
 * decides whether to follow it, and with which headers. `client` provides the connection, through the job's proxy.
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
 * Sends a request and returns when the answer begins; the caller reads it to its end, or destroys it. `client`
 * provides the connection, through the job's proxy.
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
      headers: { 'user-agent': 'ecr-ship', ...headers },
      agent: client.getAgent(url.href),
      signal,
    };
    const request = send(url, options, (answer) => {
      // Without a length, node expects the answer to a HEAD to end with its connection, although it has no body.
      if (method === 'HEAD' && !/\bclose\b/i.test(answer.headers.connection ?? ''))
        request.shouldKeepAlive = true;
      resolve(answer);
    }).on('error', reject);
    if (typeof body === 'object' && !(body instanceof Uint8Array)) {
      // A server that answers before it has received every byte is done; if the connection then breaks, that is not
      // an error.
      pipeline(body, request).catch(reject);
    } else request.end(body);
  });
}

/** Reads a stream's bytes, and destroys it as soon as there are too many. Throws TooLong. */
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
