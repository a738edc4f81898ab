/** What has a meaning anywhere, what begins a list or a rule at the beginning, and the dot of a `www.` link. */
const special = /[&<>|`*_{}[\]()#!~\\@:$]|^[-+=]|(?<=^\d+)\.(?= |$)|(?<=www)\./gi;
/**
 * The signs of a mention, an e-mail address and an issue, which GitHub looks for after it has read the character
 * references. It does so in each piece of text by itself, and a comment of HTML parts one from the next.
 * Source: github/cmark-gfm, issue 181, and extensions/autolink.c, postprocess_text; openjdk/skara, pull request 1548.
 */
const calling = /&#(?:64|35);(?=\S)/g;

/**
 * Foreign text as GitHub-flavoured Markdown that shows exactly that text: no markup, no link, no mention, no image.
 * Character references are understood in every position of a table, where backslashes are not.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(special, (character) => `&#${String(character.codePointAt(0))};`)
    .replace(calling, '$&<!-- -->');
}

/** A word of so many characters makes a table's column wider than a phone has room for. */
const longWord = /[^\s-]{16,}/g;
/** Where it may be broken: after a sign, and else after every twelve characters. */
const seams = /[.:/_](?=.{4})|[^.:/_]{12}(?=[^.:/_]{4})/gu;

/** The same for a table's cell that has to fit on a phone: long words may be broken. */
export function breakable(text: string): string {
  const parts = text
    .replace(/\s+/g, ' ')
    .replace(longWord, (word) => word.replace(seams, '$&\n'))
    .split('\n');
  return parts.map(escapeMarkdown).join('<wbr>');
}

/** A text on one line in a code span, which no backtick in it ends, nor a bar or a line feed the cell that it stands in. */
export function code(text: string): string {
  return `\`${text.replace(/\s+/g, ' ').replaceAll('`', "'").replaceAll('|', '¦')}\``;
}

/** A longer address is none that anybody wrote for people, and many of them would not fit into a summary. */
const longestAddress = 2000;

/** A link for foreign text and address; the text alone where the address is none that a browser should follow. */
export function link(text: string, address: string | undefined, escape = escapeMarkdown): string {
  const shown = escape(text);
  // Measured before anything is made of it: an answer may hold an address of a megabyte for every finding.
  if (address === undefined || address.length > longestAddress || !URL.canParse(address)) return shown;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return shown;
  const target = url.href
    .replace(/[()|<>\\]/g, (character) => encodeURIComponent(character).replace(/[()]/g, percent))
    .replaceAll('&', '&amp;');
  return target.length > longestAddress ? shown : `[${shown}](${target})`;
}

/** Lines in a code block, which no backticks in them can end; GitHub gives it a button that copies them. */
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
 * Parts that are folded below a title, which is HTML: Markdown in it is not read.
 * @param isOpen whether they are shown at first
 */
export function details(title: string, parts: readonly string[], isOpen = false): string[] {
  return [`<details${isOpen ? ' open' : ''}><summary>${title}</summary>`, ...parts, '</details>'];
}

/** A table; cells are Markdown already. */
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
