import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ShipError } from '../../types/errors.ts';
import { clause, messageOf } from '../../types/text.ts';

/** What the names of our private folders for docker's configuration begin with. */
export const privateFolderPrefix = 'ecr-ship-docker-';

/** Where files of this run alone go: the runner's RUNNER_TEMP, which it empties after each job; else the machine's own. */
export function temporaryFolder(): string {
  return process.env['RUNNER_TEMP'] || tmpdir();
}

/**
 * Makes a folder of our own below it, and the folder itself where it is missing: a container or a self-hosted runner may
 * name one that nobody has made. Throws `file-failed`.
 * @param prefix what its name begins with
 * @param planned is told its path before it is there
 */
export function makeTemporaryFolder(prefix: string, planned?: (path: string) => void): string {
  const parent = temporaryFolder();
  const path = join(parent, `${prefix}${randomUUID()}`);
  planned?.(path);
  try {
    makeFolders(parent);
    mkdirSync(path, { mode: 0o700 });
    return path;
  } catch (cause) {
    throw temporaryUnusable(parent, cause);
  }
}

/**
 * Makes a folder and those on the way to it that are missing. Node's own way of that (`recursive`) never ends below /proc,
 * where a folder is missing however often it was made. Throws the system's errors.
 */
export function makeFolders(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolders(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another step may make the same one at the same time.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** The error for a folder of temporary files that cannot be made or written to. */
export function temporaryUnusable(path: string, cause: unknown): ShipError {
  return new ShipError({
    code: 'file-failed',
    what: `The folder for temporary files cannot be used, ${clause(path)}: ${clause(messageOf(cause))}.`,
    next: 'Look at RUNNER_TEMP: this user has to be able to make that folder and to write to it, and its disk needs some space.',
    cause,
  });
}
