import type { ScanPage, Scanner } from '../types/scan.ts';
import { isSameTally, total, type Tally } from '../types/tally.ts';

/** A finished scan's first page, and since when it has looked like this. */
export interface Sighting {
  readonly counts: Tally | undefined;
  readonly listed: Tally;
  readonly hasMore: boolean;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** Compares a page with the last sighting: if it is the same, it keeps its time; if not, the time starts again. */
export function sight(page: ScanPage, before: Sighting | undefined, now: number): Sighting {
  const { counts, listed } = page;
  const hasMore = page.nextToken !== undefined;
  const isSame =
    before !== undefined &&
    before.hasMore === hasMore &&
    (before.counts === undefined) === (counts === undefined) &&
    isSameTally(before.counts ?? nothing, counts ?? nothing) &&
    isSameTally(before.listed, listed);
  return { counts, listed, hasMore, since: isSame ? before.since : now };
}

const nothing: Tally = new Map();

/**
 * A scan that ended longer ago is complete, whatever the clocks of runner and registry say: AWS refuses requests whose
 * time is 15 minutes off. Source: observed, "Signature not yet current: ... is still later than ... (... + 15 min.)".
 */
const settledAfterMs = 30 * 60_000;

/**
 * How long a finished scan must look the same before it is trusted, in milliseconds.
 * - Basic scanning shows status and findings together. Its answer is requested once more all the same, because a second
 *   costs little and a finding that is missing costs much.
 * - Enhanced scanning gets its findings from Amazon Inspector, and they may arrive after the status and one after
 *   another. Findings must be the same for longer; an empty answer must stay empty.
 * - An empty list without any counts is what enhanced scanning answers for a clean image and, identically, before its
 *   findings are attached, which took some 22 s in one recording: it must stay for a minute.
 * Source: aws/aws-sdk#289 (COMPLETE with no findings while they are still coming); recorded answers in
 * IamRitz/secure-software-delivery, security/scripts/__fixtures__.
 * @param ageMs how long ago the scan ended
 */
export function settlingMs(
  { listed, counts }: ScanPage,
  scanner: Scanner | 'unknown',
  ageMs: number,
): number {
  if (ageMs > settledAfterMs) return 0;
  if (scanner === 'basic') return 1000;
  if (total(listed) > 0) return 1500;
  return counts === undefined ? 60_000 : 10_000;
}

/** What is awaited while a scan settles. */
export function settlingFor({ listed }: ScanPage): string {
  return total(listed) > 0
    ? 'the findings to stay the same'
    : 'findings that may come late, as the scan ended without any';
}

/**
 * When to look again while a scan settles: at its end, so that a short settling costs one read; for a longer one
 * every two seconds, or less often while the end is far.
 */
export function settlingPollMs(settlesInMs: number): number {
  return Math.min(settlesInMs, Math.max(2000, settlesInMs / 12));
}
