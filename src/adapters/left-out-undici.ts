/**
 * Stands in for undici in the bundle: `paths` in tsconfig.json leads there. `@actions/http-client` imports undici for
 * this one class, which it gives to Octokit and never uses itself: its own requests go through `node:https`, and through
 * a proxy with `tunnel`. The real one is 0.9 MB, and loading it was more than half of the time until main or post began.
 * Source: actions/toolkit, packages/http-client/src/index.ts, `_getProxyAgentDispatcher`.
 */
export function ProxyAgent(): never {
  throw new Error(
    'undici is not in this bundle: whoever needs its ProxyAgent removes the path in tsconfig.json',
  );
}
