import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const results = fileURLToPath(new URL('RESULTS.md', import.meta.url));
const [begin, end] = ['<!-- scale: made by npm run bench -- --write -->', '<!-- end of scale -->'];

/** Replaces the table in its document, between its marks. */
export function writeScale(table: readonly (readonly string[])[]): void {
  const text = readFileSync(results, 'utf8');
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error('bench/RESULTS.md has no place for the table');
  const heading = [
    'what',
    'correct',
    'CPU',
    'memory',
    'calls',
    'CPU over half',
    'memory over half',
    'calls over half',
  ];
  const all = [heading, ...table];
  const widths = heading.map((_, at) => Math.max(...all.map((cells) => (cells[at] ?? '').length)));
  const pad = (text: string, at: number) =>
    at < 2 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0);
  const rule = widths.map((width, at) => (at < 2 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  const lines = [heading.map(pad), rule, ...table.map((cells) => cells.map(pad))].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
  writeFileSync(results, `${before}${begin}\n\n${lines.join('\n')}\n\n${end}${after}`);
}
