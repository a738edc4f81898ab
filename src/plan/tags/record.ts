import { notAllowed, ok, quote, type Parsed } from '../parsed.ts';

/** The attributes of one line, by lower-case name; a field without a name is `value`. */
export type Attributes = ReadonlyMap<string, string>;

/**
 * Reads one line as docker/metadata-action does: fields between commas, each `name=value`, split at the first `=`.
 * A field in double quotes may hold commas, and a doubled quote in it is a quote.
 */
export function parseRecord(line: string): Parsed<Attributes> {
  const fields = splitFields(line);
  if (fields === undefined) return notAllowed(quotesAround(line));
  const attributes = new Map<string, string>();
  for (const field of fields) {
    if (field === '') return notAllowed('something before and after each comma');
    const equals = field.indexOf('=');
    const name = equals < 0 ? 'value' : field.slice(0, equals).trim().toLowerCase();
    if (attributes.has(name))
      return notAllowed(
        `each attribute once, not ${name} twice; a field with a comma in it stands in double quotes, as in "${name}=a,b"`,
      );
    const value = equals < 0 ? field : field.slice(equals + 1).trim();
    attributes.set(name, value);
  }
  return ok(attributes);
}

/** How double quotes are meant, for an error. */
export function quotesAround(line: string): string {
  return `double quotes around a whole field, as in "value=a,b", not ${quote(line)}`;
}

/** Undefined where a quote is not closed, or stands around a value and not around its field. */
export function splitFields(line: string): string[] | undefined {
  const fields: string[] = [];
  const field = /\s*(?:"((?:[^"]|"")*)"\s*|((?!\s*"|[^,=]*=\s*")[^,]*))(,|$)/y;
  for (let rest = ','; rest === ',';) {
    const match = field.exec(line);
    if (match === null) return undefined;
    fields.push(match[1] === undefined ? (match[2] ?? '').trim() : match[1].replaceAll('""', '"'));
    rest = match[3] ?? '';
  }
  return fields;
}
