import { baselineTags } from '../plan/comparison.ts';
import { decideTags, type Decided } from '../publish/tags-before.ts';
import { warningsOfSetOnce } from '../publish/taken.ts';
import { decisionLines, decisionNotices } from '../report/plan-lines.ts';
import type { Phase, Run } from '../run.ts';
import type { TagDecision } from '../types/decision.ts';
import { info, notice, warning } from '../types/message.ts';
import type { Plan } from '../types/plan.ts';
import type { Digest } from '../types/digest.ts';
import { findBaseline } from './baseline.ts';
import type { Target } from './opening.ts';

interface Case {
  readonly plan: Plan;
  readonly target: Target;
  /** The image that is published, where nothing is built. */
  readonly given?: Digest;
}

/** Decides what becomes of each tag, and whether there is anything to build. Throws where a tag is taken. */
export const deciding: Phase<Case, Decided> = {
  name: 'decide',
  title: 'Decide',
  async run({ plan, target, given }, run) {
    const decided = await decideTags(plan, target, run.ports, given);
    run.keep('decision', decided.decision);
    keepBaseline(decided.decision.names, { plan, target }, run);
    return decided;
  },
  tell: ({ decision }, { plan, target }) => [
    ...decisionLines(decision).map(info),
    ...decisionNotices(decision, plan).map(notice),
    ...warningsOfSetOnce(decision, target.repository).map(warning),
  ],
};

/** Where no tag is set nothing is decided of them; what the image is compared with is known all the same. */
export function lookForBaseline(about: Omit<Case, 'given'>, run: Run): void {
  const { tagged } = about.target;
  const names = about.plan.names.map((name): TagDecision => ({
    name,
    state: 'new',
    holder: tagged.get(name.tag)?.digest,
  }));
  keepBaseline(names, about, run);
}

function keepBaseline(names: readonly TagDecision[], { plan, target }: Omit<Case, 'given'>, run: Run): void {
  const baseline = findBaseline(names, baselineTags(plan), target.tagged);
  if (baseline !== undefined) run.keep('baseline', baseline);
}
