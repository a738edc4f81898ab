import type { ScanPage, Scanner } from '../types/scan.ts';

/** A finished scan's first page, and since when it has looked like this. */
export interface Sighting {
  readonly announced: number;
  readonly received: number;
  readonly hasMore: boolean;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** Holds a page against the last one that was seen: what is the same keeps its time, what has changed begins anew. */
export function sight(page: ScanPage, before: Sighting | undefined, now: number): Sighting {
  const { announced, received } = page;
  const hasMore = page.nextToken !== undefined;
  const isSame =
    before?.announced === announced && before.received === received && before.hasMore === hasMore;
  return { announced, received, hasMore, since: isSame ? before.since : now };
}

/**
 * A scan that ended longer ago has given what it gives, whatever the clocks of runner and registry say: AWS refuses
 * requests whose time is 15 minutes off. Source: observed, "Signature not yet current: ... is still later than ... (... + 15 min.)".
 */
const settledAfterMs = 30 * 60_000;

/**
 * How long a finished scan has to look the same before it is believed, in milliseconds.
 * - Basic scanning shows status and findings together: findings are believed at once. An empty answer is asked for once
 *   more, because the price of a second is small and that of a wrong "clean" is not.
 * - Enhanced scanning takes its findings from Amazon Inspector, which can come after the status and one after another.
 *   Findings have to be the same twice, an empty answer has to stay empty.
 * Source: aws/aws-sdk#289 (COMPLETE with no findings while they are still coming); how long they take nobody has said.
 * @param ageMs how long ago the scan ended
 */
export function settlingMs({ received }: ScanPage, scanner: Scanner | 'unknown', ageMs: number): number {
  if (ageMs > settledAfterMs) return 0;
  if (scanner === 'basic') return received > 0 ? 0 : 1000;
  return received > 0 ? 1500 : 10_000;
}

/** What is waited for while a scan settles. */
export function settlingFor({ received }: ScanPage): string {
  return received > 0
    ? 'the findings to stay the same'
    : 'findings that may come late, as the scan ended without any';
}

/** When to look again while a scan settles: at its end, so that a short settling costs one read, or every two seconds. */
export function settlingPollMs(settlesInMs: number): number {
  return Math.min(settlesInMs, 2000);
}
