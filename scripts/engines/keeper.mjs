// A separate process that keeps one engine: it makes the bridge, starts dockerd, and when its standard input closes
// (its starter stopped it, ended, crashed or was killed) removes everything that the engine has left behind.
//
// dockerd runs in its own process and mount namespaces: killing its first process makes the kernel end all that it
// has started (its containerd, shims, containers) and drop its mounts, so no process or mount can be forgotten. What
// it writes outside its folder stays in the mount namespace. The network is the machine's, because the engine must
// reach registries on the loopback interface.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { identity } from './identity.mjs';
import { bridgeFile, removeEngine } from './leftovers.mjs';

const dir = process.argv[2];
const { dockerd, ip, bridge, address, env } = JSON.parse(readFileSync(join(dir, 'keeper.json'), 'utf8'));
writeFileSync(join(dir, 'keeper.pid'), identity());

const end = new AbortController();
process.stdin
  .on('end', () => end.abort())
  .on('error', () => end.abort())
  .resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end.abort());

let failed = false;
try {
  await run(ip, ['link', 'add', bridge, 'address', hardwareAddress(), 'type', 'bridge']);
  // Only now it is this engine's to remove.
  writeFileSync(join(dir, bridgeFile), bridge);
  await run(ip, ['address', 'add', address, 'dev', bridge]);
  await run(ip, ['link', 'set', bridge, 'up']);
  if (!end.signal.aborted) failed = await keepEngine();
} catch (error) {
  failed = true;
  process.stderr.write(`${error.message}\n`);
}
// After a failure the starter reads the log, then removes the folder.
await removeEngine({ dir, ip, keepDir: failed && !end.signal.aborted });
process.exit(failed ? 1 : 0);

/**
 * An address of the bridge's own. Without one the kernel gives it the lowest of its containers', so that every container
 * that comes or goes may change it, and a container that talks to the bridge's address is not heard for some seconds.
 */
function hardwareAddress() {
  // Two of the first byte's bits say that nobody assigned it, and that it is one device's.
  return ['02', ...randomBytes(5).toString('hex').match(/../g)].join(':');
}

/** Runs the engine until it is told to end; true if it ended by itself. */
async function keepEngine() {
  const log = openSync(join(dir, 'dockerd.log'), 'a');
  // If this process is killed, setpriv's setting makes the kernel kill unshare, and with it the namespace.
  const namespace = [
    '--pdeathsig',
    'SIGKILL',
    'unshare',
    '--mount',
    '--pid',
    '--fork',
    '--kill-child',
    '--mount-proc',
  ];
  const mounts = ['sh', join(import.meta.dirname, 'private-mounts.sh'), join(dir, 'private')];
  const child = spawn(
    'setpriv',
    [...namespace, ...mounts, dockerd, '--config-file', join(dir, 'daemon.json')],
    {
      env,
      stdio: ['ignore', log, log],
      cwd: dir,
    },
  );
  if (child.pid) writeFileSync(join(dir, 'namespace.pid'), identity(child.pid));
  const exited = once(child, 'exit');
  end.signal.addEventListener('abort', () => child.kill('SIGKILL'));
  if (end.signal.aborted) child.kill('SIGKILL');
  await exited;
  return !end.signal.aborted;
}
