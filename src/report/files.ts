import type { ReportFile, UsedFile, WantedFile } from '../types/files.ts';
import { defaultExceptionsFile, type Inputs } from '../types/inputs.ts';
import type { Report } from '../types/report.ts';
import type { Asked, Document } from './documents/document.ts';
import { documents } from './documents/documents.ts';

/** The files that the user asks for. */
export function wantedFiles(asked: Asked): WantedFile[] {
  return documents.flatMap(({ input, isPart, path }) => {
    const there = path(asked);
    return there === undefined ? [] : [{ input, isPart, path: there }];
  });
}

/** The files of the checkout that other inputs name, none of which a report may overwrite. */
export function usedFiles({
  exceptionsFile,
  findings,
  build,
  mode,
}: Pick<Inputs, 'exceptionsFile' | 'findings' | 'build' | 'mode'>): UsedFile[] {
  const dockerfile: UsedFile = { input: 'file', path: build.file ?? `${build.context}/Dockerfile` };
  return [
    { input: 'exceptions', path: exceptionsFile ?? defaultExceptionsFile },
    ...findings.map(({ path }) => ({ input: 'findings', path }) as const),
    ...(mode === 'publish' ? [] : [dockerfile, ...secretFiles(build)]),
  ];
}

function secretFiles({ options }: Inputs['build']): UsedFile[] {
  return options.secrets.flatMap((secret) =>
    secret.kind === 'file' ? [{ input: 'secret-files', path: secret.path } as const] : [],
  );
}

/**
 * The files to write, also after a failure, without those that are known to fail.
 * @param report has their paths
 * @param shown the same report as it may be shown, for their content
 */
export function filesOf(report: Report, shown: Report = report): ReportFile[] {
  return documents.flatMap((document) => {
    const path = writtenPath(document, report);
    if (path === undefined) return [];
    const { input, isPart, text } = document;
    return [{ input, isPart, path, text: (before) => text(shown, before) }];
  });
}

/** The path of each document at the end of the run, by its output; empty if it does not exist. */
export function filePaths(report: Report): Readonly<Record<WantedFile['input'], string>> {
  const paths = documents.map((document) => [document.input, writtenPath(document, report) ?? '']);
  return Object.fromEntries(paths) as Record<WantedFile['input'], string>;
}

function writtenPath({ input, path, missing }: Document, report: Report): string | undefined {
  const failed = report.unwritten.some((file) => file.input === input);
  return failed || missing(report) !== undefined ? undefined : path(report);
}

/** Notices about files that were asked for but have no content in this run. */
export function unwrittenNotices(report: Report): string[] {
  return documents.flatMap(({ path, missing }) => {
    const [there, why] = [path(report), missing(report)];
    return there === undefined || why === undefined ? [] : [`${there} was not written: ${why}.`];
  });
}
