import type { Part } from '../list.ts';
import { notAllowed, ok, quote, type Parsed } from '../parsed.ts';

/** The attributes of one line, by lower-case name; a field without a name is `value`. */
export type Attributes = ReadonlyMap<string, string>;

/**
 * Reads the fields of one line as docker/metadata-action does: each is `name=value`, split at the first `=`. A field
 * that does not begin with a name, such as `{{date 'X' tz='UTC'}}`, is a value.
 */
export function parseAttributes(fields: readonly Part[]): Parsed<Attributes> {
  const attributes = new Map<string, string>();
  for (const { text } of fields) {
    if (text === '') return notAllowed('something before and after each comma');
    const { name = 'value', value } = splitField(text);
    if (attributes.has(name)) {
      return notAllowed(
        `each attribute once, and ${name} is there twice in ${quote(fields.map((field) => field.text).join(','))}; ` +
          'tags stand on lines of their own, and a field that holds a comma is put in double quotes',
      );
    }
    attributes.set(name, value);
  }
  return ok(attributes);
}

/** Splits a field into name and value; the name is undefined unless the field begins with one and `=`. */
export function splitField(field: string): { readonly name: string | undefined; readonly value: string } {
  const match = /^\s*([\w-]+)\s*=(.*)$/s.exec(field);
  return { name: match?.[1]?.toLowerCase(), value: match?.[2]?.trim() ?? field };
}
