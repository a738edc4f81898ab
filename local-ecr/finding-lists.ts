import type { GeneratedFindings, ScanResult, ScenarioFinding } from './scenario.ts';
import { dictionary } from './state.ts';

/** Findings, and how many of each severity. */
export interface FindingList {
  readonly items: readonly ScenarioFinding[];
  readonly counts: Readonly<Record<string, number>>;
}

/** What the scan of a result finds, and the first half of that. */
export interface ResultLists {
  readonly all: FindingList;
  readonly half: FindingList;
}

export const nothingFound: FindingList = listOf([]);

/** The lists of a scenario's results. A result never changes, so its lists are made once, not for every page. */
export function startFindingLists(): (result: ScanResult) => ResultLists {
  const known = new WeakMap<ScanResult, ResultLists>();
  return (result) => {
    const lists = known.get(result) ?? listsOf(result);
    known.set(result, lists);
    return lists;
  };
}

function listsOf({ findings = [], generate }: ScanResult): ResultLists {
  const items = [...findings, ...(generate === undefined ? [] : generateFindings(generate))];
  return { all: listOf(items), half: listOf(items.slice(0, Math.ceil(items.length / 2))) };
}

function listOf(items: readonly ScenarioFinding[]): FindingList {
  // A severity may be called like anything, `constructor` too.
  const counts = dictionary<number>();
  for (const { severity } of items) counts[severity] = (counts[severity] ?? 0) + 1;
  return { items, counts };
}

/** Generates different findings, spread evenly over the severities. */
function generateFindings({ count, severities }: GeneratedFindings): ScenarioFinding[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `CVE-2025-${String(10000 + index)}`,
    severity: severities[index % severities.length] ?? 'LOW',
    package: `package-${String(index % 500)}`,
    version: `1.${String(index % 97)}.0`,
    ...(index % 3 === 0 && { fixedIn: `1.${String((index % 97) + 1)}.0` }),
    description: `A made-up vulnerability, number ${String(index)}.`,
    uri: `https://example.com/CVE-2025-${String(10000 + index)}`,
  }));
}
