/** Readers for the JSON of an event, in which nothing is taken for granted: what is not there is empty. */

export type PayloadObject = Readonly<Record<string, unknown>>;

export function object(value: unknown): PayloadObject {
  return typeof value === 'object' && value !== null ? (value as PayloadObject) : {};
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function nonEmpty(value: string): string | undefined {
  return value === '' ? undefined : value;
}

/** A number of a pull request or an issue. */
export function wholeNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** SHA-1 or SHA-256, as git writes them. A run of zeros is git's word for "none". */
export function commit(sha: string): string | undefined {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha) && !/^0+$/.test(sha) ? sha : undefined;
}

/** `owner/name` in small letters, as GitHub takes both; undefined where there is none, as of a fork that was deleted. */
export function fullNameOf(repository: unknown): string | undefined {
  return nonEmpty(text(object(repository)['full_name']).toLowerCase());
}
