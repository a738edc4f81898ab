import type { Outcome } from './run-case.ts';
import { judge, laws } from './laws.ts';

/** How a case went, in one word for the counts at the end. */
export type Standing = 'survived' | 'failed cleanly' | 'cut off cleanly' | 'laws broken' | 'never met';

export function standingOf(outcome: Outcome): Standing {
  if (judge(outcome).some(({ what }) => what !== undefined && what.length > 0)) return 'laws broken';
  if (!outcome.wasMet) return 'never met';
  if (outcome.ending !== 'itself') return 'cut off cleanly';
  return outcome.main.exitCode === 0 ? 'survived' : 'failed cleanly';
}

export function heading(): string {
  const marks = laws.map(({ id }) => id).join(' ');
  return `${'case'.padEnd(72)} ${'end'.padEnd(9)} ${'error'.padEnd(21)} ${'seconds'.padStart(7)}  ${marks}`;
}

/** One line: the case, how main ended, its error code, its time, and each law. */
export function lineOf(outcome: Outcome): string {
  const { fault, main, ending, result, wasMet } = outcome;
  const end = ending === 'itself' ? `exit ${String(main.exitCode)}` : ending;
  const code = result?.['errorCode'];
  const error = typeof code === 'string' ? code : main.errors.length > 0 ? '(no file)' : '–';
  const marks = judge(outcome).map(({ what }) => (what === undefined ? '·' : what.length === 0 ? '✓' : '✗'));
  const seconds = (main.ms / 1000).toFixed(1);
  const name = `${fault.group}: ${fault.name}`;
  return `${name.padEnd(72)} ${end.padEnd(9)} ${error.padEnd(21)} ${seconds.padStart(7)}  ${marks.join(' ')}${wasMet ? '' : '  never met'}`;
}

/** What was broken, law by law, with the words of each case. */
export function breachesOf(outcomes: readonly Outcome[]): string[] {
  return laws.flatMap((law) => {
    const broken = outcomes.flatMap((outcome) => {
      const what = judge(outcome).find((judged) => judged.law === law)?.what ?? [];
      return what.map((words) => `  ${outcome.fault.group}: ${outcome.fault.name}\n      ${words}`);
    });
    return broken.length === 0
      ? []
      : ['', `${law.id} ${law.title}: ${String(broken.length)} breaches`, ...broken];
  });
}

export function countsOf(outcomes: readonly Outcome[]): string {
  const order: readonly Standing[] = [
    'survived',
    'failed cleanly',
    'cut off cleanly',
    'never met',
    'laws broken',
  ];
  const counts = order.map((standing) => {
    const count = outcomes.filter((outcome) => standingOf(outcome) === standing).length;
    return `${String(count)} ${standing}`;
  });
  return `${String(outcomes.length)} cases: ${counts.join(', ')}`;
}
