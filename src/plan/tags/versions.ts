import type { VersionClaim } from '../../types/plan.ts';
import type { TagRule } from '../../types/rules.ts';
import type { Source } from '../../types/source.ts';
import { isPreRelease, parseVersion, versionAtEnd, type Version } from '../../types/version.ts';
import { evaluate, plain, wordsOf, type Scope } from '../../inputs/expressions.ts';
import { notAllowed, ok, quote, type Parsed } from '../../inputs/parsed.ts';
import { preReleaseOf } from '../source.ts';
import { nothing, surprise, type Given, type GivenVersion, type Setting } from './given.ts';
import { kindOfGitTag, kindOfText } from './kinds.ts';

/** Applies a version rule to a text: gives the parts of its version that the pattern picks. */
export function giveVersion(
  rule: Extract<TagRule, { type: 'semver' | 'pep440' }>,
  found: string,
  { source, scope, search }: Omit<Setting, 'flavor'>,
): Parsed<Given> {
  const groups = rule.match === undefined ? [found, found] : search(rule.match, found);
  if (groups === 'endless') return notAllowed(endless(rule.match, found));
  const matched = groups?.[1];
  if (matched === undefined) return surprise(`${quote(found)} does not match ${String(rule.match)}`);
  const version = parseVersion(rule.type, matched.replaceAll('/', '-'));
  if (version === undefined)
    return surprise(`${quote(matched)} is not a version of ${rule.type === 'semver' ? 'SemVer' : 'PEP 440'}`);
  const refused = refusalOf(rule.pattern, version, found, source);
  if (refused !== undefined) return refused;

  // A partial version of a pre-release would be a tag that people take for a release.
  const wholePattern = rule.pattern.replace(partsOfVersion, '{{version}}');
  const pattern = version.isFinal ? rule.pattern : wholePattern;
  const inScope = { ...scope, ...scopeOfVersion(version) };
  const value = evaluate(pattern, inScope);
  if (!value.ok) return value;
  const whole = evaluate(wholePattern, inScope);
  if (!whole.ok) return whole;
  const words = wordsOf(pattern);
  return ok({
    value: value.value,
    kind: isWhole(words, version) ? 'fixed' : 'moving',
    latest: version.isFinal && !isPreRelease(found),
    version: { version, within: withinOf(words), whole: whole.value },
    why: `${quote(found)} is ${version.isFinal ? 'the version' : 'the pre-release'} ${version.version}`,
    ...(version.major === 0 && isMajorAlone(words) && { notice: noticeOfZero(value.value) }),
  });
}

/** Why a pre-release gives no tag: the pattern has no version, or the text only looks like part of one. */
function refusalOf(
  pattern: string,
  version: Version,
  found: string,
  source: Source,
): Parsed<Given> | undefined {
  const words = wordsOf(pattern);
  const before =
    preReleaseOf(source) ?? (isPreRelease(found) ? `${quote(found)} is a pre-release` : undefined);
  if (version.isFinal && before === undefined) return undefined;
  const why = before ?? `${quote(found)} is the pre-release ${version.version}`;
  if (!words.some((word) => versionWords.includes(word)))
    return nothing(`${why}, and the pattern ${quote(pattern)} has no part of its version`);
  return version.isFinal && !isWhole(words, version)
    ? nothing(`${why}, and part of its version would be taken for a release`)
    : undefined;
}

const versionWords = ['raw', 'version', 'major', 'minor', 'patch'];
const partsOfVersion = /\{\{\s*(?:major|minor|patch)\s*\}\}(?:[._-]?\{\{\s*(?:major|minor|patch)\s*\}\})*/g;

function scopeOfVersion({ raw, version, major, minor, patch }: Version): Scope {
  const words = { raw, version, major, minor, patch };
  return Object.fromEntries(Object.entries(words).map(([word, part]) => [word, plain(ok(String(part)))]));
}

/** With a fourth number, or a local version, several versions share the same three numbers. */
function isWhole(words: readonly string[], { scheme, version }: Version): boolean {
  if (words.includes('version') || words.includes('raw')) return true;
  const isThree = scheme === 'semver' || /^(?:\d+!)?\d+(?:\.\d+){0,2}$/.test(version);
  return isThree && ['major', 'minor', 'patch'].every((part) => words.includes(part));
}

function isMajorAlone(words: readonly string[]): boolean {
  return (
    words.includes('major') && !['minor', 'patch', 'version', 'raw'].some((word) => words.includes(word))
  );
}

function noticeOfZero(name: string): string {
  return (
    `${name} follows every version below 1.0, of which any may break the one before it. ` +
    "If nobody should follow it, give its rule enable=${{ !startsWith(github.ref, 'refs/tags/v0.') }}."
  );
}

function withinOf(words: readonly string[]): VersionClaim['within'] {
  if (words.includes('patch') && words.includes('minor')) return 'patch';
  if (words.includes('minor')) return 'minor';
  return words.includes('major') ? 'major' : 'all';
}

/** A regular expression can try the same text in more ways than there is time for; git tags are named by whoever pushes. */
function endless(expression: RegExp | undefined, found: string): string {
  return (
    `a regular expression that comes to an end: ${String(expression)} was still trying ${quote(found)} after a second; ` +
    'the usual cause is a repetition inside a repetition'
  );
}

/** Applies a match rule: gives what its regular expression finds in a text. */
export function giveMatch(
  rule: Extract<TagRule, { type: 'match' }>,
  found: string,
  { source, search }: Pick<Setting, 'source' | 'search'>,
): Parsed<Given> {
  const groups = search(rule.pattern, found);
  if (groups === 'endless') return notAllowed(endless(rule.pattern, found));
  const value = groups?.[rule.group];
  if (value === undefined) return nothing(`${quote(found)} does not match ${String(rule.pattern)}`);
  const kind = (rule.value === undefined ? kindOfGitTag : kindOfText)(value, source);
  const before =
    preReleaseOf(source) ?? (isPreRelease(found) ? `${quote(found)} is a pre-release` : undefined);
  if (before !== undefined && /^v?\d+(?:\.\d+)?$/.test(value))
    return nothing(`${before}, and part of its version would be taken for a release`);
  return ok({
    value,
    kind,
    latest: !isPreRelease(value) && !isPreRelease(found),
    ...withVersionIn(value),
    why: `${quote(found)} matches`,
  });
}

/** The version at the end of a tag, which tells whether it would move backwards; not a partial one, such as `1.4`. */
export function withVersionIn(name: string): { readonly version?: GivenVersion } {
  const version = versionAtEnd(name)?.version;
  const isWhole = version !== undefined && /^\d+(?:\.\d+){2}/.test(version.raw);
  return isWhole ? { version: { version, within: 'all', whole: name } } : {};
}
