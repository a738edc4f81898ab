import { generateKeyPairSync, randomUUID, sign, verify, type KeyObject } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** GitHub's own issuer, which trust policies name. */
export const issuer = 'https://token.actions.githubusercontent.com';

/** The path of the runner's token service, the keys and the issuer's description. */
export const oidcPath = '/oidc/';

/** A token is valid for five minutes. Source: GitHub docs, "OpenID Connect reference"; tokens observed. */
const lifetimeMs = 5 * 60_000;

/** The claims of a token; every value is a string or a number. */
export type Claims = Readonly<Record<string, string | number>>;

/** The part of GitHub that gives jobs their OIDC tokens. */
export interface Oidc {
  /** The variables of a job that may request tokens: `id-token: write`. */
  env(url: string, subject?: string): Readonly<Record<string, string>>;
  /** Answers a request below `oidcPath`. */
  answer(request: IncomingMessage, response: ServerResponse, url: URL): void;
  issue(subject: string, audience: string): string;
  /** The claims of a token that this issuer has signed; `forged` or `expired` if they must not be trusted. */
  read(token: string): Claims | 'forged' | 'expired';
}

const usualSubject = 'repo:team/app:ref:refs/heads/main';

export function startOidc(clock: { now(): number }): Oidc {
  const requestToken = `local-ecr-${randomUUID()}`;
  const keyId = randomUUID();
  let pair: { privateKey: KeyObject; publicKey: KeyObject } | undefined;
  // Making a key takes a tenth of a second, and most servers never need one.
  const keys = () => (pair ??= generateKeyPairSync('rsa', { modulusLength: 2048 }));
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  const issue = (subject: string, audience: string) => {
    const seconds = Math.floor(clock.now() / 1000);
    const claims = {
      ...claimsOfSubject(subject),
      jti: randomUUID(),
      sub: subject,
      aud: audience,
      iss: issuer,
      iat: seconds,
      nbf: seconds,
      exp: seconds + lifetimeMs / 1000,
    };
    const signed = `${part({ typ: 'JWT', alg: 'RS256', kid: keyId })}.${part(claims)}`;
    return `${signed}.${sign('sha256', Buffer.from(signed), keys().privateKey).toString('base64url')}`;
  };

  const answerTo = (request: IncomingMessage, url: URL): { status: number; body: object } => {
    const described = descriptions(url.origin, () => ({ ...jwkOf(keys().publicKey), kid: keyId }));
    const description = described[url.pathname]?.();
    if (description !== undefined) return { status: 200, body: description };
    if (url.pathname !== `${oidcPath}token`) return { status: 404, body: { message: 'Not Found' } };
    if (request.headers.authorization !== `Bearer ${requestToken}`)
      return { status: 401, body: { message: 'Unauthorized' } };
    const audience = url.searchParams.get('audience') ?? 'https://github.com/team';
    return {
      status: 200,
      body: { count: 1, value: issue(url.searchParams.get('sub') ?? usualSubject, audience) },
    };
  };

  return {
    issue,
    env: (url, subject = usualSubject) => ({
      ACTIONS_ID_TOKEN_REQUEST_URL: `${url}${oidcPath}token?api-version=2.0&sub=${encodeURIComponent(subject)}`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken,
    }),
    answer(request, response, url) {
      const { status, body } = answerTo(request, url);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    },
    read: (token) => readToken(token, keys().publicKey, clock.now()),
  };
}

/** The documents that a verifier of tokens requests. Source: OpenID Connect Discovery 1.0. */
function descriptions(origin: string, jwk: () => object): Readonly<Record<string, () => object>> {
  return {
    [`${oidcPath}.well-known/openid-configuration`]: () => ({
      issuer,
      jwks_uri: `${origin}${oidcPath}.well-known/jwks`,
    }),
    [`${oidcPath}.well-known/jwks`]: () => ({ keys: [{ ...jwk(), alg: 'RS256', use: 'sig' }] }),
  };
}

function jwkOf(key: KeyObject): object {
  return key.export({ format: 'jwk' });
}

function readToken(token: string, publicKey: KeyObject, now: number): Claims | 'forged' | 'expired' {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const signed = Buffer.from(`${header}.${payload}`);
  if (!verify('sha256', signed, publicKey, Buffer.from(signature, 'base64url'))) return 'forged';
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
  return Number(claims['exp']) * 1000 <= now ? 'expired' : claims;
}

/** The other claims that GitHub makes about a job, as far as its subject contains them. */
function claimsOfSubject(subject: string): Record<string, string> {
  const [, owner = '', ownerId, repository = '', repositoryId, rest = ''] =
    /^repo:([^/@:]+)(?:@(\d+))?\/([^@:]+)(?:@(\d+))?:(.*)$/.exec(subject) ?? [];
  const ref = /^ref:(.+)$/.exec(rest)?.[1];
  const environment = /^environment:(.+)$/.exec(rest)?.[1];
  return {
    repository: `${owner}/${repository}`,
    repository_owner: owner,
    ...(repositoryId !== undefined && { repository_id: repositoryId }),
    ...(ownerId !== undefined && { repository_owner_id: ownerId }),
    ...(ref !== undefined && { ref }),
    ...(environment !== undefined && { environment }),
    event_name: rest === 'pull_request' ? 'pull_request' : 'push',
    runner_environment: 'github-hosted',
  };
}
