import { marked } from 'marked';

/**
 * What of the hostile texts a page would act on: a picture, a link to `evil`, a heading `0wned`, a mention of `@team`.
 * In code it is letters; everywhere else it is escaped. GitHub looks for mentions when it has made the page: in each piece
 * of text by itself, its character references read. Source: github/cmark-gfm, issue 181.
 */
export function actingIn(markdown: string): string | undefined {
  const html = marked.parse(markdown, { gfm: true, async: false });
  const withoutCode = html.replace(/<code[^>]*>[^]*?<\/code>/g, '<code>');
  const pieces = withoutCode
    .split(/<[^>]*>/)
    .map((text) => text.replace(/&#(\d+);/g, (_, n: string) => String.fromCodePoint(Number(n))));
  return (
    /.{0,80}(?:<img|href="?(?:https:\/\/evil|javascript)|<h1[^>]*>0wned).{0,20}/.exec(withoutCode)?.[0] ??
    pieces.map((text) => /.{0,80}@team.*/.exec(text)?.[0]).find((found) => found !== undefined)
  );
}
