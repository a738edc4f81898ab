import { Marked } from 'marked';

export type Theme = 'light' | 'dark';

/**
 * The HTML in Markdown that GitHub keeps. Source: GitHub docs, "Writing on GitHub"; gjtorikian/html-pipeline,
 * sanitization_filter.rb.
 */
const tags = new Set(
  (
    'h1 h2 h3 h4 h5 h6 br b i strong em a pre code img tt div ins del sup sub p picture ol ul table thead tbody tfoot ' +
    'blockquote dl dt dd kbd q samp var hr ruby rt rp li tr td th s strike summary details caption figure figcaption abbr ' +
    'bdo cite dfn mark small source span time wbr'
  ).split(' '),
);
const attributes = new Set([
  'align',
  'open',
  'href',
  'title',
  'alt',
  'src',
  'width',
  'height',
  'start',
  'colspan',
]);

/**
 * A document of the action as a page that looks as it does on GitHub: from the same Markdown, with the same HTML kept.
 */
export function githubPage(markdown: string, theme: Theme = 'light'): string {
  const body = sanitised(new Marked({ gfm: true }).parse(markdown) as string);
  return (
    `<!doctype html><html data-theme="${theme}"><meta charset="utf-8"><title>Job summary</title>` +
    `<meta name="viewport" content="width=device-width"><style>${style}</style>` +
    `<main><article>${body}</article></main></html>`
  );
}

/** HTML without comments, and without the tags and attributes that GitHub removes. */
export function sanitised(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(
      /<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^<>"'])*)>/g,
      (_, slash: string, name: string, rest: string) => {
        const tag = name.toLowerCase();
        if (!tags.has(tag)) return '';
        return slash === '' ? `<${tag}${kept(rest)}>` : `</${tag}>`;
      },
    );
}

function kept(rest: string): string {
  return [...rest.matchAll(/([a-zA-Z-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g)]
    .filter(([, name = '', value = '']) => attributes.has(name.toLowerCase()) && isHarmless(name, value))
    .map(([, name = '', value]) => ` ${name.toLowerCase()}${value === undefined ? '' : `=${value}`}`)
    .join('');
}

function isHarmless(name: string, value: string): boolean {
  return !/^(?:href|src)$/i.test(name) || /^["']?(?:https?:|mailto:|[^:]*$)/i.test(value);
}

/** Imitates what GitHub shows: tables and code scroll by themselves, and words break rather than overflow. */
const style = `
  :root { --text: #1f2328; --muted: #59636e; --line: #d1d9e0; --page: #f6f8fa; --paper: #fff; --code: #818b981f; --block: #f6f8fa;
    --stripe: #f6f8fa; --link: #0969da; }
  [data-theme="dark"] { --text: #f0f6fc; --muted: #9198a1; --line: #3d444d; --page: #010409; --paper: #0d1117; --code: #656c7633;
    --block: #151b23; --stripe: #151b23; --link: #4493f8; }
  * { box-sizing: border-box; }
  html, body { margin: 0; background: var(--page); }
  main { padding: 16px; }
  article { font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", Helvetica, Arial, sans-serif, "Noto Color Emoji";
    color: var(--text); background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: 24px;
    overflow-wrap: break-word; }
  article > :first-child { margin-top: 0; } article > :last-child { margin-bottom: 0; }
  p, ul, ol, table, pre, details { margin: 0 0 16px; }
  h2 { margin: 24px 0 16px; padding-bottom: .3em; border-bottom: 1px solid var(--line); font-size: 1.5em; line-height: 1.25; }
  h3 { margin: 24px 0 16px; font-size: 1.25em; line-height: 1.25; }
  table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse; }
  th { font-weight: 600; }
  th, td { border: 1px solid var(--line); padding: 6px 13px; }
  tr { background: var(--paper); } tbody tr:nth-child(2n) { background: var(--stripe); }
  code, pre { font: 12px/1.45 ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
  code { background: var(--code); border-radius: 6px; padding: .2em .4em; white-space: break-spaces; }
  pre { background: var(--block); border-radius: 6px; padding: 16px; overflow: auto; }
  pre code { background: none; padding: 0; white-space: pre; }
  a { color: var(--link); text-decoration: none; }
  summary { cursor: pointer; } details > summary { margin-bottom: 0; } details[open] > summary { margin-bottom: 16px; }
  @media (max-width: 600px) { main { padding: 0; } article { padding: 16px; border-width: 1px 0; border-radius: 0; } }`;
