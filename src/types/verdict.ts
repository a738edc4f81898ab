import type { IncompleteReason, Severity, SeverityCounts } from './scan.ts';
import type { Platform } from './names.ts';

/** What is allowed. */
export interface Policy {
  /** The most findings allowed of a severity; a severity that is not named is not limited. */
  readonly limits: Readonly<Partial<Record<Severity, number>>>;
  readonly onIncompleteScan: 'fail' | 'warn';
}

/** One rule of the policy that the image does not keep. */
export type Breach =
  | {
      readonly kind: 'severity';
      readonly severity: Severity;
      readonly found: number;
      readonly allowed: number;
    }
  | {
      readonly kind: 'incomplete-scan';
      readonly platform: Platform;
      readonly reason: IncompleteReason;
      readonly detail: string;
    };

/**
 * Whether the image may have its names. `not-scanned` is a verdict of its own: it names the image because the
 * person said so (`scan: off`, `on-incomplete-scan: warn`), never because nothing was found.
 */
export type Verdict =
  | { readonly outcome: 'passed'; readonly counts: SeverityCounts }
  | {
      readonly outcome: 'failed';
      readonly counts: SeverityCounts | undefined;
      readonly breaches: readonly [Breach, ...Breach[]];
    }
  | { readonly outcome: 'not-scanned'; readonly counts: SeverityCounts | undefined; readonly why: string };
