import { ShipError } from '../types/errors.ts';
import type { Report } from '../types/report.ts';

/**
 * A report as it may be shown and written: every text in it has gone through `fit`, whichever file, output or summary
 * it ends in and however that one quotes it. Left out is the event's payload, which none of them shows.
 */
export function presentable(report: Report, fit: (text: string) => string): Report {
  const { run, failure, ...rest } = report;
  const shown = textsOf({ ...rest, run: { ...run, event: { ...run.event, payload: undefined } } }, fit);
  return { ...shown, failure: failure && presentableError(failure, fit) };
}

/** An error as it may be shown. Its cause stays as it is: the log alone has it, and fits every line. */
export function presentableError(error: ShipError, fit: (text: string) => string): ShipError {
  const { code, what, next, details, cause } = error;
  return new ShipError({
    code,
    what: fit(what),
    next: fit(next),
    ...(details !== undefined && { details: fit(details) }),
    cause,
  });
}

/** A value of plain objects and lists whose texts have gone through `fit`; everything else stays as it is. */
function textsOf<T>(value: T, fit: (text: string) => string): T {
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return fit(one);
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== 'object' || one === null || Object.getPrototypeOf(one) !== Object.prototype)
      return one;
    return Object.fromEntries(Object.entries(one).map(([key, member]) => [key, walk(member)]));
  };
  return walk(value) as T;
}
