import type { Registry } from '../ports.ts';
import type { RegistryTarget } from '../types/image.ts';
import { ecrPrivate } from './ecr-private.ts';
import { ecrPublic } from './ecr-public.ts';

/**
 * Amazon ECR's registries of both kinds, each with the part of the SDK that it takes.
 * @param signal the end of the run, after which nothing is asked any more
 */
export function registries(signal: AbortSignal): (target: RegistryTarget) => Registry {
  const connect = { private: ecrPrivate(signal), public: ecrPublic(signal) };
  return (target) => connect[target.type](target);
}
