import { randomUUID } from 'node:crypto';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DockerLogin } from '../../types/credentials.ts';
import { largestDockerSetting } from '../../types/bounds.ts';
import { ShipError } from '../../types/errors.ts';
import { clause, messageOf } from '../../types/text.ts';

/** The credentials in docker's configuration file; everything else is kept as it is. */
export interface ConfigFile {
  readonly auths?: Readonly<Record<string, unknown>>;
  readonly credHelpers?: Readonly<Record<string, string>>;
  readonly [other: string]: unknown;
}

/**
 * The text of a file of docker's, or of ours beside it; undefined if there is none. Throws an Error if it is too large.
 */
export async function readSetting(path: string): Promise<string | undefined> {
  try {
    const { size } = await stat(path);
    if (size > largestDockerSetting)
      throw new Error(`it has ${String(size)} bytes, and at most ${String(largestDockerSetting)} are read`);
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Reads a folder's configuration, which is empty if there is no file. Throws `file-failed`. */
export async function readConfig(folder: string): Promise<ConfigFile> {
  const path = join(folder, 'config.json');
  try {
    const text = (await readSetting(path)) ?? '{}';
    // docker itself ignores a file that begins with a byte order mark, and so every login in it.
    const plain = text.replace(/^\ufeff/, '');
    const parsed: unknown = JSON.parse(plain.trim() === '' ? '{}' : plain);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
      throw new Error('it is not an object');
    return parsed as ConfigFile;
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** Writes it completely or not at all, because docker may be reading it. */
export async function replaceConfig(folder: string, config: ConfigFile): Promise<void> {
  const next = join(folder, `config.json.${randomUUID()}`);
  await writeFile(next, JSON.stringify(config, null, 2), { mode: 0o600 });
  await rename(next, join(folder, 'config.json'));
}

/**
 * The user's configuration with our logins in it. An empty helper for a host makes docker look into this file even if a
 * `credsStore` would otherwise hold all logins.
 * Source: docker/cli, cli/config/configfile/file.go, getConfiguredCredentialStore.
 */
export function withLogins(theirs: ConfigFile, logins: readonly DockerLogin[]): ConfigFile {
  const keyed = logins.map(({ host, basic }) => [keyOf(host), basic] as const);
  return {
    ...theirs,
    auths: { ...theirs.auths, ...Object.fromEntries(keyed.map(([key, auth]) => [key, { auth }])) },
    credHelpers: { ...theirs.credHelpers, ...Object.fromEntries(keyed.map(([key]) => [key, ''])) },
  };
}

/**
 * Docker Hub's login is stored under the address of its first interface. Source: docker/cli, cli/registry, IndexServer.
 */
export function keyOf(host: string): string {
  return host === 'docker.io' ? 'https://index.docker.io/v1/' : host;
}

function unreadable(path: string, cause: unknown): ShipError {
  return new ShipError({
    code: 'file-failed',
    what: `Docker's configuration ${path} cannot be read: ${clause(messageOf(cause))}.`,
    next: 'Correct or remove that file; docker itself cannot use it either.',
    cause,
  });
}
