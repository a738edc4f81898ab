import { verifyImage } from '../publish/verify.ts';
import { verifiedLine } from '../report/log-lines.ts';
import type { Phase } from '../run.ts';
import type { Candidate, VerifiedImage } from '../types/image.ts';
import { info } from '../types/message.ts';
import type { Plan } from '../types/plan.ts';
import { checkOwnRecord } from './built-record.ts';
import type { Target } from './opening.ts';

interface Subject {
  readonly plan: Plan;
  readonly target: Target;
  readonly candidate: Candidate;
  /** Whether this run has built it, so that it must carry this run's record. */
  readonly isBuilt: boolean;
}

/** Reads the candidate back: the registry holds what was built, and all of it is known. */
export const verifying: Phase<Subject, VerifiedImage> = {
  name: 'verify',
  async run({ plan, target, candidate, isBuilt }, run) {
    const { repository } = target;
    const image = run.keep('image', await verifyImage(repository, candidate, run.ports));
    if (isBuilt) await checkOwnRecord(plan, repository, image, run.ports.log);
    return image;
  },
  tell: (image) => [info(verifiedLine(image))],
};
