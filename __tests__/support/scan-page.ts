import type { ScanPage } from '../../src/types/scan.ts';
import { severityKey } from '../../src/types/severity-word.ts';
import { tallyOf, type Tally } from '../../src/types/tally.ts';

/** ECR's counts of findings: `{ CRITICAL: 1 }`. */
export function counts(of: Readonly<Record<string, number>>): Tally {
  return new Map(Object.entries(of));
}

export type PageMembers = Partial<Omit<ScanPage, 'counts'>> & {
  /** By default the counts of the page's own findings; `none` for no counts. */
  readonly counts?: Tally | 'none';
};

/** A page of a truthful scanner, except for what is given. */
export function scanPage(status: string, { counts: given, ...more }: PageMembers = {}): ScanPage {
  const findings = more.findings ?? [];
  const listed = tallyOf(findings.map(severityKey));
  const counted = given === 'none' ? undefined : (given ?? listed);
  return {
    scanner: 'basic',
    status,
    hasList: true,
    listed,
    setAside: tallyOf(findings.filter((one) => one.setAside !== undefined).map(severityKey)),
    findings,
    ...(counted !== undefined && { counts: counted }),
    ...more,
  };
}
