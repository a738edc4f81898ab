import { realpathSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';

/** The workspace's root, without links: where actions/checkout puts the repository. */
export function workspaceRoot(): string {
  const given = process.env['GITHUB_WORKSPACE'] ?? '';
  const root = given === '' ? process.cwd() : given;
  try {
    return realpathSync(root);
  } catch {
    return root;
  }
}

/** Whether a path is a folder or inside it. Both must be without links. */
export function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
}

/**
 * A path as docker takes it, relative to the workspace: `link/..` is where the system says it is, not the folder that
 * contains the link.
 */
export function inWorkspace(root: string, path: string): string {
  return isAbsolute(path) ? path : `${root}${sep}${path}`;
}
