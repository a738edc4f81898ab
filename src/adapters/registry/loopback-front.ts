import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import type { LoopbackFront } from '../../ports.ts';
import { follow } from '../../types/abort.ts';
import { largestManifest } from '../../types/bounds.ts';
import { asShipError } from '../../types/errors.ts';
import type { Repository } from '../../types/image.ts';
import { askHttp, type HttpAnswer, type HttpQuestion } from '../http/http-answer.ts';
import { isSameOrigin } from '../http/redirects.ts';
import type { Line, Question, RegistryAsker } from './registry-asker.ts';
import { badRegistry, firstError } from './registry-errors.ts';

/** The registry that a front sends everything on to. */
interface Behind {
  readonly ask: Pick<RegistryAsker, 'about'>;
  readonly repository: Repository;
  /** The end of the run. */
  readonly signal: AbortSignal;
}

/** What a front has seen so far. */
interface Seen {
  isUsed: boolean;
  /** Whether a manifest was sent on. */
  hasPut: boolean;
  fault: string | undefined;
}

/**
 * Opens a front on 127.0.0.1 for an engine: a registry that passes every request on as it is, with the registry's own login
 * and over connections that are kept. An engine opens a new connection for nearly every request of a push. What is pushed
 * through it gets a tag that nobody else knows.
 * Undefined where this process runs on another machine than the engine, or cannot listen.
 * @param machine the name of the engine's machine
 */
export async function openFront(machine: string, behind: Behind): Promise<LoopbackFront | undefined> {
  if (hostname() !== machine) return undefined;
  const basic = Buffer.from(`ecr-ship:${randomBytes(24).toString('base64url')}`).toString('base64');
  const seen: Seen = { isUsed: false, hasPut: false, fault: undefined };
  // Nothing ends a layer that takes hours but the run itself.
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: 0 }, (request, response) => {
    if (!knows(request, basic)) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="ecr-ship"' }).end();
      return;
    }
    seen.isUsed = true;
    passOn(request, response, { ...behind, seen }).catch((error: unknown) => {
      seen.fault = asShipError(error).what;
      // Docker knows a connection that breaks for a fault that passes; no status says that.
      response.destroy();
    });
  });
  if (!(await listens(server))) return undefined;
  const close = () => {
    behind.signal.removeEventListener('abort', close);
    server.close();
    server.closeAllConnections();
  };
  behind.signal.addEventListener('abort', close);
  return {
    host: `127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    basic,
    isUsed: () => seen.isUsed,
    takeFault() {
      const { fault } = seen;
      seen.fault = undefined;
      return fault;
    },
    close,
  };
}

/** Takes a free port; it does not keep the process alive. */
function listens(server: Server): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => {
      resolve(false);
    });
    server.listen(0, '127.0.0.1', () => {
      resolve(true);
    });
    server.unref();
  });
}

/** Whether somebody knows the front's own login, told in the same time whatever is given. */
function knows({ headers }: IncomingMessage, basic: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(headers.authorization ?? ''), hash(`Basic ${basic}`));
}

async function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  { ask, repository, signal, seen }: Behind & { readonly seen: Seen },
): Promise<void> {
  const { url: path = '', method = '' } = request;
  if (path === '/v2/') return void response.end();
  if (!isMethod(method) || !path.startsWith('/v2/')) return void response.writeHead(404).end();
  const isTag = /\/manifests\/(?!sha256:)/.test(path);
  // An engine looks first whether the tag is there. It is the run's own, and is nowhere before it is sent there from here.
  if (method === 'HEAD' && isTag && !seen.hasPut) return void response.writeHead(404).end();
  seen.hasPut ||= method === 'PUT' && isTag;
  // Whoever asked has gone: what is on its way to the registry is for nothing.
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort(new Error('the engine has given up'));
  });
  const stopFollowing = follow(gone, [signal]);
  const passed = { path, method, request, signal: gone.signal };
  const { status, headers, body } = await ask.about(repository, questionOf(passed)).finally(stopFollowing);
  if (status >= 400 && status !== 404) seen.fault = wordsOf(body) ?? seen.fault;
  // A registry may answer before it has read everything; an engine that sees the answer sends no more.
  request.resume();
  response.writeHead(status, answerHeaders(headers)).end(method === 'HEAD' ? undefined : body);
}

/** What a registry says of what it refuses, in docker's form; containerd shows no more than the status of it. */
function wordsOf(body: Buffer): string | undefined {
  const { code, message } = firstError(body);
  return code === '' ? undefined : `${code.toLowerCase()}: ${message}`;
}

interface Passed {
  readonly path: string;
  readonly method: HttpQuestion['method'];
  readonly request: IncomingMessage;
  readonly signal: AbortSignal;
}

/** What docker itself waits for a push at most. In milliseconds. */
const longestMs = 2 * 60 * 60 * 1000;

/**
 * The same request. One without a body is asked again after a passing fault, like any other question; the bytes of a
 * layer come once only, so that its first answer is the one that counts.
 */
function questionOf({ path, method, request, signal }: Passed): Question {
  const { headers } = request;
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  const send = async ({ url, authorization, client, ms }: Line) => {
    const target = new URL(path, url);
    if (!isSameOrigin(target, url)) throw badRegistry(`${path} is asked for, which is not a path of it`);
    const body = hasBody ? { body: request.iterator({ destroyOnReturn: false }) } : {};
    const question = { method, headers: { ...questionHeaders(headers), authorization }, ...body };
    // A HEAD has no body, whatever length its headers tell of.
    const bytes = () => (method === 'HEAD' ? Infinity : largestManifest);
    const answer = await askHttp(target, question, { bytes, ms: hasBody ? longestMs : ms, signal }, client);
    return { ...answer, headers: fromHere(answer, target) };
  };
  const about = { path: '/', what: `the answer to ${method} ${path}` };
  if (!hasBody) return { ...about, send };
  let sent: Promise<HttpAnswer> | undefined;
  return {
    ...about,
    send: (line) => (sent ??= send(line)),
    patience: { answerMs: longestMs, totalMs: longestMs },
  };
}

/** What a push asks with. Source: OCI distribution specification, "Push". */
const methods = ['HEAD', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

function isMethod(method: string): method is HttpQuestion['method'] {
  return (methods as readonly string[]).includes(method);
}

const asked = ['accept', 'content-type', 'content-length', 'content-range'] as const;

function questionHeaders(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(
    asked.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Those that are of one connection alone, or that node writes itself. Source: RFC 9110, 7.6.1. */
const ofConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'trailer', 'date']);

function answerHeaders(headers: HttpAnswer['headers']): HttpAnswer['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofConnection.has(name)));
}

/**
 * An upload goes on where the registry says, which is here for the engine: it must not take its bytes past the front.
 * Throws `registry-failed` where that is another server.
 */
function fromHere({ status, headers }: HttpAnswer, asked: URL): HttpAnswer['headers'] {
  const { location } = headers;
  if (location === undefined || status >= 300) return headers;
  const address = URL.canParse(location, asked.href) ? new URL(location, asked) : undefined;
  if (address === undefined || !isSameOrigin(address, asked))
    throw badRegistry(`an upload is to go on at ${address?.origin ?? location}, which is another server`);
  return { ...headers, location: `${address.pathname}${address.search}` };
}
