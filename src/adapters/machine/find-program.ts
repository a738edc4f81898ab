import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { isBelow, workspaceRoot } from './workspace.ts';

/**
 * The absolute path of a program; undefined if there is none. Only searches absolute folders of PATH, and never the
 * workspace: a checkout must not provide the programs that inspect it.
 */
export function findProgram(name: string): string | undefined {
  const root = workspaceRoot();
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    if (!isAbsolute(folder)) continue;
    const path = join(folder, process.platform === 'win32' ? `${name}.exe` : name);
    try {
      accessSync(path, constants.X_OK);
      if (statSync(path).isFile() && !isBelow(realpathSync(path), root) && !isBelow(path, root)) return path;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}
