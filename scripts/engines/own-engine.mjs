// The user's own Docker: whatever the docker in PATH reaches.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from './command.mjs';
import { readInfo } from './engine-info.mjs';

/** The engine that `docker info` reaches, as the flavour most like it; undefined if none answers. */
export async function ownEngine() {
  let info;
  try {
    info = JSON.parse(await run('docker', ['info', '--format', '{{json .}}'], { timeout: 20_000 }));
    readInfo(info);
  } catch {
    return undefined;
  }
  const buildx = (info.ClientInfo?.Plugins ?? []).some(({ Name, Err }) => Name === 'buildx' && !Err);
  const capabilities = { buildx, ...readInfo(info) };
  const env = { PATH: process.env.PATH ?? '' };
  for (const name of ['DOCKER_HOST', 'DOCKER_CONTEXT', 'DOCKER_CONFIG'])
    if (process.env[name]) env[name] = process.env[name];
  return {
    name: flavourOf(capabilities),
    private: false,
    env,
    dockerConfigDir: process.env.DOCKER_CONFIG ?? join(homedir(), '.docker'),
    capabilities,
    stop: () => Promise.resolve(),
  };
}

export function flavourOf({ buildx, containerd }) {
  if (!buildx) return 'classic';
  return containerd ? 'containerd' : 'buildx';
}
