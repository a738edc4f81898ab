// Removes what an engine leaves behind, at its end or, if its keeper was killed, at the start of the next run.
import { readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from './command.mjs';
import { isAlive } from './identity.mjs';

/** The prefix of engine folders and of their control groups. */
export const prefix = 'ecr-ship-engine-';

/** The folder for engines' folders. They contain sockets, whose paths must be short and visible outside the namespace. */
export const engineBase = () => (/^\/(etc|opt|run)\/|.{41}/.test(tmpdir()) ? '/tmp' : tmpdir());

/** The file in an engine's folder with the name of the bridge that was made for it. */
export const bridgeFile = 'bridge';

export async function removeEngine({ dir, ip, keepDir = false }) {
  const bridge = await readFile(join(dir, bridgeFile), 'utf8').catch(() => '');
  if (bridge !== '' && existsSync(`/sys/class/net/${bridge}/bridge`))
    await run(ip, ['link', 'delete', bridge]).catch(() => {});
  await removeControlGroups(dir.split('/').at(-1));
  if (!keepDir) await removeDir(dir);
}

async function removeDir(dir) {
  // The mounts of a dying namespace disappear a moment after its last process.
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      return await rm(dir, { recursive: true, force: true });
    } catch {
      await sleep(100);
    }
  }
  await rm(dir, { recursive: true, force: true });
}

/** Removes the (empty) control groups named after an engine; in version 1 each controller has its own tree. */
async function removeControlGroups(name) {
  const top = '/sys/fs/cgroup';
  const trees = ['.', ...(await readdir(top).catch(() => []))];
  for (const tree of trees) await removeTree(join(top, tree, name));
}

async function removeTree(group) {
  const entries = await readdir(group, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) if (entry.isDirectory()) await removeTree(join(group, entry.name));
  for (let attempt = 0; attempt < 10; attempt++) {
    try {
      return await rmdir(group);
    } catch (error) {
      if (error.code !== 'EBUSY') return;
      await sleep(50);
    }
  }
}

/** Removes engines whose keeper is gone, which only happens if it was killed itself or the machine went down. */
export async function removeLeftovers() {
  const base = engineBase();
  for (const name of await readdir(base).catch(() => [])) {
    if (name.startsWith(prefix)) await removeIfLeft(join(base, name));
  }
}

async function removeIfLeft(dir) {
  const read = (file) => readFile(join(dir, file), 'utf8').catch(() => '');
  const config = await read('keeper.json');
  // Without this file the folder has only just been made, and nothing was started from it yet.
  if (!config) return;
  const { starter, ip } = JSON.parse(config);
  if (isAlive(starter) || isAlive(await read('keeper.pid'))) return;
  const namespace = await read('namespace.pid');
  if (isAlive(namespace)) process.kill(Number(namespace.split(' ')[0]), 'SIGKILL');
  await removeEngine({ dir, ip });
}
