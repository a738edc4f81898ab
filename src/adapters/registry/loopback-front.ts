import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import type { LoopbackFront } from '../../ports.ts';
import { follow } from '../../types/abort.ts';
import { largestManifest } from '../../types/bounds.ts';
import { asShipError, ShipError } from '../../types/errors.ts';
import type { Repository } from '../../types/image.ts';
import { askHttp, collect, type HttpAnswer, type HttpQuestion } from '../http/http-answer.ts';
import { isSameOrigin } from '../http/redirects.ts';
import type { Line, Question, RegistryAsker } from './registry-asker.ts';
import { badRegistry, firstError } from './registry-errors.ts';

/** The registry behind a front. */
interface Behind {
  readonly ask: Pick<RegistryAsker, 'about'>;
  readonly repository: Repository;
  /** The end of the run. */
  readonly signal: AbortSignal;
}

/** What a front has seen so far. */
interface Seen {
  isUsed: boolean;
  /** Whether a manifest with a tag has been passed on. */
  hasPut: boolean;
  fault: string | undefined;
}

/**
 * Opens a front on 127.0.0.1: a registry that passes every request on unchanged, with the real registry's login and over
 * connections that are kept. An engine that pushes by itself opens a new connection for nearly every request. What is pushed
 * through a front gets a tag that nobody else uses.
 * Undefined if the engine runs on another machine, or if this process cannot listen.
 * @param machine the host name of the engine's machine
 */
export async function openFront(machine: string, behind: Behind): Promise<LoopbackFront | undefined> {
  if (hostname() !== machine) return undefined;
  const basic = Buffer.from(`ecr-ship:${randomBytes(24).toString('base64url')}`).toString('base64');
  const seen: Seen = { isUsed: false, hasPut: false, fault: undefined };
  // No timeouts: a layer may take hours, and the run ends it.
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: 0 }, (request, response) => {
    if (!knows(request, basic)) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="ecr-ship"' }).end();
      return;
    }
    seen.isUsed = true;
    passOn(request, response, { ...behind, seen }).catch((error: unknown) => {
      // An engine that hangs up says nothing about the registry, and the registry's own words say more than a connection.
      if (!(error instanceof GivenUp)) seen.fault ??= asShipError(error).what;
      // To docker a broken connection is a passing fault, which no status would tell it.
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

/** Listens on a free port, without keeping the process alive. */
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

/** Whether a request has the front's login; compares in constant time. */
function knows({ headers }: IncomingMessage, basic: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(headers.authorization ?? ''), hash(`Basic ${basic}`));
}

/** The engine has closed its connection before it had its answer. */
class GivenUp extends Error {}

async function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  { ask, repository, signal, seen }: Behind & { readonly seen: Seen },
): Promise<void> {
  const { url: path = '', method = '' } = request;
  if (path === '/v2/') return void response.end();
  if (!isMethod(method) || !path.startsWith('/v2/')) return void response.writeHead(404).end();
  const isTag = /\/manifests\/(?!sha256:)/.test(path);
  // An engine first checks whether the tag exists. Only this run uses it, so it does not exist before it is pushed here.
  if (method === 'HEAD' && isTag && !seen.hasPut) return void response.writeHead(404).end();
  seen.hasPut ||= method === 'PUT' && isTag;
  // If the engine hangs up, the request to the registry is pointless.
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort(new GivenUp('the engine has given up'));
  });
  const stopFollowing = follow(gone, [signal]);
  const mayRepeat = !(method === 'PUT' && isTag);
  const passed = { path, method, request, mayRepeat, signal: gone.signal };
  const answering = questionOf(passed).then((question) => ask.about(repository, question));
  const { status, headers, body } = await answering.finally(stopFollowing).catch((error: unknown) => {
    throw gone.signal.aborted ? gone.signal.reason : error;
  });
  if (status >= 400 && status !== 404) seen.fault = wordsOf(body) ?? seen.fault;
  // A registry may answer before it has read the whole body; the engine stops sending once it sees the answer.
  request.resume();
  response.writeHead(status, answerHeaders(headers)).end(method === 'HEAD' ? undefined : body);
}

/** The registry's own error in the form that docker prints; containerd shows only the status. */
function wordsOf(body: Buffer): string | undefined {
  const { code, message } = firstError(body);
  return code === '' ? undefined : `${code.toLowerCase()}: ${message}`;
}

interface Passed {
  readonly path: string;
  readonly method: HttpQuestion['method'];
  readonly request: IncomingMessage;
  /** Whether sending it twice changes nothing: an immutable repository refuses a tag the second time. */
  readonly mayRepeat: boolean;
  readonly signal: AbortSignal;
}

/** As long as a push may take, in milliseconds. See `pushPatience`. */
const longestMs = 2 * 60 * 60 * 1000;

/**
 * The request to the registry. Docker and `pushRetried` do the retrying, so it is sent once: only a connection that the registry
 * closed while nobody used it is tried again, if the body is small enough to be sent twice.
 */
async function questionOf({ path, method, request, mayRepeat, signal }: Passed): Promise<Question> {
  const { headers } = request;
  const length =
    headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : Infinity;
  const kept = length <= largestManifest ? await collect(request, largestManifest) : undefined;
  const ask = async ({ url, authorization, client }: Line) => {
    const target = new URL(path, url);
    if (!isSameOrigin(target, url)) throw badRegistry(`${path} is asked for, which is not a path of it`);
    const body = kept ?? (request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>);
    const sends = kept?.length !== 0;
    const question = {
      method,
      headers: { ...questionHeaders(headers), authorization },
      ...(sends && { body }),
    };
    // The answer to a HEAD has no body, whatever its headers say.
    const bytes = () => (method === 'HEAD' ? Infinity : largestManifest);
    const answer = await askHttp(target, question, { bytes, ms: longestMs, signal }, client);
    return { ...answer, headers: fromHere(answer, target) };
  };
  const askAgain = (line: Line) =>
    ask(line).catch((error: unknown) => {
      if (!mayRepeat || signal.aborted || error instanceof ShipError) throw error;
      return ask(line);
    });
  let sent: Promise<HttpAnswer> | undefined;
  return {
    path: '/',
    what: `the answer to ${method} ${path}`,
    // A layer can be read once only, so that its first answer is final even if a new login would help.
    send: kept === undefined ? (line) => (sent ??= ask(line)) : askAgain,
    patience: { answerMs: longestMs, totalMs: longestMs },
  };
}

/** The methods of a push. Source: OCI distribution specification, "Push". */
const methods = ['HEAD', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

function isMethod(method: string): method is HttpQuestion['method'] {
  return (methods as readonly string[]).includes(method);
}

const asked = ['user-agent', 'accept', 'content-type', 'content-length', 'content-range'] as const;

function questionHeaders(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(
    asked.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Headers that belong to one connection, or that node writes itself. Source: RFC 9110, 7.6.1. */
const ofConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'trailer', 'date']);

function answerHeaders(headers: HttpAnswer['headers']): HttpAnswer['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofConnection.has(name)));
}

/**
 * The headers of an answer, with the address of an upload changed to one on the front, so that its bytes come through it too.
 * Throws `registry-failed` if the registry names another server.
 */
function fromHere({ status, headers }: HttpAnswer, asked: URL): HttpAnswer['headers'] {
  const { location } = headers;
  if (location === undefined || status >= 300) return headers;
  const address = URL.canParse(location, asked.href) ? new URL(location, asked) : undefined;
  if (address === undefined || !isSameOrigin(address, asked))
    throw badRegistry(`an upload is to go on at ${address?.origin ?? location}, which is another server`);
  return { ...headers, location: `${address.pathname}${address.search}` };
}
