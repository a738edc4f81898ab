import type { Report } from '../types/report.ts';
import { tagsSet } from './tags-set.ts';

/**
 * Whether what was pushed is no image that anybody should deploy: it did not pass, the run ended before it was judged, or it
 * is gone. With `scan: after-tags` it has its tags all the same, and that it has is true.
 */
export function isRefused(report: Report): boolean {
  const { verdict, failure, candidateRemoved } = report;
  const isUnjudged = failure !== undefined && verdict === undefined;
  return (verdict?.outcome === 'failed' || isUnjudged || candidateRemoved) && tagsSet(report).length === 0;
}
