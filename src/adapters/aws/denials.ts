import type { Denial } from '../../types/iam.ts';
import { denialOf, isDenial, type CallFacts } from './aws-errors.ts';

/** What a client was denied so far. A run makes several calls at once, and each may be denied. */
interface Denials {
  /** Follows a call until it ends. */
  follow<T>(call: Promise<T>, facts: CallFacts): Promise<T>;
  /** All denials, once the calls under way have ended or had their time. */
  all(): Promise<readonly Denial[]>;
}

/** Calls that began together end together, but listing a large repository is not waited for. In milliseconds. */
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
