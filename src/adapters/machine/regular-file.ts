import { constants } from 'node:fs';
import { lstat, open, realpath, type FileHandle } from 'node:fs/promises';
import { withDeadline } from './deadline.ts';
import { unlessAbsent } from './places.ts';

/** Follows no link, and does not wait for a pipe. Windows has neither flag. */
const careful = constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Read only; read and write an existing file; make a new one. */
const flags = {
  read: constants.O_RDONLY,
  change: constants.O_RDWR,
  make: constants.O_RDWR | constants.O_CREAT | constants.O_EXCL,
};

/**
 * Opens a regular file, and refuses a link, pipe, device, socket or folder. `change` and `make` also refuse a file
 * with a second name (a hard link), which may be anywhere.
 * Throws an Error whose message is a clause, or the system's.
 */
export async function openRegular(path: string, way: keyof typeof flags): Promise<FileHandle> {
  const handle = await open(path, flags[way] | careful, 0o666).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ELOOP' || code === 'EMLINK') throw new Error('it is a link');
    if (code === 'EISDIR') throw new Error('it is a folder');
    if (code === 'ENXIO') throw new Error('it is not a regular file');
    throw error;
  });
  try {
    const facts = await handle.stat();
    if (!facts.isFile()) throw new Error(facts.isDirectory() ? 'it is a folder' : 'it is not a regular file');
    if (way !== 'read' && facts.nlink > 1)
      throw new Error('it is a hard link: another file has the same content');
    // If the system has no O_NOFOLLOW, a link is detected here.
    const there = await lstat(path);
    if (there.ino !== facts.ino || there.dev !== facts.dev)
      throw new Error('it is a link, or was just replaced');
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/**
 * All bytes of a file; more than `most` are an error that names the number. Throws an Error whose message is a clause.
 */
export async function readWhole(handle: FileHandle, most: number): Promise<Buffer> {
  const { size } = await handle.stat();
  if (size > most) throw new Error(`it has ${String(size)} bytes, and at most ${String(most)} are read`);
  // One byte more than expected, to detect that there is more.
  const bytes = Buffer.alloc(size + 1);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  if (length > size) throw new Error('it grows while it is read');
  return bytes.subarray(0, length);
}

/** The text of a regular file; undefined if there is none. Throws an Error whose message is a clause, or the system's. */
export async function readRegular(path: string, most: number): Promise<string | undefined> {
  return withDeadline(async () => {
    const handle = await openRegular(path, 'read').catch(unlessAbsent);
    if (handle === undefined) return undefined;
    try {
      return (await readWhole(handle, most)).toString('utf8');
    } finally {
      await handle.close();
    }
  });
}

/** The same, following links, for a file that the checkout does not choose. */
export async function readLinked(path: string, most: number): Promise<string | undefined> {
  const real = await withDeadline(() => realpath(path).catch(unlessAbsent));
  return real === undefined ? undefined : readRegular(real, most);
}
