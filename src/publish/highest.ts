import type { PlannedTag, VersionClaim } from '../types/plan.ts';
import { compareVersions, parseVersion, type Version } from '../types/version.ts';

/**
 * The tag of a higher version that keeps a name from moving back; undefined where there is none, and for a name
 * that makes no claim. Only tags that look like this run's own around their version count, and only releases.
 * @param tags every tag that the repository holds
 */
export function keptBackBy(name: PlannedTag, tags: readonly string[]): string | undefined {
  const { claim } = name;
  if (claim === undefined || name.kind === 'fixed') return undefined;
  return tags.find((tag) => {
    const version = versionIn(tag, claim);
    return version !== undefined && isRival(version, claim) && compareVersions(version, claim.version) > 0;
  });
}

function versionIn(tag: string, { before, after, version }: VersionClaim): Version | undefined {
  if (!tag.startsWith(before) || !tag.endsWith(after)) return undefined;
  return parseVersion(version.scheme, tag.slice(before.length, tag.length - after.length));
}

function isRival(other: Version, { version, within }: VersionClaim): boolean {
  if (!other.isFinal) return false;
  switch (within) {
    case 'all':
      return true;
    case 'major':
      return other.major === version.major;
    case 'minor':
      return other.major === version.major && other.minor === version.minor;
    case 'patch':
      return other.major === version.major && other.minor === version.minor && other.patch === version.patch;
  }
}
