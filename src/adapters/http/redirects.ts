import { isIP } from 'node:net';
import { HttpClient } from '@actions/http-client';
import { Refusal, quoted } from '../../types/refusal.ts';
import { askHttp, type Bounds, type HttpAnswer, type HttpQuestion } from './http-answer.ts';

/** A GET that may be redirected. */
interface FollowedGet {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent only to the scheme, host and port of `url`. */
  readonly authorization: string;
  /** Whether redirects to another origin are followed, without the authorization. */
  readonly leaves: boolean;
  /** For everything together: every redirect and the body. */
  readonly bounds: Bounds;
}

/** To read a blob, ECR redirects once to Amazon S3; a second and a third redirect are somebody's mirror. */
const mostRedirects = 3;

const redirects = new Set([301, 302, 303, 307, 308]);

/** Gets an address, following a few redirects. Throws Refusal for one that is not followed, and what `askHttp` throws. */
export async function getFollowing(get: FollowedGet, client: HttpClient): Promise<HttpAnswer> {
  return following(get, client, askHttp);
}

/**
 * The same with a custom `ask`, for example for an answer too large to be kept. The bounds passed to it contain the
 * time that is left.
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
    // Connections are kept only to the original host; others are asked once.
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
 * Where a redirect leads. Only named hosts over https are allowed, so that no answer of a registry makes this process
 * ask the machine's metadata service or a neighbour. A test registry, on loopback without TLS, may redirect to
 * loopback. Throws Refusal, without the part of the address that may be secret.
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

/** Whether a status is a redirect. */
export function isRedirect(status: number): boolean {
  return redirects.has(status);
}

/** Whether scheme, host and port are equal; secrets must stay within them. */
export function isSameOrigin(one: URL, other: URL): boolean {
  return one.protocol === other.protocol && one.host === other.host;
}

/** The protocol for a registry's host if nothing gives it: without TLS only on this machine, as in docker. */
export function protocolOf(host: string): 'http:' | 'https:' {
  return isLoopback(new URL(`http://${host}`)) ? 'http:' : 'https:';
}

/** Whether a secret may be sent there: without TLS only to this machine. */
export function isConfidential(url: URL): boolean {
  return url.protocol === 'https:' || isPlainLoopback(url);
}

function isPlainLoopback(url: URL): boolean {
  return url.protocol === 'http:' && isLoopback(url);
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
}
