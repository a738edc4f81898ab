import { isIP } from 'node:net';
import { HttpClient } from '@actions/http-client';
import { Refusal, quoted } from '../../types/refusal.ts';
import { askHttp, type Bounds, type HttpAnswer, type HttpQuestion } from './http-answer.ts';

/** A GET that may be sent on to another address. */
export interface FollowedGet {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Goes to the scheme, host and port of `url` and nowhere else. */
  readonly authorization: string;
  /** Whether another origin is asked at all, without the authorization. */
  readonly leaves: boolean;
  /** For all of it: every redirect and the body. */
  readonly bounds: Bounds;
}

/** ECR sends whoever reads a blob to Amazon S3 once; a second and a third time are somebody's mirror. */
const mostRedirects = 3;

const redirects = new Set([301, 302, 303, 307, 308]);

/** Gets an address, through a few redirects. Throws Refusal for one that is not followed, and what `askHttp` throws. */
export async function getFollowing(get: FollowedGet, client: HttpClient): Promise<HttpAnswer> {
  return following(get, client, askHttp);
}

/**
 * The same, with an `ask` of one's own for what comes from each address: an answer too large to be kept, for example.
 * The bounds that it is given have what is left of the time.
 */
export async function following<Answer extends Pick<HttpAnswer, 'status' | 'headers'>>(
  get: FollowedGet,
  client: HttpClient,
  ask: (url: URL, question: HttpQuestion, bounds: Bounds, client: HttpClient) => Promise<Answer>,
): Promise<Answer> {
  const deadline = Date.now() + get.bounds.ms;
  let { url } = get;
  for (let followed = 0; followed <= mostRedirects; followed += 1) {
    const isHome = isSameOrigin(url, get.url);
    const headers = { ...get.headers, ...(isHome && { authorization: get.authorization }) };
    const bounds = { ...get.bounds, ms: Math.max(1, deadline - Date.now()) };
    // Connections are kept to one's own host; whoever is redirected to is asked once.
    const answer = await ask(
      url,
      { method: 'GET', headers },
      bounds,
      isHome ? client : new HttpClient('ecr-ship'),
    );
    if (!isRedirect(answer.status)) return answer;
    const target = redirectTarget(answer.headers.location, url);
    if (!get.leaves && !isSameOrigin(target, get.url))
      throw new Refusal(`${get.url.host} redirects to ${quoted(target.origin)}, which is another server`);
    url = target;
  }
  throw new Refusal(`${get.url.host} redirects more than ${String(mostRedirects)} times`);
}

/**
 * Where a redirect leads. Only to a host by its name over https, so that no answer of a registry makes this process ask a
 * machine's metadata service or a neighbour; a registry on loopback without TLS, which is a test's, may lead to loopback.
 * Throws Refusal, without the part of the address that may be a secret.
 */
function redirectTarget(location: string | undefined, from: URL): URL {
  const target = URL.canParse(location ?? '', from.href) ? new URL(location ?? '', from) : undefined;
  if (location === undefined || target === undefined)
    throw new Refusal(`${from.host} redirects to ${quoted(location ?? 'nowhere')}, which is not an address`);
  const isNamed = isIP(target.hostname.replace(/^\[|\]$/g, '')) === 0 && !isLoopback(target);
  if (target.protocol === 'https:' && isNamed) return target;
  if (isPlainLoopback(from) && isLoopback(target) && /^https?:$/.test(target.protocol)) return target;
  throw new Refusal(
    `${from.host} redirects to ${quoted(target.origin === 'null' ? target.protocol : target.origin)}; ` +
      'only a host by its name over https is followed',
  );
}

/** Whether an answer sends whoever asked to another address. */
export function isRedirect(status: number): boolean {
  return redirects.has(status);
}

/** Scheme, host and port: what a secret must not leave. */
export function isSameOrigin(one: URL, other: URL): boolean {
  return one.protocol === other.protocol && one.host === other.host;
}

/** How a registry's host is spoken to where nobody says it: without TLS on this machine alone, as docker has it. */
export function protocolOf(host: string): 'http:' | 'https:' {
  return isLoopback(new URL(`http://${host}`)) ? 'http:' : 'https:';
}

/** Whether a secret may be sent there: without TLS to this machine alone. */
export function isConfidential(url: URL): boolean {
  return url.protocol === 'https:' || isPlainLoopback(url);
}

function isPlainLoopback(url: URL): boolean {
  return url.protocol === 'http:' && isLoopback(url);
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
}
