import { notAllowed, ok, quote, type Parsed } from '../parsed.ts';

/** The attributes of one line, by lower-case name; a field without a name is `value`. */
export type Attributes = ReadonlyMap<string, string>;

/**
 * Reads one line as docker/metadata-action does: fields between commas, each `name=value`, split at the first `=`.
 * A field in double quotes may hold commas, and a doubled quote in it is a quote.
 */
export function parseAttributes(line: string): Parsed<Attributes> {
  const fields = splitFields(line);
  if (fields === undefined) return notAllowed(`lines whose quotes are closed, not ${quote(line)}`);
  const attributes = new Map<string, string>();
  for (const field of fields) {
    const equals = field.indexOf('=');
    const name = equals < 0 ? 'value' : field.slice(0, equals).trim().toLowerCase();
    if (attributes.has(name))
      return notAllowed(`each attribute once (${name} is there twice in ${quote(line)})`);
    attributes.set(name, equals < 0 ? field : field.slice(equals + 1).trim());
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
