import { createHash } from 'node:crypto';
import type { Git } from './git-process.ts';

/** A commit as its object describes it; the object's hash matches the commit's name. */
export interface CommitObject {
  /** The name of its tree. */
  readonly tree: string;
  /** When it was committed, in milliseconds since 1970. */
  readonly at: number;
}

/** A file of a commit: `100644`, `100755`, `120000` (a link) or `160000` (a submodule), and the name of its content. */
export interface TreeEntry {
  readonly mode: string;
  readonly sha: string;
}

/** Reads a commit; undefined if it is missing, or its hash does not match its name. */
export async function readCommit(git: Git, sha: string): Promise<CommitObject | undefined> {
  const answer = await git.run(['cat-file', 'commit', sha]);
  if (answer.kind === 'failed' || answer.exitCode !== 0) return undefined;
  if (objectName('commit', answer.stdout, sha.length) !== sha) return undefined;
  const [head = ''] = answer.stdout.toString('utf8').split('\n\n', 1);
  const tree = /^tree ([0-9a-f]+)$/m.exec(head)?.[1];
  const seconds = /^committer .* (\d{1,12}) [+-]\d{4}$/m.exec(head)?.[1];
  return tree === undefined || seconds === undefined ? undefined : { tree, at: Number(seconds) * 1000 };
}

/** Every file of a commit by its path, or why they cannot be told. */
export type TreeListing =
  | { readonly kind: 'known'; readonly entries: ReadonlyMap<string, TreeEntry> }
  | { readonly kind: 'unknown'; readonly why: string };

/**
 * Reads the files of a commit. The names of all folders are computed again from their content, up to the one that the
 * commit names, so that a forged object store cannot differ from the commit.
 */
export async function listTree(
  git: Git,
  sha: string,
  commit: CommitObject | undefined,
): Promise<TreeListing> {
  if (commit === undefined) return { kind: 'unknown', why: 'git cannot read the commit' };
  const answer = await git.run(['ls-tree', '-r', '-t', '-z', '--full-tree', sha]);
  if (answer.kind === 'failed') return { kind: 'unknown', why: answer.why };
  if (answer.exitCode !== 0) return { kind: 'unknown', why: 'git cannot list the files of the commit' };
  const entries = new Map<string, TreeEntry>();
  const folders = new Map<string, FolderEntry[]>([['', []]]);
  for (const line of split(answer.stdout)) {
    const tab = line.indexOf(0x09);
    const [mode, , name] = line.subarray(0, tab).toString('latin1').split(' ');
    const path = line.subarray(tab + 1);
    if (mode === undefined || name === undefined || tab < 0) return forged;
    const slash = path.lastIndexOf(0x2f);
    // Names are bytes: latin1 loses none of them, and the file system gives the same text.
    const parent = folders.get(path.subarray(0, Math.max(0, slash)).toString('latin1'));
    if (parent === undefined) return forged;
    parent.push({ mode, name: path.subarray(slash + 1), sha: name });
    const key = path.toString('latin1');
    if (mode === '040000') folders.set(key, []);
    else entries.set(key, { mode, sha: name });
  }
  return isWhole(folders, commit.tree) ? { kind: 'known', entries } : forged;
}

interface FolderEntry {
  readonly mode: string;
  readonly name: Buffer;
  readonly sha: string;
}

const forged = { kind: 'unknown', why: 'the objects of the repository are not those of the commit' } as const;

function isWhole(folders: ReadonlyMap<string, readonly FolderEntry[]>, root: string): boolean {
  for (const [path, entries] of folders) {
    for (const { mode, name, sha } of entries) {
      if (mode !== '040000') continue;
      const inside = folders.get(
        path === '' ? name.toString('latin1') : `${path}/${name.toString('latin1')}`,
      );
      if (inside === undefined || treeName(inside, sha.length) !== sha) return false;
    }
  }
  return treeName(folders.get('') ?? [], root.length) === root;
}

/** The mode has no leading zeros. Source: git documentation, gitformat-pack and "Git Internals", tree objects. */
function treeName(entries: readonly FolderEntry[], length: number): string {
  const parts = entries.flatMap(({ mode, name, sha }) => [
    Buffer.from(`${mode.replace(/^0/, '')} `),
    name,
    Buffer.from([0]),
    Buffer.from(sha, 'hex'),
  ]);
  return objectName('tree', Buffer.concat(parts), length);
}

/** The name of a git object: a hash of its kind, size and content. @param length of the name, in digits */
export function objectName(
  kind: 'commit' | 'tree' | 'blob',
  content: Buffer | string,
  length: number,
): string {
  const size = Buffer.byteLength(content);
  return createHash(length === 64 ? 'sha256' : 'sha1')
    .update(`${kind} ${String(size)}\0`)
    .update(content)
    .digest('hex');
}

function* split(output: Buffer): Generator<Buffer> {
  let start = 0;
  for (let end = output.indexOf(0); end >= 0; end = output.indexOf(0, start)) {
    yield output.subarray(start, end);
    start = end + 1;
  }
}
