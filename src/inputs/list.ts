/** One entry of a list input. */
export interface Entry {
  /** As it was written, without surrounding blanks. */
  readonly text: string;
  /** The parts between its commas, or one whole line; quotes around a part are removed. */
  readonly parts: readonly Part[];
  /** The line on which it begins, counted from 1. */
  readonly line: number;
}

/** A part of an entry. */
export interface Part {
  readonly text: string;
  readonly isQuoted: boolean;
}

/** An entry that cannot be parsed. */
interface Unreadable {
  readonly text: string;
  readonly line: number;
  readonly why: 'field' | 'open-quote' | 'text-after-quote';
}

/** How to split an input's lines: `lines` treats a comma as an ordinary character, `parts` as a separator. */
export type ListKind = 'lines' | 'parts';

/**
 * Splits a list as docker's own actions do: one entry per line, without blank lines and those that begin with `#`;
 * Windows line ends are fine. An entry or part in double quotes may contain commas and line breaks, and a doubled
 * quote in it is one quote. Quotes that do not surround all of it belong to it (`A={"b":1}`), but before a comma or
 * after a name they are ambiguous and refused.
 *
 * This is RFC 4180 with comments. We considered a library (csv-parse, 60 kB): as docker's actions call it, it takes
 * an unclosed quote for text and the rest of the input into one value, and its errors name no line.
 */
export function readList(input: string, kind: ListKind): (Entry | Unreadable)[] {
  const text = input.replace(/\r+\n/g, '\n');
  const entries: (Entry | Unreadable)[] = [];
  let line = 1;
  for (let at = 0; at < text.length;) {
    const first = text.slice(at, endOfLine(text, at)).trim();
    const isEntry = first !== '' && !first.startsWith('#');
    const read = isEntry ? readEntry(text, at, kind) : undefined;
    if (read !== undefined) entries.push({ ...read.entry, line });
    const end = read?.end ?? endOfLine(text, at);
    line += text.slice(at, end + 1).split('\n').length - 1;
    at = end + 1;
  }
  return entries;
}

type Unplaced = Omit<Entry, 'line'> | Omit<Unreadable, 'line'>;

function readEntry(
  text: string,
  start: number,
  kind: ListKind,
): { readonly entry: Unplaced; readonly end: number } {
  const parts: Part[] = [];
  for (let at = start; ;) {
    const part = readPart(text, at, kind);
    if (typeof part === 'string') {
      const end = endOfLine(text, start);
      return { entry: { text: text.slice(start, end).trim(), why: part }, end };
    }
    parts.push(part);
    if (text[part.end] !== ',')
      return { entry: { text: text.slice(start, part.end).trim(), parts }, end: part.end };
    at = part.end + 1;
  }
}

/** Reads one part, up to a comma, the end of the line or the end of the text. */
function readPart(
  text: string,
  start: number,
  kind: ListKind,
): (Part & { readonly end: number }) | Unreadable['why'] {
  const quoted = /[ \t]*"((?:[^"]|"")*)"[ \t]*/y;
  quoted.lastIndex = start;
  const match = quoted.exec(text);
  if (match !== null) {
    const end = quoted.lastIndex;
    const isEnd = end >= text.length || text[end] === '\n' || (kind === 'parts' && text[end] === ',');
    return isEnd
      ? { text: (match[1] ?? '').replaceAll('""', '"'), isQuoted: true, end }
      : kind === 'parts'
        ? 'field'
        : 'text-after-quote';
  }
  const line = text.slice(start, endOfLine(text, start));
  if (/^[ \t]*"/.test(line)) return kind === 'parts' ? 'field' : 'open-quote';
  if (kind === 'parts' && /^\s*[\w-]+\s*=\s*"/.test(line)) return 'field';
  if (kind === 'lines' && isOpenValue(line)) return 'open-quote';
  const comma = kind === 'parts' ? line.indexOf(',') : -1;
  const length = comma < 0 ? line.length : comma;
  return { text: line.slice(0, length).trim(), isQuoted: false, end: start + length };
}

/** Whether a value begins with a quote that its line does not close: the rest of it would become another entry. */
function isOpenValue(line: string): boolean {
  return /^\s*[^\s="]+="/.test(line) && line.split('"').length % 2 === 0;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** What would be allowed instead of an entry that cannot be parsed. */
export function readable({ why }: Pick<Unreadable, 'why'>): string {
  switch (why) {
    case 'field':
      return 'double quotes around a whole field, as in "value=a,b", and closed';
    case 'open-quote':
      return 'double quotes around a whole entry, as in "NAME=value", and closed';
    case 'text-after-quote':
      return 'double quotes around a whole entry, as in "NAME=a,b", with nothing after them';
  }
}
