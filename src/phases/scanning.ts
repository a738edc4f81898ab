import { nameSeverities } from '../policy/severities.ts';
import { needsTagForScan, tagForScan } from '../publish/candidate-tag.ts';
import { scanLines } from '../report/log-lines.ts';
import type { Phase, Run } from '../run.ts';
import { joinScans } from '../scan/foreign/join-scans.ts';
import { scanImage } from '../scan/scan-image.ts';
import type { Candidate, VerifiedImage } from '../types/image.ts';
import { info } from '../types/message.ts';
import type { Plan } from '../types/plan.ts';
import type { ScanReport } from '../types/scan.ts';
import type { CandidateTag } from '../types/undo.ts';
import { assignForeign } from './foreign-findings.ts';
import type { Target } from './opening.ts';

/** An image that is about to get its tags. */
export interface Verified {
  readonly plan: Plan;
  readonly target: Target;
  readonly candidate: Candidate;
  readonly image: VerifiedImage;
}

/** Lets the registry scan every platform of an image, reads all findings, and adds those of other scanners. */
export const scanning: Phase<Verified, ScanReport> = {
  name: 'scan',
  title: 'Scan',
  async run(verified, run) {
    const { plan, image } = verified;
    // Before any waiting: a file about another image ends the run.
    const others = assignForeign(plan, image, run);
    const own = nameSeverities(await scanHere(verified, run), plan.inputs.policy.words);
    return run.keep('scan', joinScans(own, others, image.platforms));
  },
  tell: (scan) => scanLines(scan).map(info),
};

/** The findings of the registry's own scanner. */
async function scanHere(verified: Verified, run: Run): Promise<ScanReport> {
  const { plan, target, candidate, image } = verified;
  const { repository, scanSettings: settings } = target;
  if (plan.inputs.scan === 'off') return { kind: 'off', why: 'the input scan is off' };
  if (needsTagForScan(candidate, image, settings)) await tagCandidate(verified, run);
  const order = { repository, image, settings, timeoutMs: plan.inputs.scanTimeoutMs };
  return scanImage(order, run.ports);
}

/** Gives the candidate its tag, which is recorded first. */
export async function tagCandidate({ plan, target, candidate, image }: Verified, run: Run): Promise<void> {
  const undo = expectCandidateTag({ plan, target }, run);
  await tagForScan(plan, target.repository, image, run.ports.log);
  run.undo.change(undo, { state: 'there' });
  run.keep('candidate', { ...candidate, tag: plan.candidateTag });
}

/** Records that the candidate will have its tag, before it has it. */
export function expectCandidateTag(
  { plan, target }: { readonly plan: Plan; readonly target: Pick<Target, 'repository' | 'role'> },
  run: Run,
): CandidateTag {
  const { repository } = target;
  return run.undo.plan({
    kind: 'candidate-tag',
    registryType: repository.type,
    region: repository.region,
    registryId: repository.registryId,
    // Whoever removes it assumes the same role.
    ...(target.role !== undefined && { role: target.role }),
    repository: repository.name,
    tag: plan.candidateTag,
    runStartedAt: run.startedAt + repository.now() - run.ports.clock.now(),
    state: 'pushing',
  });
}
