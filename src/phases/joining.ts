import type { Phase } from '../run.ts';
import { ShipError } from '../types/errors.ts';
import type { Candidate } from '../types/image.ts';
import { info } from '../types/message.ts';
import type { Plan } from '../types/plan.ts';
import type { Collected } from './collecting.ts';
import type { Target } from './opening.ts';
import { expectCandidateTag } from './scanning.ts';

interface Parts {
  readonly plan: Plan;
  readonly target: Target;
  readonly collected: Collected;
}

/** Puts the index of several images into the registry, under the candidate's tag. A single image is its own candidate. */
export const joining: Phase<Parts, Candidate> = {
  name: 'join',
  async run({ plan, target, collected: { image, parts } }, run) {
    if (parts.length === 0)
      return run.keep('candidate', {
        digest: image.digest,
        tag: undefined,
        platform: undefined,
        isGiven: true,
      });
    const undo = expectCandidateTag({ plan, target }, run);
    const put = await target.repository.tags.set(plan.candidateTag, image);
    if (put.kind !== 'set' || put.digest !== image.digest)
      throw new ShipError({
        code: 'registry-failed',
        what: `The index ${image.digest} could not be put under its own tag ${plan.candidateTag}.`,
        next: 'Run the job again; every run has a candidate tag of its own.',
      });
    run.undo.change(undo, { state: 'there' });
    const tag = plan.candidateTag;
    return run.keep('candidate', { digest: image.digest, tag, platform: undefined, isGiven: true });
  },
  tell: ({ digest, tag }) => (tag === undefined ? [] : [info(`Pushed the index ${digest}.`)]),
};
