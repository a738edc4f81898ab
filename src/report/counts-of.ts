import { countPlatforms } from '../scan/counts.ts';
import type { Report } from '../types/report.ts';
import type { SeverityCounts } from '../types/scan.ts';

/** How many findings each severity has, over all platforms; undefined if nothing was scanned. */
export function countsOf(report: Report): SeverityCounts | undefined {
  return report.scan === undefined || report.scan.kind === 'off'
    ? undefined
    : countPlatforms(report.scan.platforms);
}
