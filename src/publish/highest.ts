import type { PlannedTag, VersionClaim } from '../types/plan.ts';
import { compareVersions, parseVersion, type Version } from '../types/version.ts';

/**
 * The tag of a higher version that keeps a tag from moving back; undefined if there is none, or the tag makes no
 * claim. Only releases count, and only tags that have the same text around their version.
 * @param tags every tag of the repository
 */
export function keptBackBy(planned: PlannedTag, tags: readonly string[]): string | undefined {
  const { claim } = planned;
  if (claim === undefined || planned.kind === 'fixed') return undefined;
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
