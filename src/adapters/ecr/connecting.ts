import { setImmediate } from 'node:timers/promises';
import type { Ports } from '../../ports.ts';
import { apiAhead } from '../aws/api-ahead.ts';

/**
 * Connects to Amazon ECR's registries. What asks them, and the SDK, are loaded when the first one is connected to, so that
 * nothing waits for them that needs no registry.
 * @param signal the end of the run, after which nothing is asked any more
 * @param mask is told the credentials of a role that is taken on
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
      // node 24 loads a module without looking at anything else in between: what was begun goes out first.
      if (loading === undefined) await setImmediate();
      return (await (loading ??= load()))(target);
    },
  };
}
