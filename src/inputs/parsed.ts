import { redacted } from '../types/redact.ts';
import { visible } from '../types/text.ts';

/** The outcome of parsing one input: a value, or a sentence that says what would be allowed. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly allowed: string };

export function ok<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function notAllowed(allowed: string): { readonly ok: false; readonly allowed: string } {
  return { ok: false, allowed };
}

/** The lines of a list input: trimmed, empty ones dropped. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The outcome of parsing a list: its values, or every item that is not allowed. */
export type ParsedList<T> =
  { readonly ok: true; readonly value: T[] } | { readonly ok: false; readonly bad: readonly BadItem[] };

export interface BadItem {
  readonly item: string;
  readonly allowed: string;
}

/** Parses every item; all bad ones are named. */
export function parseEach<T>(items: readonly string[], parse: (item: string) => Parsed<T>): ParsedList<T> {
  const values: T[] = [];
  const bad: BadItem[] = [];
  for (const item of items) {
    const parsed = parse(item);
    if (parsed.ok) values.push(parsed.value);
    else bad.push({ item, allowed: parsed.allowed });
  }
  return bad.length === 0 ? { ok: true, value: values } : { ok: false, bad };
}

/** What was given, on one line, not endlessly long, and without the credentials in it, for an error message. */
export function quote(given: string): string {
  // Before it is cut: half of a credential would no longer be known as one.
  const safe = redacted(given);
  const shown = safe.length > 120 ? `${safe.slice(0, 117)}...` : safe;
  return visible(JSON.stringify(shown));
}
