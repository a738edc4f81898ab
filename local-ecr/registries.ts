import type { Registry } from './registry.ts';

/** A registry of another account or region, and the loopback address at which docker finds it. */
export interface FurtherRegistry {
  readonly registry: Registry;
  readonly address: string;
}

/**
 * All registries of a server. They share one API address, as the SDK has one endpoint setting; for images each has
 * its own host.
 */
export interface Registries {
  readonly main: Registry;
  /** The registry of an account in a region; undefined if there is none. */
  of(accountId: string, region: string): Registry | undefined;
  /** The registry with this host's images: that of its loopback address, or else the main one. */
  at(host: string): Registry;
  /**
   * Host and port before a registry's repositories.
   * @param asked the host through which the caller reached the server, which is the main registry's for them
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
      // A server with a single registry answers in every region.
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
