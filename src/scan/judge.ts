import { severities, type PlatformScan, type ScanReport, type SeverityCounts } from '../types/scan.ts';
import type { Breach, Policy, Verdict } from '../types/verdict.ts';
import { countPlatforms } from './counts.ts';

/** Holds a scan against a policy. Not scanned is not clean: only a complete scan can pass. */
export function judge(scan: ScanReport, policy: Policy): Verdict {
  if (scan.kind === 'off') return { outcome: 'not-scanned', counts: undefined, why: scan.why };
  const counts = countPlatforms(scan.platforms);
  const breaches = [
    ...(counts === undefined ? [] : severityBreaches(counts, policy)),
    ...(policy.onIncompleteScan === 'fail' ? incompleteBreaches(scan.platforms) : []),
  ];
  const [first, ...others] = breaches;
  if (first !== undefined) return { outcome: 'failed', counts, breaches: [first, ...others] };
  if (scan.kind === 'incomplete' || counts === undefined)
    return { outcome: 'not-scanned', counts, why: whyIncomplete(scan.platforms) };
  return { outcome: 'passed', counts };
}

function severityBreaches(counts: SeverityCounts, policy: Policy): Breach[] {
  return severities.flatMap((severity) => {
    const allowed = policy.limits[severity];
    const found = counts[severity];
    return allowed !== undefined && found > allowed
      ? [{ kind: 'severity', severity, found, allowed } as const]
      : [];
  });
}

function incompleteBreaches(platforms: readonly PlatformScan[]): Breach[] {
  return platforms.flatMap((platform) =>
    platform.outcome === 'incomplete'
      ? [
          {
            kind: 'incomplete-scan',
            platform: platform.platform,
            reason: platform.reason,
            detail: platform.detail,
          } as const,
        ]
      : [],
  );
}

function whyIncomplete(platforms: readonly PlatformScan[]): string {
  return platforms
    .filter((platform) => platform.outcome === 'incomplete')
    .map((platform) => `${platform.platform}: ${platform.detail}`)
    .join('; ');
}
