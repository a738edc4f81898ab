import type { ReportFiles } from './ports.ts';
import type { Run } from './run.ts';
import { filesOf, usedFiles, wantedFiles } from './report/files.ts';
import { unwrittenError } from './report/unwritten.ts';
import type { ShipError } from './types/errors.ts';
import type { UnwrittenFile } from './types/files.ts';
import type { Inputs } from './types/inputs.ts';
import type { Report } from './types/report.ts';

/**
 * Checks every file that the run is to write before it does anything else: no image may get its tags in a run that
 * then fails for a path. Throws `file-failed` with all files that cannot be written.
 */
export async function tryFiles(
  inputs: Inputs,
  run: Pick<Run, 'keep' | 'resultFile'>,
  files: ReportFiles,
): Promise<void> {
  const unwritten = await files.check(wantedFiles({ resultFile: run.resultFile, inputs }), usedFiles(inputs));
  if (unwritten.length === 0) return;
  run.keep('unwritten', unwritten);
  throw unwrittenError(unwritten);
}

/** What a run has told: the report as it stands everywhere, and the errors besides its failure. */
interface Told {
  readonly report: Report;
  readonly besides: readonly ShipError[];
}

/**
 * Writes the run's files and then its outputs, which say which files exist. If the outputs cannot be set, the files
 * are written again to say so.
 * @param setOutputs returns the error if it fails
 * @param show returns the report as it may be shown
 */
export async function tell(
  found: Report,
  files: ReportFiles,
  setOutputs: (report: Report) => ShipError | undefined,
  show: (report: Report) => Report = (told) => told,
): Promise<Told> {
  const told = await writeFiles(found, files, show);
  const unset = setOutputs(told.report);
  if (unset === undefined) return told;
  if (told.report.failure !== undefined) return { ...told, besides: [...told.besides, unset] };
  return writeFiles({ ...told.report, failure: unset }, files, show);
}

/**
 * Writes the run's files. If one fails, the report says so and the others are written again, because none of them
 * may claim success. It ends because each round has fewer files.
 * @param show returns the report as it may be shown
 */
async function writeFiles(
  report: Report,
  files: ReportFiles,
  show: (report: Report) => Report,
): Promise<Told> {
  let told = report;
  const failed: UnwrittenFile[] = [];
  for (;;) {
    const before = failed.length;
    for (const file of filesOf(told, show(told))) {
      const unwritten = await files.write(file);
      if (unwritten !== undefined) failed.push(unwritten);
    }
    if (failed.length === before) break;
    told = {
      ...report,
      unwritten: [...report.unwritten, ...failed],
      failure: report.failure ?? unwrittenError(failed),
    };
  }
  const besides = report.failure === undefined ? [] : failed.map((file) => unwrittenError([file]));
  return { report: told, besides };
}
