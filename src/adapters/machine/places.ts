import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { privateFolderPrefix } from './temporary-folder.ts';
import { isBelow, workspaceRoot } from './workspace.ts';

/** Where a file of the run is, or will be. */
interface FilePlace {
  /** Its path; none of its folders is a link. */
  readonly path: string;
  /** The folders on the way that do not exist yet, outermost first. */
  readonly missing: readonly string[];
}

/** A folder in which files may be: as the runner names it, and without links. */
interface Root {
  readonly given: string;
  readonly real: string;
}

/**
 * Variables with paths that the runner, docker or the AWS SDKs obey: writing there affects other steps.
 * Source: GitHub docs, "Workflow commands", Environment files; docker CLI and AWS SDK reference, environment variables.
 */
const obeyedVariables = [
  'DOCKER_CONFIG',
  'BUILDX_CONFIG',
  'AWS_CONFIG_FILE',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
];

/**
 * The runner's own files. They are below RUNNER_TEMP, beside those of the other steps.
 * Source: GitHub docs, "Default environment variables"; actions/runner, FileCommandManager.cs.
 */
const runnerVariables = [
  'GITHUB_OUTPUT',
  'GITHUB_ENV',
  'GITHUB_STATE',
  'GITHUB_PATH',
  'GITHUB_STEP_SUMMARY',
  'GITHUB_EVENT_PATH',
];

/**
 * The runner's own folders below RUNNER_TEMP. In a container they are mounted under a second path, so the variables
 * do not name them all.
 * Source: actions/runner, FileCommandManager.cs, and the mounts in its logs of container actions.
 */
const runnerFolders = ['_runner_file_commands', '_github_workflow', '_github_home'];

/** Folders whose files are not on a disk. */
const kernelFolders = ['/proc', '/sys', '/dev'];

/**
 * Where a report file may be written: in the workspace or in RUNNER_TEMP, after following links, and not where
 * something else obeys what it reads. Whether the file itself is a link is checked by whoever opens it. Throws an
 * Error whose message is a clause.
 */
export async function placeToWrite(path: string): Promise<FilePlace> {
  const roots = await Promise.all(workFolders().map(rootAt));
  const full = fullPath(path);
  const { real, missing } = await deepestFolder(dirname(full));
  const place = join(real, ...missing, basename(full));
  requireInside(place, full, roots);
  for (const { variable, folder } of await obeyedPlaces(roots))
    if (isBelow(place, folder)) throw new Error(`${variable} is kept there, which other steps obey`);
  return { path: place, missing: missing.map((_, at) => join(real, ...missing.slice(0, at + 1))) };
}

/** Where the steps of a job leave their files: the workspace and RUNNER_TEMP. */
export function workFolders(): string[] {
  const temp = process.env['RUNNER_TEMP'] ?? '';
  return temp === '' ? [workspaceRoot()] : [workspaceRoot(), resolve(temp)];
}

/**
 * The real path of a file that must be in one of these folders, by default in the workspace; undefined if there is
 * none. Throws an Error whose message is a clause.
 */
export async function placeToRead(
  path: string,
  folders: readonly string[] = [workspaceRoot()],
): Promise<string | undefined> {
  const full = fullPath(path);
  const roots = await Promise.all(folders.map(rootAt));
  if ((await lstat(full).catch(unlessAbsent)) === undefined) return undefined;
  const real = await realpath(full);
  requireInside(real, full, roots);
  return real;
}

function fullPath(path: string): string {
  if (/[\u0000-\u001f\u007f-\u009f]/.test(path)) throw new Error('its path has a control character');
  if (/[/\\]$/.test(path)) throw new Error('its path ends as that of a folder does');
  return resolve(workspaceRoot(), path);
}

/** A path in one of the roots must not leave it through a link, not even to another root. */
function requireInside(place: string, full: string, roots: readonly Root[]): void {
  const [nearest] = roots
    .filter(({ given, real }) => isBelow(full, given) || isBelow(full, real))
    .sort((a, b) => b.real.length - a.real.length);
  const allowed = nearest === undefined ? roots : [nearest];
  const root = allowed.find(({ real }) => isBelow(place, real) && place !== real);
  const isOfKernel = kernelFolders.some(
    (folder) => isBelow(place, folder) && !isBelow(root?.real ?? '/', folder),
  );
  if (roots.some(({ real }) => real === place)) throw new Error('it is a folder, not a file');
  if (root === undefined || isOfKernel)
    throw new Error(
      nearest === undefined
        ? `it is not inside ${roots.map(({ given }) => given).join(' or ')}`
        : `a link on the way leads out of ${nearest.given}`,
    );
  const parts = place.slice(root.real.length).toLowerCase().split(sep);
  if (parts.includes('.git')) throw new Error('it is inside a .git folder');
  if (parts.some((part) => runnerFolders.includes(part)))
    throw new Error('the runner keeps its own files there, which other steps obey');
  if (parts.some((part) => part.startsWith(privateFolderPrefix)))
    throw new Error('the private docker configuration of a run is there');
}

/** The real path of the deepest existing folder, and the names of the missing ones below it. */
async function deepestFolder(folder: string): Promise<{ real: string; missing: string[] }> {
  const missing: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    // A dangling link exists all the same, and must not be taken for a folder that can be made.
    if ((await lstat(at).catch(unlessAbsent)) !== undefined) return { real: await realpath(at), missing };
    if (at === dirname(at)) throw new Error('there is no folder for it');
    missing.unshift(basename(at));
  }
}

async function rootAt(folder: string): Promise<Root> {
  return { given: folder, real: await realpath(folder).catch(() => folder) };
}

async function obeyedPlaces(roots: readonly Root[]): Promise<{ variable: string; folder: string }[]> {
  const named = [...runnerVariables, ...obeyedVariables].flatMap((variable) => {
    const path = process.env[variable] ?? '';
    return path === '' ? [] : [{ variable, path: resolve(path) }];
  });
  const real = await Promise.all(
    named.map(async ({ variable, path }) => ({ variable, path: await realpath(path).catch(() => path) })),
  );
  return real.flatMap(({ variable, path }) => {
    const beside = runnerVariables.includes(variable) ? [dirname(path)] : [];
    // A folder that contains the workspace or RUNNER_TEMP is not the runner's own, whatever else is in it.
    return [path, ...beside]
      .filter((folder) => !roots.some((root) => isBelow(root.real, folder)))
      .map((folder) => ({ variable, folder }));
  });
}

/** Returns undefined if the error says that nothing is there; throws any other error. */
export function unlessAbsent(error: unknown): undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
  throw error;
}
