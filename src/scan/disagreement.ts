import type { Tally } from '../types/tally.ts';

/** How many severities are named: there are six, and any other words that a scanner may have. */
const named = 8;

/**
 * Where ECR's counts differ from the findings that it lists, for people: `1 CRITICAL counted, 0 listed; 0 LOW
 * counted, 1 listed`. Undefined if they agree for every severity. It is not documented whether the counts include
 * what Amazon Inspector has set aside, so both are accepted.
 */
export function disagreement(counts: Tally, listed: Tally, setAside: Tally): string | undefined {
  const differing = [...new Set([...counts.keys(), ...listed.keys()])].filter((key) => {
    const counted = counts.get(key) ?? 0;
    const most = listed.get(key) ?? 0;
    return counted > most || counted < most - (setAside.get(key) ?? 0);
  });
  if (differing.length === 0) return undefined;
  const texts = differing
    .slice(0, named)
    .map((key) => `${String(counts.get(key) ?? 0)} ${key} counted, ${String(listed.get(key) ?? 0)} listed`);
  return [...texts, ...(differing.length > named ? ['and others'] : [])].join('; ');
}
