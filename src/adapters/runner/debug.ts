import { formatDuration } from '../../types/duration.ts';
import { visible, withoutOrders } from '../../types/text.ts';

/** How many fences are open, inside which the runner obeys nothing that is printed. */
let fences = 0;

/** Opens a fence, inside which the runner obeys nothing; returns the function that closes it. */
export function enterFence(): () => void {
  fences += 1;
  return () => {
    fences -= 1;
  };
}

/** Whether debug lines are switched on. Source: GitHub docs, "Enabling debug logging", RUNNER_DEBUG. */
function isDebug(): boolean {
  return process.env['RUNNER_DEBUG'] === '1';
}

/**
 * Runs work and, with `ACTIONS_STEP_DEBUG`, logs how long it took and its outcome.
 * @param what without secrets
 * @param outcomeOf describes a result in a word
 */
export async function timedCall<T>(
  what: () => string,
  work: () => Promise<T>,
  outcomeOf: (result: T) => string = () => 'done',
): Promise<T> {
  if (!isDebug()) return work();
  const began = performance.now();
  const tell = (outcome: string) => {
    debugLine(`${what()}: ${outcome} in ${formatDuration(performance.now() - began)}`);
  };
  try {
    const result = await work();
    tell(outcomeOf(result));
    return result;
  } catch (error) {
    tell(error instanceof Error ? error.name : 'failed');
    throw error;
  }
}

/**
 * Prints one line that acts neither on the runner nor on a terminal: a command contains text from the event and the
 * inputs.
 */
function debugLine(text: string): void {
  const line = withoutOrders(visible(text).replace(/\s+/g, ' '));
  process.stdout.write(fences > 0 ? `[debug] ${line}\n` : `::debug::${line.replaceAll('%', '%25')}\n`);
}
