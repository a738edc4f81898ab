import { createHash } from 'node:crypto';
import { mkdtempSync, realpathSync, rmdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from './folders.ts';

/** The folder in which one server keeps everything. */
export interface DataFolder {
  readonly path: string;
  /** Lets others have it; removes it if nothing is to be kept. */
  leave(): Promise<void>;
}

/**
 * Opens the folder that was given, or a temporary one. Throws an Error that names the folder if it cannot be made, or if
 * another server has it: each holds everything in memory, so that one would undo what the other has written.
 */
export async function openDataFolder(given: string | undefined): Promise<DataFolder> {
  if (given === undefined) {
    const path = mkdtempSync(join(tmpdir(), 'local-ecr-'));
    return {
      path,
      leave: async () => {
        await rm(path, { recursive: true, force: true });
      },
    };
  }
  try {
    makeFolder(given);
    // A folder that is there need not take anything.
    rmdirSync(mkdtempSync(join(given, '.try-')));
  } catch (error) {
    throw new Error(
      `nothing can be kept in the folder ${JSON.stringify(given)}: ${error instanceof Error ? error.message : String(error)}. ` +
        'Name one that can be written, or none, and nothing is kept',
      { cause: error },
    );
  }
  const held = await hold(given);
  return {
    path: given,
    leave: async () => {
      if (held !== undefined) await new Promise((done) => held.close(done));
    },
  };
}

/**
 * Holds a folder by a socket that belongs to it, which the system closes whatever becomes of the process. It is not in the folder,
 * whose path may be longer than a socket's. Without a place for sockets nothing is held.
 */
async function hold(folder: string): Promise<Server | undefined> {
  const id = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 16);
  const socket = join(tmpdir(), `local-ecr-${id}.sock`);
  const first = await listenOn(socket);
  if (first !== 'taken') return first;
  if (await isAnswered(socket)) throw inUse(folder);
  // What a killed server has left.
  rmSync(socket, { force: true });
  const second = await listenOn(socket);
  if (second === 'taken') throw inUse(folder);
  return second;
}

function inUse(folder: string): Error {
  return new Error(
    `the folder ${JSON.stringify(folder)} is in use by another local-ecr: end that, or keep this one's data in another folder`,
  );
}

/** Undefined where nothing can listen. */
function listenOn(socket: string): Promise<Server | 'taken' | undefined> {
  const server = createServer((connection) => connection.destroy()).unref();
  return new Promise((resolve) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(code === 'EADDRINUSE' ? 'taken' : undefined),
    );
    server.listen(socket, () => resolve(server));
  });
}

function isAnswered(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket);
    connection.once('connect', () => resolve(true)).once('error', () => resolve(false));
    connection.once('connect', () => connection.destroy());
  });
}
