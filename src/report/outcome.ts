import type { Report } from '../types/report.ts';
import { isTagsFirst, tagsFirstWords } from './tags-first.ts';
import { tagsSet } from './tags-set.ts';

/** How a run ended, in words for a heading: the same ones in every report. */
export function outcomeWords(report: Report): string {
  const { verdict, failure, inputs } = report;
  if (isTagsFirst(inputs) && tagsSet(report).length > 0 && failure?.code !== 'file-failed')
    return tagsFirstWords(report);
  if (verdict?.outcome === 'failed') return 'did not pass';
  if (failure !== undefined) return failureWords(report);
  if (inputs?.mode === 'plan') return 'the plan';
  if (verdict === undefined) return 'built, not pushed';
  if (inputs?.mode === 'build')
    return verdict.outcome === 'passed'
      ? 'passed, not tagged yet'
      : 'pushed without a full scan, not tagged yet';
  return verdict.outcome === 'passed' ? 'passed' : 'shipped without a full scan';
}

/** An image that has a name is shipped, whatever failed after that. */
function failureWords(report: Report): string {
  if (tagsSet(report).length === 0) return 'not shipped';
  if (report.failure?.code === 'file-failed') return 'shipped, but not every file was written';
  const isWhole = report.names.every(({ outcome }) => outcome === 'set' || outcome === 'unchanged');
  return isWhole ? 'shipped, but the run failed' : 'shipped, but not under all tags';
}
