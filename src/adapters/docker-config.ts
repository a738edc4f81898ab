import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DockerConfig } from '../ports.ts';
import type { Credentials } from '../types/credentials.ts';
import { ShipError } from '../types/errors.ts';
import { clause, messageOf } from '../types/text.ts';
import { withDeadline } from './deadline.ts';
import { makeFolders, temporaryFolder, temporaryUnusable } from './temporary-folder.ts';

/** What the names of our private configuration folders begin with. */
export const privateFolderPrefix = 'ecr-ship-docker-';

/** docker's configuration file, as far as credentials go; everything else is kept as it is. */
interface ConfigFile {
  readonly auths?: Readonly<Record<string, unknown>>;
  readonly credHelpers?: Readonly<Record<string, string>>;
  readonly [other: string]: unknown;
}

/**
 * A docker configuration of our own beside the person's: their settings and logins keep working, and nothing that
 * other jobs on the machine share is touched.
 */
export function privateDockerConfig(): DockerConfig {
  return {
    choosePath: () => join(temporaryFolder(), `${privateFolderPrefix}${randomUUID()}`),

    install: (path, host, credentials) => orUnwritable(path, () => install(path, host, credentials)),

    renew: (path, host, credentials) => orUnwritable(path, () => renew(path, host, credentials)),

    putSecrets: (path, secrets) =>
      orUnwritable(path, async () => {
        await mkdir(path, { mode: 0o700 });
        for (const { name, text } of secrets)
          await writeFile(join(path, name), text, { mode: 0o600, flag: 'wx' });
      }),

    async remove(path) {
      // Links are removed, never followed.
      await withDeadline(() => rm(path, { recursive: true, force: true }));
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

async function install(
  path: string,
  host: string,
  credentials: Credentials,
): ReturnType<DockerConfig['install']> {
  const theirs = process.env['DOCKER_CONFIG'] ?? '';
  const origin = theirs === '' ? join(homedir(), '.docker') : theirs;
  makeFolders(dirname(path));
  await mkdir(path, { mode: 0o700 });
  await linkEverythingElse(origin, path);
  const config = withCredentials(await readConfig(origin), host, credentials);
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

async function renew(path: string, host: string, credentials: Credentials): Promise<void> {
  const config = withCredentials(await readConfig(path), host, credentials);
  // Whole or not at all: docker may be reading it.
  const next = join(path, 'config.json.next');
  await writeFile(next, JSON.stringify(config, null, 2), { mode: 0o600 });
  await rename(next, join(path, 'config.json'));
}

/** Contexts, plugins, certificates: whatever is in their folder stays where it is and is seen through a link. */
async function linkEverythingElse(origin: string, path: string): Promise<void> {
  const entries = await readdir(origin, { withFileTypes: true }).catch(() => []);
  const linked = entries.filter((entry) => entry.name !== 'config.json' && !entry.name.endsWith('.lock'));
  await Promise.all(
    linked.map((entry) => symlink(join(origin, entry.name), join(path, entry.name), 'junction')),
  );
}

async function readConfig(origin: string): Promise<ConfigFile> {
  const path = join(origin, 'config.json');
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '{}';
    throw unreadable(path, error);
  });
  try {
    // docker itself passes over a file that begins with a byte order mark, and with it over every login in it.
    const plain = text.replace(/^\ufeff/, '');
    const parsed: unknown = JSON.parse(plain.trim() === '' ? '{}' : plain);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
      throw new Error('it is not an object');
    return parsed as ConfigFile;
  } catch (error) {
    throw unreadable(path, error);
  }
}

/**
 * Their configuration with our login to a host in it. An empty helper for that host makes docker look into this file even
 * where a `credsStore` would otherwise hold all logins.
 * Source: docker/cli, cli/config/configfile/file.go, getConfiguredCredentialStore.
 */
export function withCredentials(theirs: ConfigFile, host: string, { basic }: Credentials): ConfigFile {
  return {
    ...theirs,
    auths: { ...theirs.auths, [host]: { auth: basic } },
    credHelpers: { ...theirs.credHelpers, [host]: '' },
  };
}

function unreadable(path: string, cause: unknown): ShipError {
  return new ShipError({
    code: 'file-failed',
    what: `Docker's configuration ${path} cannot be read: ${clause(messageOf(cause))}.`,
    next: 'Correct or remove that file; docker itself cannot use it either.',
    cause,
  });
}
