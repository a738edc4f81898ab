import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DockerConfig } from '../../ports.ts';
import type { DockerLogin } from '../../types/credentials.ts';
import { ShipError } from '../../types/errors.ts';
import { withDeadline } from '../machine/deadline.ts';
import { unlessAbsent } from '../machine/places.ts';
import { readConfig, replaceConfig, withLogins } from './docker-config-file.ts';
import { share, unshare } from './shared-login.ts';
import {
  makeFolders,
  privateFolderPrefix,
  temporaryFolder,
  temporaryUnusable,
} from '../machine/temporary-folder.ts';

/**
 * Our own docker configuration beside the user's: the user's settings and logins keep working, and nothing that other
 * jobs on the machine share is changed.
 */
export function privateDockerConfig(): DockerConfig {
  return {
    choosePath: () => join(temporaryFolder(), `${privateFolderPrefix}${randomUUID()}`),

    install: (path, logins) => orUnwritable(path, () => install(path, logins)),

    renew: (path, login) => orUnwritable(path, () => renew(path, login)),

    share: (path, login) => orUnwritable(path, () => share(path, login)),

    unshare: (path) => withDeadline(() => unshare(path)),

    putSecrets: (path, secrets) =>
      orUnwritable(path, async () => {
        makeFolders(dirname(path));
        await mkdir(path, { mode: 0o700 });
        for (const { name, text } of secrets)
          await writeFile(join(path, name), text, { mode: 0o600, flag: 'wx' });
      }),

    async remove(path) {
      // Links are removed, never followed. A path whose parent is not a folder never existed, so it is absent too.
      await withDeadline(() => rm(path, { recursive: true, force: true }).catch(unlessAbsent));
    },
  };
}

/** The folder is in RUNNER_TEMP, which may be full or read-only. Throws `file-failed`. */
async function orUnwritable<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    if (cause instanceof ShipError) throw cause;
    throw temporaryUnusable(path, cause);
  }
}

async function install(path: string, logins: readonly DockerLogin[]): ReturnType<DockerConfig['install']> {
  const theirs = process.env['DOCKER_CONFIG'] ?? '';
  const origin = theirs === '' ? join(homedir(), '.docker') : theirs;
  makeFolders(dirname(path));
  await mkdir(path, { mode: 0o700 });
  await linkEverythingElse(origin, path);
  const config = withLogins(await readConfig(origin), logins);
  await writeFile(join(path, 'config.json'), JSON.stringify(config, null, 2), {
    mode: 0o600,
    flag: 'wx',
  });
  const theirBuildx = process.env['BUILDX_CONFIG'] ?? '';
  return {
    DOCKER_CONFIG: path,
    BUILDX_CONFIG: theirBuildx === '' ? join(origin, 'buildx') : theirBuildx,
  };
}

async function renew(path: string, login: DockerLogin): Promise<void> {
  await replaceConfig(path, withLogins(await readConfig(path), [login]));
}

/**
 * Contexts, plugins, certificates: everything else in the user's folder stays where it is and is visible through a
 * link.
 */
async function linkEverythingElse(origin: string, path: string): Promise<void> {
  const entries = await readdir(origin, { withFileTypes: true }).catch(() => []);
  const linked = entries.filter((entry) => entry.name !== 'config.json' && !entry.name.endsWith('.lock'));
  await Promise.all(
    linked.map((entry) => symlink(join(origin, entry.name), join(path, entry.name), 'junction')),
  );
}
