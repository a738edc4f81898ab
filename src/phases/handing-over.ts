import type { Phase } from '../run.ts';
import { ShipError } from '../types/errors.ts';
import { info } from '../types/message.ts';
import { tagCandidate, type Verified } from './scanning.ts';

/**
 * Leaves a candidate that has passed to a later job, under the candidate's tag: a lifecycle policy might remove an
 * untagged image, and if nobody publishes it, it is found by its tag and removed after a day.
 */
export const handingOver: Phase<Verified, void> = {
  name: 'hand-over',
  async run(verified, run) {
    const isTagged = run.found('candidate')?.tag !== undefined;
    if (!isTagged) {
      await tagCandidate(verified, run);
      await requireTag(verified);
    }
    for (const undo of run.undo.left()) if (undo.kind === 'candidate-tag') run.undo.strike(undo);
  },
  tell: (_, { image, plan, target }) => [
    info(
      `${target.repository.uri}@${image.digest} has no tag but ${plan.candidateTag}. mode: publish with from: ${image.digest} ` +
        'gives it its tags; if nobody does, a later run removes it after a day.',
    ),
  ],
};

/** Makes sure that the tag was really set: otherwise the image would be left without one. Throws `registry-failed`. */
async function requireTag({
  plan: { candidateTag },
  target: { repository },
  image,
}: Verified): Promise<void> {
  const shown = (await repository.tags.read([candidateTag])).get(candidateTag);
  if (shown?.digest === image.digest) return;
  throw new ShipError({
    code: 'registry-failed',
    what: `The registry accepted the tag ${candidateTag}, but does not show it on ${image.digest}.`,
    next: 'Run the job again; every run has a candidate tag of its own.',
  });
}
