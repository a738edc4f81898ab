import type { Denial } from '../../types/iam.ts';
import { denialOf, isDenial, type CallFacts } from './aws-errors.ts';

/** What a client was denied so far. A run asks several things side by side, and each may be one that it may not. */
export interface Denials {
  /** Keeps a call in mind until it has ended. */
  follow<T>(call: Promise<T>, facts: CallFacts): Promise<T>;
  /** All that was denied, once the calls that are on their way have ended, or have had their time for it. */
  all(): Promise<readonly Denial[]>;
}

/** Calls that were begun together end together; one that lists a large repository is not waited for. In milliseconds. */
const togetherMs = 2_000;

/** Begins with nothing denied. */
export function watchDenials(ms = togetherMs): Denials {
  const running = new Set<Promise<unknown>>();
  const denied = new Map<string, Denial>();
  return {
    async follow(call, facts) {
      const noted = call.catch((error: unknown) => {
        if (isDenial(error)) {
          const denial = denialOf(error, facts);
          denied.set(denial.action, denial);
        }
      });
      running.add(noted);
      try {
        return await call;
      } finally {
        running.delete(noted);
      }
    },
    async all() {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise((resolve) => {
        timer = setTimeout(resolve, ms);
      });
      await Promise.race([Promise.all(running), late]);
      clearTimeout(timer);
      return [...denied.values()];
    },
  };
}
