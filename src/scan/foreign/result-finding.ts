import type { Json } from '../../types/json.ts';
import { unnamed, type Finding } from '../../types/scan.ts';
import { memberAt, memberOf, objectsOf, wordOf } from './json-members.ts';
import { parsePurl, type PackageVersion } from './purl.ts';
import { saidIn, type Said } from './said.ts';
import { severityOf } from './severity.ts';

/** One result of a run: the result, its rule, and the tool. */
interface SarifResult {
  readonly result: Json;
  /** Undefined if the file has no such rule. */
  readonly rule: Json | undefined;
  readonly ruleId: string | undefined;
  /** The tool's name, without a version. */
  readonly tool: string;
}

/** Names and versions are not longer. */
const mostCharacters = 300;
const mostDescription = 1000;
/** A rule of Docker Scout lists every package that it is about. */
const mostPackages = 50;

/**
 * Turns a result into findings: one, or several if it is about several packages or vulnerabilities. What each tool
 * writes where is in docs/how-to/foreign-findings.md.
 */
export function findingsIn(given: SarifResult): Finding[] {
  const { result, rule, ruleId, tool } = given;
  const message = textAt(result, 'message', 'text') ?? '';
  const said = bestSaid(message, textAt(rule, 'help', 'text') ?? '');
  const isSnyk = /^snyk/i.test(tool);
  const found: Omit<Finding, 'id'> = {
    ...severityOf({
      score: scoreIn(result) ?? scoreIn(rule),
      word: wordIn(said, given, isSnyk),
      level: levelOf(result, rule),
    }),
    ...fixOf(said, given, isSnyk),
    ...addressOf(said, given, isSnyk),
    ...descriptionOf(rule, isSnyk),
    ...(isSuppressed(result) && { setAside: 'SUPPRESSED' }),
    saidBy: [tool],
  };
  const packages = packagesOf(said, message, given, isSnyk);
  return idsOf(said, ruleId, rule, isSnyk).flatMap((id) =>
    packages.map(({ package: name, installed }) => ({
      ...found,
      id,
      ...(name !== undefined && { package: name.slice(0, mostCharacters) }),
      ...(installed !== undefined && { installed: installed.slice(0, mostCharacters) }),
    })),
  );
}

/** A suppression that is requested but not granted does not count. Source: SARIF 2.1.0, 3.27.23 and 3.35.3 (`status`). */
function isSuppressed(result: Json): boolean {
  const all = objectsOf(memberOf(result, 'suppressions'));
  const isGranted = (one: Json) => (memberOf(one, 'status') ?? 'accepted') === 'accepted';
  return all.length > 0 && all.every(isGranted);
}

/** A rule may be about several packages, so its text describes this result only if the message names none. */
function bestSaid(message: string, help: string): Said {
  const own = saidIn(message);
  return own.has('package') ? own : new Map([...saidIn(help), ...own]);
}

function textAt(value: Json | undefined, ...path: readonly string[]): string | undefined {
  const text = memberAt(value, ...path);
  return typeof text === 'string' ? text : undefined;
}

function scoreIn(value: Json | undefined): string | number | undefined {
  const score = memberAt(value, 'properties', 'security-severity');
  return typeof score === 'string' || typeof score === 'number' ? score : undefined;
}

/** Snyk's word is at the beginning of its title: `High severity - Out-of-bounds Write vulnerability in zlib`. */
function wordIn(said: Said, { result, rule }: SarifResult, isSnyk: boolean): string | undefined {
  const title = isSnyk ? textAt(rule, 'shortDescription', 'text') : undefined;
  return (
    said.get('severity') ||
    wordOf(memberAt(result, 'properties', 'cvssV3_severity'), mostCharacters) ||
    wordOf(memberAt(rule, 'properties', 'cvssV3_severity'), mostCharacters) ||
    /^(\w+) severity - /.exec(title ?? '')?.[1]
  );
}

/** The result's own level, or its rule's, or `warning`. Source: SARIF 2.1.0, 3.27.10. */
function levelOf(result: Json, rule: Json | undefined): string {
  return (
    wordOf(memberOf(result, 'level'), mostCharacters) ??
    wordOf(memberAt(rule, 'defaultConfiguration', 'level'), mostCharacters) ??
    'warning'
  );
}

/** Only an explicit statement means that there is no fix: an empty version means that the tool does not say. */
function fixOf(said: Said, { result, rule }: SarifResult, isSnyk: boolean): Pick<Finding, 'fix' | 'fixedIn'> {
  const given =
    said.get('fixed') ??
    textAt(result, 'properties', 'fixed_version') ??
    textAt(rule, 'properties', 'fixed_version');
  if (given !== undefined && given.trim() !== '')
    return /^not fixed$/i.test(given.trim())
      ? { fix: 'no' }
      : { fixedIn: given.trim().slice(0, mostCharacters) };
  return isSnyk ? remedyOf(result, rule) : {};
}

/** Source: snyk/cli, get-sarif-result.ts (`fixes`), and the texts of its advisories. */
function remedyOf(result: Json, rule: Json | undefined): Pick<Finding, 'fix' | 'fixedIn'> {
  const advice = textAt(rule, 'help', 'markdown') ?? '';
  const version = /\bUpgrade (?:`[^`\n]{1,200}` ){1,2}to version ([^\s]{1,200}) or higher/.exec(advice)?.[1];
  if (version !== undefined) return { fixedIn: version };
  if (/\bThere is no fixed version for `/.test(advice)) return { fix: 'no' };
  return objectsOf(memberOf(result, 'fixes')).length > 0 ? { fix: 'yes' } : {};
}

function addressOf(said: Said, { rule, ruleId }: SarifResult, isSnyk: boolean): Pick<Finding, 'uri'> {
  const linked = /\((https?:\/\/[^\s()]{1,1000})\)/.exec(said.get('link') ?? '')?.[1];
  const help = wordOf(memberOf(rule, 'helpUri'), 2000);
  const snyk = isSnyk && ruleId !== undefined && /^[\w:.-]+$/.test(ruleId);
  const uri = linked ?? help ?? (snyk ? `https://security.snyk.io/vuln/${ruleId}` : undefined);
  return uri === undefined ? {} : { uri };
}

/** Snyk's full description is only the package and its version. */
function descriptionOf(rule: Json | undefined, isSnyk: boolean): Pick<Finding, 'description'> {
  const [first, second] = isSnyk
    ? (['shortDescription', 'fullDescription'] as const)
    : (['fullDescription', 'shortDescription'] as const);
  const description =
    wordOf(memberAt(rule, first, 'text'), mostDescription) ??
    wordOf(memberAt(rule, second, 'text'), mostDescription);
  return description === undefined ? {} : { description };
}

interface MaybePackage {
  readonly package: string | undefined;
  readonly installed: string | undefined;
}

function packagesOf(
  said: Said,
  message: string,
  { result, rule }: SarifResult,
  isSnyk: boolean,
): MaybePackage[] {
  const named = said.get('package');
  if (named !== undefined && named !== '')
    return [parsePurl(named) ?? { package: named, installed: installedIn(said, message) }];
  const purls = [result, rule].flatMap(purlsOf).slice(0, mostPackages);
  if (purls.length > 0) return purls;
  const snyk = isSnyk ? snykPackage(result) : undefined;
  return [snyk ?? { package: undefined, installed: undefined }];
}

/** A rule of Grype's is for a name, whatever its version; the message has the version that was found. */
function installedIn(said: Said, message: string): string | undefined {
  const found = /(?:, version | at version )(\S{1,300}) (?:was found| which)/.exec(message)?.[1];
  return found ?? (said.get('installed') || undefined);
}

function purlsOf(value: Json | undefined): PackageVersion[] {
  const properties = memberOf(value, 'properties');
  const several = memberOf(properties, 'purls');
  const all = [...(Array.isArray(several) ? (several as readonly Json[]) : []), memberOf(properties, 'purl')];
  return all.flatMap((purl) => (typeof purl === 'string' ? (parsePurl(purl) ?? []) : []));
}

/** `pkg@version`. Source: snyk/cli, get-sarif-result.ts, logicalLocations. */
function snykPackage(result: Json): MaybePackage | undefined {
  const [location] = objectsOf(memberOf(result, 'locations'));
  const [logical] = objectsOf(memberOf(location, 'logicalLocations'));
  const name = wordOf(memberOf(logical, 'fullyQualifiedName'), mostCharacters * 2);
  if (name === undefined) return undefined;
  const at = name.lastIndexOf('@');
  return at > 0
    ? { package: name.slice(0, at), installed: name.slice(at + 1) || undefined }
    : { package: name, installed: undefined };
}

/**
 * The ids by which people know and accept it. Grype's rules end with the package's name, and Snyk's have CVEs beside
 * an id of their own: `(CVE-2026-1,CVE-2026-2) zlib@1.3`.
 */
function idsOf(said: Said, ruleId: string | undefined, rule: Json | undefined, isSnyk: boolean): string[] {
  const own = ruleId?.slice(0, mostCharacters);
  const vulnerability = said.get('vulnerability');
  if (vulnerability && own?.startsWith(vulnerability)) return [vulnerability];
  const cves = isSnyk
    ? /^\(((?:CVE-\d{4}-\d{1,12},?)+)\)/.exec(textAt(rule, 'fullDescription', 'text') ?? '')
    : null;
  const listed = (cves?.[1] ?? '').split(',').filter((cve) => cve !== '');
  return listed.length > 0 ? [...new Set(listed)].slice(0, mostPackages) : [own ?? unnamed];
}
