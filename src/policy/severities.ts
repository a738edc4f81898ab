import type { Finding, ScanReport, Severity } from '../types/scan.ts';
import { isForeign, meant } from '../types/severity-word.ts';
import { clause } from '../types/text.ts';

type Words = ReadonlyMap<string, Severity>;

/** Replaces every foreign severity in a scan by what the policy says it means. */
export function nameSeverities<Scan extends ScanReport>(scan: Scan, words: Words): Scan;
export function nameSeverities(scan: ScanReport, words: Words): ScanReport {
  if (scan.kind === 'off' || words.size === 0) return scan;
  const named = <T extends { readonly findings: readonly Finding[] }>(platform: T): T => ({
    ...platform,
    findings: platform.findings.map((finding) => meant(finding, words)),
  });
  return scan.kind === 'complete'
    ? { kind: 'complete', platforms: scan.platforms.map(named) }
    : {
        kind: 'incomplete',
        platforms: scan.platforms.map((one) =>
          one.findings === undefined ? one : named({ ...one, findings: one.findings }),
        ),
      };
}

/** A sentence about findings that nobody has triaged yet, so that they do not go unnoticed. */
export function untriagedFindings(findings: Iterable<Finding>): string | undefined {
  const words = wordsOf(findings, (finding) => finding.severity === 'undefined' && !isForeign(finding));
  return words && `The scanner gives severities that count as undefined: ${words}.`;
}

/** A warning about findings whose severity is neither ECR's nor defined by the policy: they count as critical. */
export function unknownSeverities(findings: Iterable<Finding>, words: Words): string | undefined {
  const unknown = wordsOf(
    findings,
    (finding) => isForeign(finding) && words.get(finding.severityAsGiven?.toLowerCase() ?? '') === undefined,
  );
  if (unknown === undefined) return undefined;
  // A word that cannot be written in fail-on, such as an empty one, always counts as critical.
  const word = /(?:^|, )([A-Za-z][\w-]*) \(/.exec(unknown)?.[1]?.toLowerCase();
  const advice = word === undefined ? '' : ` Say in fail-on what such a word means: high,${word}=medium.`;
  return `The scanner gives severities that are not ECR's, and they count as critical: ${unknown}.${advice}`;
}

function wordsOf(findings: Iterable<Finding>, isWanted: (finding: Finding) => boolean): string | undefined {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const { severityAsGiven: given } = finding;
    if (given !== undefined && isWanted(finding)) counts.set(given, (counts.get(given) ?? 0) + 1);
  }
  if (counts.size === 0) return undefined;
  return clause([...counts].map(([word, count]) => `${word} (${String(count)})`).join(', '));
}

/**
 * A notice about findings that their scanner has suppressed: they count here, since only this policy's exceptions
 * accept anything.
 */
export function setAsideFindings(findings: Iterable<Finding>): string | undefined {
  const counts = new Map<string, number>();
  for (const { setAside } of findings)
    if (setAside !== undefined) counts.set(setAside, (counts.get(setAside) ?? 0) + 1);
  if (counts.size === 0) return undefined;
  const words = [...counts].map(([word, count]) => `${word} (${String(count)})`).join(', ');
  return (
    `Findings count like all others although their scanner does not show them as active: ${clause(words)}. ` +
    'What the policy accepts is in the exceptions file.'
  );
}
