import type { CompleteScan, Finding } from '../types/scan.ts';
import type { Report } from '../types/report.ts';

/** Who scanned a platform: `basic scanning, Trivy 0.69.3`. Foreign text. */
export function scannersText({ scanner, others = [] }: CompleteScan): string {
  const own = scanner === 'none' ? [] : [scanner === 'unknown' ? 'scanner not known' : `${scanner} scanning`];
  return [...own, ...others].join(', ');
}

/** Everybody whose findings were judged, each once; empty if there is none. Foreign text. */
export function scannersOfRun({ scan }: Report): string[] {
  if (scan === undefined || scan.kind === 'off') return [];
  const names = scan.platforms.flatMap((platform) => {
    if (platform.outcome !== 'complete') return [];
    const { scanner, others = [] } = platform;
    const own =
      scanner === 'none' ? [] : [scanner === 'unknown' ? 'Amazon ECR' : `Amazon ECR ${scanner} scanning`];
    return [...own, ...others];
  });
  return [...new Set(names)];
}

/** Whether a list contains findings of other scanners than ECR, so that each finding must name its source. */
export function isMixed(findings: readonly { readonly finding: Finding }[]): boolean {
  return findings.some(({ finding }) => finding.saidBy !== undefined);
}
