import type { Clock, Registry } from '../ports.ts';
import type { Digest } from '../types/digest.ts';
import type { RepositoryName } from '../types/names.ts';
import type { Finding, ScanPage } from '../types/scan.ts';

/** What came of reading all pages of one scan. */
export type Reading =
  | { readonly kind: 'whole'; readonly findings: readonly Finding[] }
  /** Later pages speak of another state of the scan than the first one: to be read anew. */
  | { readonly kind: 'changed' }
  /** ECR counts more findings than it gives: they are still coming. */
  | { readonly kind: 'fewer' }
  /** A page leads back to one that was read before. */
  | { readonly kind: 'endless' }
  | { readonly kind: 'out-of-time' };

/** Reads the findings of a finished scan: the first page is there, the others are fetched, until the deadline. */
export async function readFindings(
  image: { readonly repository: RepositoryName; readonly digest: Digest; readonly deadline: number },
  firstPage: ScanPage,
  { clock, registry }: { readonly clock: Clock; readonly registry: Registry },
): Promise<Reading> {
  const findings = [...firstPage.findings];
  let received = firstPage.received;
  const seen = new Set<string>();
  let token = firstPage.nextToken;
  while (token !== undefined) {
    if (seen.has(token)) return { kind: 'endless' };
    if (clock.now() >= image.deadline) return { kind: 'out-of-time' };
    seen.add(token);
    const answer = await registry.readScan(image.repository, image.digest, token);
    if (answer.kind !== 'status' || answer.page.status !== firstPage.status) return { kind: 'changed' };
    for (const finding of answer.page.findings) findings.push(finding);
    received += answer.page.received;
    token = answer.page.nextToken;
  }
  return received < firstPage.announced ? { kind: 'fewer' } : { kind: 'whole', findings };
}
