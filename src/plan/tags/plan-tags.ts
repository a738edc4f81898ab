import type { TagRule } from '../../types/rules.ts';
import type { PlannedTag, RuleOutcome } from '../../types/plan.ts';
import { ok, type Parsed } from '../../inputs/parsed.ts';
import { applyRule, type Applied } from './apply.ts';
import { borrowedName } from './borrowed.ts';
import type { Setting } from './given.ts';
import { latestName, type First } from './latest.ts';

/** The tags of a run, and how each rule came to give one or none. */
export interface PlannedTags {
  readonly tags: readonly PlannedTag[];
  readonly rules: readonly RuleOutcome[];
}

/**
 * The tags that the rules give for this run, without duplicates: by priority, then in the order in which they were
 * written, `latest` last. The first one is the version of the image.
 */
export function planTags(rules: readonly TagRule[], setting: Setting): Parsed<PlannedTags> {
  const applied: Applied[] = [];
  for (const rule of rules.toSorted((a, b) => b.priority - a.priority)) {
    const one = applyRule(rule, setting);
    if (!one.ok) return one;
    applied.push(one.value);
  }
  const borrowed = borrowedName(applied, setting);
  if (borrowed !== undefined) return borrowed;

  const tags: PlannedTag[] = [];
  const outcomes: RuleOutcome[] = [];
  let first: First | undefined;
  for (const { rule, given, planned } of applied) {
    outcomes.push(outcomeOf(rule, given, planned, tags));
    if (planned === undefined || given.value === undefined) continue;
    first ??= { given, planned };
    if (!tags.some(({ tag }) => tag === planned.tag)) tags.push(planned);
  }
  const latest = latestName(setting, first);
  if (!latest.ok) return latest;
  const { planned, outcome } = latest.value;
  return ok({
    tags: planned === undefined ? tags : withLatest(tags, planned),
    rules: [...outcomes, outcome],
  });
}

function outcomeOf(
  rule: TagRule,
  given: Applied['given'],
  planned: PlannedTag | undefined,
  before: readonly PlannedTag[],
): RuleOutcome {
  const again = before.some(({ tag }) => tag === planned?.tag) ? '; another rule gives it too' : '';
  const notice = given.value === undefined ? undefined : given.notice;
  return {
    rule: rule.text,
    tag: planned?.tag,
    why: `${given.why}${again}`,
    isSurprise: given.value === undefined && given.isSurprise,
    ...(notice !== undefined && { notice }),
  };
}

/** If a rule already gave that tag, it keeps its place and its claim. */
function withLatest(tags: readonly PlannedTag[], latest: PlannedTag): PlannedTag[] {
  const isThere = tags.some(({ tag }) => tag === latest.tag);
  return isThere
    ? tags.map((planned) => (planned.tag === latest.tag ? { ...latest, ...planned } : planned))
    : [...tags, latest];
}
