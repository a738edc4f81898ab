import type { Json, JsonObject } from '../../types/json.ts';
import { Refusal } from '../../types/refusal.ts';
import type { ScanSaid } from '../../types/foreign-scan.ts';
import type { Finding } from '../../types/scan.ts';
import { clause } from '../../types/text.ts';
import { memberAt, memberOf, wordOf } from './json-members.ts';
import { severityOf } from './severity.ts';
import { digestsOf, listIfAny, timeOf, toolFinding, toolName } from './tool-finding.ts';

/**
 * Reads Trivy's JSON, which names the scanned image even if it has no findings. Secrets, misconfigurations and
 * licences in it are findings too, without a package.
 * Source: aquasecurity/trivy, pkg/types/report.go, pkg/fanal/types.
 */
export function readTrivy(file: Json): ScanSaid {
  const tool = toolName('Trivy', undefined);
  const kind = wordOf(memberOf(file, 'ArtifactType'), 40);
  if (kind !== 'container_image')
    throw new Refusal(`it is about no image: Trivy calls what it has looked at ${clause(kind ?? 'nothing')}`);
  const repoDigests = memberAt(file, 'Metadata', 'RepoDigests');
  // Without packages and findings there are no results, and the member is left out.
  const results = listIfAny(memberOf(file, 'Results'), 'results');
  requirePackages(results);
  return {
    tools: [toolName('Trivy', memberAt(file, 'Trivy', 'Version'))],
    subjects: digestsOf([
      memberAt(file, 'Metadata', 'ImageID'),
      memberOf(file, 'ArtifactName'),
      ...(Array.isArray(repoDigests) ? (repoDigests as readonly Json[]) : []),
    ]),
    endedAt: timeOf(memberOf(file, 'CreatedAt')),
    findings: results.flatMap((result) => [
      ...listIn(result, 'Vulnerabilities').map((one) => vulnerabilityOf(one, tool)),
      ...listIn(result, 'Misconfigurations')
        .filter((one) => memberOf(one, 'Status') !== 'PASS')
        .map((one) => otherOf(one, 'ID', tool)),
      ...listIn(result, 'Secrets').map((one) => otherOf(one, 'RuleID', tool)),
      ...listIn(result, 'Licenses').map((one) => otherOf(one, 'Name', tool)),
    ]),
  };
}

function listIn(result: JsonObject, name: string): readonly JsonObject[] {
  return listIfAny(memberOf(result, name), name);
}

/**
 * Trivy lists the packages in which it has looked for vulnerabilities, also where it found none. Results about
 * secrets, licences or configuration alone come from `--scanners` without `vuln`. Throws Refusal.
 * Source: aquasecurity/trivy, pkg/types/report.go (ResultClass), docs, "Scanner".
 */
function requirePackages(results: readonly JsonObject[]): void {
  const isOfPackages = (result: JsonObject) =>
    !/^(?:secret|license|license-file|config)$/.test(wordOf(memberOf(result, 'Class'), 40) ?? '') ||
    listIn(result, 'Vulnerabilities').length > 0;
  if (results.length > 0 && !results.some(isOfPackages))
    throw new Refusal(
      'its results are about secrets, licences or configuration alone: Trivy did not look for vulnerabilities, which --scanners vuln does',
    );
}

function vulnerabilityOf(one: JsonObject, tool: string): Finding {
  return toolFinding({
    tool,
    id: memberOf(one, 'VulnerabilityID'),
    ...severityOf({
      score: scoreOf(one),
      word: wordOf(memberOf(one, 'Severity'), 40),
      level: 'none',
    }),
    package: memberOf(one, 'PkgName'),
    installed: memberOf(one, 'InstalledVersion'),
    fixedIn: memberOf(one, 'FixedVersion'),
    ...(deniedStates.includes(wordOf(memberOf(one, 'Status'), 40) ?? '') && { fix: 'no' as const }),
    description: memberOf(one, 'Title') ?? memberOf(one, 'Description'),
    uri: memberOf(one, 'PrimaryURL'),
  });
}

/** States that explicitly deny a fix. Source: aquasecurity/trivy-db, pkg/types/status.go. */
const deniedStates = ['will_not_fix', 'end_of_life', 'fix_deferred'];

/**
 * The score from the source whose severity Trivy has used, as in its SARIF. Source: aquasecurity/trivy,
 * pkg/report/sarif.go.
 */
function scoreOf(one: JsonObject): number | undefined {
  const source = wordOf(memberOf(one, 'SeveritySource'), 40) ?? '';
  const score = memberAt(one, 'CVSS', source, 'V3Score');
  return typeof score === 'number' ? score : undefined;
}

function otherOf(one: JsonObject, idName: string, tool: string): Finding {
  return toolFinding({
    tool,
    id: memberOf(one, idName),
    ...severityOf({ score: undefined, word: wordOf(memberOf(one, 'Severity'), 40), level: 'none' }),
    package: undefined,
    installed: undefined,
    description: memberOf(one, 'Title'),
  });
}
