import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { asShipError, ShipError } from '../types/errors.ts';
import type { ReportFile } from '../types/files.ts';
import { clause, messageOf } from '../types/text.ts';
import { readText } from './text-file.ts';

/** Writes a file, folders included; gives the error where that cannot be done. */
export async function writeReportFile({ input, path, text }: ReportFile): Promise<ShipError | undefined> {
  try {
    const content = text(await readText(path));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    return undefined;
  } catch (cause) {
    if (cause instanceof ShipError) return asShipError(cause);
    return new ShipError({
      code: 'file-failed',
      what: `The ${input.replace('-', ' ')} ${path} cannot be written (${clause(messageOf(cause))}).`,
      next: `Give the input ${input} a path inside the workspace that can be written.`,
      cause,
    });
  }
}
