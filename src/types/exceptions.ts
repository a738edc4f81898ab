import type { Finding } from './scan.ts';

/** A finding that is accepted for a reason until a date. All texts are the user's own: escape them. */
export interface Exception {
  /** The finding's id, exactly as the scanner writes it. */
  readonly id: string;
  /** Narrows the exception to findings in this package; undefined means any package. */
  readonly package: string | undefined;
  readonly reason: string;
  /** The last day on which it applies, `YYYY-MM-DD` in UTC. */
  readonly expires: string;
  /** The first moment at which it no longer applies, in milliseconds since 1970. */
  readonly endsAt: number;
  readonly approvedBy: string | undefined;
  /** Its line in the file, counted from 1. */
  readonly line: number;
}

/** The exceptions that a run has. */
export type Exceptions =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly path: string; readonly list: readonly Exception[] }
  /** There is a file, but this run may not use it. `why` is a clause that follows "because". */
  | { readonly kind: 'ignored'; readonly path: string; readonly why: string };

/**
 * What became of one exception in a run.
 * - `applied`: it covers findings, and does not end soon enough for a warning.
 * - `ending`: it covers findings, and ends soon.
 * - `expired`: there are findings that it would cover, and they count.
 * - `unused`: there is no finding that it would cover, although everything was scanned.
 * - `unknown`: no such finding was seen, but the scan is not complete.
 */
export type ExceptionState = 'applied' | 'ending' | 'expired' | 'unused' | 'unknown';

export interface ExceptionUse {
  readonly exception: Exception;
  readonly state: ExceptionState;
  /** The findings that match it, over all platforms; for an expired one, those that no other exception accepts. */
  readonly findings: readonly Finding[];
}
