import type { WantedFile } from '../types/files.ts';
import type { Report } from '../types/report.ts';
import { hasSarif } from './sarif.ts';

/** Whether a file, if it was asked for, is there when the run is over. */
export function isWritten(input: WantedFile['input'], report: Report): boolean {
  const failed = report.unwritten.some((file) => file.input === input);
  return !failed && (input !== 'sarif-file' || hasSarif(report));
}
