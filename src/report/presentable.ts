import { ShipError } from '../types/errors.ts';
import type { Report } from '../types/report.ts';
import { shortHashes } from '../types/text.ts';

/**
 * A report as it may be shown and written: every text in it has passed through `fit`, whichever file, output or
 * summary it ends in and however that quotes it. The event's payload is left out, because none of them shows it.
 */
export function presentable(report: Report, fit: (text: string) => string): Report {
  const { run, failure, ...rest } = report;
  const shown = textsOf({ ...rest, run: { ...run, event: { ...run.event, payload: undefined } } }, fit);
  return { ...shown, failure: failure && presentableError(failure, fit) };
}

/** An error as it may be shown. Its cause stays as it is: only the log shows it, and cleans every line. */
function presentableError(error: ShipError, fit: (text: string) => string): ShipError {
  const { code, what, next, details, places, cause } = error;
  return new ShipError({
    code,
    what: shortHashes(fit(what)),
    next: shortHashes(fit(next)),
    ...(details !== undefined && { details: fit(details) }),
    places: places.map((place) => ({ ...place, file: fit(place.file), what: fit(place.what) })),
    cause,
  });
}

/**
 * Passes every text in a value of plain objects and lists through `fit`. Everything else stays as it is, and so does
 * an object in which nothing had to change: a report contains tens of thousands of findings, each in several places,
 * nearly all of which need no second copy.
 */
function textsOf<T>(value: T, fit: (text: string) => string): T {
  const done = new Map<object, unknown>();
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return fit(one);
    if (!isPlain(one)) return one;
    if (!done.has(one)) done.set(one, Array.isArray(one) ? listOf(one, walk) : objectOf(one, walk));
    return done.get(one);
  };
  return walk(value) as T;
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

function listOf(list: readonly unknown[], walk: (one: unknown) => unknown): readonly unknown[] {
  const walked = list.map(walk);
  return walked.every((one, index) => one === list[index]) ? list : walked;
}

function objectOf(value: object, walk: (one: unknown) => unknown): object {
  const members = Object.entries(value) as [string, unknown][];
  const walked = members.map(([key, member]) => [key, walk(member)] as const);
  return walked.every(([, member], index) => member === members[index]?.[1])
    ? value
    : Object.fromEntries(walked);
}
