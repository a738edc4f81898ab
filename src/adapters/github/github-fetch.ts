import { Refusal, quoted } from '../../types/refusal.ts';
import { TooLong } from '../http/http-answer.ts';
import { isRedirect, isSameOrigin } from '../http/redirects.ts';

/** The part of `fetch` that Octokit uses. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** A renamed repository is one redirect away; GitHub's documentation only asks that it be followed. */
const mostRedirects = 3;

/**
 * A `fetch` that reads every answer to its end before returning it, and limits its bytes. A redirect is followed,
 * with the same request, only within the original scheme, host and port: neither the token nor the request goes to
 * another server. Throws TooLong, Refusal, and what `fetch` throws.
 * Source: GitHub REST API, "Best practices", Follow redirects.
 */
export function boundedFetch(fetch: Fetch, mostBytes: number): Fetch {
  return async (address, init) => {
    const home = new URL(address);
    let url = home;
    for (let followed = 0; followed <= mostRedirects; followed += 1) {
      const response = await fetch(url.href, { ...init, redirect: 'manual' });
      if (!isRedirect(response.status)) return whole(response, mostBytes);
      await response.body?.cancel();
      url = redirectTarget(response.headers.get('location') ?? '', url, home);
    }
    throw new Refusal(`${home.host} redirects more than ${String(mostRedirects)} times`);
  };
}

function redirectTarget(location: string, from: URL, home: URL): URL {
  if (!URL.canParse(location, from.href))
    throw new Refusal(`${from.host} redirects to ${quoted(location)}, which is not an address`);
  const target = new URL(location, from);
  if (!isSameOrigin(target, home))
    throw new Refusal(`${home.host} redirects to ${quoted(target.origin)}, which is another server`);
  return target;
}

/** The same answer with its whole body in memory. */
async function whole(response: Response, mostBytes: number): Promise<Response> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    // Leaving the loop cancels the rest.
    if (size > mostBytes)
      throw new TooLong(`the answer has ${String(size)} bytes or more, and may have ${String(mostBytes)}`);
    chunks.push(chunk);
  }
  const { status, statusText } = response;
  return new Response(size === 0 ? null : Buffer.concat(chunks, size), {
    status,
    statusText,
    headers: [...response.headers],
  });
}
