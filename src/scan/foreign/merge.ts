import { scannersOf, severities, unnamed, type Finding } from '../../types/scan.ts';

/**
 * Merges what several scanners report. The same vulnerability in the same package is one finding, with the worse of
 * the two severities and the names of both scanners. If a package has several versions, the same version is matched
 * if both name it. A list is never made shorter: a scanner with three findings leaves at least three.
 */
export function mergeFindings(lists: readonly (readonly Finding[])[]): Finding[] {
  const merged: Finding[] = [];
  for (const list of lists) {
    const there = placesByKey(merged);
    for (const finding of list) {
      const at = takePlace(there.get(keyOf(finding)), merged, finding);
      const known = at === undefined ? undefined : merged[at];
      if (at === undefined || known === undefined) merged.push(finding);
      else merged[at] = mergeTwo(known, finding);
    }
  }
  return merged;
}

/**
 * If one list has a vulnerability several times for one package, because the package is in several places, it is one
 * finding.
 */
export function distinct(findings: readonly Finding[]): Finding[] {
  const known = new Map<string, number>();
  const kept: Finding[] = [];
  for (const finding of findings) {
    const key = JSON.stringify([finding.id, finding.package, finding.installed]);
    const at = finding.id === unnamed ? undefined : known.get(key);
    const same = at === undefined ? undefined : kept[at];
    if (at === undefined || same === undefined) {
      known.set(key, kept.length);
      kept.push(finding);
    } else kept[at] = mergeTwo(same, finding);
  }
  return kept;
}

function placesByKey(findings: readonly Finding[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, finding] of findings.entries()) {
    if (finding.id === unnamed) continue;
    const key = keyOf(finding);
    const known = places.get(key);
    if (known === undefined) places.set(key, [at]);
    else known.push(at);
  }
  return places;
}

/** Takes one of the remaining places, preferring the same version. */
function takePlace(
  left: number[] | undefined,
  merged: readonly Finding[],
  { installed }: Finding,
): number | undefined {
  if (left === undefined || left.length === 0) return undefined;
  const same = left.findIndex((at) => merged[at]?.installed === installed);
  return left.splice(Math.max(0, same), 1)[0];
}

function keyOf({ id, package: name }: Finding): string {
  return JSON.stringify([id, name]);
}

/** The worse of two findings, completed by what only the other one has. */
function mergeTwo(one: Finding, other: Finding): Finding {
  const isWorse = severities.indexOf(other.severity) < severities.indexOf(one.severity);
  const [worse, milder] = isWorse ? [other, one] : [one, other];
  const saidBy = [...new Set([...scannersOf(one), ...scannersOf(other)])];
  const merged: { -readonly [K in keyof Finding]: Finding[K] } = { ...milder, ...worse, saidBy };
  // The milder one's word does not belong to this severity.
  if (worse.severityAsGiven === undefined) delete merged.severityAsGiven;
  const fix = fixes.find((said) => one.fix === said || other.fix === said);
  return fix === undefined ? merged : { ...merged, fix };
}

/** Whoever knows of a fix is right: `only-fixable` must not leave out what one of the two can mend. */
const fixes = ['yes', 'partial', 'no'] as const;
