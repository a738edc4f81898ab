import type { Report } from '../types/report.ts';

/** The tags that the image has now, in the order in which they were asked for. */
export function tagsSet(report: Report): string[] {
  return report.tags
    .filter((result) => result.outcome === 'set' || result.outcome === 'unchanged')
    .map((result) => result.tag);
}
