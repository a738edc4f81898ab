import type { CompleteScan, Finding } from '../types/scan.ts';
import type { Report } from '../types/report.ts';

/** Who scanned a platform: `basic scanning, Trivy 0.69.3`. Foreign text. */
export function scannersText({ scanner, others = [] }: CompleteScan): string {
  const own = scanner === 'none' ? [] : [scanner === 'unknown' ? 'scanner not known' : `${scanner} scanning`];
  return [...own, ...others].join(', ');
}

/** Everybody whose findings were judged, each once; empty where nobody's were. Foreign text. */
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

/** Whether more than ECR's own word is in a list, so that each finding has to say whose it is. */
export function isMixed(findings: readonly { readonly finding: Finding }[]): boolean {
  return findings.some(({ finding }) => finding.saidBy !== undefined);
}
