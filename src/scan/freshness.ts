const dayMs = 24 * 3600_000;

/**
 * Whether basic findings are old enough for ECR to scan the image again: they lack vulnerabilities that have become
 * known since. ECR scans an image at most once in 24 hours, so younger findings are the newest possible.
 * Source: ECR API reference, StartImageScan.
 */
export function isOutdated(completedAt: number, now: number): boolean {
  return now - completedAt > dayMs;
}

/**
 * Whether a scan claims to have ended in the future. No clock explains that, because AWS refuses the requests of a
 * runner whose clock is 15 minutes off. Source: observed, see `settledAfterMs`.
 */
export function isFromTheFuture(completedAt: number, now: number): boolean {
  return completedAt > now + 15 * 60_000;
}

/**
 * Whether a result is older than the scan that was requested, and so not its result. ECR only accepts a new scan when
 * the last one is a day old, so half a day tells them apart whatever the clocks say.
 */
export function isFromBefore(completedAt: number, askedAt: number): boolean {
  return completedAt < askedAt - dayMs / 2;
}
