import type { ErrorCode, ShipError } from './errors.ts';

/** The page that has a heading for each code, in the folder of the docs. */
const errorsPage = 'reference/errors.md';

/** Where a code is explained. @param docs the folder of the docs, ending with a slash; by default as people know it */
export function helpOn(code: ErrorCode, docs = 'docs/'): string {
  return `${docs}${errorsPage}#${code}`;
}

/** An error as it is shown: what happened, and on a second line what to do and where more is said of it. */
export function errorText(
  { code, what, next }: Pick<ShipError, 'code' | 'what' | 'next'>,
  docs?: string,
): string {
  return `${what}\n${next} More: ${helpOn(code, docs)}`;
}
