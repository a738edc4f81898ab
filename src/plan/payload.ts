/** Readers for an event's JSON, which may have any form: what is missing is empty. */

type PayloadObject = Readonly<Record<string, unknown>>;

export function object(value: unknown): PayloadObject {
  return typeof value === 'object' && value !== null ? (value as PayloadObject) : {};
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function nonEmpty(value: string): string | undefined {
  return value === '' ? undefined : value;
}

/** The number of a pull request or an issue. */
export function wholeNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** SHA-1 or SHA-256, as git writes them. All zeros mean "none" in git. */
export function commit(sha: string): string | undefined {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha) && !/^0+$/.test(sha) ? sha : undefined;
}

/** `owner/name` in lower case, because GitHub ignores case; undefined if there is none, as for a deleted fork. */
export function fullNameOf(repository: unknown): string | undefined {
  return nonEmpty(text(object(repository)['full_name']).toLowerCase());
}
