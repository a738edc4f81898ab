import { mkdir, realpath, rm, rmdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DockerLogin } from '../../types/credentials.ts';
import {
  keyOf,
  readConfig,
  readSetting,
  replaceConfig,
  withLogins,
  type ConfigFile,
} from './docker-config-file.ts';

/** What a shared login has replaced. It may contain a secret, so its file is readable only by this user. */
interface Before {
  /** The folder of the user's configuration. */
  readonly folder: string;
  readonly key: string;
  /** What we have written: if it differs by now, somebody else has changed it. */
  readonly ours: string;
  readonly auth: unknown;
  readonly helper: string | undefined;
  /** Whether there was a file at all. */
  readonly wasThere: boolean;
  /** Whether its folder was made for it. */
  readonly isFolderOurs: boolean;
}

/**
 * Adds a login to the user's own configuration, for tools that read nothing else: sigstore's reads
 * `~/.docker/config.json` whatever DOCKER_CONFIG says. The previous content is kept in a file, to be restored.
 * Source: sigstore/sigstore-js, packages/oci/src/credentials.ts.
 * @param path of the file that keeps it
 */
export async function share(path: string, { host, basic }: DockerLogin): Promise<void> {
  const { folder, isFolderOurs } = await homeFolder();
  const key = keyOf(host);
  const theirs = await readConfig(folder);
  const before: Before = {
    folder,
    key,
    ours: basic,
    auth: theirs.auths?.[key],
    helper: theirs.credHelpers?.[key],
    wasThere: Object.keys(theirs).length > 0,
    isFolderOurs,
  };
  await writeFile(path, JSON.stringify(before), { mode: 0o600, flag: 'wx' });
  await replaceConfig(folder, withLogins(theirs, [{ host, basic }]));
}

/** The folder that really contains the file, which may be a link. */
async function homeFolder(): Promise<Pick<Before, 'folder' | 'isFolderOurs'>> {
  const folder = join(homedir(), '.docker');
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  const real = await realpath(join(folder, 'config.json')).catch(() => undefined);
  return {
    folder: real?.endsWith('/config.json') === true ? dirname(real) : folder,
    isFolderOurs: made !== undefined,
  };
}

/**
 * Restores the previous content, unless somebody else has changed the login meanwhile. Does nothing if nothing was kept.
 */
export async function unshare(path: string): Promise<void> {
  const text = await readSetting(path).catch(() => undefined);
  if (text !== undefined && text !== '') {
    const before = JSON.parse(text) as Before;
    const now = await readConfig(before.folder);
    const { auth } = (now.auths?.[before.key] ?? {}) as { auth?: unknown };
    if (auth === before.ours) await putBack(before, now);
    // Somebody else may have put something into it meanwhile.
    if (before.isFolderOurs) await rmdir(before.folder).catch(() => undefined);
  }
  await rm(path, { force: true });
}

async function putBack({ folder, key, auth, helper, wasThere }: Before, now: ConfigFile): Promise<void> {
  const restored: ConfigFile = {
    ...now,
    auths: withEntry(now.auths, key, auth),
    credHelpers: withEntry(now.credHelpers, key, helper),
  };
  const left = Object.entries(restored).filter(([, value]) => !isEmpty(value));
  if (!wasThere && left.length === 0) await rm(join(folder, 'config.json'), { force: true });
  else await replaceConfig(folder, Object.fromEntries(left));
}

function withEntry<T>(entries: Readonly<Record<string, T>> | undefined, key: string, value: T | undefined) {
  const others = Object.entries(entries ?? {}).filter(([name]) => name !== key);
  return Object.fromEntries(value === undefined ? others : [...others, [key, value]]) as Readonly<
    Record<string, T>
  >;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
