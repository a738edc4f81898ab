import { setMaxListeners } from 'node:events';
import type { Registry } from '../../ports.ts';
import type { RegistryTarget } from '../../types/image.ts';
import type { Agents } from '../http/proxy.ts';
import { ecrPrivate } from './ecr-private.ts';
import { ecrPublic } from './ecr-public.ts';
import { sessionsOf } from '../aws/session.ts';

/**
 * Amazon ECR's registries of both kinds, each with the part of the SDK that it needs.
 * @param signal the end of the run, after which no more calls are made
 * @param mask gets the credentials of an assumed role
 * @param agentsFor the agents for requests to a region's API
 */
export function registries(
  signal: AbortSignal,
  mask: (secret: string) => void,
  agentsFor?: (region: string) => Agents,
): (target: RegistryTarget) => Registry {
  // Every call listens to the end of the run, and several destinations are called at once, which node would take for
  // a leak.
  setMaxListeners(Infinity, signal);
  const sessions = sessionsOf({ signal, mask });
  const connect = {
    private: ecrPrivate(signal, { sessions, ...(agentsFor && { agentsFor }) }),
    public: ecrPublic(signal, sessions),
  };
  return (target) => connect[target.type](target);
}
