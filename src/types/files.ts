import type { InputName } from './inputs.ts';

/** A file that an input names. The path is relative to the workspace, or absolute. */
export interface UsedFile {
  readonly input: InputName;
  readonly path: string;
}

/** A file that a run is to write. */
export interface WantedFile extends UsedFile {
  readonly input: Extract<InputName, `${string}-file`>;
  /** Whether this run writes only part of the document, so that its present text is read first. */
  readonly isPart: boolean;
}

/** A file that a run writes, and its text. */
export interface ReportFile extends WantedFile {
  /** Makes the text from what the file holds now; undefined if there is no file yet, or nothing of it stays. */
  readonly text: (before: string | undefined) => string;
}

/** A file that was asked for but cannot be written. */
export interface UnwrittenFile extends UsedFile {
  readonly input: WantedFile['input'];
  /** A clause. */
  readonly why: string;
}
