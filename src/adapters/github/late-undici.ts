import type * as Undici from 'undici/index.js';

/**
 * Replaces undici in the bundle, by `paths` in tsconfig.json. `@actions/http-client` imports undici as soon as it
 * loads, for a class that only `@actions/github` uses; the real one has 0.9 MB, and loading it took more than half of
 * the time until main or post began. It is a chunk of its own, loaded by the first fetch.
 * Source: actions/toolkit, packages/http-client/src/index.ts, `_getProxyAgentDispatcher`, and
 * packages/github/src/internal/utils.ts.
 */
export class ProxyAgent {
  readonly #options: Undici.ProxyAgent.Options;
  #agent: Undici.ProxyAgent | undefined;

  constructor(options: Undici.ProxyAgent.Options) {
    this.#options = options;
  }

  /** The real one, made once, so that its connections are kept. */
  agent(undici: typeof Undici): Undici.ProxyAgent {
    return (this.#agent ??= new undici.ProxyAgent(this.#options));
  }
}

/** Does what undici's `fetch` does, with the agent above as its `dispatcher`. */
export async function fetch(
  url: string,
  { dispatcher, ...init }: Omit<Undici.RequestInit, 'dispatcher'> & { readonly dispatcher?: ProxyAgent } = {},
): Promise<Undici.Response> {
  const undici = await import('undici/index.js');
  const through = dispatcher === undefined ? {} : { dispatcher: dispatcher.agent(undici) };
  return undici.fetch(url, { ...init, ...through });
}
