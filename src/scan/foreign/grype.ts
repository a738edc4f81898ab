import type { Json, JsonObject } from '../../types/json.ts';
import type { ScanSaid } from '../../types/foreign-scan.ts';
import { Refusal } from '../../types/refusal.ts';
import type { Finding } from '../../types/scan.ts';
import { clause } from '../../types/text.ts';
import { memberAt, memberOf, objectsOf, wordOf } from './json-members.ts';
import { severityOf } from './severity.ts';
import { digestsOf, listOf, timeOf, toolFinding, toolName } from './tool-finding.ts';

/**
 * Reads Grype's JSON, which names the scanned image even if it has no findings.
 * Source: anchore/grype, grype/presenter/models.
 */
export function readGrype(file: Json): ScanSaid {
  const tool = toolName('grype', undefined);
  const target = memberAt(file, 'source', 'target');
  const kind = wordOf(memberAt(file, 'source', 'type'), 40);
  if (kind !== 'image')
    throw new Refusal(`it is about no image: Grype calls what it has looked at ${clause(kind ?? 'nothing')}`);
  const repoDigests = memberOf(target, 'repoDigests');
  return {
    tools: [toolName('grype', memberAt(file, 'descriptor', 'version'))],
    subjects: digestsOf([
      memberOf(target, 'imageID'),
      memberOf(target, 'manifestDigest'),
      memberOf(target, 'userInput'),
      ...(Array.isArray(repoDigests) ? (repoDigests as readonly Json[]) : []),
    ]),
    endedAt: timeOf(memberAt(file, 'descriptor', 'timestamp')),
    findings: listOf(memberOf(file, 'matches'), 'matches').map((match) => findingOf(match, tool)),
  };
}

function findingOf(match: JsonObject, tool: string): Finding {
  const vulnerability = memberOf(match, 'vulnerability');
  const versions = memberAt(vulnerability, 'fix', 'versions');
  const fixedIn = Array.isArray(versions) ? (versions as readonly Json[])[0] : undefined;
  const scores = objectsOf(memberOf(vulnerability, 'cvss')).flatMap((one) => {
    const score = memberAt(one, 'metrics', 'baseScore');
    return typeof score === 'number' ? [score] : [];
  });
  return toolFinding({
    tool,
    id: memberOf(vulnerability, 'id'),
    ...severityOf({
      score: scores.length === 0 ? undefined : Math.max(...scores),
      word: wordOf(memberOf(vulnerability, 'severity'), 40),
      level: 'none',
    }),
    package: memberAt(match, 'artifact', 'name'),
    installed: memberAt(match, 'artifact', 'version'),
    fixedIn,
    ...fixOf(wordOf(memberAt(vulnerability, 'fix', 'state'), 40), fixedIn),
    description: memberOf(vulnerability, 'description'),
    uri: memberOf(vulnerability, 'dataSource'),
  });
}

/** `unknown` and an empty list say nothing. */
function fixOf(state: string | undefined, fixedIn: Json | undefined): Pick<Finding, 'fix'> {
  if (state === 'not-fixed' || state === 'wont-fix') return { fix: 'no' };
  return state === 'fixed' && fixedIn === undefined ? { fix: 'yes' } : {};
}
