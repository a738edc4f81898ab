import type { PlannedTag, RuleOutcome } from '../../types/plan.ts';
import { evaluate } from '../../inputs/expressions.ts';
import { ok, type Parsed } from '../../inputs/parsed.ts';
import { preReleaseOf } from '../source.ts';
import type { Given, Setting } from './given.ts';
import { legalTag } from './legal.ts';

/** The first rule that gave a tag, which `latest` follows. */
export interface First {
  readonly given: Extract<Given, { value: string }>;
  readonly planned: PlannedTag;
}

/** `latest` follows the first rule that gave a tag, unless the flavor decides. */
export function latestName(
  setting: Setting,
  first: First | undefined,
): Parsed<{ readonly planned: PlannedTag | undefined; readonly outcome: RuleOutcome }> {
  const { flavor, scope } = setting;
  const rule = `flavor latest=${flavor.latest}`;
  const none = (why: string) =>
    ok({ planned: undefined, outcome: { rule, tag: undefined, why, isSurprise: false } });
  if (first === undefined)
    return none(flavor.latest === 'false' ? 'it is switched off' : 'there is no other tag');
  const refusal = whyNot(setting, first);
  if (refusal !== undefined) return none(refusal);
  const text = `${flavor.prefixLatest ? flavor.prefix : ''}latest${flavor.suffixLatest ? flavor.suffix : ''}`;
  const value = evaluate(text, scope);
  if (!value.ok) return value;
  const tag = legalTag(value.value);
  if (tag === undefined) return none('it is empty');
  const { claim, version } = first.planned;
  const planned: PlannedTag = {
    tag,
    kind: 'moving',
    ...(version !== undefined && { version }),
    ...(flavor.latest === 'highest' && claim !== undefined && { claim: { ...claim, within: 'all' } }),
  };
  return ok({ planned, outcome: { rule, tag, why: whyGiven(setting, first), isSurprise: false } });
}

function whyNot({ flavor, source }: Setting, { given, planned }: First): string | undefined {
  if (flavor.latest === 'false') return 'it is switched off';
  if (source.trust !== 'ref') return source.why;
  if (flavor.latest === 'true') return undefined;
  const before = preReleaseOf(source);
  if (before !== undefined) return before;
  if (!given.latest)
    return `${planned.tag}, the first of the tags, is not a release that a version or a git tag gives`;
  return flavor.latest === 'highest' && planned.claim === undefined
    ? `${planned.tag}, the first of the tags, holds no version that could be compared`
    : undefined;
}

function whyGiven({ flavor }: Setting, { planned }: First): string {
  switch (flavor.latest) {
    case 'true':
      return 'it is always given';
    case 'highest':
      return `only if ECR holds no higher version than ${planned.claim?.version.version ?? ''}`;
    default:
      return `${planned.tag}, the first of the tags, is a release`;
  }
}
