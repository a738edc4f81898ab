import { readFile } from 'node:fs/promises';
import { foreignCheckout } from '../plan/event.ts';
import type { Checkout } from '../ports.ts';
import { ShipError } from '../types/errors.ts';
import { clause, messageOf } from '../types/text.ts';

/** The checkout is the folder in which the runner starts the action. */
export function jobCheckout(): Checkout {
  return {
    readText,
    async whyForeign() {
      const { GITHUB_EVENT_NAME, GITHUB_EVENT_PATH } = process.env;
      return foreignCheckout(GITHUB_EVENT_NAME ?? '', await readPayload(GITHUB_EVENT_PATH ?? ''));
    },
  };
}

/** The text of a file; undefined where there is none. Throws `file-failed`. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (isAbsent(cause)) return undefined;
    throw new ShipError({
      code: 'file-failed',
      what: `The file ${path} cannot be read (${clause(messageOf(cause))}).`,
      next: 'Make it a file that this job may read.',
      cause,
    });
  }
}

/** The payload of the event; undefined where it cannot be read, which is no proof of anything. */
async function readPayload(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function isAbsent(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
