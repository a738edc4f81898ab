import type { InputName } from './inputs.ts';

/** A file that an input names. The path is relative to the workspace, or absolute. */
export interface UsedFile {
  readonly input: InputName;
  readonly path: string;
}

/** One file that a run is to leave. */
export interface WantedFile extends UsedFile {
  readonly input: Extract<InputName, `${string}-file`>;
  /** Whether it is a document of which this run writes a part only, so that what is there is read first. */
  readonly isPart: boolean;
}

/** One file that a run leaves, and its text. */
export interface ReportFile extends WantedFile {
  /** Makes its text from what is in the file already; undefined where there is no file yet, or nothing of it stays. */
  readonly text: (before: string | undefined) => string;
}

/** A file that was asked for and cannot be written. */
export interface UnwrittenFile extends UsedFile {
  readonly input: WantedFile['input'];
  /** A clause. */
  readonly why: string;
}
