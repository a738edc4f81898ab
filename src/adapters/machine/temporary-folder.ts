import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ShipError } from '../../types/errors.ts';
import { clause, messageOf, nameInLine } from '../../types/text.ts';

/** The prefix of our private folders for docker's configuration. */
export const privateFolderPrefix = 'ecr-ship-docker-';

/** Where this run's own files go: the runner's RUNNER_TEMP, which it empties after each job, or else the machine's. */
export function temporaryFolder(): string {
  return process.env['RUNNER_TEMP'] || tmpdir();
}

/**
 * Makes a folder of our own below `temporaryFolder`, and that one if it is missing: a container or a self-hosted
 * runner may name one that does not exist. Throws `file-failed`.
 * @param prefix of its name
 * @param planned called with its path before it exists
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
 * Makes a folder and its missing parents. Node's `recursive` never ends below /proc, where a folder stays missing
 * however often it is made. Throws the system's errors.
 */
export function makeFolders(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolders(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another step may make the same folder at the same time.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** The error if the folder for temporary files cannot be made or written to. */
export function temporaryUnusable(path: string, cause: unknown): ShipError {
  return new ShipError({
    code: 'file-failed',
    what: `The folder for temporary files cannot be used, ${nameInLine(path)}: ${clause(messageOf(cause))}.`,
    next: 'Look at RUNNER_TEMP: this user has to be able to make that folder and to write to it, and its disk needs some space.',
    cause,
  });
}
