import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { sendApi } from '../api.ts';
import { AwsError, RegistryError } from '../errors.ts';
import type { Faults } from '../faults.ts';
import { meetFault, spoilAnswer } from '../faulty-answers.ts';
import { answerHttp, asRegistryError, routeName, sendRegistryError } from '../http.ts';
import { mergePatch } from '../merge-patch.ts';
import type { Principals } from '../principals.ts';
import type { RequestRecord } from '../request-record.ts';
import { answerPublicApi, publicOperationOf } from './api.ts';
import { inPublicWords, publicCaller, usualPath, type PublicRegistry } from './names.ts';
import { answerToken, bearerOf, challenge, tokenPath } from './tokens.ts';

export interface PublicServerContext {
  readonly publicRegistry: PublicRegistry;
  readonly principals: Principals;
  readonly faults: Faults;
  readonly onRequest: (record: RequestRecord) => void;
}

/** ECR Public on its own port: the JSON API at `/`, the registry below `/v2/`, and its tokens at `/token/`. */
export function createPublicServer(context: PublicServerContext): Server {
  const server = createServer((request, response) => {
    void answer(request, response, context).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  server.keepAliveTimeout = 60_000;
  return server;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  context: PublicServerContext,
): Promise<void> {
  const host = request.headers.host ?? '127.0.0.1';
  const url = new URL(request.url ?? '/', `http://${host}`);
  const isApi = url.pathname === '/';
  const kind = isApi ? 'public-api' : 'public-registry';
  const operation = isApi ? publicOperationOf(request) : routeName(request.method ?? '', url.pathname);
  response.setHeader('date', new Date(context.publicRegistry.registry.clock.now()).toUTCString());
  const began = performance.now();
  let body = '';
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
    if (isApi) body = await text(request);
    const userAgent = request.headers['user-agent'] ?? '';
    const fault = context.faults.take({ kind, operation, path: url.pathname, userAgent, body });
    if (fault !== undefined && (await meetFault(fault, response, !isApi))) return;
    // The client may have gone while it waited; then nothing is done.
    if (response.destroyed) return;
    if (fault !== undefined) spoilAnswer(response, fault);
    if (isApi) {
      const answer = await answerPublicApi(request, body, { ...context, host });
      sendApi(response, 200, lied(answer, fault));
    } else await answerRegistry(request, response, url, context);
  } catch (error) {
    refuse({ response, isApi, isHead: request.method === 'HEAD' }, error, context.publicRegistry);
  }
}

/** An answer, changed by a fault if it lies. */
function lied(answer: object, fault: ReturnType<Faults['take']>): object {
  return fault?.lie === undefined ? answer : (mergePatch(answer, fault.lie) as object);
}

async function answerRegistry(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { publicRegistry, principals }: PublicServerContext,
): Promise<void> {
  const { registry } = publicRegistry;
  if (url.pathname.startsWith(tokenPath.slice(0, -1))) {
    answerToken(request, response, registry);
    return;
  }
  response.setHeader('docker-distribution-api-version', 'registry/2.0');
  const bearer = bearerOf(request, registry, principals);
  if (bearer.kind === 'unknown') {
    challenge(request, response);
    return;
  }
  const caller = publicCaller(publicRegistry, bearer.kind === 'caller' ? bearer.caller : undefined);
  await answerHttp(request, response, withUsualAlias(publicRegistry, url), { registry, caller });
}

function withUsualAlias(publicRegistry: PublicRegistry, url: URL): URL {
  const usual = new URL(url);
  const [, rest] = /^\/v2\/(.+)$/.exec(url.pathname) ?? [];
  if (rest !== undefined) usual.pathname = `/v2/${usualPath(publicRegistry, rest)}`;
  return usual;
}

interface Refused {
  readonly response: ServerResponse;
  readonly isApi: boolean;
  readonly isHead: boolean;
}

/** Answers with an error in ECR Public's wording. */
function refuse({ response, isApi, isHead }: Refused, error: unknown, publicRegistry: PublicRegistry): void {
  const known =
    error instanceof AwsError || error instanceof RegistryError
      ? error
      : new AwsError('ServerException', `local-ecr: ${String(error)}`, 500);
  if (response.headersSent) response.destroy();
  else if (isApi && known instanceof AwsError)
    sendApi(
      response,
      known.status,
      { __type: known.type, message: known.message, ...known.members },
      known.type,
    );
  else {
    const { code, message, status } = known instanceof AwsError ? asRegistryError(known) : known;
    sendRegistryError(
      response,
      new RegistryError(code, inPublicWords(publicRegistry, message), status),
      isHead,
    );
  }
}
