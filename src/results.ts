import { githubApi } from './adapters/github/github-api.ts';
import { reportFiles } from './adapters/machine/report-files.ts';
import type { Secrets } from './adapters/machine/secrets.ts';
import * as github from './adapters/runner/github-job.ts';
import { unwrittenNotices } from './report/files.ts';
import { lastLine } from './report/last-line.ts';
import { outputsOf } from './report/outputs.ts';
import { presentable } from './report/presentable.ts';
import { summaryOf } from './report/summary.ts';
import { tell } from './tell.ts';
import type { Report } from './types/report.ts';
import { visible } from './types/text.ts';

/**
 * Reports the result of a run: files, outputs, summary, comment, and its one error. Files come first, because outputs,
 * summary and the other files say if one could not be written. The one error follows; further failures are warnings.
 */
export async function giveResults(found: Report, secrets: Secrets): Promise<void> {
  const log = github.githubLog(secrets);
  const fit = (text: string) => visible(secrets.hide(text));
  const show = (report: Report) => presentable(report, fit);
  const setOutputs = (told: Report) => github.setOutputs(outputsOf(show(told)), secrets);
  const { report, besides } = await tell(found, reportFiles(), setOutputs, show);
  const shown = show(report);
  unwrittenNotices(report).forEach(log.notice);
  if (isTold(report)) await github.writeSummary(summaryOf(shown), log, secrets);
  if (report.inputs?.comment === true) {
    const { commentOn } = await import('./comment.ts');
    await commentOn(report, shown, { github: githubApi(log.debug), log, fit });
  }
  if (report.failure !== undefined) github.fail(report.failure, besides, secrets);
  log.info(lastLine(shown));
}

/** Whether there is a summary: a login that succeeded has nothing to report. */
function isTold({ inputs, login, failure }: Report): boolean {
  return login === undefined || failure !== undefined ? (inputs?.summary ?? true) : false;
}
