import type { IncomingMessage, ServerResponse } from 'node:http';
import { RegistryError } from '../errors.ts';
import type { Caller, Principals } from '../principals.ts';
import type { Registry } from '../registry.ts';

/** Where docker fetches its bearer token. */
export const tokenPath = '/token/';

const expired = new RegistryError(
  'DENIED',
  'Your authorization token has expired. Reauthenticate and try again.',
  403,
);

/** What a request to the registry's HTTP interface says about its sender. */
export type Bearer =
  | { readonly kind: 'caller'; readonly caller: Caller }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'unknown' };

/**
 * Gives a bearer token: to whoever sends a login, and to anybody who wants to pull. An expired login is refused, as a
 * stale one in docker's configuration is even for images that anybody may pull.
 * Source: OCI distribution, "Token authentication"; answers of public.ecr.aws.
 */
export function answerToken(request: IncomingMessage, response: ServerResponse, registry: Registry): void {
  // Clients that first ask by OAuth's POST, such as containerd, fall back to a GET.
  if (request.method !== 'GET') throw new RegistryError('UNSUPPORTED', 'The operation is unsupported.', 405);
  const [, basic] = /^Basic (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
  const accessKeyId = basic === undefined ? anonymous : keyOfLogin(basic, registry);
  if (accessKeyId === undefined) throw new RegistryError('DENIED', 'Not Authorized', 403);
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ token: registry.tokens.issue(accessKeyId).password }));
}

/** No access key looks like this. */
const anonymous = '-';

/** Who sends a request: with a token from above, or with the API's own, which works as well. */
export function bearerOf(request: IncomingMessage, registry: Registry, principals: Principals): Bearer {
  const [, token] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (token === undefined) return { kind: 'unknown' };
  const accessKeyId = keyOfLogin(token, registry) ?? keyOf(token, registry);
  if (accessKeyId === undefined) return { kind: 'unknown' };
  return accessKeyId === anonymous
    ? { kind: 'anonymous' }
    : { kind: 'caller', caller: principals.caller(accessKeyId) };
}

/** Refuses a request, and says where to get a token. */
export function challenge(request: IncomingMessage, response: ServerResponse): void {
  const realm = `http://${request.headers.host ?? ''}${tokenPath}`;
  response.writeHead(401, {
    'www-authenticate': `Bearer realm="${realm}",service="public.ecr.aws",scope="aws"`,
    'content-type': 'application/json; charset=utf-8',
  });
  const errors = [{ code: 'DENIED', message: 'Not Authorized' }];
  response.end(request.method === 'HEAD' ? undefined : JSON.stringify({ errors }));
}

function keyOfLogin(login: string, registry: Registry): string | undefined {
  const decoded = Buffer.from(login, 'base64').toString('utf8');
  return decoded.startsWith('AWS:') ? keyOf(decoded.slice('AWS:'.length), registry) : undefined;
}

/** Throws if the password is an expired token. */
function keyOf(password: string, registry: Registry): string | undefined {
  const found = registry.tokens.check(password);
  if (found === 'expired') throw expired;
  return found === 'unknown' ? undefined : found.accessKeyId;
}
