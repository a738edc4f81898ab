import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { sendApi } from './api.ts';
import { RegistryError } from './errors.ts';
import type { Fault } from './faults.ts';
import { sendRegistryError } from './http.ts';

/** Answers as a fault says. Returns false if the true answer is still to be given. */
export async function meetFault(
  fault: Fault,
  response: ServerResponse,
  isRegistry: boolean,
): Promise<boolean> {
  if (fault.delayMs !== undefined) await sleep(fault.delayMs);
  if (fault.silent === true) return true;
  if (fault.reset === true) {
    response.destroy();
    return true;
  }
  if (fault.location !== undefined) {
    response.writeHead(307, { location: fault.location }).end();
    return true;
  }
  if (fault.body !== undefined || fault.endless !== undefined) {
    const contentType = fault.contentType ?? 'application/octet-stream';
    response.writeHead(fault.status ?? 200, { 'content-type': contentType });
    if (fault.endless === undefined) response.end(fault.body);
    else goOn(response, fault.endless);
    return true;
  }
  if (fault.status === undefined) return false;
  const message = fault.message ?? 'Rate exceeded';
  if (isRegistry)
    sendRegistryError(
      response,
      new RegistryError(fault.code ?? 'TOOMANYREQUESTS', message, fault.status),
      false,
    );
  else
    sendApi(
      response,
      fault.status,
      { __type: fault.type ?? 'ThrottlingException', message },
      fault.type ?? 'ThrottlingException',
    );
  return true;
}

/** Changes how the true answer is sent. */
export function spoilAnswer(response: ServerResponse, { lost, lateMs, half }: Fault): void {
  if (lost === true) loseAnswer(response);
  if (lateMs !== undefined) delayAnswer(response, lateMs);
  if (half !== undefined) halveAnswer(response, half);
}

/** The handler believes that its answer was sent; the client sees a connection that ends. */
function loseAnswer(response: ServerResponse): void {
  const cut = () => response.destroy();
  Object.assign(response, {
    writeHead: () => response,
    write: () => true,
    end: cut,
    setHeader: () => response,
  });
}

/** Delays the true answer, after the request has been carried out. */
function delayAnswer(response: ServerResponse, ms: number): void {
  keepAnswer(response, ({ status, headers, body }) => {
    setTimeout(() => response.writeHead(status, headers).end(body), ms);
  });
}

/**
 * Sends the first half of the true answer. `whole` declares the half as complete; `cut` declares more than is sent,
 * even if the true answer has no body.
 */
function halveAnswer(response: ServerResponse, half: 'cut' | 'whole'): void {
  keepAnswer(response, ({ status, headers, body }) => {
    const part = body.subarray(0, Math.floor(body.length / 2));
    const declared = half === 'whole' ? part.length : Math.max(1, body.length);
    response.writeHead(status, { ...headers, 'content-length': declared });
    if (half === 'whole') response.end(part);
    else {
      response.flushHeaders();
      response.write(part, () => response.destroy());
    }
  });
}

interface Kept {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** Holds the answer back until it is complete, and then passes it to `give`. */
function keepAnswer(response: ServerResponse, give: (kept: Kept) => void): void {
  const { writeHead, write, end } = response;
  const chunks: Buffer[] = [];
  let head: Omit<Kept, 'body'> = { status: 200, headers: {} };
  const keep = (chunk?: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    return true;
  };
  Object.assign(response, {
    writeHead: (status: number, headers: OutgoingHttpHeaders = {}) => {
      head = { status, headers };
      return response;
    },
    write: keep,
    end: (chunk?: unknown) => {
      keep(chunk);
      Object.assign(response, { writeHead, write, end });
      give({ ...head, body: Buffer.concat(chunks) });
      return response;
    },
  });
}

/** Writes until the client has had enough. */
function goOn(response: ServerResponse, how: NonNullable<Fault['endless']>): void {
  if (how === 'pouring') {
    const chunk = Buffer.alloc(1024 * 1024, ' ');
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more);
    more();
    return;
  }
  const timer = setInterval(() => response.write(' '), how.dripMs);
  response.on('close', () => clearInterval(timer));
}
