import type * as Undici from 'undici/index.js';

/**
 * Stands before undici in the bundle: `paths` in tsconfig.json leads here. `@actions/http-client` imports undici at its own
 * beginning for a class that only `@actions/github` uses; the real one is 0.9 MB, and loading it was more than half of the
 * time until main or post began. It is a chunk of its own, and loaded when somebody fetches.
 * Source: actions/toolkit, packages/http-client/src/index.ts, `_getProxyAgentDispatcher`, and packages/github/src/internal/utils.ts.
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

/** What undici's `fetch` does, with the agent above for its `dispatcher`. */
export async function fetch(
  url: string,
  { dispatcher, ...init }: Omit<Undici.RequestInit, 'dispatcher'> & { readonly dispatcher?: ProxyAgent } = {},
): Promise<Undici.Response> {
  const undici = await import('undici/index.js');
  const through = dispatcher === undefined ? {} : { dispatcher: dispatcher.agent(undici) };
  return undici.fetch(url, { ...init, ...through });
}
