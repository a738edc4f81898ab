import { marked, type Token, type Tokens } from 'marked';

// The links of a page's Markdown and their targets, as GitHub renders it.

/** Every link and picture of a page as it is written, except in code. */
export function linksOf(page: string): string[] {
  const found: string[] = [];
  void marked.walkTokens(marked.lexer(page), (token) => {
    if (token.type === 'link' || token.type === 'image')
      found.push((token as Tokens.Link | Tokens.Image).href);
  });
  return found;
}

/** The anchors of a page's headings, and those that it sets itself (`<a name="…">`). */
export function anchorsOf(page: string): string[] {
  const seen = new Map<string, number>();
  const found: string[] = [];
  void marked.walkTokens(marked.lexer(page), (token) => {
    if (token.type === 'heading') found.push(unique(slugOf(textOf((token as Tokens.Heading).tokens)), seen));
    if (token.type === 'html')
      found.push(...[...token.raw.matchAll(/<a (?:name|id)="([^"]+)">/g)].map(([, name = '']) => name));
  });
  return found;
}

/**
 * The anchor that GitHub gives a heading: in lower case, with hyphens for spaces, and otherwise only letters, marks,
 * digits, connectors and hyphens. Source: gjtorikian/html-pipeline,
 * lib/html_pipeline/node_filter/table_of_contents_filter.rb.
 */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** A second heading with the same text gets `-1`, the third `-2`. */
function unique(slug: string, seen: Map<string, number>): string {
  const before = seen.get(slug) ?? 0;
  seen.set(slug, before + 1);
  return before === 0 ? slug : `${slug}-${String(before)}`;
}

/** The text of a heading: without marks, and for a link its words. */
function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      const { tokens: inner, text = '' } = token as {
        readonly tokens?: readonly Token[];
        readonly text?: string;
      };
      return inner === undefined ? text : textOf(inner);
    })
    .join('');
}
