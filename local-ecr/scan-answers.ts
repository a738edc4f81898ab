import { asBasic, enhancedShape } from './findings.ts';
import type { Registry } from './registry.ts';
import { scanView, type ScanView } from './scans.ts';
import type { ImageState, RepositoryState } from './state.ts';

/**
 * ECR's description of each status. Sources: ECR API reference, DescribeImageScanFindings; answers that people have
 * shown; for SCAN_ELIGIBILITY_EXPIRED, for which nobody has shown ECR's answer, the Inspector API reference, ScanStatus.
 */
const descriptions: Readonly<Record<string, string>> = {
  COMPLETE: 'The scan was completed successfully.',
  ACTIVE: 'Continuous scan is selected for image.',
  FAILED: 'UnsupportedImageError: The operating system and/or package manager are not supported.',
  SCAN_ELIGIBILITY_EXPIRED: 'The configured scan duration has lapsed for this image.',
};

export function scanStatus({ phase }: ScanView): object {
  const description = phase.description ?? descriptions[phase.status];
  return { status: phase.status, ...(description !== undefined && { description }) };
}

/** Times and counts of a scan that has ended; undefined before. */
export function scanCounts({ completedAt, counts, isBare }: ScanView): object | undefined {
  if (completedAt === undefined) return undefined;
  if (isBare) return { imageScanCompletedAt: completedAt / 1000 };
  return {
    imageScanCompletedAt: completedAt / 1000,
    vulnerabilitySourceUpdatedAt: (completedAt - 3600_000) / 1000,
    findingSeverityCounts: counts,
  };
}

/** What DescribeImages says about a scan. */
export function scanSummary(registry: Registry, repository: RepositoryState, image: ImageState): object {
  const view = scanView(registry, repository, image);
  if (view === undefined) return {};
  const counts = scanCounts(view);
  return {
    imageScanStatus: scanStatus(view),
    ...(counts !== undefined && { imageScanFindingsSummary: counts }),
  };
}

/** One page of findings, in the format of the active scanner. */
export function findingMembers(
  registry: Registry,
  repository: RepositoryState,
  image: ImageState,
  { findings, isBare }: Pick<ScanView, 'findings' | 'isBare'>,
): object {
  return registry.state.scanType === 'ENHANCED' && !isBare
    ? { enhancedFindings: findings.map(enhancedShape(registry, repository, image)) }
    : { findings: findings.map(asBasic) };
}
