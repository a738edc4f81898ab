import type { ReportFile } from '../types/files.ts';
import type { Report } from '../types/report.ts';
import { evidenceIn } from './evidence.ts';
import { resultFileOf } from './result-file.ts';
import { hasSarif, sarifOf } from './sarif.ts';

/**
 * The files that the person asked for, also after a failure.
 * @param report says where they are
 * @param shown the same report as it may be shown: what is in them
 */
export function filesOf(report: Report, shown: Report = report): ReportFile[] {
  const { resultFile } = report;
  const { evidenceFile, sarifFile } = report.inputs ?? {};
  const files: ReportFile[] = [];
  if (resultFile !== undefined)
    files.push({ input: 'result-file', path: resultFile, text: () => json(resultFileOf(shown)) });
  if (evidenceFile !== undefined)
    files.push({ input: 'evidence-file', path: evidenceFile, text: (before) => evidenceIn(before, shown) });
  if (sarifFile !== undefined && hasSarif(report))
    files.push({ input: 'sarif-file', path: sarifFile, text: () => json(sarifOf(shown)) });
  return files;
}

/** What is said where a file that was asked for has nothing to say. */
export function unwrittenNotice(report: Report): string | undefined {
  const path = report.inputs?.sarifFile;
  if (path === undefined || hasSarif(report)) return undefined;
  return `${path} was not written: without a full scan it would close alerts that nobody has fixed.`;
}

function json(content: object): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
