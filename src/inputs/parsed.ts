import { redacted } from '../types/redact.ts';
import { visible } from '../types/text.ts';
import { readable, readList, type Entry, type ListKind } from './list.ts';

/** The result of parsing one input: a value, or a clause that says what would be allowed. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly allowed: string };

export function ok<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function notAllowed(allowed: string): { readonly ok: false; readonly allowed: string } {
  return { ok: false, allowed };
}

/** The result of parsing a list: its values, or every item that is not allowed. */
export type ParsedList<T> =
  { readonly ok: true; readonly value: T[] } | { readonly ok: false; readonly bad: readonly BadItem[] };

export interface BadItem {
  readonly item: string;
  readonly allowed: string;
  /** The line of the input, counted from 1; undefined if the item has none of its own. */
  readonly line: number | undefined;
}

/**
 * Splits a list and parses every entry. All bad entries are reported, each with its line.
 * @param explain says what would be allowed instead of a line, if it knows better than the parser
 */
export function parseList<T>(
  text: string,
  kind: ListKind,
  parse: (entry: Entry) => Parsed<T>,
  explain: (text: string) => string | undefined = () => undefined,
): ParsedList<T> {
  const values: T[] = [];
  const bad: BadItem[] = [];
  for (const entry of readList(text, kind)) {
    const parsed = 'why' in entry ? notAllowed(explain(entry.text) ?? readable(entry)) : parse(entry);
    if (parsed.ok) values.push(parsed.value);
    else bad.push({ item: entry.text, allowed: parsed.allowed, line: entry.line });
  }
  return bad.length === 0 ? { ok: true, value: values } : { ok: false, bad };
}

/** Parses a list of whole lines. */
export function parseLines<T>(text: string, parse: (line: string) => Parsed<T>): ParsedList<T> {
  return parseList(text, 'lines', ({ parts }) => parse(parts[0]?.text ?? ''));
}

/**
 * Parses a list separated by commas and lines; each value counts once.
 * @param key is equal for values that are the same
 */
export function parseWords<T>(
  text: string,
  parse: (word: string) => Parsed<T>,
  key: (value: T) => string,
): ParsedList<T> {
  const values = new Map<string, T>();
  const bad: BadItem[] = [];
  for (const entry of readList(text, 'parts')) {
    if ('why' in entry) bad.push({ item: entry.text, allowed: readable(entry), line: entry.line });
    else
      for (const { text: word } of entry.parts.filter((part) => part.text !== '')) {
        const parsed = parse(word);
        if (parsed.ok) {
          if (!values.has(key(parsed.value))) values.set(key(parsed.value), parsed.value);
        } else bad.push({ item: word, allowed: parsed.allowed, line: entry.line });
      }
  }
  return bad.length === 0 ? { ok: true, value: [...values.values()] } : { ok: false, bad };
}

/** Says, as a clause, how to fix a line that is YAML or JSON; undefined for an ordinary one. */
export function otherForm(text: string): string | undefined {
  if (/^-\s/.test(text)) return 'without the hyphen of a YAML list';
  if (/^[[{\]}]/.test(text)) return 'not JSON';
  return /^'.*'$/s.test(text) ? 'without the single quotes' : undefined;
}

/** Quotes a given text for an error message: on one line, shortened, and without credentials. */
export function quote(given: string): string {
  // Before it is cut, because half a credential would not be recognised.
  const safe = redacted(given);
  const shown = safe.length > 120 ? `${safe.slice(0, 117)}...` : safe;
  return visible(JSON.stringify(shown));
}
