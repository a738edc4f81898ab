import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GitRepository } from './git-server.ts';

/** A Git host over ssh: one repository under every name, for a few users who have the key. */
export interface SshServer {
  /** `<address>:<port>` of this machine alone. */
  readonly host: string;
  /** The private key that may read, and one that may not. */
  readonly key: string;
  readonly strangersKey: string;
  /** Lines of known_hosts, in a file. */
  readonly knownHosts: string;
  /** What git has asked for, as git writes it. */
  asked(): string[];
  close(): Promise<void>;
}

/** An ssh agent with one key. */
export interface SshAgent {
  readonly env: { readonly SSH_AUTH_SOCK: string };
  close(): void;
}

/** What hosts do with what git asks for: nothing else is run. Source: git-upload-pack(1); sshd_config(5), ForceCommand. */
const answer = (gitDir: string, log: string) => `#!/bin/sh
printf '%s\\n' "$SSH_ORIGINAL_COMMAND" >> '${log}'
case $SSH_ORIGINAL_COMMAND in
  "git-upload-pack '"*".git'") exec git-upload-pack '${gitDir}' ;;
esac
echo 'There is no such repository.' >&2
exit 1
`;

/** What everybody has as the user, a name of one's own, and that of CodeCommit: the id of a public key. */
const users = ['git', 'deploy', 'APKAEIBAERJR2EXAMPLE'];

/** Accounts and the folder that sshd wants, seen by it alone. */
const inNamespace =
  'mount --bind "$1" /etc/passwd && mount -t tmpfs -o mode=0755 tmpfs /run && mkdir /run/sshd && shift && exec "$@"';

/**
 * Starts OpenSSH's server in a mount namespace of its own, with accounts of its own.
 * @param program as `ensureSshd` gives it
 * @param plainHost an address where it listens on port 22 as well
 */
export async function startSshServer(
  { sshd, settings }: { readonly sshd: string; readonly settings: readonly string[] },
  repository: GitRepository,
  plainHost: string | undefined,
): Promise<SshServer> {
  const folder = mkdtempSync(join(tmpdir(), 'ecr-ship-sshd-'));
  const at = (name: string) => join(folder, name);
  for (const name of ['host', 'key', 'stranger'])
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', at(name)]);
  writeFileSync(at('answer'), answer(repository.gitDir, at('asked')));
  chmodSync(at('answer'), 0o755);
  writeFileSync(at('asked'), '');
  writeFileSync(
    at('passwd'),
    `root:x:0:0::/root:/bin/sh\nsshd:x:65534:65534::/run/sshd:/bin/false\n` +
      users.map((user) => `${user}:x:0:0::${folder}:/bin/sh\n`).join(''),
  );
  const host = `127.0.0.1:${String(await freePort('127.0.0.1'))}`;
  const lines = [
    ...[host, ...(plainHost === undefined ? [] : [`${plainHost}:22`])].map((one) => `ListenAddress ${one}`),
    `HostKey ${at('host')}`,
    `AuthorizedKeysFile ${at('key.pub')}`,
    `ForceCommand ${at('answer')}`,
    `AllowUsers ${users.join(' ')}`,
    // As the hosts do: git's newer protocol gives any commit that is asked for.
    'AcceptEnv GIT_PROTOCOL',
    'PermitRootLogin prohibit-password',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'UsePAM no',
    'StrictModes no',
    'PidFile none',
    ...settings,
  ];
  writeFileSync(at('sshd_config'), `${lines.join('\n')}\n`);
  const [name = '', port = ''] = host.split(':');
  const hostKey = readFileSync(at('host.pub'), 'utf8').split(' ').slice(0, 2).join(' ');
  writeFileSync(
    at('known_hosts'),
    [`[${name}]:${port}`, ...(plainHost === undefined ? [] : [plainHost])]
      .map((one) => `${one} ${hostKey}\n`)
      .join(''),
  );
  const stop = await start([at('passwd'), sshd, '-D', '-e', '-f', at('sshd_config')], host, at('log'));
  return {
    host,
    key: at('key'),
    strangersKey: at('stranger'),
    knownHosts: at('known_hosts'),
    asked: () => readFileSync(at('asked'), 'utf8').split('\n').filter(Boolean),
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function start(args: readonly string[], host: string, logFile: string): Promise<() => Promise<void>> {
  const log = openSync(logFile, 'a');
  const namespace = '--pdeathsig SIGKILL unshare --mount --pid --fork --kill-child --mount-proc'.split(' ');
  const child = spawn('setpriv', [...namespace, 'sh', '-c', inNamespace, 'sh', ...args], {
    stdio: ['ignore', log, log],
  });
  const ended = once(child, 'exit');
  while (!(await answers(host))) {
    if (child.exitCode !== null) throw new Error(`sshd does not start: ${readFileSync(logFile, 'utf8')}`);
    await sleep(50);
  }
  return async () => {
    child.kill('SIGKILL');
    await ended;
  };
}

function answers(host: string): Promise<boolean> {
  const [name = '', port = ''] = host.split(':');
  return new Promise((resolve) => {
    const client = connect(Number(port), name);
    client.on('connect', () => resolve(true)).on('error', () => resolve(false));
    client.on('connect', () => client.destroy());
  });
}

async function freePort(address: string, wanted = 0): Promise<number> {
  const server = createServer().listen(wanted, address);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** An address of the loopback network with a free port 22; undefined where somebody has it on all addresses. */
export async function plainAddress(): Promise<string | undefined> {
  const address = `127.${String(process.pid % 256)}.22.1`;
  return freePort(address, 22).then(
    () => address,
    () => undefined,
  );
}

/** Starts an agent that has one key. */
export function startAgent(key: string): SshAgent {
  const folder = mkdtempSync(join(tmpdir(), 'ecr-ship-agent-'));
  const socket = join(folder, 'agent');
  const said = execFileSync('ssh-agent', ['-s', '-a', socket], { encoding: 'utf8' });
  const env = { SSH_AUTH_SOCK: socket };
  execFileSync('ssh-add', ['-q', key], { env: { ...process.env, ...env } });
  return {
    env,
    close() {
      process.kill(Number(/SSH_AGENT_PID=(\d+)/.exec(said)?.[1]));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
