import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ensureBuildkitd } from '../../scripts/buildkitd.mjs';
import type { BuildKit } from './buildkit.ts';
import type { Certificates } from './certificates.ts';

/** A daemon that can be reached in both ways. */
export interface Daemon extends BuildKit {
  readonly socket: string;
}

/** Overlay file systems cannot be stacked. Source: statfs(2), OVERLAYFS_SUPER_MAGIC. */
const overlay = 0x794c7630;

/**
 * Starts BuildKit in its own process and mount namespace, as the tests' engines run, behind a socket and behind TCP
 * with TLS that requires a certificate. The network stays the machine's, because it has to reach registries on the
 * loopback interface.
 */
export async function startBuildKit(tls: Certificates): Promise<Daemon> {
  const program = await ensureBuildkitd();
  if ('why' in program) throw new Error(program.why);
  const folder = mkdtempSync(join(tmpdir(), 'ecr-ship-buildkitd-'));
  const socket = join(folder, 'buildkitd.sock');
  const port = await freePort();
  const log = openSync(join(folder, 'log'), 'a');
  const namespace = '--pdeathsig SIGKILL unshare --mount --pid --fork --kill-child --mount-proc'.split(' ');
  const mounts = fileURLToPath(new URL('../../scripts/engines/private-mounts.sh', import.meta.url));
  const worker = [
    '--containerd-worker=false',
    '--oci-worker-binary',
    program.runc,
    '--oci-worker-net',
    'host',
  ];
  const snapshotter = statfsSync(folder).type === overlay ? 'native' : 'overlayfs';
  const child = spawn(
    'setpriv',
    [
      ...[...namespace, 'sh', mounts, join(folder, 'private'), program.path, '--root', join(folder, 'data')],
      ...['--addr', `unix://${socket}`, '--addr', `tcp://127.0.0.1:${String(port)}`],
      ...['--tlscacert', tls.ca, '--tlscert', tls.cert, '--tlskey', tls.key],
      ...[...worker, '--oci-worker-snapshotter', snapshotter],
    ],
    { env: { ...program.env, HOME: folder }, stdio: ['ignore', log, log] },
  );
  const ended = once(child, 'exit');
  try {
    await answering(socket, () => child.exitCode === null);
  } catch {
    child.kill('SIGKILL');
    throw new Error(`BuildKit does not start: ${readFileSync(join(folder, 'log'), 'utf8').slice(-2000)}`);
  }
  return {
    endpoint: `tcp://127.0.0.1:${String(port)}`,
    socket: `unix://${socket}`,
    async close() {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  return port;
}

async function answering(socket: string, runs: () => boolean): Promise<void> {
  while (runs()) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const client = connect(socket);
      client.on('connect', () => resolve(true)).on('error', () => resolve(false));
      client.on('connect', () => client.destroy());
    });
    if (isOpen) return;
    await sleep(50);
  }
  throw new Error('it has ended');
}
