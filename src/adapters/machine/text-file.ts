import { largestText } from '../../types/bounds.ts';
import { ShipError } from '../../types/errors.ts';
import { clause, messageOf, nameInLine } from '../../types/text.ts';
import { placeToRead, workFolders } from './places.ts';
import { readLinked, readRegular } from './regular-file.ts';

/**
 * The text of a file of the checkout: a regular file of at most `largestText` bytes, in the workspace after following
 * links; undefined if there is none. Throws `file-failed`.
 */
export async function readText(path: string): Promise<string | undefined> {
  return reading(path, async () => {
    const real = await placeToRead(path);
    return real === undefined ? undefined : readRegular(real, largestText);
  });
}

/** The same for a file in the workspace or in RUNNER_TEMP, of at most `most` bytes. Throws `file-failed`. */
export async function readLeft(path: string, most: number): Promise<string | undefined> {
  const read = async () => {
    const real = await placeToRead(path, workFolders());
    return real === undefined ? undefined : readRegular(real, most);
  };
  return reading(path, read, 'the workspace or of RUNNER_TEMP');
}

/** The same for a file anywhere, because the user says where docker reads it. Throws `file-failed`. */
export async function readTextAnywhere(path: string): Promise<string | undefined> {
  return reading(path, () => readLinked(path, largestText));
}

async function reading<T>(path: string, read: () => Promise<T>, where = 'the workspace'): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new ShipError({
      code: 'file-failed',
      what: `The file ${nameInLine(path)} cannot be read: ${clause(messageOf(cause))}.`,
      next: `Make it a regular file of ${where} that this job may read.`,
      cause,
    });
  }
}
