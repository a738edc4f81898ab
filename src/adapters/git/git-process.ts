import { largestGitAnswer, largestGitFile } from '../../types/bounds.ts';
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../../types/text.ts';
import { findProgram } from '../machine/find-program.ts';
import { isSha, type GitFolders } from './git-head.ts';
import { makeTemporaryFolder } from '../machine/temporary-folder.ts';

/** git on a checkout's objects, and on nothing else in it. */
export interface Git {
  /** Runs git. The answer is `failed` if there is no git, it gave no answer in time, or its output exceeds the limit. */
  run(args: readonly string[]): Promise<GitAnswer>;
  /** Whether the checkout's history is shallow. */
  readonly isShallow: boolean;
}

/** Called with a folder's path before the folder exists. */
export type Planned = (path: string) => void;

type GitAnswer =
  | { readonly kind: 'done'; readonly exitCode: number; readonly stdout: Buffer }
  | { readonly kind: 'failed'; readonly why: string };

/** Queries on the objects of a large repository take seconds; after a minute something hangs. */
const deadlineMs = 60_000;

/**
 * git with an empty repository folder of our own that uses the checkout's objects. The checkout's configuration, hooks,
 * filters, promisors, replacements and attributes are not switched off but never read, whoever wrote them. Ownership of
 * the files does not matter either, because git checks it only for a repository that it has found by itself.
 * Source: git documentation, git(1), "Environment variables"; safe.directory in git-config(1).
 */
export function openGit({ common, own }: GitFolders, sha: string, planned?: Planned): Git {
  let folder: string | undefined;
  const shallow = readShallow(common) ?? readShallow(own);

  function prepare(): string {
    folder ??= makeFolder({ head: sha, extensions: format(sha.length === 64), shallow, planned });
    return folder;
  }

  return {
    isShallow: (shallow ?? '').trim() !== '',
    async run(args) {
      const program = findProgram('git');
      if (program === undefined) return { kind: 'failed', why: 'there is no git on this machine' };
      try {
        return await execute(program, args, environment(prepare(), join(common, 'objects')));
      } catch (error) {
        return { kind: 'failed', why: messageOf(error) };
      }
    },
  };
}

/**
 * Reads HEAD of a repository whose refs are binary, with git and a folder of ours as above. Undefined if git cannot,
 * because it is older than the format or there is no commit.
 */
export async function readReftable(
  folders: GitFolders,
  isSha256: boolean,
  planned?: Planned,
): Promise<string | undefined> {
  const program = findProgram('git');
  if (program === undefined) return undefined;
  const extensions = [...format(isSha256), '\trefStorage = reftable'];
  const folder = makeFolder({ head: 'ref: refs/heads/.invalid', extensions, planned });
  symlinkSync(join(folders.own, 'reftable'), join(folder, 'reftable'));
  const args = ['rev-parse', '--verify', '--end-of-options', 'HEAD'];
  const answer = await execute(program, args, environment(folder, join(folders.common, 'objects')));
  const text = answer.kind === 'done' && answer.exitCode === 0 ? answer.stdout.toString('utf8').trim() : '';
  return isSha(text) ? text : undefined;
}

/** A repository folder of our own. */
interface OwnFolder {
  readonly head: string;
  /** Lines of the configuration's `extensions` section. */
  readonly extensions: readonly string[];
  readonly shallow?: string | undefined;
  readonly planned: Planned | undefined;
}

/** Makes the folder. It is in the journal first, for a run that is killed; otherwise the run removes it itself. */
function makeFolder({ head, extensions, shallow, planned }: OwnFolder): string {
  const folder = makeTemporaryFolder('ecr-ship-git-', planned);
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  mkdirSync(join(folder, 'refs'));
  writeFileSync(join(folder, 'HEAD'), `${head}\n`);
  const lines = ['[core]', '\trepositoryFormatVersion = 1', '[extensions]', ...extensions, ''];
  writeFileSync(join(folder, 'config'), lines.join('\n'));
  if (shallow !== undefined) writeFileSync(join(folder, 'shallow'), shallow);
  return folder;
}

function format(isSha256: boolean): string[] {
  return isSha256 ? ['\tobjectFormat = sha256'] : [];
}

/** Stands for a list that is too long to read: history is shallow, but no existing commit is at the cut. */
const cutOffSomewhere = `${'0'.repeat(40)}\n`;

function readShallow(folder: string): string | undefined {
  try {
    const path = join(folder, 'shallow');
    const facts = statSync(path);
    if (!facts.isFile()) return undefined;
    return facts.size <= largestGitFile ? readFileSync(path, 'utf8') : cutOffSomewhere;
  } catch {
    return undefined;
  }
}

/** git's whole environment: no credential of the job, no setting of the user or the machine, no access to the network. */
function environment(gitFolder: string, objects: string): NodeJS.ProcessEnv {
  return {
    PATH: '/usr/bin:/bin',
    LC_ALL: 'C',
    HOME: gitFolder,
    GIT_DIR: gitFolder,
    GIT_OBJECT_DIRECTORY: objects,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_PAGER: 'cat',
  };
}

function execute(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<GitAnswer> {
  return new Promise((resolve) => {
    // In our own folder: not in the checkout, nor in one that it chose.
    const child = spawn(program, args, { cwd: env['GIT_DIR'], env, stdio: ['ignore', 'pipe', 'ignore'] });
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (answer: GitAnswer) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      resolve(answer);
    };
    const timer = setTimeout(() => {
      end({ kind: 'failed', why: `git gave no answer within ${String(deadlineMs / 1000)} s` });
    }, deadlineMs);
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > largestGitAnswer)
        end({ kind: 'failed', why: `git answered with more than ${String(largestGitAnswer)} bytes` });
      else chunks.push(chunk);
    });
    child.on('error', (error) => {
      end({ kind: 'failed', why: messageOf(error) });
    });
    child.on('close', (code) => {
      end({ kind: 'done', exitCode: code ?? 128, stdout: Buffer.concat(chunks) });
    });
  });
}
