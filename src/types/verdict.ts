import type { Comparison, PlatformFinding } from './baseline.ts';
import type { Exception, ExceptionUse } from './exceptions.ts';
import type { IncompleteReason, Severity, SeverityCounts } from './scan.ts';
import type { Platform } from './names.ts';

/** What is allowed. */
export interface Policy {
  /** The most findings that a severity may have; a severity that is not listed has no limit. */
  readonly limits: Readonly<Partial<Record<Severity, number>>>;
  /** What foreign severities mean: the scanner's word in lower case → one of ours. */
  readonly words: ReadonlyMap<string, Severity>;
  readonly onIncompleteScan: 'fail' | 'warn';
  /** Whether findings without a fix do not count. */
  readonly onlyFixable: boolean;
  /** Whether findings that the baseline also has do not count. */
  readonly onlyNew: boolean;
}

/** Whether a finding counts, and if not, why. If there are several reasons, the first of these is given. */
export type Standing =
  | { readonly kind: 'accepted'; readonly exception: Exception }
  | { readonly kind: 'not-new' }
  | { readonly kind: 'not-fixable' }
  | { readonly kind: 'counts'; readonly expired: Exception | undefined };

/** One finding on one platform, and how the policy judges it. */
export interface JudgedFinding extends PlatformFinding {
  readonly standing: Standing;
  /** Whether the baseline lacks it; true if nothing was compared. */
  readonly isNew: boolean;
}

/** A rule of the policy that the image breaks. */
export type Breach =
  | {
      readonly kind: 'severity';
      readonly severity: Severity;
      readonly found: number;
      readonly allowed: number;
      /** The findings that count, worst first. */
      readonly findings: readonly PlatformFinding[];
    }
  | {
      readonly kind: 'incomplete-scan';
      readonly platform: Platform;
      readonly reason: IncompleteReason;
      readonly detail: string;
    };

/** What every verdict is based on. */
export interface Grounds {
  /** All findings by severity, including those that do not count; undefined if no platform was scanned. */
  readonly counts: SeverityCounts | undefined;
  /** Every finding, worst first. */
  readonly findings: readonly JudgedFinding[];
  /** Every exception of the file, in its order. */
  readonly exceptions: readonly ExceptionUse[];
  /** Undefined if the policy does not ask what is new. */
  readonly comparison: Comparison | undefined;
}

/**
 * Whether the image may have its tags. `not-scanned` is a verdict of its own: the image gets its tags because the
 * user said so (`scan: off`, `on-incomplete-scan: warn`), never because nothing was found.
 */
export type Verdict = Grounds &
  (
    | { readonly outcome: 'passed'; readonly counts: SeverityCounts }
    | { readonly outcome: 'failed'; readonly breaches: readonly [Breach, ...Breach[]] }
    | { readonly outcome: 'not-scanned'; readonly why: string }
  );
