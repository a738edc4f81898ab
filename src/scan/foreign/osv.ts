import type { Json, JsonObject } from '../../types/json.ts';
import type { ScanSaid } from '../../types/foreign-scan.ts';
import type { Finding } from '../../types/scan.ts';
import { memberAt, memberOf, objectsOf, wordOf } from './json-members.ts';
import { severityOf } from './severity.ts';
import { digestsOf, listIfAny, listOf, toolFinding, toolName } from './tool-finding.ts';

/** A group with more ids is about more than one vulnerability. */
const mostIds = 50;

/**
 * Reads OSV-Scanner's JSON: sources, their packages, and for each package groups of advisories about the same
 * vulnerability. The scanner gives the highest CVSS score of a group.
 * Source: google/osv-scanner, pkg/models/results.go; ossf/osv-schema.
 */
export function readOsv(file: Json): ScanSaid {
  const tool = toolName('OSV-Scanner', undefined);
  const results = listOf(memberOf(file, 'results'), 'results');
  return {
    tools: [tool],
    subjects: digestsOf(results.map((result) => memberAt(result, 'source', 'path'))),
    endedAt: undefined,
    findings: results
      .flatMap((result) => listIfAny(memberOf(result, 'packages'), 'packages'))
      .flatMap((one) => findingsIn(one, tool)),
  };
}

function findingsIn(one: JsonObject, tool: string): Finding[] {
  const advisories = listIfAny(memberOf(one, 'vulnerabilities'), 'vulnerabilities');
  const groups = listIfAny(memberOf(one, 'groups'), 'groups');
  const grouped = groups.map((group) => {
    const ids = textsOf(memberOf(group, 'ids'));
    return {
      ids,
      aliases: textsOf(memberOf(group, 'aliases')),
      score: wordOf(memberOf(group, 'max_severity'), 20),
      of: advisories.filter((advisory) => ids.includes(idOf(advisory))),
    };
  });
  const left = advisories.filter((advisory) => !grouped.some(({ ids }) => ids.includes(idOf(advisory))));
  const alone = left.map((advisory) => ({
    ids: [idOf(advisory)],
    aliases: [],
    score: undefined,
    of: [advisory],
  }));
  return [...grouped, ...alone].flatMap((group) => groupFindings(group, one, tool));
}

interface Group {
  readonly ids: readonly string[];
  readonly aliases: readonly string[];
  readonly score: string | undefined;
  /** The advisories about it. */
  readonly of: readonly JsonObject[];
}

/**
 * One finding for each CVE that a group is about, because that is the name in exceptions and in ECR; otherwise one by
 * the advisory's own id.
 */
function groupFindings({ ids, aliases, score, of }: Group, one: JsonObject, tool: string): Finding[] {
  const [first] = of;
  const found = {
    tool,
    ...severityOf({ score, word: of.map(wordIn).find((word) => word !== undefined), level: 'none' }),
    package: memberAt(one, 'package', 'name'),
    installed: memberAt(one, 'package', 'version'),
    fixedIn: of.map((advisory) => fixIn(advisory, one)).find((version) => version !== undefined),
    description: memberOf(first, 'summary') ?? memberOf(first, 'details'),
    uri: ids[0] === undefined ? undefined : `https://osv.dev/vulnerability/${encodeURIComponent(ids[0])}`,
  };
  const named = [...ids, ...aliases, ...of.flatMap((advisory) => namesOf(advisory))];
  const cves = [...new Set(named.flatMap((id) => /\bCVE-\d{4}-\d{1,12}$/.exec(id)?.[0] ?? []))];
  const all = cves.length > 0 ? cves.slice(0, mostIds) : [ids[0]];
  return all.map((id) => toolFinding({ ...found, id }));
}

function idOf(advisory: JsonObject): string {
  return wordOf(memberOf(advisory, 'id'), 300) ?? '';
}

/** A distribution's advisory names its CVE as `upstream`. Source: ossf/osv-schema, `upstream`. */
function namesOf(advisory: JsonObject): string[] {
  return [...textsOf(memberOf(advisory, 'aliases')), ...textsOf(memberOf(advisory, 'upstream'))];
}

/** GitHub's severity, which it keeps if there is no vector. `MODERATE` is its word for medium. */
function wordIn(advisory: JsonObject): string | undefined {
  const word = wordOf(memberAt(advisory, 'database_specific', 'severity'), 40);
  return word?.toLowerCase() === 'moderate' ? 'medium' : word;
}

/** The versions in which an advisory says that this package is fixed. */
function fixIn(advisory: JsonObject, one: JsonObject): string | undefined {
  const name = memberAt(one, 'package', 'name');
  const fixed = objectsOf(memberOf(advisory, 'affected'))
    .filter((affected) => memberAt(affected, 'package', 'name') === name)
    .flatMap((affected) => objectsOf(memberOf(affected, 'ranges')))
    .flatMap((range) => objectsOf(memberOf(range, 'events')))
    .flatMap((event) => wordOf(memberOf(event, 'fixed'), 100) ?? []);
  return fixed.length === 0 ? undefined : [...new Set(fixed)].join(', ');
}

function textsOf(value: Json | undefined): string[] {
  const all = Array.isArray(value) ? (value as readonly Json[]) : [];
  return all.flatMap((text) => wordOf(text, 300) ?? []).slice(0, mostIds);
}
