import { mostFindings } from '../types/bounds.ts';
import type { Clock, PageRequest, Scanner } from '../ports.ts';
import { disagreement } from './disagreement.ts';
import type { Digest } from '../types/digest.ts';
import type { Finding, ScanPage } from '../types/scan.ts';
import { isSameTally, sumOf, total, type Tally } from '../types/tally.ts';

/** The result of reading all pages of one scan. */
type Reading =
  | { readonly kind: 'whole'; readonly findings: readonly Finding[] }
  /** The pages describe another state of the scan than the poll did: read them again. */
  | { readonly kind: 'changed' }
  /** ECR counts other findings than it lists, perhaps because more are still coming. `difference` is a clause. */
  | { readonly kind: 'differs'; readonly difference: string }
  /** The answers cannot be trusted, and asking again does not help. `why` is a clause. */
  | { readonly kind: 'unbelievable'; readonly why: string }
  | { readonly kind: 'out-of-time' };

/** Polls ask for few findings, because several platforms are polled at once and an enhanced finding is large. */
export const pollPage: PageRequest = { size: 100 };

/**
 * Half of ECR's maximum, and a quarter for enhanced findings, which are several times as large: an answer stays below
 * a megabyte, which V8 frees before the next page, so memory stays flat. `npm run bench` measures it.
 */
function wholePage({ scanner }: ScanPage): PageRequest {
  return { size: scanner === 'enhanced' ? 250 : 500 };
}

/** Pages may be smaller than requested, but no image has this many. */
const mostPages = 1000;

/**
 * The findings of a finished scan: the poll's, if it shows all of them, or else page by page from the beginning,
 * until the deadline. They are complete if ECR counts as many of every severity as it lists. The counts are for the
 * whole image, whichever page they come with.
 * Source: ECR API reference, ImageScanFindings; botocore takes them from the first page alone.
 */
export async function readFindings(
  image: { readonly scanner: Scanner; readonly digest: Digest; readonly deadline: number },
  poll: ScanPage,
  clock: Clock,
): Promise<Reading> {
  if (poll.nextToken === undefined) return compared(poll, poll);
  const findings: Finding[] = [];
  let listed: Tally = new Map();
  let setAside: Tally = new Map();
  const seen = new Set<string>();
  const first = wholePage(poll);
  let request = first;
  for (;;) {
    const withinMs = image.deadline - clock.now();
    if (withinMs <= 0) return { kind: 'out-of-time' };
    const answer = await image.scanner.read(image.digest, { ...request, withinMs });
    if (answer.kind === 'contradiction') return { kind: 'unbelievable', why: answer.detail };
    if (answer.kind !== 'status' || !isOfSameScan(answer.page, poll, seen.size === 0))
      return { kind: 'changed' };
    const { page } = answer;
    for (const finding of page.findings) findings.push(finding);
    listed = sumOf(listed, page.listed);
    setAside = sumOf(setAside, page.setAside);
    if (findings.length > mostFindings) return tooMany;
    const token = page.nextToken;
    if (token === undefined) return compared(poll, { listed, setAside, findings });
    if (seen.has(token))
      return {
        kind: 'unbelievable',
        why: 'ECR leads from one page of findings to the same page for ever',
      };
    seen.add(token);
    if (seen.size >= mostPages) return tooMany;
    request = { ...first, token };
  }
}

const tooMany: Reading = {
  kind: 'unbelievable',
  why: `ECR lists more than ${String(mostFindings)} findings or ${String(mostPages)} pages of them`,
};

/** Later pages may omit the counts; different counts mean another state of the scan. */
function isOfSameScan(page: ScanPage, poll: ScanPage, isFirst: boolean): boolean {
  if (page.status !== poll.status || !page.hasList) return false;
  if (page.counts === undefined || poll.counts === undefined) return page.counts === poll.counts || !isFirst;
  return isSameTally(page.counts, poll.counts);
}

function compared(
  { counts }: ScanPage,
  { listed, setAside, findings }: Pick<ScanPage, 'listed' | 'setAside' | 'findings'>,
): Reading {
  if (findings.length > mostFindings) return tooMany;
  // A clean image in an enhanced registry has no counts; for basic scanning they have been waited for.
  const difference =
    counts === undefined && total(listed) === 0
      ? undefined
      : disagreement(counts ?? new Map(), listed, setAside);
  return difference === undefined ? { kind: 'whole', findings } : { kind: 'differs', difference };
}
