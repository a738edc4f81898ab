import type { AssignedScan } from '../../types/foreign-scan.ts';
import type { PlatformImage } from '../../types/image.ts';
import type { CompleteScan, PlatformScan, ScanReport } from '../../types/scan.ts';
import { incomplete } from '../follow.ts';
import { mergeFindings } from './merge.ts';

/**
 * Combines the results of the registry's scanner with those of others. If the registry cannot scan (it is not asked,
 * there is no scanner, or it does not support the image), the others replace it; if it should have answered and did
 * not, that stays a gap beside what they found. A platform without any result is a gap too.
 * @param scans those of other scanners; if there are none, the registry's result stays as it is
 */
export function joinScans(
  own: ScanReport,
  scans: readonly AssignedScan[],
  platforms: readonly PlatformImage[],
): ScanReport {
  if (scans.length === 0) return own;
  const joined = platforms.flatMap((platform) => {
    const about = scans.filter((scan) => scan.digest === platform.digest);
    const registry = own.kind === 'off' ? own.why : own.platforms.find((scan) => isOf(scan, platform));
    return joinPlatform(platform, registry, about);
  });
  const complete = joined.filter((scan): scan is CompleteScan => scan.outcome === 'complete');
  return complete.length === joined.length
    ? { kind: 'complete', platforms: complete }
    : { kind: 'incomplete', platforms: joined };
}

/** An index can list a platform more than once, so the digest decides as well. */
function isOf(scan: PlatformScan, { platform, digest }: PlatformImage): boolean {
  return scan.platform === platform && scan.digest === digest;
}

/** @param own the registry's result, or why it is not asked */
function joinPlatform(
  platform: PlatformImage,
  own: PlatformScan | string | undefined,
  scans: readonly AssignedScan[],
): PlatformScan[] {
  if (scans.length === 0)
    return [
      typeof own === 'object'
        ? own
        : incomplete(platform, 'not-given', 'no file of the input findings is about it'),
    ];
  if (typeof own !== 'object') return [without(platform, own, scans)];
  if (own.outcome === 'complete') return [together(own, scans)];
  return own.reason === 'unsupported' && own.findings === undefined
    ? [without(platform, own.detail, scans)]
    : [own, without(platform, own.detail, scans)];
}

function together(own: CompleteScan, scans: readonly AssignedScan[]): CompleteScan {
  return {
    ...own,
    others: toolsOf(scans),
    findings: mergeFindings([own.findings, ...scans.map(({ findings }) => findings)]),
  };
}

function without(
  { platform, digest }: PlatformImage,
  instead: string | undefined,
  scans: readonly AssignedScan[],
): CompleteScan {
  const ends = scans.flatMap(({ endedAt }) => endedAt ?? []);
  return {
    outcome: 'complete',
    platform,
    digest,
    scanner: 'none',
    others: toolsOf(scans),
    ...(instead !== undefined && { instead }),
    completedAt: ends.length === 0 ? undefined : Math.max(...ends),
    findings: mergeFindings(scans.map(({ findings }) => findings)),
  };
}

function toolsOf(scans: readonly AssignedScan[]): string[] {
  return [...new Set(scans.flatMap(({ tools }) => tools))];
}
