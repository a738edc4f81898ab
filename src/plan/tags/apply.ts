import type { Flavor, TagRule } from '../../types/rules.ts';
import type { PlannedTag, VersionClaim } from '../../types/plan.ts';
import type { Source } from '../../types/source.ts';
import { evaluate, wordsOf } from '../../inputs/expressions.ts';
import { notAllowed, ok, quote, type Parsed } from '../../inputs/parsed.ts';
import { describe } from '../refs.ts';
import { give } from './give.ts';
import type { Given, GivenVersion, Setting } from './given.ts';
import { holdsCommit } from './kinds.ts';
import { legalTag } from './legal.ts';

/** A rule, and its result in this run. */
export interface Applied {
  readonly rule: TagRule;
  readonly given: Given;
  readonly planned: PlannedTag | undefined;
}

/** Applies one rule: whether it is enabled, what it gives, and its prefix and suffix. */
export function applyRule(rule: TagRule, setting: Setting): Parsed<Applied> {
  const { source, scope } = setting;
  const enable = evaluate(rule.enable, scope);
  if (!enable.ok) return inRule(rule, enable);
  const isEnabled = enable.value.toLowerCase();
  if (isEnabled !== 'true' && isEnabled !== 'false')
    return inRule(rule, notAllowed(`enable to give true or false, not ${quote(enable.value)}`));
  if (isEnabled === 'false')
    return none(rule, wordsOf(rule.enable).length === 0 ? 'it is not enabled' : `${rule.enable} is false`);

  // It is not known what is built, so this run has no tags that need the commit, but it has the others.
  if (
    source.trust === 'stranger' &&
    source.commit === undefined &&
    wordsIn(rule, setting.flavor).includes('sha')
  )
    return none(rule, 'no commit is known');
  const given = give(rule, setting);
  if (!given.ok) return inRule(rule, given);
  if (given.value.value === undefined) return ok({ rule, given: given.value, planned: undefined });
  const named = planTag(rule, given.value, setting);
  return named.ok ? named : inRule(rule, named);
}

type GivenName = Extract<Given, { value: string }>;

function planTag(rule: TagRule, given: GivenName, setting: Setting): Parsed<Applied> {
  const { flavor, source, scope } = setting;
  const prefix = evaluate(rule.prefix ?? flavor.prefix, scope);
  if (!prefix.ok) return prefix;
  const suffix = evaluate(rule.suffix ?? flavor.suffix, scope);
  if (!suffix.ok) return suffix;
  const tag = legalTag(`${prefix.value}${given.value}${suffix.value}`);
  if (tag === undefined) return none(rule, 'what it gives is empty');
  const missing = missingRef(rule, tag, setting);
  if (missing !== undefined)
    return none(
      rule,
      `${missing} is empty for ${describe(source)}, so that ${tag} would be one tag for all that have none`,
    );
  if (source.trust === 'stranger' && !isOfStranger(rule, tag, source))
    return none(
      rule,
      `${tag} is not a tag of the commit or of the pull request, and what is built may be a stranger's`,
    );
  const isOfCommit = [prefix, suffix].some((affix) => holdsCommit(affix.value, source));
  const kind = isOfCommit || affixesOf(rule, flavor).includes('sha') ? 'fixed' : given.kind;
  const { version } = given;
  return ok({
    rule,
    given,
    planned: {
      tag,
      kind: rule.moves === undefined ? kind : rule.moves ? 'moving' : 'fixed',
      ...(version !== undefined && { version: version.version }),
      ...(isNameOfRef(rule) && { isOfRef: true }),
      ...(flavor.latest === 'highest' &&
        version !== undefined && { claim: claimOf(version, prefix.value, suffix.value) }),
    },
  });
}

function none(rule: TagRule, why: string): Parsed<Applied> {
  return ok({ rule, given: { value: undefined, why, isSurprise: false }, planned: undefined });
}

/** Words for a ref, which are empty if the run is about something else. */
const refWords = ['branch', 'tag', 'base_ref'];

/**
 * The expression whose empty value would make a tag ambiguous: `{{branch}}-amd64` is `amd64` for every pull request.
 * It is fine if another such expression gives something, or if the tag holds a commit.
 */
function missingRef(rule: TagRule, tag: string, { flavor, source, scope }: Setting): string | undefined {
  const own = rule.type === 'raw' ? rule.value : rule.type === 'schedule' ? rule.pattern : undefined;
  // What the other types give already comes from a ref, a version or a commit.
  if (own === undefined) return undefined;
  const words = [...wordsOf(own), ...affixesOf(rule, flavor)];
  if (words.includes('sha') || holdsCommit(tag, source)) return undefined;
  const asked = words.filter((word) => refWords.includes(word));
  const isGiven = asked.some((word) => {
    const value = evaluate(`{{${word}}}`, scope);
    return value.ok && value.value !== '';
  });
  return isGiven || asked[0] === undefined ? undefined : `{{${asked[0]}}}`;
}

/** Every word on which a rule's result depends. */
function wordsIn(rule: TagRule, flavor: Flavor): string[] {
  const own = 'value' in rule ? (rule.value ?? '') : '';
  const pattern = 'pattern' in rule && typeof rule.pattern === 'string' ? rule.pattern : '';
  return [...wordsOf(`${own}${pattern}`), ...affixesOf(rule, flavor)];
}

function affixesOf(rule: TagRule, flavor: Flavor): string[] {
  return wordsOf(`${rule.prefix ?? flavor.prefix}${rule.suffix ?? flavor.suffix}`);
}

function isNameOfRef(rule: TagRule): boolean {
  return (
    rule.type === 'edge' ||
    (rule.type === 'ref' && rule.event !== 'tag') ||
    (rule.type === 'raw' && wordsOf(rule.value).includes('branch'))
  );
}

/** Whether a tag itself shows what it belongs to: the commit that is built, or the pull request. */
function isOfStranger(rule: TagRule, tag: string, source: Source): boolean {
  const { ref } = source;
  if (rule.type === 'sha' || rule.type === 'ref' || holdsCommit(tag, source)) return true;
  if (ref.kind !== 'pull-request') return false;
  const words = 'pr|pull|pull-request|preview|review|mr';
  return new RegExp(`(?:^|[-_.])(?:${words})[-_]?${String(ref.number)}(?:[-_.]|$)`, 'i').test(tag);
}

/** How to find the tags of other versions among all tags: they have the same text around their version. */
function claimOf({ version, within, whole }: GivenVersion, prefix: string, suffix: string): VersionClaim {
  const tag = legalTag(`${prefix}${whole}${suffix}`) ?? '';
  const [published = ''] = version.version.split('+');
  const [found] = [version.version, version.raw.replace(/^v/i, ''), published].filter((text) =>
    tag.includes(text),
  );
  if (found === undefined) return { version, within, before: prefix, after: suffix };
  const at = tag.indexOf(found);
  return { version, within, before: tag.slice(0, at), after: tag.slice(at + found.length) };
}

/** Puts the rule in front of a problem. */
export function inRule(
  rule: TagRule,
  { allowed }: { readonly allowed: string },
): { readonly ok: false; readonly allowed: string } {
  return notAllowed(`in the rule ${quote(rule.text)} ${allowed}`);
}
