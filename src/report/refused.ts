import type { Report } from '../types/report.ts';
import { tagsSet } from './tags-set.ts';

/**
 * Whether nobody should deploy what was pushed: it did not pass, the run ended before it was judged, or it is gone.
 * With `scan: after-tags` it has its tags all the same, and the report says so.
 */
export function isRefused(report: Report): boolean {
  const { verdict, failure, candidateRemoved } = report;
  const isUnjudged = failure !== undefined && verdict === undefined;
  return (verdict?.outcome === 'failed' || isUnjudged || candidateRemoved) && tagsSet(report).length === 0;
}
