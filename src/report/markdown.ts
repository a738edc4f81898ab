/** Characters with a meaning anywhere, those that begin a list or a rule at the start, and the dot of a `www.` link. */
const special = /[&<>|`*_{}[\]()#!~\\@:$]|^[-+=]|(?<=^\d+)\.(?= |$)|(?<=www)\./gi;
/**
 * The signs of a mention, an e-mail address and an issue, which GitHub looks for after it has decoded character
 * references. It searches each piece of text separately, and an HTML comment splits a text in two.
 * Source: github/cmark-gfm, issue 181, and extensions/autolink.c, postprocess_text; openjdk/skara, pull request 1548.
 */
const calling = /&#(?:64|35);(?=\S)/g;

/**
 * Escapes foreign text so that GitHub-flavoured Markdown shows exactly that text: no markup, link, mention or image.
 * Character references work everywhere in a table, where backslashes do not.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(special, (character) => `&#${String(character.codePointAt(0))};`)
    .replace(calling, '$&<!-- -->');
}

/** A word of this length makes a table column too wide for a phone. */
const longWord = /[^\s-]{16,}/g;
/** Where it may be broken: after a sign, and otherwise after every twelve characters. */
const seams = /[.:/_](?=.{4})|[^.:/_]{12}(?=[^.:/_]{4})/gu;

/** The same for a table cell that has to fit on a phone: long words may be broken. */
export function breakable(text: string): string {
  const parts = text
    .replace(/\s+/g, ' ')
    .replace(longWord, (word) => word.replace(seams, '$&\n'))
    .split('\n');
  return parts.map(escapeMarkdown).join('<wbr>');
}

/** A text on one line in a code span. No backtick in it ends the span, and no bar or line feed ends the table cell. */
export function code(text: string): string {
  return `\`${text.replace(/\s+/g, ' ').replaceAll('`', "'").replaceAll('|', '¦')}\``;
}

/** No longer address was written for people, and many of them would not fit into a summary. */
const longestAddress = 2000;

/** A link for foreign text and address; only the text if a browser should not follow the address. */
export function link(text: string, address: string | undefined, escape = escapeMarkdown): string {
  const shown = escape(text);
  // Measured before anything is made of it: an answer may contain an address of a megabyte for every finding.
  if (address === undefined || address.length > longestAddress || !URL.canParse(address)) return shown;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return shown;
  const target = url.href
    .replace(/[()|<>\\]/g, (character) => encodeURIComponent(character).replace(/[()]/g, percent))
    .replaceAll('&', '&amp;');
  return target.length > longestAddress ? shown : `[${shown}](${target})`;
}

/** Lines in a code block, which no backticks in them can end; GitHub adds a button to copy them. */
export function block(language: string, lines: readonly string[]): string {
  const runs = lines.join('\n').match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return [`${fence}${language}`, ...lines, fence].join('\n');
}

/** Lines of a shell. */
export function shellBlock(lines: readonly string[]): string {
  return block('sh', lines);
}

/**
 * Parts that are folded below a title. The title is HTML: Markdown in it does not work.
 * @param isOpen whether they are shown at first
 */
export function details(title: string, parts: readonly string[], isOpen = false): string[] {
  return [`<details${isOpen ? ' open' : ''}><summary>${title}</summary>`, ...parts, '</details>'];
}

/** A table; cells are already Markdown. */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  alignRight: readonly number[] = [],
): string[] {
  const rule = header.map((_, column) => (alignRight.includes(column) ? '--:' : '---'));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
