const dayMs = 24 * 3600_000;

/**
 * Whether basic findings are so old that ECR would scan the image again: vulnerabilities that have become known since
 * are not in them. ECR takes one scan of an image in 24 hours, so that younger ones are the newest there can be.
 * Source: ECR API reference, StartImageScan.
 */
export function isOutdated(completedAt: number, now: number): boolean {
  return now - completedAt > dayMs;
}

/**
 * Whether a scan is said to have ended at a time that has not come: no clock explains that, for AWS refuses the requests
 * of a runner whose clock is 15 minutes off. Source: observed, see `settledAfterMs`.
 */
export function isFromTheFuture(completedAt: number, now: number): boolean {
  return completedAt > now + 15 * 60_000;
}

/**
 * Whether a result is from before the scan that was asked for at that moment, and so not its result. ECR takes a new scan
 * only when the last one is a day old, so that half a day tells them apart whatever the clocks say.
 */
export function isFromBefore(completedAt: number, askedAt: number): boolean {
  return completedAt < askedAt - dayMs / 2;
}
