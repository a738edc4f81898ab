import { setMaxListeners } from 'node:events';
import type { Registry } from '../../ports.ts';
import type { RegistryTarget } from '../../types/image.ts';
import type { Agents } from '../http/proxy.ts';
import { ecrPrivate } from './ecr-private.ts';
import { ecrPublic } from './ecr-public.ts';
import { sessionsOf } from '../aws/session.ts';

/**
 * Amazon ECR's registries of both kinds, each with the part of the SDK that it takes.
 * @param signal the end of the run, after which nothing is asked any more
 * @param mask is told the credentials of a role that is taken on
 * @param agentsFor what requests to the API of a region go by
 */
export function registries(
  signal: AbortSignal,
  mask: (secret: string) => void,
  agentsFor?: (region: string) => Agents,
): (target: RegistryTarget) => Registry {
  // Every call listens to the end of the run, and several destinations are asked at once: node takes that for a leak.
  setMaxListeners(Infinity, signal);
  const sessions = sessionsOf({ signal, mask });
  const connect = {
    private: ecrPrivate(signal, { sessions, ...(agentsFor && { agentsFor }) }),
    public: ecrPublic(signal, sessions),
  };
  return (target) => connect[target.type](target);
}
