import type { Log } from '../ports.ts';
import { readBaseline } from '../publish/baseline.ts';
import { needsTagForScan, tagForScan } from '../publish/candidate-tag.ts';
import { scanImage } from '../scan/scan-image.ts';
import type { Session } from '../publish/session.ts';
import type { ScanTools } from '../scan/follow.ts';
import type { Record } from '../run.ts';
import { scanLines, verdictLine } from '../report/log-lines.ts';
import { policyFailed } from '../report/policy-error.ts';
import { policyNotes } from '../report/policy-notes.ts';
import { judge } from '../policy/judge.ts';
import { nameSeverities } from '../policy/severities.ts';
import type { Exceptions } from '../types/exceptions.ts';
import type { Candidate, PublishedImage } from '../types/image.ts';
import type { Plan } from '../types/plan.ts';
import type { Policy, Verdict } from '../types/verdict.ts';

/** What stands before the gate. */
export interface Entrant {
  readonly plan: Plan;
  readonly session: Session;
  readonly exceptions: Exceptions;
  readonly candidate: Candidate;
  readonly image: PublishedImage;
  /** Called before the candidate gets its tag for the scan, so that it will be removed whatever happens. */
  readonly expectCandidateTag: () => void;
}

/**
 * The gate: an image is scanned, held against the policy, and goes on or does not. Everything that was found is kept
 * first. Throws `policy-failed`.
 */
export async function passGate(entrant: Entrant, record: Record, tools: ScanTools): Promise<void> {
  const { plan, session, exceptions, candidate, image } = entrant;
  const { repository, scanSettings } = session;
  const { inputs } = plan;
  const { log, clock } = tools;

  const scan = await record.phase('scan', async () => {
    if (needsTagForScan(candidate, image, inputs.scan, scanSettings)) {
      entrant.expectCandidateTag();
      await tagForScan(plan, repository, image, tools);
      record.keep('candidate', { ...candidate, tag: plan.candidateTag });
    }
    const found = await scanImage(repository, image, scanSettings, inputs, tools);
    return nameSeverities(found, inputs.policy.words);
  });
  record.keep('scan', scan);
  scanLines(scan).forEach(log.info);

  const before = record.found('baseline');
  const baseline =
    inputs.policy.onlyNew && scan.kind !== 'off'
      ? await record.phase('baseline', () => readBaseline(before, repository, scanSettings, inputs, tools))
      : ({ kind: 'unasked' } as const);
  const accepted = exceptions.kind === 'read' ? exceptions.list : [];
  const circumstances = { exceptions: accepted, baseline, now: clock.now() };
  const verdict = record.keep('verdict', judge(scan, inputs.policy, circumstances));
  tellVerdict(verdict, inputs.policy, log);
  if (verdict.outcome === 'failed') throw policyFailed(verdict);
}

function tellVerdict(verdict: Verdict, policy: Policy, log: Log): void {
  const notes = policyNotes(verdict, policy);
  notes.lines.forEach(log.info);
  notes.notices.forEach(log.notice);
  notes.warnings.forEach(log.warning);
  log.info(verdictLine(verdict));
  if (verdict.outcome === 'not-scanned') log.warning(verdictLine(verdict));
}
