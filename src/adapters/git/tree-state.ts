import { createHash } from 'node:crypto';
import { lstat, realpath } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { readIgnoreRules, type IgnoreRules } from '../../docker/ignore.ts';
import type { TreeState } from '../../types/checkout.ts';
import { parseDigest } from '../../types/digest.ts';
import { messageOf } from '../../types/text.ts';
import { readFolder, readOne, type FolderFilter } from './context-files.ts';
import type { TreeEntry, TreeListing } from './git-objects.ts';
import { readTextAnywhere } from '../machine/text-file.ts';
import { inWorkspace, isBelow } from '../machine/workspace.ts';

/** How many paths are named for people; the digest covers all. */
const shownPaths = 5;

/** What is compared with a commit. */
interface ContextFiles {
  /** The workspace, without links. */
  readonly root: string;
  readonly context: string;
  /** The Dockerfile, relative to the workspace. */
  readonly file: string | undefined;
  /** Files that do not count unless the commit has them. */
  readonly reports: readonly string[];
}

/**
 * Compares what docker would get with the files of a commit: content, links and the executable bit of every file that
 * no `.dockerignore` excludes, whether git knows it or not. The result is the same on every machine.
 * @param listing the files of the commit; undefined if there is none, so that everything differs
 */
export async function compareFiles(
  files: ContextFiles,
  listing: TreeListing | undefined,
): Promise<TreeState> {
  if (listing?.kind === 'unknown') return listing;
  const entries = listing?.entries ?? new Map<string, TreeEntry>();
  const [sample] = entries.values();
  try {
    return await compare(files, entries, sample?.sha.length ?? 40);
  } catch (error) {
    return { kind: 'unknown', why: messageOf(error) };
  }
}

async function compare(
  { root, context, file, reports }: ContextFiles,
  entries: ReadonlyMap<string, TreeEntry>,
  nameLength: number,
): Promise<TreeState> {
  if (file !== undefined && /^[a-z]+:\/\//i.test(file))
    return { kind: 'unknown', why: 'the Dockerfile is not a file of this machine' };
  const folder = await realpath(inWorkspace(root, context)).catch(() => resolve(root, context));
  const isInside = isBelow(folder, root);
  const prefix = isInside ? latin1(relative(root, folder)) : '';
  const dockerfile = resolve(root, file ?? join(context, 'Dockerfile'));
  const ignoreFiles = [`${dockerfile}.dockerignore`, join(folder, '.dockerignore')];
  // BuildKit uses the lower-case name if the usual one is missing.
  const always = [dockerfile, ...(file === undefined ? [join(folder, 'dockerfile')] : []), ...ignoreFiles];
  const link = await firstLink(always);
  if (link !== undefined)
    return { kind: 'unknown', why: `${basename(link)} is a link, and what it leads to is not compared` };
  const rules = await rulesOf(ignoreFiles);
  const inside = new Set(
    always.filter((path) => isBelow(path, folder)).map((path) => relative(folder, path)),
  );
  const there = await readFolder(folder, { prefix, rules, always: inside, nameLength });
  // The Dockerfile and its ignore files are read wherever they are.
  const apart = always.filter((path) => !isBelow(path, folder));
  const names = new Map(
    apart.map((path) => [path, isBelow(path, root) ? latin1(relative(root, path)) : `/${basename(path)}`]),
  );
  for (const [path, name] of names) {
    const entry = await readOne('/', path, nameLength);
    if (entry !== undefined) there.set(name, entry);
  }
  const expected = isInside
    ? [...entries].filter(
        ([path]) => isOf(path, { prefix, rules, always: inside }) || [...names.values()].includes(path),
      )
    : [...entries].filter(([path]) => [...names.values()].includes(path));
  const known = new Map(expected);
  for (const report of reports) {
    const name = latin1(relative(root, resolve(root, report)));
    if (!known.has(name)) there.delete(name);
  }
  return difference(there, known);
}

async function firstLink(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const isLink = await lstat(path).then(
      (info) => info.isSymbolicLink(),
      () => false,
    );
    if (isLink) return path;
  }
  return undefined;
}

/** Whether docker gets this path of the commit from a folder. */
function isOf(path: string, { prefix, rules, always }: Omit<FolderFilter, 'nameLength'>): boolean {
  if (prefix !== '' && !path.startsWith(`${prefix}/`)) return false;
  const below = Buffer.from(prefix === '' ? path : path.slice(prefix.length + 1), 'latin1').toString('utf8');
  return always.has(below) || !rules.leavesOut(below);
}

function difference(
  there: ReadonlyMap<string, TreeEntry>,
  expected: ReadonlyMap<string, TreeEntry>,
): TreeState {
  const changes = new Map<string, string>();
  for (const [path, { mode, sha }] of there) {
    const known = expected.get(path);
    if (known?.mode !== mode || known.sha !== sha) changes.set(path, `${mode} ${sha}`);
  }
  // A submodule that was not fetched is an empty folder, for git and for docker.
  for (const [path, { mode }] of expected)
    if (!there.has(path) && mode !== '160000') changes.set(path, 'gone');
  if (changes.size === 0) return { kind: 'clean' };
  const paths = [...changes.keys()].sort();
  const hash = createHash('sha256');
  for (const path of paths) hash.update(`${path}\0${changes.get(path) ?? ''}\0`, 'latin1');
  const digest = parseDigest(`sha256:${hash.digest('hex')}`);
  if (digest === undefined) throw new Error('sha256 gave no digest');
  const shown = paths.slice(0, shownPaths).map((path) => Buffer.from(path, 'latin1').toString('utf8'));
  return { kind: 'differs', digest, paths: shown, count: paths.length };
}

/**
 * BuildKit prefers the file beside the Dockerfile, which the classic builder does not know: a path is excluded only
 * if both would exclude it.
 */
async function rulesOf(paths: readonly string[]): Promise<IgnoreRules> {
  const texts = (await Promise.all(paths.map((path) => readTextAnywhere(path)))).filter(
    (text) => text !== undefined,
  );
  const all = texts.map(readIgnoreRules);
  return {
    leavesOut: (path) => all.length > 0 && all.every((rules) => rules.leavesOut(path)),
    hasExceptions: all.some((rules) => rules.hasExceptions),
  };
}

function latin1(path: string): string {
  return Buffer.from(path, 'utf8').toString('latin1');
}
