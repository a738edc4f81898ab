import { readFile } from 'node:fs/promises';
import { ShipError } from '../types/errors.ts';
import { clause, messageOf } from '../types/text.ts';

/** The text of a file; undefined where there is none. Throws `file-failed`. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new ShipError({
      code: 'file-failed',
      what: `The file ${path} cannot be read (${clause(messageOf(cause))}).`,
      next: 'Make it a file that this job may read.',
      cause,
    });
  }
}
