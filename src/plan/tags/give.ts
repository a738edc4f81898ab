import type { Source } from '../../types/source.ts';
import type { TagRule } from '../../types/rules.ts';
import type { NameKind, VersionClaim } from '../../types/plan.ts';
import { parseVersion, type Version } from '../../types/version.ts';
import { evaluate, plain, wordsOf, type Scope } from '../../inputs/expressions.ts';
import { ok, quote, type Parsed } from '../../inputs/parsed.ts';
import { describe } from '../refs.ts';
import { shortShaLength } from '../scope.ts';

/** What a rule gives for one event, before prefix and suffix. */
export type Given =
  | {
      readonly value: string;
      readonly kind: NameKind;
      /** Whether `latest` goes with it, where the flavor leaves that to the rules. */
      readonly latest: boolean;
      /** The version in it, which says whether a name that moves would move backwards. */
      readonly version?: GivenVersion;
      readonly why: string;
    }
  | { readonly value: undefined; readonly why: string; readonly isSurprise: boolean };

export interface GivenVersion extends Pick<VersionClaim, 'version' | 'within'> {
  /** What the rule would give if it gave the whole version. */
  readonly whole: string;
}

/** Applies one rule to the facts of a run. An error where an expression cannot be evaluated. */
export function give(rule: TagRule, source: Source, scope: Scope): Parsed<Given> {
  const { ref, event, commit } = source;
  switch (rule.type) {
    case 'schedule':
      return event === 'schedule'
        ? text(rule.pattern, source, scope, 'the event is schedule')
        : nothing(`the event is ${event === '' ? 'unknown' : event}, not schedule`);
    case 'semver':
    case 'pep440':
      return withVersionText(rule, source, scope, (found) => giveVersion(rule, found, scope));
    case 'match':
      return withVersionText(rule, source, scope, (found) => giveMatch(rule, found, source));
    case 'edge': {
      const branch = rule.branch ?? source.repository.defaultBranch;
      if (ref.kind !== 'branch') return nothing(`${describe(source)} is no branch`);
      if (branch === undefined) return nothing('the default branch is not known; name it with branch=');
      return ref.name === branch
        ? ok({ value: 'edge', kind: 'moving', latest: false, why: `the branch is ${branch}` })
        : nothing(`the branch is ${ref.name}, not ${branch}`);
    }
    case 'ref':
      return giveRef(rule.event, source);
    case 'raw':
      return text(rule.value, source, scope, 'it is always given');
    case 'sha':
      return commit === undefined
        ? nothing('no commit is known')
        : ok({
            value: rule.format === 'long' ? commit : commit.slice(0, shortShaLength),
            kind: 'fixed',
            latest: false,
            why: 'the commit is known',
          });
  }
}

function giveRef(event: 'branch' | 'tag' | 'pr', source: Source): Parsed<Given> {
  const { ref } = source;
  if (event === 'branch' && ref.kind === 'branch')
    return ok({ value: ref.name, kind: 'moving', latest: false, why: describe(source) });
  if (event === 'pr' && ref.kind === 'pull-request')
    return ok({ value: String(ref.number), kind: 'moving', latest: false, why: describe(source) });
  if (event === 'tag' && ref.kind === 'tag') {
    const found = parseVersion('semver', ref.name);
    return ok({
      value: ref.name,
      kind: isPartialVersion(ref.name) ? 'moving' : 'fixed',
      latest: found?.isFinal ?? true,
      ...(found !== undefined && { version: wholly(found, ref.name) }),
      why: describe(source),
    });
  }
  return nothing(`${describe(source)} is no ${event === 'pr' ? 'pull request' : event}`);
}

/** The text in which semver, pep440 and match look: the rule's value, or the git tag. */
function withVersionText(
  rule: { readonly value: string | undefined },
  source: Source,
  scope: Scope,
  use: (found: string) => Parsed<Given>,
): Parsed<Given> {
  if (rule.value === undefined) {
    return source.ref.kind === 'tag'
      ? use(source.ref.name)
      : nothing(`${describe(source)} is no tag, and the rule has no value`);
  }
  const value = evaluate(rule.value, scope);
  if (!value.ok) return value;
  return value.value === '' ? nothing('its value is empty') : use(value.value);
}

function giveVersion(
  rule: Extract<TagRule, { type: 'semver' | 'pep440' }>,
  found: string,
  scope: Scope,
): Parsed<Given> {
  const matched = rule.match === undefined ? found : rule.match.exec(found)?.[1];
  if (matched === undefined) return surprise(`${quote(found)} does not match ${String(rule.match)}`);
  const version = parseVersion(rule.type, matched.replaceAll('/', '-'));
  if (version === undefined)
    return surprise(`${quote(matched)} is no version of ${rule.type === 'semver' ? 'SemVer' : 'PEP 440'}`);
  // Part of a pre-release is a name that people pull in the belief that it is a release.
  const pattern = version.isFinal ? rule.pattern : rule.pattern.replace(partsOfVersion, '{{version}}');
  const words = wordsOf(pattern);
  if (onlyMajor(words) && version.major === 0)
    return nothing('a major version of 0 promises nothing to whoever follows it');
  const value = evaluate(pattern, { ...scope, ...scopeOfVersion(version) });
  if (!value.ok) return value;
  const whole = evaluate(rule.pattern.replace(partsOfVersion, '{{version}}'), {
    ...scope,
    ...scopeOfVersion(version),
  });
  if (!whole.ok) return whole;
  const isWhole =
    words.includes('version') ||
    words.includes('raw') ||
    ['major', 'minor', 'patch'].every((part) => words.includes(part));
  return ok({
    value: value.value,
    kind: isWhole ? 'fixed' : 'moving',
    latest: version.isFinal,
    version: { version, within: withinOf(words), whole: whole.value },
    why: `${quote(found)} is ${version.isFinal ? 'the version' : 'the pre-release'} ${version.version}`,
  });
}

const partsOfVersion = /\{\{\s*(?:major|minor|patch)\s*\}\}(?:[._-]?\{\{\s*(?:major|minor|patch)\s*\}\})*/g;

function scopeOfVersion({ raw, version, major, minor, patch }: Version): Scope {
  const words = { raw, version, major, minor, patch };
  return Object.fromEntries(Object.entries(words).map(([word, part]) => [word, plain(ok(String(part)))]));
}

function onlyMajor(words: readonly string[]): boolean {
  return (
    words.includes('major') && !['minor', 'patch', 'version', 'raw'].some((word) => words.includes(word))
  );
}

function withinOf(words: readonly string[]): VersionClaim['within'] {
  if (words.includes('minor')) return 'minor';
  return words.includes('major') ? 'major' : 'all';
}

function giveMatch(rule: Extract<TagRule, { type: 'match' }>, found: string, source: Source): Parsed<Given> {
  const value = rule.pattern.exec(found)?.[rule.group];
  if (value === undefined) return nothing(`${quote(found)} does not match ${String(rule.pattern)}`);
  const version = parseVersion('semver', value);
  return ok({
    value,
    kind: kindOf(value, source),
    // A part of a pre-release is not a release.
    latest: (version ?? parseVersion('semver', found))?.isFinal ?? true,
    ...(version !== undefined && { version: wholly(version, value) }),
    why: `${quote(found)} matches`,
  });
}

function text(template: string, source: Source, scope: Scope, why: string): Parsed<Given> {
  const value = evaluate(template, scope);
  if (!value.ok) return value;
  return value.value.trim() === ''
    ? nothing(`${quote(template)} is empty for ${describe(source)}`)
    : ok({ value: value.value, kind: kindOf(value.value, source), latest: false, why });
}

/** What holds a commit or a whole version should never name another image. */
function kindOf(value: string, source: Source): NameKind {
  return holdsCommit(value, source) || /^v?\d+\.\d+\.\d+(?:[-.][0-9A-Za-z.-]+)?$/.test(value)
    ? 'fixed'
    : 'moving';
}

export function holdsCommit(text: string, { commit }: Source): boolean {
  return commit !== undefined && text.includes(commit.slice(0, shortShaLength));
}

function isPartialVersion(text: string): boolean {
  return /^v?\d+(?:\.\d+)?$/.test(text) || text === 'latest';
}

function wholly(version: Version, whole: string): GivenVersion {
  return { version, within: 'all', whole };
}

function nothing(why: string): Parsed<Given> {
  return ok({ value: undefined, why, isSurprise: false });
}

/** Nothing, where the person has reason to expect something. */
function surprise(why: string): Parsed<Given> {
  return ok({ value: undefined, why, isSurprise: true });
}
