import { largestGitFile } from '../../types/bounds.ts';
import { lstat, readFile, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { messageOf } from '../../types/text.ts';
import { isBelow } from '../machine/workspace.ts';

/** The folders of a repository that are read here. */
export interface GitFolders {
  /** HEAD, and the refs that belong to this working tree alone. */
  readonly own: string;
  /** All other refs, and the objects. */
  readonly common: string;
}

/** A repository's HEAD, read as text, without a git process and without its configuration. */
export type PlainHead =
  | { readonly kind: 'commit'; readonly sha: string; readonly folders: GitFolders }
  | { readonly kind: 'none' }
  /** The refs are in a binary format. Source: git documentation, reftable. */
  | { readonly kind: 'reftable'; readonly folders: GitFolders; readonly isSha256: boolean }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Only HEAD leads to another ref; more than a few steps are a cycle. */
const mostSteps = 5;

/**
 * Reads HEAD of a working tree. Source: git documentation, gitrepository-layout.
 * @param tree the folder that contains `.git`, without links
 * @param outside a `.git` file may only lead out of this folder: what a checkout contains is not a repository
 */
export async function plainHead(tree: string, outside: string): Promise<PlainHead> {
  try {
    const folders = await foldersOf(tree, outside);
    if (folders === undefined) return { kind: 'none' };
    if (await isReftable(folders)) return { kind: 'reftable', folders, isSha256: await isSha256(folders) };
    return await follow(folders, 'HEAD');
  } catch (error) {
    return { kind: 'unreadable', why: messageOf(error) };
  }
}

async function foldersOf(tree: string, outside: string): Promise<GitFolders | undefined> {
  const path = join(tree, '.git');
  const entry = await lstat(path).catch(absent);
  if (entry === undefined) return undefined;
  if (entry.isDirectory()) {
    // git does not consider an empty folder, or one without HEAD, a repository either.
    return (await lstat(join(path, 'HEAD')).catch(absent)) && { own: path, common: path };
  }
  if (!entry.isFile()) throw new Error('.git is neither a folder nor a file');
  const lead = /^gitdir: (.+)$/m.exec(await readSmall(path))?.[1]?.trim();
  if (lead === undefined) throw new Error('.git is a file that names no folder');
  const own = await realpath(resolve(tree, lead));
  if (isBelow(own, outside)) throw new Error('.git leads back into the workspace');
  const common = await readSmall(join(own, 'commondir')).catch(absent);
  return { own, common: common === undefined ? own : await realpath(resolve(own, common.trim())) };
}

async function follow(folders: GitFolders, first: string): Promise<PlainHead> {
  let name = first;
  for (let step = 0; step < mostSteps; step += 1) {
    const text = (await readRef(folders, name))?.trim();
    if (text === undefined) {
      if (name === first) throw new Error('it has no HEAD');
      // A branch without a commit.
      return { kind: 'none' };
    }
    if (isSha(text)) return { kind: 'commit', sha: text, folders };
    const next = /^ref: (refs\/[^\s~^:?*[\\]+)$/.exec(text)?.[1];
    if (
      next === undefined ||
      next.split('/').some((part) => part === '' || part.startsWith('.') || part === '..')
    )
      throw new Error(`${name} is neither a commit nor the name of a ref`);
    name = next;
  }
  throw new Error('HEAD leads from ref to ref');
}

/** Reads a ref from its own file, or else from the file of packed refs. */
async function readRef({ own, common }: GitFolders, name: string): Promise<string | undefined> {
  const loose = await readSmall(join(name === 'HEAD' ? own : common, name)).catch(absent);
  if (loose !== undefined || name === 'HEAD') return loose;
  const packed = (await readSmall(join(common, 'packed-refs')).catch(absent)) ?? '';
  for (const line of packed.split('\n')) {
    const space = line.indexOf(' ');
    if (!line.startsWith('#') && space > 0 && line.slice(space + 1).trim() === name)
      return line.slice(0, space);
  }
  return undefined;
}

async function isReftable({ common }: GitFolders): Promise<boolean> {
  return (await stat(join(common, 'reftable')).catch(absent)) !== undefined;
}

/** Reads one word of the configuration as text: no setting is followed. */
async function isSha256({ common }: GitFolders): Promise<boolean> {
  const config = (await readSmall(join(common, 'config')).catch(absent)) ?? '';
  return /^\s*objectformat\s*=\s*sha256\s*$/im.test(config);
}

async function readSmall(path: string): Promise<string> {
  const entry = await stat(path);
  // Reading anything else could block for ever.
  if (!entry.isFile()) throw new Error(`${path} is no file`);
  const { size } = entry;
  if (size > largestGitFile)
    throw new Error(
      `${path} has ${String(size)} bytes, more than the ${String(largestGitFile)} that are read`,
    );
  return readFile(path, 'utf8');
}

/** Whether a text is a commit's name: SHA-1 or SHA-256, and not all zeros, which mean none. */
export function isSha(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) && !/^0+$/.test(text);
}

function absent(error: unknown): undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
  throw error;
}
