import type { Registry } from '../../ports.ts';
import type { RegistryPlace } from '../../types/image.ts';
import type { AccountId } from '../../types/names.ts';
import type { RegistryTime } from '../http/registry-time.ts';

/** Reports to which account a registry turned out to belong. */
export type SayAccount = (registryId: AccountId) => void;

/**
 * Connects to each registry once, however often it is asked for, even if first as that of the credentials and later by
 * its account.
 */
export function connections(
  connectTo: (place: RegistryPlace, sayAccount: SayAccount) => Registry,
): (place: RegistryPlace) => Registry {
  const known = new Map<string, Registry>();
  return (place) => {
    const found = known.get(keyOf(place));
    if (found !== undefined) return found;
    const registry = connectTo(place, (registryId) => {
      const told = keyOf({ ...place, registryId });
      known.set(told, known.get(told) ?? registry);
    });
    known.set(keyOf(place), registry);
    return registry;
  };
}

function keyOf({ region, registryId, role }: RegistryPlace): string {
  return `${region} ${registryId ?? ''} ${role?.arn ?? ''}`;
}

/** The registry's time; the machine's own until the client that learns it has loaded. */
export function timeOf(loading: Promise<{ readonly time: RegistryTime }>): () => number {
  let now = Date.now;
  loading.then(
    ({ time }) => {
      now = () => time.now();
    },
    () => undefined,
  );
  return () => now();
}

/** Asks on first use, and then gives the same answer until it is forgotten. */
export function once<T>(ask: () => Promise<T>): {
  readonly ask: () => Promise<T>;
  readonly forget: () => void;
} {
  let asked: Promise<T> | undefined;
  return {
    ask: () => (asked ??= ask()),
    forget: () => {
      asked = undefined;
    },
  };
}
