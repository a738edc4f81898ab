import type { WantedFile } from '../../types/files.ts';
import type { Report } from '../../types/report.ts';

/** What decides which files a run writes: also known if another input is invalid. */
export type Asked = Pick<Report, 'resultFile' | 'inputs'>;

/** A file that a run writes. To add one, write one of these and list it in documents.ts. */
export interface Document {
  /** The input that asks for it. */
  readonly input: WantedFile['input'];
  /** Whether the run writes only part of the file. */
  readonly isPart: boolean;
  /** Its path; undefined if nobody asks for it. */
  readonly path: (asked: Asked) => string | undefined;
  /** Why this run has nothing to write into it, as a clause; undefined if it has. */
  readonly missing: (report: Report) => string | undefined;
  /** The whole file, made from its present text. */
  readonly text: (report: Report, before: string | undefined) => string;
}

/** Formats JSON for people. */
export function jsonText(content: object): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
