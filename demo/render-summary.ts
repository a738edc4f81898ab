import { Marked } from 'marked';
import { markedTerminal } from 'marked-terminal';

/** Addresses would make a table wider than a terminal is; as on GitHub, a link is its text there. */
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
  // marked-terminal hides colons in code from its emoji, and forgets to bring them back in a table.
  const text = (terminal.parse(visible) as string).replaceAll('*#COLON|*', ':');
  // It leaves the entities of a list as they are, too.
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
