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
  if (fields === undefined) return notAllowed(quotesAround(line));
  const attributes = new Map<string, string>();
  for (const field of fields) {
    if (field === '') return notAllowed('something before and after each comma');
    const { name = 'value', value } = splitField(field);
    if (attributes.has(name)) {
      return notAllowed(
        `each attribute once (${name} is there twice in ${quote(line)}; a field that holds a comma is put in double quotes)`,
      );
    }
    attributes.set(name, value);
  }
  return ok(attributes);
}

/** Name and value of a field; without a name where it does not begin with one and `=`. */
export function splitField(field: string): { readonly name: string | undefined; readonly value: string } {
  const match = /^\s*([\w-]+)\s*=(.*)$/s.exec(field);
  return { name: match?.[1]?.toLowerCase(), value: match?.[2]?.trim() ?? field };
}

/** How double quotes are meant, for an error. */
export function quotesAround(line: string): string {
  return `double quotes around a whole field, as in "value=a,b", not ${quote(line)}`;
}

/** Undefined where a quote is not closed, or stands around a value and not around its field. */
export function splitFields(line: string): string[] | undefined {
  const fields: string[] = [];
  const field = /\s*(?:"((?:[^"]|"")*)"\s*|((?!\s*"|\s*[\w-]+\s*=\s*")[^,]*))(,|$)/y;
  for (let rest = ','; rest === ',';) {
    const match = field.exec(line);
    if (match === null) return undefined;
    fields.push(match[1] === undefined ? (match[2] ?? '').trim() : match[1].replaceAll('""', '"'));
    rest = match[3] ?? '';
  }
  return fields;
}
