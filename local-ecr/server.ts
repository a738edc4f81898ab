import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { answerApi, operationOf, sendApi } from './api.ts';
import { AwsError, RegistryError } from './errors.ts';
import { meetFault, spoilAnswer } from './faulty-answers.ts';
import type { Faults } from './faults.ts';
import { mergePatch } from './merge-patch.ts';
import { answerHttp, asRegistryError, routeName, sendRegistryError } from './http.ts';
import type { Caller, Principals } from './principals.ts';
import { oidcPath, type Oidc } from './oidc.ts';
import type { Registries } from './registries.ts';
import type { Registry } from './registry.ts';
import type { RequestRecord } from './request-record.ts';
import { settleReplicas } from './replication.ts';
import { answerSts } from './sts.ts';

export interface ServerContext {
  readonly registries: Registries;
  readonly oidc: Oidc;
  readonly principals: Principals;
  readonly faults: Faults;
  /**
   * How long a request waits, at least until `connectionMs` after its connection was opened: the handshakes of TCP
   * and TLS.
   */
  readonly latency: { readonly requestMs: number; readonly connectionMs: number };
  readonly onRequest: (record: RequestRecord) => void;
}

/** One port for everything: the JSON API and STS at `/`, the registry's HTTP interface below `/v2/`. */
export function createEcrServer(context: ServerContext): Server {
  // A handshake takes its time from when the connection is opened, whether a request is waiting or not.
  const readyAt = new WeakMap<Socket, number>();
  const waitMs = ({ socket }: IncomingMessage) =>
    context.latency.requestMs + Math.max(0, (readyAt.get(socket) ?? 0) - performance.now());
  const server = createServer((request, response) => {
    void answer(request, response, context, waitMs(request)).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  server.on('connection', (socket) => readyAt.set(socket, performance.now() + context.latency.connectionMs));
  server.keepAliveTimeout = 60_000;
  return server;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  context: ServerContext,
  waitMs: number,
): Promise<void> {
  const host = request.headers.host ?? '127.0.0.1';
  const url = new URL(request.url ?? '/', `http://${host}`);
  const { kind, operation } = routeOf(request, url);
  const isRegistry = kind === 'registry';
  const registry = context.registries.at(host);
  let body = '';
  // The registry's own time, from which a client learns that its clock is wrong.
  response.setHeader('date', new Date(registry.clock.now()).toUTCString());
  const began = performance.now();
  response.on('close', () => {
    context.onRequest({
      kind,
      operation,
      method: request.method ?? '',
      path: url.pathname,
      status: response.statusCode,
      body,
      ms: performance.now() - began,
    });
  });
  try {
    await sleep(waitMs);
    if (kind === 'api' || kind === 'sts') body = await readText(request);
    const userAgent = request.headers['user-agent'] ?? '';
    const fault = context.faults.take({ kind, operation, path: url.pathname, userAgent, body });
    if (fault !== undefined && (await meetFault(fault, response, isRegistry))) return;
    // The client may have gone while it waited; then nothing is done.
    if (response.destroyed) return;
    if (fault !== undefined) spoilAnswer(response, fault);
    settleReplicas(context.registries);
    if (isRegistry) {
      await answerRegistry(request, response, url, { registry, principals: context.principals });
      return;
    }
    if (kind === 'oidc') {
      context.oidc.answer(request, response, url);
      return;
    }
    if (kind === 'sts') answerSts(request, response, body, context);
    else {
      const answer = await answerApi(request, body, { ...context, host });
      sendApi(response, 200, fault?.lie === undefined ? answer : (mergePatch(answer, fault.lie) as object));
    }
  } catch (error) {
    refuse(response, error, isRegistry, request.method === 'HEAD');
  }
}

/** Which part of the server a request is for, and its operation. */
function routeOf(request: IncomingMessage, url: URL): Pick<RequestRecord, 'kind' | 'operation'> {
  if (url.pathname.startsWith('/v2'))
    return { kind: 'registry', operation: routeName(request.method ?? '', url.pathname) };
  if (url.pathname.startsWith(oidcPath)) return { kind: 'oidc', operation: 'OIDC' };
  if (request.headers['x-amz-target'] === undefined) return { kind: 'sts', operation: 'STS' };
  return { kind: 'api', operation: operationOf(request) };
}

/**
 * Answers with an error. Anything but ECR's errors is a defect of local-ecr, and is answered as ECR's ServerException.
 */
function refuse(response: ServerResponse, error: unknown, isRegistry: boolean, isHead: boolean): void {
  const known =
    error instanceof AwsError || error instanceof RegistryError
      ? error
      : new AwsError('ServerException', `local-ecr: ${String(error)}`, 500);
  if (response.headersSent) response.destroy();
  else if (isRegistry)
    sendRegistryError(response, known instanceof AwsError ? asRegistryError(known) : known, isHead);
  else if (known instanceof AwsError)
    sendApi(
      response,
      known.status,
      { __type: known.type, message: known.message, ...known.members },
      known.type,
    );
}

async function answerRegistry(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { registry, principals }: { readonly registry: Registry; readonly principals: Principals },
): Promise<void> {
  response.setHeader('docker-distribution-api-version', 'registry/2.0');
  const caller = authenticate(request, response, registry, principals);
  if (caller !== undefined) await answerHttp(request, response, url, { registry, caller });
}

/** Requires basic authentication on every request. Source: ECR user guide, "Private registry authentication". */
function authenticate(
  request: IncomingMessage,
  response: ServerResponse,
  registry: Registry,
  principals: Principals,
): Caller | undefined {
  const match = /^Basic (.+)$/i.exec(request.headers.authorization ?? '');
  const decoded = Buffer.from(match?.[1] ?? '', 'base64').toString('utf8');
  const found = decoded.startsWith('AWS:') ? registry.tokens.check(decoded.slice('AWS:'.length)) : 'unknown';
  if (found === 'expired') {
    throw new RegistryError(
      'DENIED',
      'Your authorization token has expired. Reauthenticate and try again.',
      403,
    );
  }
  if (found !== 'unknown') return principals.caller(found.accessKeyId);
  response.writeHead(401, {
    'www-authenticate': `Basic realm="http://${request.headers.host ?? ''}/",service="ecr.amazonaws.com"`,
    'content-type': 'text/plain; charset=utf-8',
  });
  response.end(request.method === 'HEAD' ? undefined : 'Not Authorized\n');
  return undefined;
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function sleep(ms: number): Promise<void> {
  return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}
