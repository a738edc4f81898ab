import { fixOf } from '../policy/fixable.ts';
import type { Report } from '../types/report.ts';
import { scannersOf } from '../types/scan.ts';
import type { JudgedFinding, Standing } from '../types/verdict.ts';
import { describeBreach } from './policy-error.ts';

/**
 * The verdict in the result file: an object for each finding, and for exceptions and broken rules flat lists that
 * belong together by position; nothing is left out.
 */
export function verdictFields({ verdict, baseline, exceptions }: Report) {
  const findings = verdict?.findings ?? [];
  const uses = verdict?.exceptions ?? [];
  const comparison = verdict?.comparison;
  const compared = comparison?.kind === 'compared' ? comparison : undefined;
  return {
    breaches: verdict?.outcome === 'failed' ? verdict.breaches.map(describeBreach) : [],
    findings: findings.map(findingObject),
    exceptionsFile: exceptions === undefined || exceptions.kind === 'none' ? null : exceptions.path,
    exceptionsIgnored: exceptions?.kind === 'ignored' ? exceptions.why : null,
    exceptionIds: uses.map(({ exception }) => exception.id),
    exceptionPackages: uses.map(({ exception }) => exception.package ?? ''),
    exceptionReasons: uses.map(({ exception }) => exception.reason),
    exceptionExpires: uses.map(({ exception }) => exception.expires),
    exceptionApprovedBy: uses.map(({ exception }) => exception.approvedBy ?? ''),
    exceptionStates: uses.map(({ state }) => state),
    exceptionFindings: uses.map((use) => use.findings.length),
    baselineTag: baseline?.tag ?? null,
    baselineDigest: baseline?.digest ?? null,
    baselineStatus: comparison?.kind ?? null,
    newFindings: compared?.added ?? null,
    stayedFindings: compared?.stayed ?? null,
    fixedFindings: compared?.fixed.length ?? null,
    fixedFindingIds: compared?.fixed.map(({ finding }) => finding.id) ?? [],
    fixedFindingPackages: compared?.fixed.map(({ finding }) => finding.package ?? '') ?? [],
    fixedFindingPlatforms: compared?.fixed.map(({ platform }) => platform) ?? [],
  };
}

/** What is not known is null, so that every finding has the same members. */
function findingObject({ finding, platform, standing }: JudgedFinding) {
  return {
    id: finding.id,
    severity: finding.severity,
    severityWord: finding.severityAsGiven ?? null,
    platform,
    package: finding.package ?? null,
    installed: finding.installed ?? null,
    fixedIn: finding.fixedIn ?? null,
    fixable: fixOf(finding),
    uri: finding.uri ?? null,
    saidBy: scannersOf(finding).join(', '),
    standing: standing.kind,
    reason: reasonOf(standing) || null,
  };
}

function reasonOf(standing: Standing): string {
  return standing.kind === 'accepted' ? standing.exception.reason : '';
}
