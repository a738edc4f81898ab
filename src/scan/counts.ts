import { severities, type Finding, type PlatformScan, type SeverityCounts } from '../types/scan.ts';

/** Findings by severity; every severity is included, even with none. */
export function countFindings(findings: Iterable<Finding>): SeverityCounts {
  const counts = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<
    Finding['severity'],
    number
  >;
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}

/**
 * The sum over platforms: a package on two platforms is two findings, as ECR counts them. Undefined if no platform has a
 * whole list: what an incomplete scan listed is judged, but a count of it would say that there is no more.
 */
export function countPlatforms(platforms: readonly PlatformScan[]): SeverityCounts | undefined {
  const complete = platforms.filter((platform) => platform.outcome === 'complete');
  return complete.length === 0 ? undefined : countFindings(complete.flatMap(({ findings }) => findings));
}

/** Sorts worst first; within a severity by higher score, then by identifier and package. */
export function worstFirst(a: Finding, b: Finding): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    (b.score ?? 0) - (a.score ?? 0) ||
    a.id.localeCompare(b.id, 'en') ||
    (a.package ?? '').localeCompare(b.package ?? '', 'en')
  );
}
