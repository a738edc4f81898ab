import { nameSeverities } from '../policy/severities.ts';
import { needsTagForScan, tagForScan } from '../publish/candidate-tag.ts';
import { scanLines } from '../report/log-lines.ts';
import type { Phase, Run } from '../run.ts';
import { scanImage } from '../scan/scan-image.ts';
import type { Candidate, VerifiedImage } from '../types/image.ts';
import { info } from '../types/message.ts';
import type { Plan } from '../types/plan.ts';
import type { ScanReport } from '../types/scan.ts';
import type { CandidateTag } from '../types/undo.ts';
import type { Target } from './opening.ts';

/** An image on its way to its tags. */
export interface Verified {
  readonly plan: Plan;
  readonly target: Target;
  readonly candidate: Candidate;
  readonly image: VerifiedImage;
}

/** Has the registry scan every platform of an image, and reads all findings. */
export const scanning: Phase<Verified, ScanReport> = {
  name: 'scan',
  title: 'Scan',
  async run(verified, run) {
    const { inputs } = verified.plan;
    const { repository, scanSettings: settings } = verified.target;
    if (inputs.scan === 'off') return run.keep('scan', { kind: 'off', why: 'the input scan is off' });
    if (needsTagForScan(verified.candidate, verified.image, settings)) await tagCandidate(verified, run);
    const { image } = verified;
    const order = { repository, image, settings, timeoutMs: inputs.scanTimeoutMs };
    return run.keep('scan', nameSeverities(await scanImage(order, run.ports), inputs.policy.words));
  },
  tell: (scan) => scanLines(scan).map(info),
};

/** Gives the candidate its tag, noted before it has it. */
export async function tagCandidate({ plan, target, candidate, image }: Verified, run: Run): Promise<void> {
  const undo = expectCandidateTag({ plan, target }, run);
  await tagForScan(plan, target.repository, image, run.ports.log);
  run.undo.change(undo, { state: 'there' });
  run.keep('candidate', { ...candidate, tag: plan.candidateTag });
}

/** Notes that the candidate will have its tag, before it has. */
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
    // Whoever takes it back does so in the same role.
    ...(target.role !== undefined && { role: target.role }),
    repository: repository.name,
    tag: plan.candidateTag,
    runStartedAt: run.startedAt + repository.now() - run.ports.clock.now(),
    state: 'pushing',
  });
}
