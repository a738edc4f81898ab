import type { Comparison, PlatformFinding } from './baseline.ts';
import type { Exception, ExceptionUse } from './exceptions.ts';
import type { IncompleteReason, Severity, SeverityCounts } from './scan.ts';
import type { Platform } from './names.ts';

/** What is allowed. */
export interface Policy {
  /** The most findings allowed of a severity; a severity that is not named is not limited. */
  readonly limits: Readonly<Partial<Record<Severity, number>>>;
  /** What severities mean that are not ECR's: the scanner's word in lower case → one of ours. */
  readonly words: ReadonlyMap<string, Severity>;
  readonly onIncompleteScan: 'fail' | 'warn';
  /** Findings that nobody can fix yet do not count. */
  readonly onlyFixable: boolean;
  /** Findings that the baseline has as well do not count. */
  readonly onlyNew: boolean;
}

/** Whether a finding counts, and if not, why. Where several reasons hold, the first of these is told. */
export type Standing =
  | { readonly kind: 'accepted'; readonly exception: Exception }
  | { readonly kind: 'not-new' }
  | { readonly kind: 'not-fixable' }
  | { readonly kind: 'counts'; readonly expired: Exception | undefined };

/** One finding on one platform, and what the policy makes of it. */
export interface JudgedFinding extends PlatformFinding {
  readonly standing: Standing;
  /** Whether the baseline lacks it; true where nothing was compared. */
  readonly isNew: boolean;
}

/** One rule of the policy that the image does not keep. */
export type Breach =
  | {
      readonly kind: 'severity';
      readonly severity: Severity;
      readonly found: number;
      readonly allowed: number;
      /** The findings that count, the worst first. */
      readonly findings: readonly PlatformFinding[];
    }
  | {
      readonly kind: 'incomplete-scan';
      readonly platform: Platform;
      readonly reason: IncompleteReason;
      readonly detail: string;
    };

/** What every verdict rests on. */
export interface Grounds {
  /** All findings by severity, those that do not count included; undefined where no platform was scanned. */
  readonly counts: SeverityCounts | undefined;
  /** Every finding, the worst first. */
  readonly findings: readonly JudgedFinding[];
  /** Every exception of the file, in its order. */
  readonly exceptions: readonly ExceptionUse[];
  /** Undefined where the policy does not ask what is new. */
  readonly comparison: Comparison | undefined;
}

/**
 * Whether the image may have its names. `not-scanned` is a verdict of its own: it names the image because the
 * person said so (`scan: off`, `on-incomplete-scan: warn`), never because nothing was found.
 */
export type Verdict = Grounds &
  (
    | { readonly outcome: 'passed'; readonly counts: SeverityCounts }
    | { readonly outcome: 'failed'; readonly breaches: readonly [Breach, ...Breach[]] }
    | { readonly outcome: 'not-scanned'; readonly why: string }
  );
