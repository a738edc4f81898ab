import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { FaultCase } from './case.ts';
import { groups } from './case.ts';
import type { Outcome } from './run-case.ts';
import { standingOf, type Standing } from './table.ts';

/** How each case went when it last ran, by its full name. */
export type Standings = Readonly<Record<string, Standing>>;

const nameOf = ({ group, name }: FaultCase) => `${group}: ${name}`;

export function standingsOf(outcomes: readonly Outcome[]): Standings {
  return Object.fromEntries(outcomes.map((outcome) => [nameOf(outcome.fault), standingOf(outcome)]));
}

export function readStandings(path: string): Standings {
  return JSON.parse(readFileSync(path, 'utf8')) as Standings;
}

/** Merges results into a file of earlier runs, so that the matrix can be run group by group. Returns all of them. */
export function keepStandings(path: string, now: Standings, cases: readonly FaultCase[]): Standings {
  const all = { ...(existsSync(path) ? readStandings(path) : {}), ...now };
  // Cases that no longer exist are removed.
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

/** How many cases a group has, and how many ended in each way. */
type Row = readonly number[];

/** The rows of a table, by group. */
function rowsIn(table: string): ReadonlyMap<string, Row> {
  return new Map(
    [...table.matchAll(/^\| `([^`]+)`\s*\|(.*)\|$/gm)].map(([, group = '', cells = '']) => [
      group,
      cells.split('|').map(Number),
    ]),
  );
}

function rowOf(standings: Standings, group: string): Row | undefined {
  const some = Object.entries(standings).filter(([name]) => name.startsWith(`${group}: `));
  if (some.length === 0) return undefined;
  const counts = columns.map(([, wanted]) => some.filter(([, standing]) => wanted.includes(standing)).length);
  return [some.length, ...counts];
}

/**
 * A Markdown table: a row for each group, and one for all.
 * @param before the table of earlier runs, for groups that these results do not contain
 */
export function countsTable(standings: Standings, before: string): string {
  const known = rowsIn(before);
  const none = [0, ...columns.map(() => 0)];
  const rows = groups.map((group) => rowOf(standings, group) ?? known.get(group) ?? none);
  const all = none.map((_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  const headings = ['group', 'cases', ...columns.map(([heading]) => heading)];
  const titles = groups.map((group) => `\`${group}\``);
  const cells = [
    ...rows.map((row, at) => [titles[at] ?? '', ...row.map(String)]),
    ['all', ...all.map(String)],
  ];
  const widths = headings.map((heading, at) =>
    Math.max(heading.length, ...cells.map((row) => (row[at] ?? '').length)),
  );
  const lineOf = (row: readonly string[]) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [lineOf(headings), `| ${rule.join(' | ')} |`, ...cells.map(lineOf)].join('\n');
}

const [begin, end] = ['<!-- counts: made by npm run faults -- --counts -->', '<!-- end of counts -->'];

/** Replaces the table in a document, between its marks. */
export function writeCounts(document: string, standings: Standings): void {
  const text = readFileSync(document, 'utf8');
  const [before, rest] = text.split(begin);
  const [table = '', after] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined) throw new Error(`${document} has no place for the counts`);
  writeFileSync(document, `${before}${begin}\n\n${countsTable(standings, table)}\n\n${end}${after}`);
}
