import { marked } from 'marked';

/**
 * What a page would act on in the hostile texts: a picture, a link to `evil`, a heading `0wned`, a mention of `@team`.
 * In code these are only letters, and everywhere else they are escaped. GitHub looks for mentions in the finished page:
 * in each piece of text by itself, after reading its character references. Source: github/cmark-gfm, issue 181.
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
