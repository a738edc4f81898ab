import { fixOf } from '../policy/fixable.ts';
import type { Report } from '../types/report.ts';
import type { Standing } from '../types/verdict.ts';
import { describeBreach } from './policy-error.ts';

/**
 * What the result file says about the verdict: flat lists that belong together by position, one item for each
 * finding, exception or broken rule, none left out.
 */
export function verdictFields({ verdict, baseline, exceptions }: Report) {
  const findings = verdict?.findings ?? [];
  const uses = verdict?.exceptions ?? [];
  const comparison = verdict?.comparison;
  const compared = comparison?.kind === 'compared' ? comparison : undefined;
  return {
    breaches: verdict?.outcome === 'failed' ? verdict.breaches.map(describeBreach) : [],
    findingIds: findings.map(({ finding }) => finding.id),
    findingSeverities: findings.map(({ finding }) => finding.severity),
    findingSeverityWords: findings.map(({ finding }) => finding.severityAsGiven ?? ''),
    findingPlatforms: findings.map(({ platform }) => platform),
    findingPackages: findings.map(({ finding }) => finding.package ?? ''),
    findingInstalled: findings.map(({ finding }) => finding.installed ?? ''),
    findingFixedIn: findings.map(({ finding }) => finding.fixedIn ?? ''),
    findingFixable: findings.map(({ finding }) => fixOf(finding)),
    findingUris: findings.map(({ finding }) => finding.uri ?? ''),
    findingStandings: findings.map(({ standing }) => standing.kind),
    findingReasons: findings.map(({ standing }) => reasonOf(standing)),
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

function reasonOf(standing: Standing): string {
  return standing.kind === 'excepted' ? standing.exception.reason : '';
}
