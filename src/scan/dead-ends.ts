import type { IncompleteReason } from '../types/scan.ts';

/**
 * Statuses that never lead to findings, in our words: AWS describes only SCAN_ELIGIBILITY_EXPIRED.
 * Source: the ScanStatus enum of client-ecr.
 */
const deadEnds: Readonly<Record<string, { readonly reason: IncompleteReason; readonly detail: string }>> = {
  FAILED: { reason: 'failed', detail: 'the scan failed' },
  UNSUPPORTED_IMAGE: {
    reason: 'unsupported',
    detail: 'the scanner does not support this image, which has no operating system that it knows',
  },
  SCAN_ELIGIBILITY_EXPIRED: {
    reason: 'expired',
    detail: 'the image is older than the period in which the scanner looks at images',
  },
  FINDINGS_UNAVAILABLE: { reason: 'unavailable', detail: 'the scanner has no findings to give' },
  LIMIT_EXCEEDED: { reason: 'limited', detail: 'a limit on scans was exceeded' },
  IMAGE_ARCHIVED: {
    reason: 'archived',
    detail: 'the image is archived, and archived images are not scanned',
  },
};

/** Why a status never leads to findings, with ECR's own message; undefined if it may. */
export function deadEnd(
  status: string,
  said: string | undefined,
): { readonly reason: IncompleteReason; readonly detail: string } | undefined {
  const found = Object.hasOwn(deadEnds, status) ? deadEnds[status] : undefined;
  if (found === undefined) return undefined;
  const words = said === undefined ? '' : `: ${said}`;
  // For an image with an unsupported operating system, basic scanning answers FAILED with this message.
  const reason = /UnsupportedImageError/.test(said ?? '') ? 'unsupported' : found.reason;
  return { reason, detail: `${found.detail}: ${status}${words}` };
}
