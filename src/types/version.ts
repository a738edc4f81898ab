import * as pep440 from '@renovatebot/pep440';
import compareSemver from 'semver/functions/compare.js';
import parseSemver from 'semver/functions/parse.js';

export type VersionScheme = 'semver' | 'pep440';

/** A version, and the parts that patterns pick from it. */
export interface Version {
  readonly scheme: VersionScheme;
  /** As it was written. */
  readonly raw: string;
  /** In the scheme's normal form: SemVer without build metadata, PEP 440 with its local version. */
  readonly version: string;
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** Whether it is not a pre-release, nor, in PEP 440, a post-release or development release. */
  readonly isFinal: boolean;
}

/** Parses a version; undefined if it is not one. A leading `v` is allowed; in SemVer no part may be missing. */
export function parseVersion(scheme: VersionScheme, raw: string): Version | undefined {
  return scheme === 'semver' ? fromSemver(raw.trim()) : fromPep440(raw.trim());
}

/** Negative if `a` is lower. */
export function compareVersions(a: Version, b: Version): number {
  return a.scheme === 'semver' ? compareSemver(a.version, b.version) : pep440.compare(a.version, b.version);
}

function fromSemver(raw: string): Version | undefined {
  const parsed = parseSemver(raw);
  if (parsed === null) return undefined;
  const { version, major, minor, patch, prerelease } = parsed;
  return { scheme: 'semver', raw, version, major, minor, patch, isFinal: prerelease.length === 0 };
}

function fromPep440(raw: string): Version | undefined {
  // After the plus sign comes the local version, which the library would write with a comma.
  const [published = '', local] = raw.split('+');
  const version = pep440.clean(published);
  const parts = pep440.explain(raw);
  if (version === null || parts === null) return undefined;
  const [major = 0, minor = 0, patch = 0] = parts.release;
  const isFinal = !parts.is_prerelease && !parts.is_postrelease && !parts.is_devrelease;
  const build = local === undefined ? '' : `+${local.toLowerCase().replace(/[-_]/g, '.')}`;
  return { scheme: 'pep440', raw, version: `${version}${build}`, major, minor, patch, isFinal };
}

/** The version at the end of a longer text, such as the git tag `app/v1.2.3-rc.1`. */
interface VersionAtEnd {
  /** Without a leading `v`. */
  readonly text: string;
  readonly isPreRelease: boolean;
  /** Undefined if it cannot be compared, such as `1.2-SNAPSHOT`. */
  readonly version: Version | undefined;
}

/** Words after a number that mean "not yet a release". Source: PEP 440, and the tags of Maven, JBoss and npm projects. */
const unreleased =
  'alpha|beta|rc|cr|c|pre|preview|prerelease|dev|develop|snapshot|nightly|canary|milestone|ea|next|unstable|experimental';
const withWord = new RegExp(
  String.raw`^\d+(?:\.\d+)*[-._]?(?:(?:${unreleased})[-._]?\d*(?:[-._]\d+)*|(?:a|b|m)[-._]?\d+)(?:[-+.][0-9a-z.+-]*)?$`,
  'i',
);
/** SemVer, also with more than three parts, or with leading zeros, as dates have. */
const asSemver = /^\d+(?:\.\d+){2,}-(?=[0-9A-Za-z.-]*[A-Za-z])[0-9A-Za-z.-]+(?:\+[0-9A-Za-z.-]+)?$/;
const asNumbers = /^\d+(?:\.\d+)*(?:\+[0-9A-Za-z.-]+)?$/;

/**
 * Finds the version at the end of a text, after anything that is not a letter or digit, after a `v`, or, if it has a
 * dot, after any letter (`go1.22rc1`). The longest one wins; undefined if there is none, as in `stable`.
 */
export function versionAtEnd(text: string): VersionAtEnd | undefined {
  for (const { index } of text.matchAll(/(?<![0-9.])\d/g)) {
    const rest = text.slice(index);
    const isBehindLetter =
      /[a-z]/i.test(text[index - 1] ?? '') && !/(?:^|[^a-z])v$/i.test(text.slice(0, index));
    if (isBehindLetter && !/^\d+\.\d/.test(rest)) continue;
    const found = versionIn(rest);
    if (found !== undefined) return found;
  }
  return undefined;
}

function versionIn(text: string): VersionAtEnd | undefined {
  // A number and one letter may as well be the end of a hash (`3a`).
  if (/^\d+[a-z]\d*$/i.test(text)) return undefined;
  const semver = fromSemver(text);
  if (semver !== undefined) return { text, isPreRelease: !semver.isFinal, version: semver };
  const version = fromPep440(text);
  const parts = version === undefined ? null : pep440.explain(text);
  if (parts !== null) return { text, isPreRelease: parts.is_prerelease || parts.is_devrelease, version };
  if (withWord.test(text) || asSemver.test(text)) return { text, isPreRelease: true, version: undefined };
  return asNumbers.test(text) ? { text, isPreRelease: false, version: undefined } : undefined;
}

/** A pre-release channel, alone or followed by a number or a date: `nightly`, `app-rc1`, `nightly-2026-01-31`. */
const channel = new RegExp(
  String.raw`(?:^|[^a-z0-9])(?:${unreleased}|edge|release-candidate)(?:[-_.]?\d+(?:-\d\d-\d\d)?)?$`,
  'i',
);

/** Whether a git tag, or another text that ends with a version, stands for a pre-release. */
export function isPreRelease(text: string): boolean {
  return versionAtEnd(text)?.isPreRelease === true || channel.test(text);
}
