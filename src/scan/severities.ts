import type { Finding } from '../types/scan.ts';
import { clause } from '../types/text.ts';

/** A sentence about findings whose severity is none of ours, so that none of them is counted in silence. */
export function foreignSeverities(findings: Iterable<Finding>): string | undefined {
  const counts = new Map<string, number>();
  for (const { severityAsGiven: given } of findings)
    if (given !== undefined) counts.set(given, (counts.get(given) ?? 0) + 1);
  if (counts.size === 0) return undefined;
  const words = [...counts].map(([severity, count]) => `${severity} (${String(count)})`).join(', ');
  return `the scanner gives severities that count as undefined: ${clause(words)}.`;
}
