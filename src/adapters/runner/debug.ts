import { formatDuration } from '../../types/duration.ts';
import { visible, withoutOrders } from '../../types/text.ts';

/** How many of the texts that are printed stand where the runner obeys nothing. */
let fences = 0;

/** What is printed from here on until the function is called that this gives is obeyed by nobody. */
export function enterFence(): () => void {
  fences += 1;
  return () => {
    fences -= 1;
  };
}

/** Whether the person has asked for debug lines. Source: GitHub docs, "Enabling debug logging", RUNNER_DEBUG. */
function isDebug(): boolean {
  return process.env['RUNNER_DEBUG'] === '1';
}

/**
 * Does something and, with `ACTIONS_STEP_DEBUG`, says how long it took and what came of it.
 * @param what has no secret in it
 * @param outcomeOf of a result, in a word
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

/** One line, in which nothing acts on the runner or on a terminal: a command has whatever the event and the inputs say. */
function debugLine(text: string): void {
  const line = withoutOrders(visible(text).replace(/\s+/g, ' '));
  process.stdout.write(fences > 0 ? `[debug] ${line}\n` : `::debug::${line.replaceAll('%', '%25')}\n`);
}
