import type { ReportFile, UsedFile, WantedFile } from '../types/files.ts';
import { defaultExceptionsFile, type Inputs } from '../types/inputs.ts';
import type { Report } from '../types/report.ts';
import type { Asked, Document } from './documents/document.ts';
import { documents } from './documents/documents.ts';

/** The files that the person asks for. */
export function wantedFiles(asked: Asked): WantedFile[] {
  return documents.flatMap(({ input, isPart, path }) => {
    const there = path(asked);
    return there === undefined ? [] : [{ input, isPart, path: there }];
  });
}

/** The files of the checkout that other inputs name, none of which a report may write over. */
export function usedFiles({
  exceptionsFile,
  build,
  mode,
}: Pick<Inputs, 'exceptionsFile' | 'build' | 'mode'>): UsedFile[] {
  const dockerfile: UsedFile = { input: 'file', path: build.file ?? `${build.context}/Dockerfile` };
  return [
    { input: 'exceptions', path: exceptionsFile ?? defaultExceptionsFile },
    ...(mode === 'publish' ? [] : [dockerfile]),
  ];
}

/**
 * The files that are written, also after a failure; not those of which it is known that they cannot be.
 * @param report says where they are
 * @param shown the same report as it may be shown: what is in them
 */
export function filesOf(report: Report, shown: Report = report): ReportFile[] {
  return documents.flatMap((document) => {
    const path = writtenPath(document, report);
    if (path === undefined) return [];
    const { input, isPart, text } = document;
    return [{ input, isPart, path, text: (before) => text(shown, before) }];
  });
}

/** Where each document is when the run is over, by the output that says so; empty where it is not there. */
export function filePaths(report: Report): Readonly<Record<WantedFile['input'], string>> {
  const paths = documents.map((document) => [document.input, writtenPath(document, report) ?? '']);
  return Object.fromEntries(paths) as Record<WantedFile['input'], string>;
}

function writtenPath({ input, path, missing }: Document, report: Report): string | undefined {
  const failed = report.unwritten.some((file) => file.input === input);
  return failed || missing(report) !== undefined ? undefined : path(report);
}

/** What is said where a file that was asked for has nothing to say. */
export function unwrittenNotices(report: Report): string[] {
  return documents.flatMap(({ path, missing }) => {
    const [there, why] = [path(report), missing(report)];
    return there === undefined || why === undefined ? [] : [`${there} was not written: ${why}.`];
  });
}
