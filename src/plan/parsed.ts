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

/** Parses every item; the first bad one decides, and is named. */
export function parseEach<T>(items: readonly string[], parse: (item: string) => Parsed<T>): Parsed<T[]> {
  const values: T[] = [];
  for (const item of items) {
    const parsed = parse(item);
    if (!parsed.ok)
      return items.length === 1 ? parsed : notAllowed(`${parsed.allowed} (this one is not: ${quote(item)})`);
    values.push(parsed.value);
  }
  return ok(values);
}

/** What was given, on one line and not endlessly long, for an error message. */
export function quote(given: string): string {
  const shown = given.length > 120 ? `${given.slice(0, 117)}...` : given;
  return JSON.stringify(shown);
}
