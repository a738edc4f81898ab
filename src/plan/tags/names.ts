import type { Flavor, TagRule } from '../../types/rules.ts';
import type { PlannedName, RuleOutcome, VersionClaim } from '../../types/plan.ts';
import type { Source } from '../../types/source.ts';
import { evaluate, wordsOf, type Scope } from '../../inputs/expressions.ts';
import { notAllowed, ok, quote, type Parsed } from '../../inputs/parsed.ts';
import { give, holdsCommit, type Given, type GivenVersion } from './give.ts';
import { legalTag } from './legal.ts';
import { reservedFor } from './reserved.ts';

/** The names of a run, and how each rule came to give one or none. */
export interface PlannedNames {
  readonly names: readonly PlannedName[];
  readonly rules: readonly RuleOutcome[];
}

/**
 * The names that the rules give for this run, each once: by priority, then in the order in which they were written,
 * `latest` last. The first one is the version of the image.
 */
export function planNames(
  rules: readonly TagRule[],
  flavor: Flavor,
  source: Source,
  scope: Scope,
): Parsed<PlannedNames> {
  const applied: Applied[] = [];
  for (const rule of [...rules].sort((a, b) => b.priority - a.priority)) {
    const one = applyRule(rule, flavor, source, scope);
    if (!one.ok) return one;
    applied.push(one.value);
  }
  const borrowed = borrowedName(applied, flavor, source);
  if (borrowed !== undefined) return borrowed;

  const names: PlannedName[] = [];
  const outcomes: RuleOutcome[] = [];
  let first: Extract<Given, { value: string }> | undefined;
  let firstName: PlannedName | undefined;
  for (const { rule, given, name } of applied) {
    outcomes.push(outcomeOf(rule, given, name, names));
    if (name === undefined || given.value === undefined) continue;
    first ??= given;
    firstName ??= name;
    if (!names.some(({ tag }) => tag === name.tag)) names.push(name);
  }
  const latest = latestName(flavor, source, { first, firstName }, scope);
  if (!latest.ok) return latest;
  const { name, outcome } = latest.value;
  return ok({
    names: name === undefined ? names : withLatest(names, name),
    rules: [...outcomes, outcome],
  });
}

interface Applied {
  readonly rule: TagRule;
  readonly given: Given;
  readonly name: PlannedName | undefined;
}

function applyRule(rule: TagRule, flavor: Flavor, source: Source, scope: Scope): Parsed<Applied> {
  const none = (why: string): Parsed<Applied> =>
    ok({ rule, given: { value: undefined, why, isSurprise: false }, name: undefined });
  const enable = evaluate(rule.enable, scope);
  if (!enable.ok) return inRule(rule, enable);
  if (enable.value !== 'true' && enable.value !== 'false')
    return inRule(rule, notAllowed(`enable to give true or false, not ${quote(enable.value)}`));
  if (enable.value === 'false')
    return none(rule.enable === 'false' ? 'it is not enabled' : `${rule.enable} is false`);

  const given = give(rule, source, scope);
  if (!given.ok) return inRule(rule, given);
  const { value } = given.value;
  if (value === undefined) return ok({ rule, given: given.value, name: undefined });
  const prefix = evaluate(rule.prefix ?? flavor.prefix, scope);
  const suffix = evaluate(rule.suffix ?? flavor.suffix, scope);
  if (!prefix.ok) return inRule(rule, prefix);
  if (!suffix.ok) return inRule(rule, suffix);
  const tag = legalTag(`${prefix.value}${value}${suffix.value}`);
  if (tag === undefined) return none('what it gives is empty');
  if (source.trust === 'stranger' && !isOfStranger(rule, tag, source))
    return none(
      `${tag} is no name of the commit or of the pull request, and what is built may be a stranger's`,
    );
  const { version } = given.value;
  const kind = [prefix, suffix].some((affix) => holdsCommit(affix.value, source))
    ? 'fixed'
    : given.value.kind;
  const claim =
    flavor.latest === 'highest' && version !== undefined
      ? claimOf(version, prefix.value, suffix.value)
      : undefined;
  const name: PlannedName = {
    tag,
    kind,
    ...(version !== undefined && { version: version.version }),
    ...(isNameOfRef(rule) && { isOfRef: true }),
    ...(claim !== undefined && { claim }),
  };
  return ok({ rule, given: given.value, name });
}

function isNameOfRef(rule: TagRule): boolean {
  return (
    rule.type === 'edge' ||
    (rule.type === 'ref' && rule.event !== 'tag') ||
    (rule.type === 'raw' && wordsOf(rule.value).includes('branch'))
  );
}

/** Whether a name says by itself what it stands for: the commit that is built, or the pull request. */
function isOfStranger(rule: TagRule, tag: string, source: Source): boolean {
  const { ref } = source;
  if (rule.type === 'sha' || rule.type === 'ref' || holdsCommit(tag, source)) return true;
  if (ref.kind !== 'pull-request') return false;
  const words = 'pr|pull|pull-request|preview|review|mr';
  return new RegExp(`(?:^|[-_.])(?:${words})[-_]?${String(ref.number)}(?:[-_.]|$)`, 'i').test(tag);
}

/**
 * A branch or a git tag that is called like a version, `latest`, a commit, a pull request or a candidate does not get
 * that name by being pushed: whoever pulls it believes in something else. A rule that gives it by itself allows it.
 */
function borrowedName(
  applied: readonly Applied[],
  flavor: Flavor,
  source: Source,
): ReturnType<typeof inRule> | undefined {
  const { ref } = source;
  if (ref.kind !== 'branch' && ref.kind !== 'tag') return undefined;
  const isOfRef = ({ rule }: Applied) =>
    (rule.type === 'ref' && rule.event === ref.kind) ||
    (rule.type === 'raw' &&
      wordsOf(`${rule.prefix ?? ''}${rule.value}${rule.suffix ?? ''}`).includes(ref.kind));
  const others = applied.filter((one) => !isOfRef(one));
  const allowed = new Set(others.map(({ name }) => name?.tag));
  for (const { rule, name } of applied.filter(isOfRef)) {
    if (name === undefined || allowed.has(name.tag)) continue;
    const of = reservedFor(
      name.tag,
      ref.kind,
      others.map((one) => one.rule),
      flavor,
    );
    if (of !== undefined)
      return inRule(
        rule,
        notAllowed(
          `a name of the ${ref.kind} itself; ${quote(name.tag)} stands for ${of}, and the ${ref.kind} ${quote(ref.name)} does not get it ` +
            `by being pushed (if it should, add the rule type=raw,value=${name.tag} with an enable= that says when)`,
        ),
      );
  }
  return undefined;
}

/** Around its version a name looks like those of the other versions; that is how they are found among all tags. */
function claimOf({ version, within, whole }: GivenVersion, prefix: string, suffix: string): VersionClaim {
  const tag = legalTag(`${prefix}${whole}${suffix}`) ?? '';
  const at = tag.indexOf(version.version);
  return at < 0
    ? { version, within, before: prefix, after: suffix }
    : { version, within, before: tag.slice(0, at), after: tag.slice(at + version.version.length) };
}

function outcomeOf(
  rule: TagRule,
  given: Given,
  name: PlannedName | undefined,
  before: readonly PlannedName[],
): RuleOutcome {
  const again = before.some(({ tag }) => tag === name?.tag) ? '; another rule gives it too' : '';
  return {
    rule: rule.text,
    tag: name?.tag,
    why: `${given.why}${again}`,
    isSurprise: given.value === undefined && given.isSurprise,
  };
}

/** A rule may have given that tag already; then it stays where it is, and keeps to the claim. */
function withLatest(names: readonly PlannedName[], latest: PlannedName): PlannedName[] {
  const isThere = names.some(({ tag }) => tag === latest.tag);
  return isThere
    ? names.map((name) => (name.tag === latest.tag ? { ...latest, ...name } : name))
    : [...names, latest];
}

/** `latest` follows the first rule that gave a name, unless the flavor decides. */
function latestName(
  flavor: Flavor,
  source: Source,
  {
    first,
    firstName,
  }: {
    readonly first: Extract<Given, { value: string }> | undefined;
    readonly firstName: PlannedName | undefined;
  },
  scope: Scope,
): Parsed<{ readonly name: PlannedName | undefined; readonly outcome: RuleOutcome }> {
  const rule = `flavor latest=${flavor.latest}`;
  const none = (why: string) =>
    ok({ name: undefined, outcome: { rule, tag: undefined, why, isSurprise: false } });
  if (flavor.latest === 'false') return none('it is switched off');
  if (first === undefined || firstName === undefined) return none('there is no other name');
  if (source.trust !== 'ref') return none(source.why);
  if (flavor.latest !== 'true' && !first.latest)
    return none(`${firstName.tag}, the first of the names, is no release that a version or a git tag gives`);
  const claim = firstName.claim;
  if (flavor.latest === 'highest' && claim === undefined)
    return none(`${firstName.tag}, the first of the names, holds no version that could be compared`);
  const text = `${flavor.prefixLatest ? flavor.prefix : ''}latest${flavor.suffixLatest ? flavor.suffix : ''}`;
  const value = evaluate(text, scope);
  if (!value.ok) return value;
  const tag = legalTag(value.value);
  if (tag === undefined) return none('it is empty');
  const why =
    flavor.latest === 'true'
      ? 'it is always given'
      : flavor.latest === 'auto'
        ? `${firstName.tag}, the first of the names, is a release`
        : `only if ECR holds no higher version than ${claim?.version.version ?? ''}`;
  const name: PlannedName = {
    tag,
    kind: 'moving',
    ...(firstName.version !== undefined && { version: firstName.version }),
    ...(flavor.latest === 'highest' && claim !== undefined && { claim: { ...claim, within: 'all' } }),
  };
  return ok({ name, outcome: { rule, tag, why, isSurprise: false } });
}

function inRule<T>(rule: TagRule, problem: Parsed<T>): { readonly ok: false; readonly allowed: string } {
  if (problem.ok) throw new Error('only a problem can be put into a rule');
  return notAllowed(`in the rule ${quote(rule.text)} ${problem.allowed}`);
}
