import { lstat, realpath, stat } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { Checkout, History } from '../../ports.ts';
import type { CheckoutHead, InnerRepository } from '../../types/checkout.ts';
import { isSha, plainHead, type PlainHead } from './git-head.ts';
import { listTree, readCommit, type CommitObject, type TreeListing } from './git-objects.ts';
import { openGit, readReftable, type Git, type Planned } from './git-process.ts';
import { readLeft, readText } from '../machine/text-file.ts';
import { compareFiles } from './tree-state.ts';
import { inWorkspace, isBelow, workspaceRoot } from '../machine/workspace.ts';

/**
 * The checkout at the workspace's root. HEAD is read as text; everything else git answers from the checkout's
 * objects, in a repository folder of our own: nothing in the checkout is ever executed.
 * @param planned called with that folder's path before it exists
 */
export function gitCheckout(planned?: Planned): { readonly checkout: Checkout; readonly history: History } {
  const root = workspaceRoot();
  let reading: Promise<RootHead> | undefined;
  let git: Git | undefined;
  const rootHead = () => (reading ??= headOf(root, planned));

  /** Undefined if there is no commit at the root: there is then nothing to ask git about. */
  async function opened(): Promise<Git | undefined> {
    const head = await rootHead();
    if (head.kind === 'commit') git ??= openGit(head.folders, head.sha, planned);
    return git;
  }
  const { commitOf, listing } = objectsOf(opened);

  const checkout: Checkout = {
    readText,
    readLeft,
    exists: async (path) =>
      lstat(inWorkspace(root, path)).then(
        () => true,
        () => false,
      ),
    isFolder: async (path) =>
      stat(inWorkspace(root, path)).then(
        (found) => found.isDirectory(),
        () => false,
      ),

    async head(context): Promise<CheckoutHead> {
      const head = await rootHead();
      if (head.kind === 'unreadable') return head;
      const inner = await innerRepository(root, context);
      const sha = head.kind === 'commit' ? head.sha : undefined;
      const pinned =
        inner !== undefined && sha !== undefined ? pinnedCommit(await listing(sha), inner.path) : undefined;
      const found = inner && { ...inner, isPinned: inner.sha !== undefined && inner.sha === pinned };
      return sha === undefined ? { kind: 'none', inner: found } : { kind: 'commit', sha, inner: found };
    },

    committedAt: async (sha) => (isSha(sha) ? (await commitOf(sha))?.at : undefined),

    async treeState(commit, context, file, reports = []) {
      const files = commit === undefined ? undefined : await listing(commit);
      return compareFiles({ root, context, file, reports }, files);
    },
  };

  return { checkout, history: historyOf(opened) };
}

/** Commits and their files, each read once. */
function objectsOf(opened: () => Promise<Git | undefined>) {
  const commits = new Map<string, Promise<CommitObject | undefined>>();
  const listings = new Map<string, Promise<TreeListing>>();

  async function commitOf(sha: string): Promise<CommitObject | undefined> {
    const asked = await opened();
    const known = commits.get(sha) ?? (asked && readCommit(asked, sha));
    if (known !== undefined) commits.set(sha, known);
    return known;
  }

  async function listing(sha: string): Promise<TreeListing> {
    const asked = await opened();
    if (asked === undefined)
      return { kind: 'unknown', why: 'there is no repository at the root of the workspace' };
    const known = listings.get(sha) ?? listTree(asked, sha, await commitOf(sha));
    listings.set(sha, known);
    return known;
  }

  return { commitOf, listing };
}

type RootHead = Exclude<PlainHead, { kind: 'reftable' }>;

async function headOf(root: string, planned: Planned | undefined): Promise<RootHead> {
  const head = await plainHead(root, root);
  if (head.kind !== 'reftable') return head;
  const sha = await readReftable(head.folders, head.isSha256, planned);
  return sha === undefined
    ? { kind: 'unreadable', why: 'its refs are kept as a reftable, which this machine’s git does not read' }
    : { kind: 'commit', sha, folders: head.folders };
}

function historyOf(opened: () => Promise<Git | undefined>): History {
  return {
    async descends(newer, older) {
      if (newer === older) return 'yes';
      const git = isSha(newer) && isSha(older) ? await opened() : undefined;
      const answer = await git?.run(['merge-base', '--is-ancestor', older, newer]);
      if (answer?.kind !== 'done') return 'unknown';
      if (answer.exitCode === 0) return 'yes';
      // In a shallow history, a commit that is not found may be behind the cut.
      return answer.exitCode === 1 && git?.isShallow === false ? 'no' : 'unknown';
    },

    async changed(since, until, globs) {
      if (!isSha(since) || !isSha(until))
        return { kind: 'unknown', why: 'one of the commits has no full name' };
      const git = await opened();
      if (git === undefined)
        return { kind: 'unknown', why: 'there is no repository at the root of the workspace' };
      const args = [
        'diff-tree',
        '-r',
        '-z',
        '--name-only',
        '--no-renames',
        '--no-ext-diff',
        '--ignore-submodules=none',
        since,
        until,
        '--',
      ];
      const answer = await git.run([...args, ...globs.map(pathspec)]);
      if (answer.kind === 'failed') return { kind: 'unknown', why: answer.why };
      if (answer.exitCode === 0)
        return {
          kind: 'known',
          paths: answer.stdout
            .toString('utf8')
            .split('\0')
            .filter((path) => path !== ''),
        };
      return {
        kind: 'unknown',
        why: git.isShallow
          ? 'the checkout is shallow and does not have that commit (give actions/checkout fetch-depth: 0)'
          : 'the checkout does not have that commit',
      };
    },
  };
}

/** Source: git documentation, gitglossary, "pathspec". */
function pathspec(glob: string): string {
  return glob.startsWith('!') ? `:(glob,exclude)${glob.slice(1)}` : `:(glob)${glob}`;
}

/** The nearest repository around the build context, below the root; links are followed. */
async function innerRepository(
  root: string,
  context: string,
): Promise<Omit<InnerRepository, 'isPinned'> | undefined> {
  const start = await realpath(inWorkspace(root, context)).catch(() => undefined);
  if (start === undefined || !isBelow(start, root)) return undefined;
  for (let folder = start; folder !== root; folder = dirname(folder)) {
    const isThere = await lstat(resolve(folder, '.git')).then(
      () => true,
      () => false,
    );
    if (!isThere) continue;
    // A submodule's `.git` leads into the root's, and its commit is compared with what the root's commit says.
    const head = await plainHead(folder, folder);
    return { path: relative(root, folder), sha: head.kind === 'commit' ? head.sha : undefined };
  }
  return undefined;
}

function pinnedCommit(listing: TreeListing, path: string): string | undefined {
  const entry =
    listing.kind === 'known' ? listing.entries.get(Buffer.from(path, 'utf8').toString('latin1')) : undefined;
  return entry?.mode === '160000' ? entry.sha : undefined;
}
