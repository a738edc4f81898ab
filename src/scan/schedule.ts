import type { IncompleteReason, ScanAnswer, ScanPage } from '../types/scan.ts';
import { clause } from '../types/text.ts';
import { deadEnd } from './dead-ends.ts';

/** What to do after an answer. */
export type NextStep =
  | { readonly kind: 'wait'; readonly awaiting: string }
  | { readonly kind: 'read'; readonly page: ScanPage; readonly completedAt: number }
  | { readonly kind: 'give-up'; readonly reason: IncompleteReason; readonly detail: string };

/**
 * Decides from one answer what to wait for, whether the findings are really there, or whether they never will be.
 * A status alone proves nothing: findings are there when the scan has a time of completion, and when the first
 * page is not empty although the answer itself counts findings.
 */
export function nextStep(answer: ScanAnswer): NextStep {
  if (answer.kind === 'no-scan') return { kind: 'wait', awaiting: 'the scan to begin' };
  if (answer.kind === 'busy')
    return { kind: 'wait', awaiting: `the API to answer (${clause(answer.detail)})` };
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
      if (page.completedAt === undefined) return { kind: 'wait', awaiting: 'the findings' };
      if (page.announced > 0 && page.received === 0)
        return { kind: 'wait', awaiting: 'the findings that ECR counts' };
      return { kind: 'read', page, completedAt: page.completedAt };
    default:
      return {
        kind: 'give-up',
        reason: 'unknown-status',
        detail: `ECR answered with a status that this version does not know: ${page.status}`,
      };
  }
}

/**
 * How long to wait before the next poll: about a second within the first minute, so that the verdict comes
 * within two seconds of the scan's end, and then a twentieth of the time waited so far, at most fifteen seconds.
 */
export function pollDelayMs(waitedMs: number): number {
  if (waitedMs < 60_000) return Math.min(1500, 500 + waitedMs / 20);
  return Math.min(15_000, waitedMs / 20);
}
