import type { ScanSaid } from '../../types/foreign-scan.ts';
import { isObject, type Json, type JsonObject } from '../../types/json.ts';
import { Refusal } from '../../types/refusal.ts';
import { severities, type Finding } from '../../types/scan.ts';
import { clause } from '../../types/text.ts';
import { memberAt, memberOf, objectsOf, wordOf } from './json-members.ts';
import { parsePurl } from './purl.ts';
import { severityOf, type Severity } from './severity.ts';
import { digestsOf, listOf, timeOf, toolFinding, toolName } from './tool-finding.ts';

/**
 * Reads a CycloneDX file with a scanner's vulnerabilities. A mere SBOM has none, and says nothing about them.
 * Source: CycloneDX 1.4 to 1.7, JSON schema.
 */
export function readCycloneDx(file: Json): ScanSaid {
  const component = memberAt(file, 'metadata', 'component');
  const all = toolsOf(memberAt(file, 'metadata', 'tools'));
  const tools = [...new Set(all.map(({ name, version }) => toolName(name, version)))];
  const called = toolName(all[0]?.name, undefined);
  const vulnerabilities = vulnerabilitiesOf(file, tools);
  const components = componentsOf(file);
  return {
    tools,
    subjects: digestsOf([
      memberOf(component, 'version'),
      memberOf(component, 'purl'),
      memberOf(component, 'bom-ref'),
      ...propertiesOf(component),
    ]),
    endedAt: timeOf(memberAt(file, 'metadata', 'timestamp')),
    findings: vulnerabilities.filter(isPresent).flatMap((one) => findingsIn(one, components, called)),
  };
}

/**
 * The vulnerabilities in a file whose tool has looked for them. Grype always looks, and leaves the list out if it found
 * none; Trivy writes an empty one even if its scanning is off, which is the default for this format. Throws Refusal.
 * Source: grype 0.121.2; aquasecurity/trivy, docs, "SBOM".
 */
function vulnerabilitiesOf(file: Json, tools: readonly string[]): readonly JsonObject[] {
  const list = memberOf(file, 'vulnerabilities');
  if (list === undefined && tools.every((tool) => /^grype\b/i.test(tool))) return [];
  if (list === undefined)
    throw new Refusal('it is an SBOM without a list of vulnerabilities: nobody has looked for any');
  const vulnerabilities = listOf(list, 'vulnerabilities');
  if (vulnerabilities.length === 0 && tools.some((tool) => /^trivy\b/i.test(tool)))
    throw new Refusal(
      'its list of vulnerabilities is empty, which Trivy writes also where it has not looked: give it --format sarif or --format json',
    );
  return vulnerabilities;
}

/** A list of tools, or since 1.5 an object with components. */
function toolsOf(tools: Json | undefined): Component[] {
  const all = [...objectsOf(tools), ...objectsOf(memberOf(tools, 'components'))];
  if (all.length === 0) throw new Refusal('it does not say which tool it is of (metadata.tools)');
  return all.map((tool) => ({ name: memberOf(tool, 'name'), version: memberOf(tool, 'version') }));
}

/** Trivy names its image in properties. Source: aquasecurity/trivy, pkg/sbom/cyclonedx. */
function propertiesOf(component: Json | undefined): (Json | undefined)[] {
  return objectsOf(memberOf(component, 'properties'))
    .filter((one) => /:(?:ImageID|RepoDigest)$/.test(wordOf(memberOf(one, 'name'), 200) ?? ''))
    .map((one) => memberOf(one, 'value'));
}

/** Name and version, as the file has them. */
interface Component {
  readonly name: Json | undefined;
  readonly version: Json | undefined;
}

/** The components to which vulnerabilities refer, by `bom-ref`, which is unique. Throws Refusal. */
function componentsOf(file: Json): ReadonlyMap<string, Component> {
  const found = new Map<string, Component>();
  const open = objectsOf(memberOf(file, 'components'));
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const reference = wordOf(memberOf(one, 'bom-ref'), 4096);
    if (reference !== undefined) {
      const [here, other] = [nameIn(one), found.get(reference)];
      if (other !== undefined && (other.name !== here.name || other.version !== here.version))
        throw new Refusal(
          `two of its components have the bom-ref ${clause(reference)}, which does not say which one is meant`,
        );
      found.set(reference, here);
    }
    open.push(...objectsOf(memberOf(one, 'components')));
  }
  return found;
}

/** A reference without a component in the file may itself be a package URL. */
function namedBy(reference: string): Component {
  const purl = parsePurl(reference);
  return { name: purl?.package ?? reference, version: purl?.installed };
}

/** The package URL says more than the name, which has no group for npm and Maven. */
function nameIn(component: JsonObject): Component {
  const purl = parsePurl(wordOf(memberOf(component, 'purl'), 4096) ?? '');
  return {
    name: purl?.package ?? memberOf(component, 'name'),
    version: purl?.installed ?? memberOf(component, 'version'),
  };
}

/** States of vulnerabilities that somebody has set aside. Source: CycloneDX, `vulnerabilities[].analysis.state`. */
const harmless = ['false_positive', 'not_affected', 'resolved', 'resolved_with_pedigree'];

/** Rejected ones do not count. What somebody has set aside does count, because only the policy's exceptions accept it. */
function isPresent(vulnerability: JsonObject): boolean {
  return memberOf(vulnerability, 'rejected') === undefined;
}

function findingsIn(
  vulnerability: JsonObject,
  components: ReadonlyMap<string, Component>,
  tool: string,
): Finding[] {
  const affects = objectsOf(memberOf(vulnerability, 'affects'));
  const state = wordOf(memberAt(vulnerability, 'analysis', 'state'), 40);
  const found = {
    tool,
    id: memberOf(vulnerability, 'id'),
    ...worstOf(objectsOf(memberOf(vulnerability, 'ratings'))),
    description: memberOf(vulnerability, 'description') ?? memberOf(vulnerability, 'detail'),
    // The source may be a whole database; the advisory is about this vulnerability.
    uri:
      memberOf(objectsOf(memberOf(vulnerability, 'advisories'))[0], 'url') ??
      memberAt(vulnerability, 'source', 'url'),
  };
  const places = affects.length === 0 ? [undefined] : affects;
  return places.map((place) => {
    const reference = wordOf(memberOf(place, 'ref'), 4096) ?? '';
    const component = components.get(reference) ?? namedBy(reference);
    const finding = toolFinding({
      ...found,
      package: component.name,
      installed: component.version,
      fixedIn: fixIn(place) ?? recommendedIn(vulnerability),
    });
    return state !== undefined && harmless.includes(state)
      ? { ...finding, setAside: state.toUpperCase() }
      : finding;
  });
}

/** Grype: `{ range: 'vers:npm/>=1.3.1', status: 'unaffected' }`. Source: anchore/grype, presenter/cyclonedx. */
function fixIn(place: JsonObject | undefined): string | undefined {
  const [range] = objectsOf(memberOf(place, 'versions'))
    .filter((one) => memberOf(one, 'status') === 'unaffected')
    .map((one) => wordOf(memberOf(one, 'range'), 300) ?? wordOf(memberOf(one, 'version'), 300) ?? '');
  return range?.replace(/^vers:[a-z0-9.+-]+\/(?:>=)?/, '');
}

/** Trivy: `Upgrade zlib to version 1.3.1; …`. Source: aquasecurity/trivy, pkg/sbom/io and cyclonedx marshalling. */
function recommendedIn(vulnerability: JsonObject): string | undefined {
  const advice = wordOf(memberOf(vulnerability, 'recommendation'), 1000) ?? '';
  return /^Upgrade \S+ to version ([^\s;]+)/.exec(advice)?.[1];
}

/** If several sources rate it, the worst word counts. */
function worstOf(ratings: readonly JsonObject[]): Severity {
  const all = ratings.map(ratingOf);
  const [first, ...others] = all;
  if (first === undefined) return { severity: 'undefined' };
  return others.reduce(
    (worst, one) => (severities.indexOf(one.severity) < severities.indexOf(worst.severity) ? one : worst),
    first,
  );
}

/** A score counts only if it is CVSS's. A rating with only a vector counts as an unknown word, and so as the worst. */
function ratingOf(rating: JsonObject): Severity {
  const method = wordOf(memberOf(rating, 'method'), 40) ?? 'CVSS';
  const score = memberOf(rating, 'score');
  const word = wordOf(memberOf(rating, 'severity'), 40);
  return severityOf({
    score: typeof score === 'number' && method.startsWith('CVSS') ? score : undefined,
    word: word === undefined ? undefined : (words[word.toLowerCase()] ?? word),
    level: isObject(rating) && 'vector' in rating ? 'unrated' : 'none',
  });
}

/** Its words for which ECR has others. Source: CycloneDX, `severity`. */
const words: Readonly<Record<string, string>> = { info: 'informational', none: 'informational' };
