import { notAllowed, ok, quote, type Parsed } from '../parsed.ts';

/** The attributes of one line, by lower-case name; a field without a name is `value`. */
export type Attributes = ReadonlyMap<string, string>;

/**
 * Reads one line as docker/metadata-action does: fields between commas, each `name=value`, split at the first `=`
 * (a field such as `{{date 'X' tz='UTC'}}`, which does not begin with a name, is a value).
 * A field in double quotes may hold commas, and a doubled quote in it is a quote.
 */
export function parseAttributes(line: string): Parsed<Attributes> {
  const fields = splitFields(line);
  if (fields === undefined) return notAllowed(`lines whose quotes are closed, not ${quote(line)}`);
  const attributes = new Map<string, string>();
  for (const field of fields) {
    const match = /^\s*([\w-]+)\s*=(.*)$/s.exec(field);
    const name = match?.[1]?.toLowerCase() ?? 'value';
    if (attributes.has(name)) {
      return notAllowed(
        `each attribute once (${name} is there twice in ${quote(line)}; a field that holds a comma is put in double quotes)`,
      );
    }
    attributes.set(name, match?.[2]?.trim() ?? field);
  }
  return ok(attributes);
}

/** Undefined where a quote is not closed. */
export function splitFields(line: string): string[] | undefined {
  const fields: string[] = [];
  const field = /\s*(?:"((?:[^"]|"")*)"\s*|((?!\s*")[^,]*))(,|$)/y;
  for (let rest = ','; rest === ',';) {
    const match = field.exec(line);
    if (match === null) return undefined;
    fields.push(match[1] === undefined ? (match[2] ?? '').trim() : match[1].replaceAll('""', '"'));
    rest = match[3] ?? '';
  }
  return fields;
}
