import type { Baseline, PlatformFinding } from '../types/baseline.ts';
import type { Exception } from '../types/exceptions.ts';
import { severities, type CompleteScan, type PlatformScan, type ScanReport } from '../types/scan.ts';
import type { Breach, Grounds, JudgedFinding, Policy, Standing, Verdict } from '../types/verdict.ts';
import { compare, type IsKnown } from './compare.ts';
import { countPlatforms, worstFirst } from '../scan/counts.ts';
import { acceptanceBy, exceptionUses, type Acceptance } from './exceptions.ts';
import { fixOf } from './fixable.ts';

/** What a verdict depends on besides the scan and the policy. */
export interface Circumstances {
  readonly exceptions: readonly Exception[];
  readonly baseline: Baseline;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Judges a scan by a policy. Not scanned is not clean: only a complete scan can pass. */
export function judge(scan: ScanReport, policy: Policy, circumstances: Circumstances): Verdict {
  const platforms = scan.kind === 'off' ? [] : scan.platforms;
  const grounds = groundsOf(platforms, scan.kind === 'complete', policy, circumstances);
  if (scan.kind === 'off') return { ...grounds, outcome: 'not-scanned', why: scan.why };
  const breaches = [
    ...severityBreaches(grounds.findings, policy),
    ...(policy.onIncompleteScan === 'fail' ? incompleteBreaches(platforms) : []),
  ];
  const [first, ...others] = breaches;
  if (first !== undefined) return { ...grounds, outcome: 'failed', breaches: [first, ...others] };
  const { counts } = grounds;
  if (scan.kind === 'incomplete' || counts === undefined)
    return { ...grounds, outcome: 'not-scanned', why: whyIncomplete(platforms) };
  return { ...grounds, counts, outcome: 'passed' };
}

function groundsOf(
  platforms: readonly PlatformScan[],
  everythingScanned: boolean,
  policy: Policy,
  { exceptions, baseline, now }: Circumstances,
): Grounds {
  const complete = platforms.filter((platform): platform is CompleteScan => platform.outcome === 'complete');
  const compared = baseline.kind === 'unasked' ? undefined : compare(complete, baseline);
  const isKnown: IsKnown = compared?.isKnown ?? (() => false);
  const acceptance = acceptanceBy(exceptions, now);
  const findings = platforms
    .flatMap(({ platform, findings: found = [] }) => found.map((finding) => ({ platform, finding })))
    .map((one) => ({
      ...one,
      standing: standingOf(one, policy, acceptance(one.finding), isKnown),
      isNew: !isKnown(one.platform, one.finding),
    }))
    .sort((a, b) => worstFirst(a.finding, b.finding));
  return {
    counts: countPlatforms(platforms),
    findings,
    exceptions: exceptionUses(
      exceptions,
      findings.map(({ finding }) => finding),
      now,
      everythingScanned,
    ),
    comparison: compared?.comparison,
  };
}

function standingOf(
  { platform, finding }: PlatformFinding,
  policy: Policy,
  { inForce, expired }: Acceptance,
  isKnown: IsKnown,
): Standing {
  if (inForce !== undefined) return { kind: 'accepted', exception: inForce };
  if (policy.onlyNew && isKnown(platform, finding)) return { kind: 'not-new' };
  // Only a definite no leaves a finding out: one whose fix is unknown must not slip through.
  if (policy.onlyFixable && fixOf(finding) === 'no') return { kind: 'not-fixable' };
  return { kind: 'counts', expired };
}

function severityBreaches(judged: readonly JudgedFinding[], policy: Policy): Breach[] {
  return severities.flatMap((severity) => {
    const allowed = policy.limits[severity];
    const findings = judged
      .filter(({ finding, standing }) => finding.severity === severity && standing.kind === 'counts')
      .map(({ platform, finding }) => ({ platform, finding }));
    return allowed !== undefined && findings.length > allowed
      ? [{ kind: 'severity', severity, found: findings.length, allowed, findings } as const]
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
