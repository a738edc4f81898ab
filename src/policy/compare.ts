import type { Baseline, Comparison } from '../types/baseline.ts';
import type { Platform } from '../types/names.ts';
import { unnamed, type CompleteScan, type Finding } from '../types/scan.ts';

/** Whether the baseline has this finding too. */
export type IsKnown = (platform: Platform, finding: Finding) => boolean;

/**
 * Compares an image's findings with its baseline's, platform by platform, by id and package. A newer version of a
 * package that is still vulnerable is the same finding; the same vulnerability in another package is a new one.
 * Without a baseline nothing is known, and a finding without an id never is.
 */
export function compare(
  platforms: readonly CompleteScan[],
  baseline: Exclude<Baseline, { kind: 'unasked' }>,
): { readonly comparison: Comparison; readonly isKnown: IsKnown } {
  if (baseline.kind !== 'read') return { comparison: baseline, isKnown: () => false };
  const before = keysByPlatform(baseline.platforms);
  const after = keysByPlatform(platforms);
  const isKnown: IsKnown = (platform, finding) =>
    finding.id !== unnamed && before.get(platform)?.has(keyOf(finding)) === true;
  const all = platforms.flatMap(({ platform, findings }) =>
    findings.map((finding) => ({ platform, finding })),
  );
  const stayed = all.filter(({ platform, finding }) => isKnown(platform, finding)).length;
  return {
    isKnown,
    comparison: {
      kind: 'compared',
      image: baseline.image,
      added: all.length - stayed,
      stayed,
      fixed: baseline.platforms.flatMap(({ platform, findings }) => {
        const now = after.get(platform);
        // A platform that is gone, or has no result this time, has nothing fixed.
        if (now === undefined) return [];
        return findings.filter((one) => !now.has(keyOf(one))).map((finding) => ({ platform, finding }));
      }),
      newPlatforms: platforms.map(({ platform }) => platform).filter((platform) => !before.has(platform)),
    },
  };
}

/** An index can list a platform more than once, as for two versions of Windows: their findings are merged. */
function keysByPlatform(platforms: readonly CompleteScan[]): ReadonlyMap<Platform, ReadonlySet<string>> {
  const keys = new Map<Platform, Set<string>>();
  for (const { platform, findings } of platforms) {
    const known = keys.get(platform) ?? new Set();
    for (const finding of findings) known.add(keyOf(finding));
    keys.set(platform, known);
  }
  return keys;
}

function keyOf(finding: Finding): string {
  return JSON.stringify([finding.id, finding.package]);
}
