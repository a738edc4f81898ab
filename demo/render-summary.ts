import { stripVTControlCharacters } from 'node:util';
import { Marked } from 'marked';
import { markedTerminal } from 'marked-terminal';
import { columns } from './wrapped.ts';

/** Addresses would make a table wider than a terminal; as on GitHub, a link there is only its text. */
const linkInTable = /\[((?:\\.|[^\]\\])*)\]\([^)\s]*\)/g;

/** A job summary, or another document of the action, as text for a terminal. */
export function renderSummary(markdown: string): string {
  const visible = markdown
    .replace(/<details(?: open)?><summary>(.*?)<\/summary>/g, '**$1**')
    .replaceAll('</details>', '')
    .replaceAll('<br>', '  ')
    .replace(/<\/?code>/g, '`')
    .replace(/<!--.*?-->\n?/g, '')
    .replace(/^\|.*/gm, (row) => row.replace(linkInTable, '$1'));
  const terminal = new Marked(
    markedTerminal({ width: 96, reflowText: false }) as Parameters<Marked['use']>[0],
  );
  terminal.use({
    renderer: {
      table({ header, rows }) {
        const texts = [header, ...rows].map((row) =>
          row.map(({ tokens }) => this.parser.parseInline(tokens)),
        );
        return isWide(texts) && linesOf(texts);
      },
    },
  });
  // marked-terminal hides colons in code from its emoji, and forgets to restore them in a table.
  const text = (terminal.parse(visible) as string).replaceAll('*#COLON|*', ':');
  // It also leaves the entities of a list unchanged.
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

type Rows = readonly (readonly string[])[];

/** Whether a table with its frame is wider than a terminal: a line and two blanks for each cell. */
function isWide(rows: Rows): boolean {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => widthOf(row[at])))) ?? [];
  return widths.reduce((sum, width) => sum + width + 3, 1) > columns;
}

function widthOf(text = ''): number {
  return stripVTControlCharacters(text).length;
}

/** A table with a line for each row, which can be wrapped. */
function linesOf(rows: Rows): string {
  const lines = rows.map((row) => row.join(' · ')).filter((line) => /[^ ·]/.test(line));
  return `${lines.join('\n')}\n\n`;
}
