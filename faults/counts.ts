import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { FaultCase } from './case.ts';
import { groups } from './case.ts';
import type { Outcome } from './run-case.ts';
import { standingOf, type Standing } from './table.ts';

/** How each case went when it was run last, by its full name. */
export type Standings = Readonly<Record<string, Standing>>;

const nameOf = ({ group, name }: FaultCase) => `${group}: ${name}`;

/** Puts what was found out into a file of earlier runs, so that the matrix can be run group by group. Gives all of it. */
export function keepStandings(
  path: string,
  outcomes: readonly Outcome[],
  cases: readonly FaultCase[],
): Standings {
  const before = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Standings) : {};
  const now = Object.fromEntries(outcomes.map((outcome) => [nameOf(outcome.fault), standingOf(outcome)]));
  const all = { ...before, ...now };
  // What is no case any more is none.
  const names = new Set(cases.map(nameOf));
  const kept = Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)));
  writeFileSync(path, `${JSON.stringify(kept, null, 1)}\n`);
  return kept;
}

const columns: readonly (readonly [heading: string, standings: readonly Standing[]])[] = [
  ['survived', ['survived']],
  ['failed cleanly', ['failed cleanly']],
  ['cut off cleanly', ['cut off cleanly']],
  ['not reached', ['not reached']],
  ['laws broken', ['laws broken', 'never met']],
];

/** A Markdown table: a row for each group, and one for all. */
export function countsTable(standings: Standings): string {
  const rowOf = (title: string, prefix: string) => {
    const some = Object.entries(standings).filter(([name]) => name.startsWith(prefix));
    const counts = columns.map(
      ([, wanted]) => some.filter(([, standing]) => wanted.includes(standing)).length,
    );
    return `| ${[title, some.length, ...counts].join(' | ')} |`;
  };
  const headings = ['group', 'cases', ...columns.map(([heading]) => heading)];
  return [
    `| ${headings.join(' | ')} |`,
    `| --- | ${headings
      .slice(1)
      .map(() => '---:')
      .join(' | ')} |`,
    ...groups.map((group) => rowOf(`\`${group}\``, `${group}: `)),
    rowOf('all', ''),
  ].join('\n');
}

const [begin, end] = ['<!-- counts: made by npm run faults -- --counts -->', '<!-- end of counts -->'];

/** Puts the table into a document, between its marks. */
export function writeCounts(document: string, standings: Standings): void {
  const text = readFileSync(document, 'utf8');
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${document} has no place for the counts`);
  writeFileSync(document, `${before}${begin}\n\n${countsTable(standings)}\n\n${end}${after}`);
}
