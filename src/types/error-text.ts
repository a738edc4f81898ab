import type { ErrorCode, ShipError } from './errors.ts';

/** The page with a heading for each code, relative to the docs' folder. */
const errorsPage = 'reference/errors.md';

/** Where a code is explained. @param docs the docs' folder, ending with a slash; by default `docs/` */
export function helpOn(code: ErrorCode, docs = 'docs/'): string {
  return `${docs}${errorsPage}#${code}`;
}

/** The text of an error: what happened, and on a second line what to do and where to read more. */
export function errorText(
  { code, what, next }: Pick<ShipError, 'code' | 'what' | 'next'>,
  docs?: string,
): string {
  return `${what}\n${next} More: ${helpOn(code, docs)}`;
}
