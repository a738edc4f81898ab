import { request as requestHttp, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Readable } from 'node:stream';
import type { HttpClient } from '@actions/http-client';
import { within } from './deadline.ts';

/** The most that an answer may take: bytes of its body, by its status, and milliseconds until the last of them. */
export interface Bounds {
  readonly bytes: (status: number) => number;
  readonly ms: number;
  /** Gives the question up. */
  readonly signal?: AbortSignal;
}

export interface HttpQuestion {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
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
  { method, headers, body }: HttpQuestion,
  bounds: Bounds,
  client: HttpClient,
): Promise<HttpAnswer> {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const late = () => new Error(`no whole answer came within ${String(bounds.ms / 1000)} s`);
  const signals = bounds.signal === undefined ? [] : [bounds.signal];
  return within({ signals, ms: bounds.ms, late }, async (signal) => {
    const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
      const options = {
        method,
        headers: { ...headers, 'user-agent': 'ecr-ship' },
        agent: client.getAgent(url.href),
        signal,
      };
      send(url, options, resolve).on('error', reject).end(body);
    });
    const { statusCode: status = 0, headers: said } = incoming;
    const bytes = await collect(incoming, bounds.bytes(status), Number(said['content-length'] ?? 0));
    return { status, headers: said, body: bytes };
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
