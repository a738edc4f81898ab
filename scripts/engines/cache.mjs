// The cache folder: what is expensive to get is put there once, completely or not at all.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identity, isAlive } from './identity.mjs';

export const projectDir = resolve(import.meta.dirname, '../..');

/** Everything that set-up keeps between runs is below this folder; it is always safe to delete. */
export function cacheDir() {
  const chosen = process.env.ECR_SHIP_CACHE;
  return chosen ? resolve(chosen) : join(projectDir, '.cache');
}

/**
 * The folder `name` of the cache, filled by `fill(temporary, final)` if it does not exist. It is filled under another
 * name and renamed when complete, so a run that is killed half-way leaves nothing that looks finished.
 */
export async function once(name, fill) {
  const final = join(cacheDir(), name);
  if (existsSync(final)) return final;
  return withLock(name, async () => {
    if (existsSync(final)) return final;
    const temporary = `${final}.partial`;
    await rm(temporary, { recursive: true, force: true });
    await mkdir(temporary, { recursive: true });
    await fill(temporary, final);
    await rename(temporary, final);
    return final;
  });
}

/** Runs `work` while no other process of this machine holds the lock `name`; a dead holder's lock is taken over. */
export async function withLock(name, work) {
  const file = join(cacheDir(), 'locks', name.replaceAll('/', '_'));
  await mkdir(join(cacheDir(), 'locks'), { recursive: true });
  for (;;) {
    try {
      await writeFile(file, identity(), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = await readFile(file, 'utf8').catch(() => '');
    if (holder && !isAlive(holder)) await rm(file, { force: true });
    else await sleep(200);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}
