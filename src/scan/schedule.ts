import type { IncompleteReason, ScanAnswer, ScanPage } from '../types/scan.ts';
import { total } from '../types/tally.ts';
import { clause } from '../types/text.ts';
import { deadEnd } from './dead-ends.ts';
import { disagreement } from './disagreement.ts';

/** What to do after an answer. */
export type NextStep =
  | { readonly kind: 'wait'; readonly awaiting: string }
  | { readonly kind: 'read'; readonly page: ScanPage; readonly completedAt: number }
  | { readonly kind: 'give-up'; readonly reason: IncompleteReason; readonly detail: string };

/**
 * Decides from one answer what to wait for, whether the findings are really there, or whether they never will be. A
 * status alone proves nothing: the findings are there when the scan has a time of completion, a list and, if that is
 * not empty, ECR's own counts to compare it with. docs/explain/scanning.md has the table, "What is believed".
 */
export function nextStep(answer: ScanAnswer): NextStep {
  if (answer.kind === 'no-scan') return { kind: 'wait', awaiting: 'the scan to begin' };
  if (answer.kind === 'busy')
    return { kind: 'wait', awaiting: `the API to answer: ${clause(answer.detail)}` };
  if (answer.kind === 'contradiction')
    return { kind: 'give-up', reason: 'unavailable', detail: answer.detail };
  const { page } = answer;
  const end = deadEnd(page.status, page.detail);
  if (end !== undefined) return { kind: 'give-up', ...end };
  switch (page.status) {
    case 'PENDING':
      return { kind: 'wait', awaiting: 'the scan to leave the queue' };
    case 'IN_PROGRESS':
      return { kind: 'wait', awaiting: 'the scan to end' };
    case 'COMPLETE':
    case 'ACTIVE':
      return whenFinished(page);
    default:
      return {
        kind: 'give-up',
        reason: 'unknown-status',
        detail: `ECR answered with a status that this version does not know: ${page.status}`,
      };
  }
}

function whenFinished(page: ScanPage): NextStep {
  const { completedAt, counts, listed, setAside } = page;
  if (completedAt === undefined) return { kind: 'wait', awaiting: 'the findings' };
  if (!page.hasList) return { kind: 'wait', awaiting: 'a list of findings, which the answer lacks' };
  const received = total(listed);
  if (received > 0 && counts === undefined)
    return { kind: 'wait', awaiting: "ECR's counts of the findings that it lists" };
  if (received === 0 && counts !== undefined && total(counts) > 0)
    return { kind: 'wait', awaiting: countedFindings(disagreement(counts, listed, setAside) ?? '') };
  return { kind: 'read', page, completedAt };
}

/** What is awaited while counts and list differ. */
export function countedFindings(difference: string): string {
  return `the findings that ECR counts: ${difference}`;
}

/**
 * How long to wait before the next poll: less than a second within the first minute, so that the verdict comes within two
 * seconds of the scan's end, with a second look after one, and then a twentieth of the time waited so far, at most fifteen seconds.
 */
export function pollDelayMs(waitedMs: number): number {
  if (waitedMs < 60_000) return Math.min(900, 500 + waitedMs / 40);
  return Math.min(15_000, waitedMs / 20);
}
