import { Marked } from 'marked';
import { markedTerminal } from 'marked-terminal';

/** A job summary, or another document of the action, as text for a terminal. */
export function renderSummary(markdown: string): string {
  const visible = markdown
    .replace(/<details><summary>(.*?)<\/summary>/g, '**$1**')
    .replaceAll('</details>', '')
    .replace(/<!--.*?-->\n?/g, '');
  const terminal = new Marked(
    markedTerminal({ width: 120, reflowText: false }) as Parameters<Marked['use']>[0],
  );
  // marked-terminal hides colons in code from its emoji, and forgets to bring them back in a table.
  const text = (terminal.parse(visible) as string).replaceAll('*#COLON|*', ':');
  // It leaves the entities of a list as they are, too.
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

/** The same as a page that looks like the one GitHub shows. */
export function summaryPage(markdown: string): string {
  const body = new Marked({ gfm: true }).parse(markdown) as string;
  return `<!doctype html><meta charset="utf-8"><title>Job summary</title><style>${style}</style><main>${body}</main>`;
}

const style = `
  body { margin: 0; background: #f6f8fa; }
  main { font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", Helvetica, Arial, sans-serif; color: #1f2328;
    background: #fff; border: 1px solid #d1d9e0; border-radius: 6px; margin: 16px; padding: 24px; }
  h2 { margin: 0 0 16px; padding-bottom: .3em; border-bottom: 1px solid #d1d9e0; font-size: 1.5em; }
  h3 { margin: 24px 0 12px; font-size: 1.2em; }
  table { border-collapse: collapse; margin: 0 0 16px; }
  th, td { border: 1px solid #d1d9e0; padding: 6px 13px; }
  tr:nth-child(2n) td { background: #f6f8fa; }
  code, pre { font: 12px/1.45 ui-monospace, "SF Mono", Menlo, "DejaVu Sans Mono", monospace; background: #eff1f3; border-radius: 6px; }
  code { padding: .2em .4em; } pre { padding: 16px; overflow: auto; } pre code { padding: 0; background: none; }
  a { color: #0969da; text-decoration: none; } summary { cursor: pointer; }`;
