import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { busybox } from '../../scripts/engines/index.mjs';
import type { Engine } from './engines.ts';

/*
 * Base images without a registry, in place of those that users name in FROM: made from programs of this machine with
 * the libraries that they need, and Debian's busybox for everything else.
 */

export type BaseKind = 'node' | 'lambda' | 'web';

const applets = ['sh', 'cat', 'cp', 'env', 'id', 'ls', 'mkdir', 'rm', 'sleep', 'test', 'true', 'httpd'];

/** The name of a base image. */
export const baseName = (kind: BaseKind) => `ecr-ship-test/${kind}:base`;

/** Makes a base image in an engine, and returns its name. It has one layer, which stays there until the engine ends. */
export async function baseImage({ env }: Engine, kind: BaseKind): Promise<string> {
  const name = baseName(kind);
  const isThere = await promisify(execFile)('docker', ['image', 'inspect', name], { env }).then(
    () => true,
    () => false,
  );
  if (isThere) return name;
  const root = mkdtempSync(join(tmpdir(), 'ecr-ship-base-'));
  try {
    await putShell(root);
    const settings = { node: putNode, lambda: putLambda, web: putWeb }[kind](root);
    await importFolder(root, name, settings, env);
    return name;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function putShell(root: string): Promise<void> {
  put(await busybox(), root, '/bin/busybox');
  for (const applet of applets) symlinkSync('busybox', join(root, 'bin', applet));
  mkdirSync(join(root, 'etc'));
  mkdirSync(join(root, 'tmp'), { mode: 0o1777 });
  writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0::/root:/bin/sh\nnode:x:1000:1000::/tmp:/bin/sh\n');
}

/** As in docker's official image: node, npm, and a user called node. */
function putNode(root: string): string[] {
  putProgram(process.execPath, root, '/usr/local/bin/node');
  const npm = dirname(dirname(realpathSync(execFileSync('which', ['npm'], { encoding: 'utf8' }).trim())));
  put(npm, root, '/usr/local/lib/node_modules/npm');
  const start = 'exec node /usr/local/lib/node_modules/npm/bin/npm-cli.js "$@"';
  writeFileSync(join(root, 'usr/local/bin/npm'), `#!/bin/sh\n${start}\n`, { mode: 0o755 });
  mkdirSync(join(root, 'usr/bin'), { recursive: true });
  symlinkSync('/bin/env', join(root, 'usr/bin/env'));
  return ['ENV PATH=/usr/local/bin:/usr/bin:/bin', 'ENV HOME=/tmp'];
}

/** As in AWS's image for Python: the runtime, and the emulator that an image has for machines other than Lambda's. */
function putLambda(root: string): string[] {
  const program = '/usr/bin/python3';
  const where = 'import sysconfig; print(sysconfig.get_path("stdlib"))';
  const library = execFileSync(program, ['-c', where], { encoding: 'utf8' }).trim();
  putProgram(realpathSync(program), root, program);
  put(library, root, library, /\/(?:__pycache__|test|tests|idlelib|tkinter|ensurepip|lib2to3|config-[^/]+)$/);
  const own = fileURLToPath(new URL('lambda-base/', import.meta.url));
  put(join(own, 'aws-lambda-rie'), root, '/usr/local/bin/aws-lambda-rie');
  put(join(own, 'bootstrap'), root, '/var/runtime/bootstrap');
  put(join(own, 'lambda-entrypoint.sh'), root, '/lambda-entrypoint.sh');
  symlinkSync('/bin/env', join(root, 'usr/bin/env'));
  mkdirSync(join(root, 'var/task'), { recursive: true });
  return [
    'ENV PATH=/usr/local/bin:/usr/bin:/bin',
    'ENV LAMBDA_TASK_ROOT=/var/task',
    'WORKDIR /var/task',
    'ENTRYPOINT ["/lambda-entrypoint.sh"]',
  ];
}

/** In nginx's place: a server for the files in nginx's folder. */
function putWeb(root: string): string[] {
  mkdirSync(join(root, 'usr/share/nginx/html'), { recursive: true });
  return ['CMD ["/bin/httpd", "-f", "-p", "80", "-h", "/usr/share/nginx/html"]'];
}

/** Puts a program in its place, and the libraries that it is linked with where they are on this machine. */
function putProgram(program: string, root: string, at: string): void {
  put(program, root, at);
  for (const [, library = ''] of execFileSync('ldd', [program], { encoding: 'utf8' }).matchAll(
    /(?:=> |^\s*)(\/\S+) \(/gm,
  ))
    put(library, root, library);
}

function put(from: string, root: string, at: string, without = /\/__pycache__$/): void {
  const to = join(root, at);
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, dereference: true, filter: (path) => !without.test(path) });
}

/** docker import: an image of one layer, without a build. */
async function importFolder(
  root: string,
  name: string,
  settings: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const changes = settings.flatMap((setting) => ['--change', setting]);
  const script = `set -o pipefail; tar --create --owner=0 --group=0 --directory "$0" . | docker import "$@"`;
  await promisify(execFile)('bash', ['-c', script, root, ...changes, '-', name], { env });
}
