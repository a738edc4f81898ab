import { baselineTags, comparedTags, isDifferenceTold } from '../plan/comparison.ts';
import { archivedTags, decideBeyondArchive } from '../publish/archived-tags.ts';
import { extentAtHand } from '../publish/holders.ts';
import type { Decided } from '../publish/tags-before.ts';
import { warningsOfSetOnce } from '../publish/taken.ts';
import { decisionLines, decisionNotices } from '../report/plan-lines.ts';
import type { Phase, Run } from '../run.ts';
import type { Holder, TagDecision } from '../types/decision.ts';
import { info, notice, warning } from '../types/message.ts';
import type { Plan } from '../types/plan.ts';
import type { Digest } from '../types/digest.ts';
import type { Tag } from '../types/names.ts';
import { findBaseline } from './baseline.ts';
import type { Target } from './opening.ts';

interface Case {
  readonly plan: Plan;
  readonly target: Target;
  /** The image that is published, if nothing is built. */
  readonly given?: Digest;
}

/** Decides what becomes of each tag, and whether there is anything to build. Throws if a tag is taken. */
export const deciding: Phase<Case, Decided> = {
  name: 'decide',
  title: 'Decide',
  async run({ plan, target, given }, run) {
    const { archived, ...decided } = await decideBeyondArchive(
      plan,
      withCompared(plan, target),
      run.ports,
      given,
    );
    run.keep('decision', decided.decision);
    keepBaseline(decided.decision.tags, { plan, target, archived, holders: decided.holders }, run);
    return decided;
  },
  tell: ({ decision }, { plan, target }) => [
    ...decisionLines(decision).map(info),
    ...decisionNotices(decision, plan).map(notice),
    ...warningsOfSetOnce(decision, target.repository).map(warning),
  ],
};

/** For runs that set no tag: finds the baseline all the same. */
export async function lookForBaseline(about: Omit<Case, 'given'>, run: Run): Promise<void> {
  const { tagged } = about.target;
  const tags = about.plan.tags.map((planned): TagDecision => ({
    planned,
    state: 'new',
    holder: tagged.get(planned.tag)?.digest,
  }));
  const { policy, maxGrowth } = about.plan.inputs;
  const isCompared = policy.onlyNew || maxGrowth !== undefined || isDifferenceTold(about.plan);
  const archived = isCompared
    ? await archivedTags(about.plan, withCompared(about.plan, about.target))
    : new Map<Tag, Digest>();
  keepBaseline(tags, { ...about, archived }, run);
}

function withCompared(plan: Plan, { repository, tagged, looked }: Target) {
  return { repository, tagged, looked, compared: comparedTags(plan) };
}

interface Looked extends Omit<Case, 'given'> {
  readonly archived: ReadonlyMap<Tag, Digest>;
  /** The images that were read for the decision. */
  readonly holders?: ReadonlyMap<Digest, Holder>;
}

/** Keeps the baseline, and its size if that was read anyway: makes no request of its own. */
function keepBaseline(tags: readonly TagDecision[], looked: Looked, run: Run): void {
  const { plan, target, archived, holders } = looked;
  const baseline = findBaseline(tags, baselineTags(plan), { tagged: target.tagged, archived });
  if (baseline === undefined) return;
  run.keep('baseline', baseline);
  const stored = target.tagged.get(baseline.tag);
  const extent =
    holders?.get(baseline.digest)?.extent ??
    (stored?.digest === baseline.digest ? extentAtHand(stored) : undefined);
  if (extent !== undefined) run.keep('before', extent);
}
