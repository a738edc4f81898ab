import type { Finding } from './scan.ts';

/** A finding that is accepted for a reason until a date. All texts are a person's own: escape them. */
export interface Exception {
  /** The finding's id, exactly as the scanner writes it. */
  readonly id: string;
  /** Narrows the exception to findings in this package; undefined: in any. */
  readonly package: string | undefined;
  readonly reason: string;
  /** The last day on which it holds, `YYYY-MM-DD` in UTC. */
  readonly expires: string;
  /** The first moment at which it holds no more, in milliseconds since 1970. */
  readonly endsAt: number;
  readonly approvedBy: string | undefined;
  /** Where it stands in its file, from 1. */
  readonly line: number;
}

/** What the run has by way of exceptions. */
export type Exceptions =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly path: string; readonly list: readonly Exception[] }
  /** There is a file, and this run may not go by it. `why` is a clause that follows "because". */
  | { readonly kind: 'ignored'; readonly path: string; readonly why: string };

/**
 * What became of one exception in a run.
 * - `applied`: it covers findings, and holds longer than the time of warning.
 * - `ending`: the same, and it ends soon.
 * - `expired`: there are findings that it would cover, and they count.
 * - `unused`: there is no finding that it would cover, although everything was scanned.
 * - `unknown`: none was seen, but there is no full scan.
 */
export type ExceptionState = 'applied' | 'ending' | 'expired' | 'unused' | 'unknown';

export interface ExceptionUse {
  readonly exception: Exception;
  readonly state: ExceptionState;
  /** The findings that match it, over all platforms; of an expired one those that no other exception accepts. */
  readonly findings: readonly Finding[];
}
