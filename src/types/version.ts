import * as pep440 from '@renovatebot/pep440';
import compareSemver from 'semver/functions/compare.js';
import parseSemver from 'semver/functions/parse.js';

export type VersionScheme = 'semver' | 'pep440';

/** A version and the parts that patterns pick from it. */
export interface Version {
  readonly scheme: VersionScheme;
  /** As it was written. */
  readonly raw: string;
  /** In the scheme's normal form, without build metadata. */
  readonly version: string;
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** Not a pre-release, and in PEP 440 neither a post-release nor one of development. */
  readonly isFinal: boolean;
}

/** Reads a version; undefined for what is none. A leading `v` is allowed, a part that is missing is not (semver). */
export function parseVersion(scheme: VersionScheme, raw: string): Version | undefined {
  return scheme === 'semver' ? fromSemver(raw.trim()) : fromPep440(raw.trim());
}

/** Below zero where `a` is the lower one. */
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
  // What follows the plus sign is the local build, which the library would write with a comma.
  const [published = ''] = raw.split('+');
  const version = pep440.clean(published);
  const parts = pep440.explain(raw);
  if (version === null || parts === null) return undefined;
  const [major = 0, minor = 0, patch = 0] = parts.release;
  const isFinal = !parts.is_prerelease && !parts.is_postrelease && !parts.is_devrelease;
  return { scheme: 'pep440', raw, version, major, minor, patch, isFinal };
}
