import type { PlatformFinding } from '../types/baseline.ts';
import type { Platform } from '../types/names.ts';
import type { Finding } from '../types/scan.ts';
import { isForeign } from '../types/severity-word.ts';
import type { Standing } from '../types/verdict.ts';

/** The first items of a list on one line, and how many more there are. */
export function listed(items: readonly string[], most: number): string {
  const more = items.length - most;
  return `${items.slice(0, most).join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}

/** A finding, and the platforms that have it. */
interface NamedGroup extends Pick<PlatformFinding, 'finding'> {
  readonly platforms: readonly Platform[];
}

/** `CVE-2026-1 in openssl (linux/amd64)`, for a sentence; with the scanner's word if it is not ECR's. */
export function nameGroup({ finding, platforms: on }: NamedGroup): string {
  const where = finding.package === undefined ? '' : ` in ${shorten(finding.package)}`;
  const word = isForeign(finding) ? `, severity ${finding.severityAsGiven ?? ''}` : '';
  const who = finding.saidBy === undefined ? '' : ` said by ${shorten(finding.saidBy.join(' and '))}`;
  const platforms = listed(on, 10);
  return `${shorten(finding.id)}${where} (${platforms}${word})${who}`;
}

/** The severity as in ECR's console, with the scanner's own word if it differs. */
export function severityText({ severity, severityAsGiven }: Finding): string {
  return (severityAsGiven === undefined ? severity : `${severity} (${severityAsGiven})`).toUpperCase();
}

/** Whether a standing is worth telling: most findings simply count. */
export function isRemarkable(standing: Standing): boolean {
  return standing.kind !== 'counts' || standing.expired !== undefined;
}

/** What became of a finding, in a few words: one that counts either blocks the release or is within the limits. */
export function standingText(standing: Standing, blocks: boolean): string {
  switch (standing.kind) {
    case 'accepted':
      return `accepted until ${standing.exception.expires}`;
    case 'not-new':
      return 'not new';
    case 'not-fixable':
      return 'no fix yet';
    case 'counts':
      return `${blocks ? 'blocks' : 'allowed'}${standing.expired === undefined ? '' : `, acceptance expired ${standing.expired.expires}`}`;
  }
}

/** Shortens foreign text for a table cell or a sentence. */
export function shorten(text: string, most = 80): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
