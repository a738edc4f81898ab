import { setImmediate } from 'node:timers/promises';
import type { Ports } from '../../ports.ts';
import { apiAhead } from '../aws/api-ahead.ts';

/**
 * Connects to Amazon ECR's registries. Their code and the SDK load when the first one is connected to, so that runs
 * which need no registry do not wait for them.
 * @param signal the end of the run, after which no more calls are made
 * @param mask gets the credentials of an assumed role
 */
export function connecting(
  signal: AbortSignal,
  mask: (secret: string) => void,
): Pick<Ports, 'approach' | 'connect'> {
  const ahead = apiAhead(process.env);
  const load = async () => {
    const { registries } = await import('./registries.ts');
    return registries(signal, mask, ahead.take);
  };
  let loading: ReturnType<typeof load> | undefined;
  return {
    approach({ type, region }, questions) {
      if (type === 'private') ahead.open(region, questions);
    },
    async connect(target) {
      // Loading a module blocks node 24, so requests that were begun are sent first.
      if (loading === undefined) await setImmediate();
      return (await (loading ??= load()))(target);
    },
  };
}
