import type { Registry } from '../ports.ts';
import type { RegistryPlace } from '../types/image.ts';
import type { RegistryTime } from './registry-time.ts';

/** One registry is connected to once, however often it is asked for. */
export function connections(
  connectTo: (place: RegistryPlace) => Registry,
): (place: RegistryPlace) => Registry {
  const known = new Map<string, Registry>();
  return (place) => {
    const key = `${place.region} ${place.registryId ?? ''} ${place.role?.arn ?? ''}`;
    const registry = known.get(key) ?? connectTo(place);
    known.set(key, registry);
    return registry;
  };
}

/** The registry's time; the machine's own before the client that learns it is there. */
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

/** Asks when it is first wanted, and gives the same answer from then on, until that is forgotten. */
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
