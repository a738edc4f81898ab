import type { InputName } from './inputs.ts';

/** One file that a run leaves: the input that asks for it, where, and its text. */
export interface ReportFile {
  readonly input: Extract<InputName, `${string}-file`>;
  readonly path: string;
  /** Makes its text from what is in the file already; undefined where there is no file yet. */
  readonly text: (before: string | undefined) => string;
}
