import { decideTags, type Decided } from '../publish/tags-before.ts';
import { warningsOfSetOnce } from '../publish/taken.ts';
import { decisionLines, decisionNotices } from '../report/plan-lines.ts';
import type { Phase } from '../run.ts';
import { info, notice, warning } from '../types/message.ts';
import type { Plan } from '../types/plan.ts';
import { findBaseline } from './baseline.ts';
import type { Target } from './opening.ts';

/** Decides what becomes of each tag, and whether there is anything to build. Throws where a tag is taken. */
export const deciding: Phase<{ readonly plan: Plan; readonly target: Target }, Decided> = {
  name: 'decide',
  title: 'Decide',
  async run({ plan, target }, run) {
    const decided = await decideTags(plan, target, run.ports);
    run.keep('decision', decided.decision);
    const baseline = findBaseline(decided.decision.names, plan.inputs.baselineTag, target.tagged);
    if (baseline !== undefined) run.keep('baseline', baseline);
    return decided;
  },
  tell: ({ decision }, { plan, target }) => [
    ...decisionLines(decision).map(info),
    ...decisionNotices(decision, plan).map(notice),
    ...warningsOfSetOnce(decision, target.repository).map(warning),
  ],
};
