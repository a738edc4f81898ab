import type { Tally } from '../types/tally.ts';

/** So many severities are named; there are six, and whatever words a scanner may have besides. */
const named = 8;

/**
 * Where ECR's counts and the findings that it lists differ, for people: `1 CRITICAL counted, 0 listed; 0 LOW counted,
 * 1 listed`. Undefined where they agree, severity by severity. Whether the counts include what Amazon Inspector has set
 * aside nobody has said, so that these may be in them or not.
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
