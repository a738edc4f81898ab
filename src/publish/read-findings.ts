import type { Clock, PageRequest, Registry } from '../ports.ts';
import type { Digest } from '../types/digest.ts';
import type { RepositoryName } from '../types/names.ts';
import type { Finding, ScanPage } from '../types/scan.ts';

/** What came of reading all pages of one scan. */
export type Reading =
  | { readonly kind: 'whole'; readonly findings: readonly Finding[] }
  /** The pages speak of another state of the scan than the poll did: to be read anew. */
  | { readonly kind: 'changed' }
  /** ECR counts more findings than it gives: they are still coming. */
  | { readonly kind: 'fewer' }
  /** A page leads back to one that was read before. */
  | { readonly kind: 'endless' }
  | { readonly kind: 'out-of-time' };

/** A poll asks for so few, because several platforms are polled at once and an enhanced finding is large. */
export const pollPage: PageRequest = { size: 100 };

/** Half of what ECR gives at once: a page of enhanced findings is megabytes, and memory stays flat. */
const wholePage: PageRequest = { size: 500 };

/**
 * The findings of a finished scan: those of the poll, if it shows all of them, else page by page from the beginning,
 * until the deadline.
 */
export async function readFindings(
  image: { readonly repository: RepositoryName; readonly digest: Digest; readonly deadline: number },
  poll: ScanPage,
  { clock, registry }: { readonly clock: Clock; readonly registry: Registry },
): Promise<Reading> {
  if (poll.nextToken === undefined)
    return poll.received < poll.announced ? { kind: 'fewer' } : { kind: 'whole', findings: poll.findings };
  const findings: Finding[] = [];
  let received = 0;
  const seen = new Set<string>();
  let request = wholePage;
  for (;;) {
    if (clock.now() >= image.deadline) return { kind: 'out-of-time' };
    const answer = await registry.readScan(image.repository, image.digest, request);
    if (answer.kind !== 'status' || answer.page.status !== poll.status) return { kind: 'changed' };
    for (const finding of answer.page.findings) findings.push(finding);
    received += answer.page.received;
    const token = answer.page.nextToken;
    if (token === undefined) break;
    if (seen.has(token)) return { kind: 'endless' };
    seen.add(token);
    request = { ...wholePage, token };
  }
  return received < poll.announced ? { kind: 'fewer' } : { kind: 'whole', findings };
}
