import type { Outcome } from './run-case.ts';
import { judge, laws } from './laws.ts';

/** How a case went, in a word, for the counts at the end. */
export type Standing =
  'survived' | 'failed cleanly' | 'cut off cleanly' | 'laws broken' | 'not reached' | 'never met';

export function standingOf(outcome: Outcome): Standing {
  if (judge(outcome).some(({ what }) => what !== undefined && what.length > 0)) return 'laws broken';
  if (!outcome.wasMet) return outcome.fault.mayMiss === true ? 'not reached' : 'never met';
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
  return `${name.padEnd(72)} ${end.padEnd(9)} ${error.padEnd(21)} ${seconds.padStart(7)}  ${marks.join(' ')}${wasMet ? '' : fault.mayMiss === true ? '  not reached' : '  never met'}`;
}

/** What was broken, law by law; cases with the same message are together. */
export function breachesOf(outcomes: readonly Outcome[]): string[] {
  return laws.flatMap((law) => {
    const cases = new Map<string, string[]>();
    for (const outcome of outcomes) {
      const what = judge(outcome).find((judged) => judged.law === law)?.what ?? [];
      for (const words of new Set(what.map(withoutChance))) {
        const list = cases.get(words) ?? [];
        list.push(`${outcome.fault.group}: ${outcome.fault.name}`);
        cases.set(words, list);
      }
    }
    if (cases.size === 0) return [];
    const lines = [...cases].sort(([, a], [, b]) => b.length - a.length);
    return [
      '',
      `Law ${law.id}, ${law.title}: broken by`,
      ...lines.flatMap(([words, names]) => [
        `  ${String(names.length)}× ${words}`,
        ...names.map((name) => `      ${name}`),
      ]),
    ];
  });
}

/** Replaces ports, digests and random parts, which differ from case to case. */
function withoutChance(words: string): string {
  return words
    .replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:…')
    .replaceAll(/sha256(?::|%3A)[0-9a-f]{6,64}/g, 'sha256:…')
    .replaceAll(/candidate-\d+-1-\w+/g, 'candidate-…')
    .replaceAll(/(ecr-ship-build-)\w+|(ecr-ship-docker-)[\w-]+/g, '$1$2…');
}

export function countsOf(outcomes: readonly Outcome[]): string {
  const order: readonly Standing[] = [
    'survived',
    'failed cleanly',
    'cut off cleanly',
    'not reached',
    'never met',
    'laws broken',
  ];
  const counts = order.map((standing) => {
    const count = outcomes.filter((outcome) => standingOf(outcome) === standing).length;
    return `${String(count)} ${standing}`;
  });
  return `${String(outcomes.length)} cases: ${counts.join(', ')}`;
}
