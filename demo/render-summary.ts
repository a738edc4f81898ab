import { Marked } from 'marked';
import { markedTerminal } from 'marked-terminal';

/** A job summary as text for a terminal. */
export function renderSummary(markdown: string): string {
  const visible = markdown
    .replace(/<details><summary>(.*?)<\/summary>/g, '**$1**')
    .replaceAll('</details>', '');
  const terminal = new Marked(
    markedTerminal({ width: 120, reflowText: false }) as Parameters<Marked['use']>[0],
  );
  return terminal.parse(visible) as string;
}
