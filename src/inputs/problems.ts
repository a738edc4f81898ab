import type { InputName } from '../types/inputs.ts';
import { ShipError } from '../types/errors.ts';
import { quote } from './parsed.ts';
import { inputNames } from './table.ts';

/** One invalid input, or one invalid item of it: which, what was given, and what is allowed. */
export interface Problem {
  readonly input: InputName;
  readonly given: string;
  readonly allowed: string;
  /** Whether what was given is one item of several. */
  readonly isItem?: boolean;
  /** The line of the item, if there are several. */
  readonly line?: number | undefined;
  /** What is wrong, as a clause; replaces what was given if that may be a secret. */
  readonly what?: string;
}

/** Sorts by the order of the inputs' table. */
function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => inputNames.indexOf(a.input) - inputNames.indexOf(b.input));
}

/** More than our longest list of words needs. In characters. */
const longestAdvice = 1000;

/** How many problems of one input are reported: if there are more, they usually have one cause. */
const mostTold = 5;

/** One error with all problems, in the order of the inputs' table. */
export function invalidInputs(all: readonly Problem[]): ShipError {
  const problems = inOrder(all);
  const inputs = [...new Set(problems.map(({ input }) => input))];
  const sentences = inputs.flatMap((input) => {
    const own = problems.filter((problem) => problem.input === input);
    const more = own.length - mostTold;
    const rest =
      more > 0 ? [`Input ${input} has ${String(more)} more like ${more === 1 ? 'this' : 'these'}.`] : [];
    return [...own.slice(0, mostTold).map(sentenceOf), ...rest];
  });
  return new ShipError({
    code: 'invalid-input',
    what: sentences.join(' '),
    next: problems.length === 1 ? 'Correct it in the step.' : 'Correct them in the step.',
  });
}

function sentenceOf({ input, given, allowed, isItem = false, line, what }: Problem): string {
  if (what !== undefined) return `Input ${input}, line ${String(line ?? 1)}: ${what}.`;
  const where = line === undefined ? '' : ` in line ${String(line)}`;
  const end = allowed.endsWith('?') ? '' : '.';
  // The advice may repeat what was given.
  const advice = allowed.length > longestAdvice ? `${allowed.slice(0, longestAdvice)}…` : allowed;
  return `Input ${input} ${isItem ? 'has' : 'is'} ${given === '' ? 'empty' : quote(given)}${where}; allowed: ${advice}${end}`;
}
