import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/**
 * The text of a regular file, whole or not at all; undefined where there is none. A pipe is not waited for, a device
 * is not read, and what has more than `most` bytes is an error that says so. Throws an Error whose message is a clause.
 */
export async function readWhole(path: string, most: number): Promise<string | undefined> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(unlessAbsent);
  if (handle === undefined) return undefined;
  try {
    const facts = await handle.stat();
    if (!facts.isFile()) throw new Error(`it is ${facts.isDirectory() ? 'a folder' : 'no regular file'}`);
    if (facts.size > most)
      throw new Error(`it has ${String(facts.size)} bytes, and at most ${String(most)} are read`);
    const chunks: Buffer[] = [];
    let size = 0;
    // It may grow while it is read, and files of the kernel do not know their size.
    for await (const chunk of handle.createReadStream({ autoClose: false })) {
      size += (chunk as Buffer).length;
      if (size > most) throw new Error(`it has more than the ${String(most)} bytes that are read`);
      chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks).toString('utf8');
  } finally {
    await handle.close();
  }
}

function unlessAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}
