import { adviceFor } from '../scan/advice.ts';
import { countFindings } from '../scan/counts.ts';
import type { VerifiedImage } from '../types/image.ts';
import type { ScanReport } from '../types/scan.ts';
import type { Verdict } from '../types/verdict.ts';
import { formatBytes, formatCounts } from './format.ts';
import { describeBreach } from './policy-error.ts';
import { standingSentence } from './policy-section.ts';

export function verifiedLine(image: VerifiedImage): string {
  const platforms = image.platforms
    .map((platform) => `${platform.platform} ${formatBytes(platform.size)}`)
    .join(', ');
  return `Verified ${image.digest} (${image.kind}, ${formatBytes(image.size)} compressed: ${platforms}).`;
}

/** One line for each platform's scan. */
export function scanLines(scan: ScanReport): string[] {
  if (scan.kind === 'off') return [`Not scanned: ${scan.why}.`];
  return scan.platforms.map((platform) =>
    platform.outcome === 'complete'
      ? `Scanned ${platform.platform} (${platform.scanner === 'unknown' ? 'scanner not known' : `${platform.scanner} scanning`}): ${formatCounts(countFindings(platform.findings))}.`
      : `No full scan of ${platform.platform}: ${platform.detail}. ${adviceFor(platform.reason)}`,
  );
}

export function verdictLine(verdict: Verdict): string {
  switch (verdict.outcome) {
    case 'passed':
      return `Verdict: passed (${formatCounts(verdict.counts)}${exemptText(verdict)}).`;
    case 'failed':
      return `Verdict: failed (${verdict.breaches.map(describeBreach).join('; ')}${exemptText(verdict)}).`;
    case 'not-scanned':
      return `Verdict: not scanned (${verdict.why}).`;
  }
}

function exemptText(verdict: Verdict): string {
  const isPlain = verdict.findings.every(({ standing }) => standing.kind === 'counts');
  return isPlain ? '' : `; ${standingSentence(verdict)}`;
}
