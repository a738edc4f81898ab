import { mostFindings } from '../../types/bounds.ts';
import { parseDigest, type Digest } from '../../types/digest.ts';
import type { ScanSaid } from '../../types/foreign-scan.ts';
import { isObject, type Json, type JsonObject } from '../../types/json.ts';
import { quoted, Refusal } from '../../types/refusal.ts';
import { clause } from '../../types/text.ts';
import { memberAt, memberOf, objectsOf, positionOf, wordOf } from './json-members.ts';
import { findingsIn } from './result-finding.ts';

/** A file with more runs is not the scan of an image. Snyk writes one for each project in it. */
const mostRuns = 100;
const mostName = 60;

/**
 * Reads another scanner's results in SARIF 2.1.0. Throws Refusal unless the file is the complete result of a tool
 * that has scanned: an unreadable file is not one without findings.
 * Source: OASIS, Static Analysis Results Interchange Format 2.1.0.
 */
export function readSarif(log: Json): ScanSaid {
  const version = memberOf(log, 'version');
  if (version !== '2.1.0' || !Array.isArray(memberOf(log, 'runs')))
    throw new Refusal(
      `it is no SARIF 2.1.0${typeof version === 'string' ? `: its version is ${quoted(version)}` : ''}`,
    );
  const list = memberOf(log, 'runs') as readonly Json[];
  if (list.length === 0) throw new Refusal('it has no runs: no tool has looked at anything');
  if (list.length > mostRuns)
    throw new Refusal(`it has ${String(list.length)} runs, and at most ${String(mostRuns)} are read`);
  const runs = list.map((run, at) => readRun(run, `run ${String(at + 1)}`));
  const ends = runs.flatMap(({ endedAt }) => endedAt ?? []);
  return {
    tools: [...new Set(runs.map(({ tool }) => tool))],
    subjects: [...new Set(runs.flatMap(({ subjects }) => subjects))],
    endedAt: ends.length === 0 ? undefined : Math.max(...ends),
    findings: runs.flatMap((run) => run.findings),
  };
}

interface Run extends Pick<ScanSaid, 'subjects' | 'endedAt' | 'findings'> {
  readonly tool: string;
}

function readRun(run: Json, what: string): Run {
  if (!isObject(run)) throw new Refusal(`its ${what} is no object`);
  const driver = memberAt(run, 'tool', 'driver');
  const name = wordOf(memberOf(driver, 'name'), mostName);
  if (name === undefined) throw new Refusal(`its ${what} does not say which tool it is of`);
  const tool = clause(name);
  const version = wordOf(memberOf(driver, 'semanticVersion') ?? memberOf(driver, 'version'), mostName);
  requireSuccess(run, tool);
  const results = memberOf(run, 'results');
  if (!Array.isArray(results))
    throw new Refusal(`its ${what}, of ${tool}, has no list of results: the tool did not look for any`);
  if (results.length > mostFindings)
    throw new Refusal(
      `${tool} has ${String(results.length)} results, and at most ${String(mostFindings)} are read`,
    );
  if (objectsOf(memberAt(run, 'externalPropertyFileReferences', 'results')).length > 0)
    throw new Refusal(`the results of ${tool} are in other files (externalPropertyFileReferences)`);
  const present = (results as readonly Json[]).filter((result) => isPresent(result, tool));
  const rules = rulesOf(run);
  if (/^osv-scanner\b/i.test(tool) && !present.every((result) => isScored(result, rules(result).rule)))
    throw new Refusal(
      'OSV-Scanner writes every result as a warning, however bad it is: give it --format json, which has the scores',
    );
  return {
    tool: version === undefined ? tool : `${tool} ${clause(version)}`,
    subjects: subjectsOf(run, present),
    endedAt: endOf(run),
    findings: present.flatMap((result) => findingsIn({ ...rules(result), result, tool })),
  };
}

/** Whether a result or its rule has a score. Source: osv-scanner 1.9.2, whose SARIF has none. */
function isScored(result: JsonObject, rule: Json | undefined): boolean {
  return [result, rule].some((one) => memberAt(one, 'properties', 'security-severity') !== undefined);
}

/** `executionSuccessful` is false if the tool failed. Source: SARIF 2.1.0, 3.20.14. */
function requireSuccess(run: JsonObject, tool: string): void {
  for (const invocation of objectsOf(memberOf(run, 'invocations')))
    if (memberOf(invocation, 'executionSuccessful') === false) {
      const why = wordOf(memberOf(invocation, 'exitCodeDescription'), 200);
      throw new Refusal(
        `${tool} says that its own run failed (executionSuccessful: false)${why === undefined ? '' : `: ${clause(why)}`}`,
      );
    }
}

function endOf(run: JsonObject): number | undefined {
  const ends = objectsOf(memberOf(run, 'invocations')).flatMap((invocation) => {
    const at = Date.parse(wordOf(memberOf(invocation, 'endTimeUtc'), 40) ?? '');
    return Number.isNaN(at) ? [] : [at];
  });
  return ends.length === 0 ? undefined : Math.max(...ends);
}

/** Kinds that do not report a problem. Source: SARIF 2.1.0, 3.27.9 (`kind`) and 3.27.24 (`baselineState`). */
const harmless = ['pass', 'notApplicable', 'informational'];

function isPresent(result: Json, tool: string): result is JsonObject {
  if (!isObject(result)) throw new Refusal(`a result of ${tool} is no object`);
  const kind = memberOf(result, 'kind');
  return (
    memberOf(result, 'baselineState') !== 'absent' && !(typeof kind === 'string' && harmless.includes(kind))
  );
}

type FindRule = (result: JsonObject) => {
  readonly rule: Json | undefined;
  readonly ruleId: string | undefined;
};

/**
 * A result names its rule by `ruleIndex` or `rule`, in the driver or in an extension, or by the id. Source: SARIF
 * 2.1.0, 3.27.5 to 3.27.7 and 3.52.4.
 */
function rulesOf(run: JsonObject): FindRule {
  const driver = objectsOf(memberAt(run, 'tool', 'driver', 'rules'));
  const extensions = objectsOf(memberAt(run, 'tool', 'extensions')).map((one) =>
    objectsOf(memberOf(one, 'rules')),
  );
  const byId = new Map<string, JsonObject>();
  for (const rule of [...driver, ...extensions.flat()]) {
    const id = memberOf(rule, 'id');
    if (typeof id === 'string' && !byId.has(id)) byId.set(id, rule);
  }
  return (result) => {
    const reference = memberOf(result, 'rule');
    const given = memberOf(result, 'ruleId') ?? memberOf(reference, 'id');
    const index = positionOf(memberOf(result, 'ruleIndex') ?? memberOf(reference, 'index'));
    const extension = positionOf(memberAt(reference, 'toolComponent', 'index'));
    const rules = extension === undefined ? driver : (extensions[extension] ?? []);
    const indexed = index === undefined ? undefined : rules[index];
    const own = wordOf(memberOf(indexed, 'id'), 1000);
    // Older versions of Grype give every result the index 0: a rule with another name is not this result's.
    const isMeant =
      typeof given !== 'string' || own === undefined || given === own || given.startsWith(`${own}/`);
    const rule =
      isMeant && indexed !== undefined ? indexed : byId.get(typeof given === 'string' ? given : '');
    return {
      rule,
      ruleId: typeof given === 'string' && given !== '' ? given : wordOf(memberOf(rule, 'id'), 1000),
    };
  };
}

/** How many results are searched for the image's digest; they all name the same. */
const askedResults = 20;

/**
 * The digests by which a run names its image: Trivy in its properties, Grype in its messages, Snyk in its locations,
 * with an underscore for the colon.
 * Source: aquasecurity/trivy, pkg/report/sarif.go; anchore/grype, presenter.go, resultMessage; snyk/cli,
 * get-sarif-result.ts, getArtifactLocationUri.
 */
function subjectsOf(run: JsonObject, results: readonly JsonObject[]): Digest[] {
  const properties = memberOf(run, 'properties');
  const digests = memberOf(properties, 'repoDigests');
  const said = [
    memberOf(properties, 'imageID'),
    memberOf(properties, 'imageName'),
    ...(Array.isArray(digests) ? (digests as readonly Json[]) : []),
  ].flatMap((text) => digestsIn(text, /(?:^|@)(sha256:[0-9a-f]{64})$/));
  const shown = results
    .slice(0, askedResults)
    .flatMap((result) => [
      ...digestsIn(memberAt(result, 'message', 'text'), /\bin image [^\s@]+@(sha256:[0-9a-f]{64}) at:/),
      ...objectsOf(memberOf(result, 'locations')).flatMap((location) =>
        digestsIn(
          memberAt(location, 'physicalLocation', 'artifactLocation', 'uri'),
          /@(sha256[_:][0-9a-f]{64})$/,
        ),
      ),
    ]);
  return [...new Set([...said, ...shown])];
}

function digestsIn(text: Json | undefined, pattern: RegExp): Digest[] {
  if (typeof text !== 'string') return [];
  const digest = parseDigest(pattern.exec(text.slice(0, 4096))?.[1]?.replace('_', ':') ?? '');
  return digest === undefined ? [] : [digest];
}
