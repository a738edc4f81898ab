// A private Docker engine: started from unpacked programs, awaited, and stopped without a trace.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, statfs, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { engineInfo } from './engine-info.mjs';
import { ipProgram, programsOf } from './flavours.mjs';
import { identity } from './identity.mjs';
import { engineBase, prefix } from './leftovers.mjs';

const deadlineMs = 90_000;

export async function startEngine(flavour) {
  for (;;) {
    const network = freeNetwork();
    try {
      return await startOn(flavour, network);
    } catch (error) {
      // Another engine, which starts at the same moment, was faster.
      if (!new RegExp(`link add ${network.bridge} .*File exists`).test(error.message)) throw error;
    }
  }
}

async function startOn(flavour, { bridge, address }) {
  const programs = await programsOf(flavour);
  const ip = await ipProgram();
  const dir = await mkdtemp(join(engineBase(), prefix));
  try {
    const env = await engineEnvironment(dir, programs);
    await writeFile(
      join(dir, 'daemon.json'),
      JSON.stringify(await engineConfig(dir, flavour, bridge), null, 2),
    );
    const client = await clientEnvironment(dir, programs);
    const keeper = {
      starter: identity(),
      dockerd: programs.engine.dockerd,
      ip,
      bridge,
      address,
      env,
    };
    await writeFile(join(dir, 'keeper.json'), JSON.stringify(keeper));
    const stop = await keep(dir);
    const info = await engineInfo(join(dir, 'docker.sock'));
    return {
      name: flavour,
      private: true,
      env: client,
      dockerConfigDir: client.DOCKER_CONFIG,
      socket: join(dir, 'docker.sock'),
      capabilities: { buildx: programs.buildx !== undefined, ...info },
      stop,
    };
  } catch (error) {
    await rm(dir, { recursive: true, force: true });
    throw error;
  }
}

/** Starts the keeper and waits until the engine answers. Returns the function that stops both. */
async function keep(dir) {
  const keeper = spawn(process.execPath, [join(import.meta.dirname, 'keeper.mjs'), dir], {
    stdio: ['pipe', 'ignore', 'pipe'],
    // Its own group: Ctrl-C reaches only the starter, and the starter's end then reaches the keeper.
    detached: true,
  });
  let complaint = '';
  keeper.stderr.setEncoding('utf8').on('data', (text) => (complaint += text));
  keeper.stdin.on('error', () => {});
  const ended = new Promise((done) => keeper.on('error', done).on('close', done));
  // A starter that has nothing else to do may end; the keeper notices and cleans up.
  const handles = [keeper, keeper.stdin, keeper.stderr];
  for (const handle of handles) handle.unref();
  const stop = async () => {
    for (const handle of handles) handle.ref();
    keeper.stdin.end();
    await ended;
  };

  let running = true;
  void ended.then(() => (running = false));
  const deadline = Date.now() + deadlineMs;
  while (running && Date.now() < deadline) {
    if (
      existsSync(join(dir, 'docker.sock')) &&
      (await engineInfo(join(dir, 'docker.sock')).catch(() => undefined))
    )
      return stop;
    await sleep(50);
  }
  const log = await readFile(join(dir, 'dockerd.log'), 'utf8').catch(() => '');
  await stop();
  const why = running ? `did not answer within ${deadlineMs / 1000} s` : 'ended at its start';
  const tail = `${complaint}${log}`.trim().split('\n').slice(-15).join('\n  ');
  throw new Error(`the private Docker engine ${why}; the end of its log:\n  ${tail}`);
}

/** The environment of the engine's processes: its own programs first, and no settings of the user's own Docker. */
async function engineEnvironment(dir, programs) {
  const bin = join(dir, 'engine-bin');
  await mkdir(bin);
  for (const [name, file] of Object.entries(programs.engine)) if (file) await symlink(file, join(bin, name));
  await mkdir(join(dir, 'tmp'));
  return {
    PATH: `${bin}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
    LD_LIBRARY_PATH: programs.libraries.join(':'),
    HOME: dir,
    DOCKER_TMPDIR: join(dir, 'tmp'),
    // Keeps the engine from loading an AppArmor profile into the machine's kernel.
    container: 'ecr-ship',
  };
}

async function engineConfig(dir, flavour, bridge) {
  // Overlay file systems do not stack: in a container, whose root is one, the plain stores are used.
  const stacked = (await statfs(dir)).type === 0x794c7630;
  const containerd = flavour === 'containerd';
  return {
    'data-root': join(dir, 'data'),
    'exec-root': join(dir, 'exec'),
    pidfile: join(dir, 'dockerd.pid'),
    hosts: [`unix://${join(dir, 'docker.sock')}`],
    group: 'root',
    // Its own bridge, made by the keeper. Never "none": that would delete the docker0 of the machine's other engine.
    bridge,
    // No firewall rule and no kernel setting of the machine is changed, so containers only reach this machine.
    iptables: false,
    'ip-forward': false,
    'ip-masq': false,
    // One control group that can be removed afterwards, whatever else manages the others.
    'cgroup-parent': `/${dir.split('/').at(-1)}`,
    'exec-opts': ['native.cgroupdriver=cgroupfs'],
    // Docker 29 uses containerd's store by default.
    features: flavour === 'classic' ? {} : { 'containerd-snapshotter': containerd },
    ...(stacked && { 'storage-driver': containerd ? 'native' : 'vfs' }),
    'shutdown-timeout': 1,
  };
}

/** The environment for clients of this engine, with the right docker first in PATH and a separate configuration. */
async function clientEnvironment(dir, programs) {
  const bin = join(dir, 'client-bin');
  const config = join(dir, 'docker-config');
  await mkdir(bin);
  await symlink(programs.docker, join(bin, 'docker'));
  await mkdir(join(config, 'cli-plugins'), { recursive: true });
  if (programs.buildx) await symlink(programs.buildx, join(config, 'cli-plugins', 'docker-buildx'));
  else if (machineHasBuildx()) {
    // The client finds this first, cannot run it, and so has no buildx.
    await symlink('/nonexistent', join(config, 'cli-plugins', 'docker-buildx'));
  }
  await writeFile(join(config, 'config.json'), '{}\n', { mode: 0o600 });
  return {
    PATH: `${bin}:${process.env.PATH ?? '/usr/bin:/bin'}`,
    DOCKER_HOST: `unix://${join(dir, 'docker.sock')}`,
    DOCKER_CONFIG: config,
  };
}

function machineHasBuildx() {
  const parents = ['/usr/local/lib', '/usr/local/libexec', '/usr/lib', '/usr/libexec'];
  return parents.some((parent) => existsSync(`${parent}/docker/cli-plugins/docker-buildx`));
}

/**
 * A network that no interface has, in a range that is never routed (RFC 2544): its first address, and the bridge that
 * gets it. The bridge is named after the network, so that two engines cannot have the same one: containers of one of them
 * would not be reached. A bridge without containers is not among Node's interfaces, but its name is taken.
 */
function freeNetwork() {
  const taken = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  for (;;) {
    const [second, third] = [randomInt(18, 20), randomInt(256)];
    const network = `198.${second}.${third}.`;
    const bridge = `ecrs-${second}-${third}`;
    const isTaken = existsSync(`/sys/class/net/${bridge}`);
    if (!isTaken && !taken.some(({ address }) => address.startsWith(network)))
      return { bridge, address: `${network}1/24` };
  }
}
