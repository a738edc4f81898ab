import type { Registry } from './registry.ts';

/** A registry of another account or region, and the loopback address at which docker finds it. */
export interface FurtherRegistry {
  readonly registry: Registry;
  readonly address: string;
}

/** All registries of a server. Its API is one address for all, as the SDK's endpoint setting is; images have a host each. */
export interface Registries {
  readonly main: Registry;
  /** The registry of an account in a region; undefined where there is none. */
  of(accountId: string, region: string): Registry | undefined;
  /** The registry whose images a host has: that of its own loopback address, else the main one. */
  at(host: string): Registry;
  /**
   * Host and port in front of a registry's repositories.
   * @param asked the host that the caller reached the server by, which is the main registry's for them
   */
  hostOf(registry: Registry, asked: string): string;
  isKnownAccount(accountId: string): boolean;
}

export function startRegistries(main: Registry, further: readonly FurtherRegistry[]): Registries {
  const all = [main, ...further.map(({ registry }) => registry)];
  const addressOf = (host: string) => host.replace(/:\d+$/, '');
  return {
    main,
    of(accountId, region) {
      // A server with one registry answers in every region, as it always did.
      if (further.length === 0) return accountId === main.accountId ? main : undefined;
      return all.find((registry) => registry.accountId === accountId && registry.region === region);
    },
    at: (host) => further.find(({ address }) => address === addressOf(host))?.registry ?? main,
    hostOf(registry, asked) {
      const own = further.find((one) => one.registry === registry)?.address;
      const isAskedOther = further.some(({ address }) => address === addressOf(asked));
      const port = /:\d+$/.exec(asked)?.[0] ?? '';
      if (own !== undefined) return `${own}${port}`;
      return isAskedOther ? `127.0.0.1${port}` : asked;
    },
    isKnownAccount: (accountId) => all.some((registry) => registry.accountId === accountId),
  };
}
