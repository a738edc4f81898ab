import type { PlatformFinding } from '../types/baseline.ts';
import type { Finding } from '../types/scan.ts';
import { isForeign } from '../types/severity-word.ts';
import type { Standing } from '../types/verdict.ts';

/** The first few items of a list in one line, and how many more there are. */
export function listed(items: readonly string[], most: number): string {
  const more = items.length - most;
  return `${items.slice(0, most).join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}

/** `CVE-2026-1 in openssl (linux/amd64)`, for a sentence; with the scanner's word where that is not ECR's. */
export function nameFinding({ finding, platform }: PlatformFinding): string {
  const where = finding.package === undefined ? '' : ` in ${shorten(finding.package)}`;
  const word = isForeign(finding) ? `, severity ${finding.severityAsGiven ?? ''}` : '';
  const who = finding.saidBy === undefined ? '' : ` said by ${shorten(finding.saidBy.join(' and '))}`;
  return `${shorten(finding.id)}${where} (${platform}${word})${who}`;
}

/** The severity as people know it from ECR's console, with the scanner's own word where that is another one. */
export function severityText({ severity, severityAsGiven }: Finding): string {
  return (severityAsGiven === undefined ? severity : `${severity} (${severityAsGiven})`).toUpperCase();
}

/** Whether a finding counts, in a few words. */
export function standingText(standing: Standing): string {
  switch (standing.kind) {
    case 'accepted':
      return `accepted until ${standing.exception.expires}`;
    case 'not-new':
      return 'not new';
    case 'not-fixable':
      return 'no fix yet';
    case 'counts':
      return standing.expired === undefined
        ? 'counts'
        : `counts, acceptance expired ${standing.expired.expires}`;
  }
}

/** Foreign text of any length in a table's cell or in a sentence. */
export function shorten(text: string, most = 80): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
