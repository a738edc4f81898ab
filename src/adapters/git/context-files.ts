import { mostContextFiles, largestContext } from '../../types/bounds.ts';
import { createHash } from 'node:crypto';
import { createReadStream, type Dirent } from 'node:fs';
import { lstat, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { IgnoreRules } from '../../docker/ignore.ts';
import type { TreeEntry } from './git-objects.ts';
import { objectName } from './git-objects.ts';

/** Which files of a folder to look at. */
export interface FolderFilter {
  /** Its path below the workspace; empty for the root, or if it is outside. */
  readonly prefix: string;
  readonly rules: IgnoreRules;
  /** Paths below the folder that count whatever the rules say: the Dockerfile and the ignore files. */
  readonly always: ReadonlySet<string>;
  /** The number of digits in an object's name. */
  readonly nameLength: number;
}

/**
 * Every file and link that docker would get from a folder, with git's name for its content. Paths are latin1, as in
 * the listing of a commit. git's own folders are left out. Throws if there is too much.
 * @param path without links
 */
export async function readFolder(path: string, filter: FolderFilter): Promise<Map<string, TreeEntry>> {
  const found = new Map<string, TreeEntry>();
  let bytes = 0;

  async function visit(folder: Buffer, below: string): Promise<void> {
    const entries: Dirent<Buffer>[] = await readdir(folder, {
      withFileTypes: true,
      encoding: 'buffer',
    }).catch(nothingThere);
    for (const entry of entries) {
      const name = entry.name.toString('latin1');
      if (name === '.git') continue;
      const relative = below === '' ? name : `${below}/${name}`;
      const readable = Buffer.from(relative, 'latin1').toString('utf8');
      const isOut = !filter.always.has(readable) && filter.rules.leavesOut(readable);
      const full = Buffer.concat([folder, Buffer.from('/'), entry.name]);
      if (entry.isDirectory()) {
        const mayHold =
          filter.rules.hasExceptions || [...filter.always].some((one) => one.startsWith(`${readable}/`));
        if (!isOut || mayHold) await visit(full, relative);
      } else if (!isOut) {
        const known = await describe(full, filter.nameLength);
        if (known === undefined) continue;
        bytes += known.size;
        found.set(filter.prefix === '' ? relative : `${filter.prefix}/${relative}`, known.entry);
        if (found.size > mostContextFiles)
          throw new Error(`there are more than ${String(mostContextFiles)} files`);
        if (bytes > largestContext) throw new Error(`there are more than ${String(largestContext)} bytes`);
      }
    }
  }

  await visit(Buffer.from(path), '');
  return found;
}

/** One file or link; undefined for what docker does not send either (sockets, pipes, devices). */
async function describe(
  path: Buffer | string,
  nameLength: number,
): Promise<{ readonly entry: TreeEntry; readonly size: number } | undefined> {
  const info = await lstat(path);
  if (info.isSymbolicLink()) {
    const target = await readlink(path, 'buffer');
    return { entry: { mode: '120000', sha: objectName('blob', target, nameLength) }, size: target.length };
  }
  if (!info.isFile()) return undefined;
  const hash = createHash(nameLength === 64 ? 'sha256' : 'sha1').update(`blob ${String(info.size)}\0`);
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  const mode = (info.mode & 0o100) === 0 ? '100644' : '100755';
  return { entry: { mode, sha: hash.digest('hex') }, size: info.size };
}

/** A missing folder contains nothing; if docker needs it, docker says so. */
function nothingThere(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

/** One file by its path below a folder, if it exists. */
export async function readOne(
  folder: string,
  path: string,
  nameLength: number,
): Promise<TreeEntry | undefined> {
  return (await describe(join(folder, path), nameLength).catch(() => undefined))?.entry;
}
