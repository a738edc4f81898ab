import type { ReportFile, UsedFile, WantedFile } from '../types/files.ts';
import { defaultExceptionsFile, type Inputs } from '../types/inputs.ts';
import type { Report } from '../types/report.ts';
import { evidenceIn } from './evidence.ts';
import { resultFileOf } from './result-file.ts';
import { hasSarif, sarifOf } from './sarif.ts';
import { isWritten } from './written.ts';

/** The files that the person asks for. */
export function wantedFiles(
  resultFile: string | undefined,
  inputs: Pick<Inputs, 'evidenceFile' | 'sarifFile'> | undefined,
): WantedFile[] {
  const all = [
    { input: 'result-file', path: resultFile, isPart: false },
    { input: 'evidence-file', path: inputs?.evidenceFile, isPart: true },
    { input: 'sarif-file', path: inputs?.sarifFile, isPart: false },
  ] as const;
  return all.flatMap(({ path, ...file }) => (path === undefined ? [] : [{ ...file, path }]));
}

/** The files of the checkout that other inputs name, none of which a report may write over. */
export function usedFiles({ exceptionsFile, build }: Pick<Inputs, 'exceptionsFile' | 'build'>): UsedFile[] {
  return [
    { input: 'exceptions', path: exceptionsFile ?? defaultExceptionsFile },
    { input: 'file', path: build.file ?? `${build.context}/Dockerfile` },
  ];
}

/**
 * The files that are written, also after a failure; not those of which it is known that they cannot be.
 * @param report says where they are
 * @param shown the same report as it may be shown: what is in them
 */
export function filesOf(report: Report, shown: Report = report): ReportFile[] {
  const texts = {
    'result-file': () => json(resultFileOf(shown)),
    'evidence-file': (before: string | undefined) => evidenceIn(before, shown),
    'sarif-file': () => json(sarifOf(shown)),
  };
  return wantedFiles(report.resultFile, report.inputs)
    .filter(({ input }) => isWritten(input, report))
    .map((file) => ({ ...file, text: texts[file.input] }));
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
