import type { WantedFile } from '../../types/files.ts';
import type { Report } from '../../types/report.ts';

/** What decides which files a run leaves: known also where another input cannot be used. */
export type Asked = Pick<Report, 'resultFile' | 'inputs'>;

/** Something that a run leaves as a file. To add one is to write one of these and to list it in documents.ts. */
export interface Document {
  /** The input that asks for it. */
  readonly input: WantedFile['input'];
  /** Whether it is a part of what is there already. */
  readonly isPart: boolean;
  /** Where; undefined where nobody asks for it. */
  readonly path: (asked: Asked) => string | undefined;
  /** Why this run has nothing to write into it, as a clause; undefined where it has. */
  readonly missing: (report: Report) => string | undefined;
  /** The whole file, from what is in it already. */
  readonly text: (report: Report, before: string | undefined) => string;
}

/** A JSON file as people read it. */
export function jsonText(content: object): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
