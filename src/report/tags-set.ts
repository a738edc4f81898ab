import type { Report } from '../types/report.ts';

/** The tags that the image has now, in the order in which they were asked for. */
export function tagsSet(report: Report): string[] {
  return report.names
    .filter((name) => name.outcome === 'set' || name.outcome === 'unchanged')
    .map((name) => name.tag);
}
