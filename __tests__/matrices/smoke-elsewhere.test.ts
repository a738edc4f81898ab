import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createConnection, createServer, type AddressInfo, type Server } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { busybox } from '../../scripts/engines/index.mjs';
import { onEngines, type Engine } from '../support/engines.ts';
import { onlyError, type Scene } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();
const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

let program: Buffer;
beforeAll(async () => {
  program = readFileSync(await busybox());
});

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** An engine that is reached over a network: at an address of this machine that is none of its loopback interface. */
async function overTcp(on: Engine): Promise<string> {
  const socket = String(on.env['DOCKER_HOST']).replace('unix://', '');
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const engine = createConnection({ path: socket, allowHalfOpen: true });
    client.pipe(engine).pipe(client);
    client.on('error', () => engine.destroy());
    engine.on('error', () => client.destroy());
  });
  servers.push(server);
  const address = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
  if (address === undefined) throw new Error('this machine has no address but its own');
  await new Promise<void>((listening) => server.listen(0, address, listening));
  return `tcp://${address}:${String((server.address() as AddressInfo).port)}`;
}

function give(here: Scene): void {
  const start = `/bin/busybox mkdir -p /tmp/www
/bin/busybox sleep 1
printf '%s' '{"status":"healthy"}' > /tmp/www/health
exec /bin/busybox httpd -f -p 3000 -h /tmp/www
`;
  writeFileSync(join(here.workspace, 'busybox'), program, { mode: 0o755 });
  writeFileSync(join(here.workspace, 'start.sh'), start, { mode: 0o755 });
  const lines = [
    'FROM scratch',
    'COPY busybox /bin/busybox',
    'COPY start.sh /start.sh',
    'ENTRYPOINT ["/bin/busybox", "sh", "/start.sh"]',
  ];
  writeFileSync(join(here.workspace, 'Dockerfile'), lines.join('\n'));
}

onEngines(['classic', 'buildx', 'containerd'], (on) => {
  test('a container on the engine of another machine is asked there, where the test allows its port to be open', async () => {
    const here = await scene(on);
    give(here);
    const host = await overTcp(on);
    const { hostname } = new URL(host.replace('tcp:', 'http:'));
    const given = (more: string) => ({
      push: 'false',
      'smoke-test': `http: { path: /health, body: '"healthy"', within: 20s }\n${more}`,
    });
    const closed = await here.ship(given(''), { DOCKER_HOST: host });
    expect(onlyError(closed.main)).toContain(
      `The smoke test http 1 was not started: it asks its container on 127.0.0.1, and the engine is on another machine, ${hostname}.`,
    );
    expect(onlyError(closed.main)).toContain('say open-port: true in the test');

    const { main } = await here.ship(given('open-port: true\n'), { DOCKER_HOST: host });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.log).toContain(`A smoke test asks its container at ${hostname}: the engine is on another`);
    expect(main.log).toContain('The smoke test http 1 passed: it answered 200');
  });

  test('a job in a container of the engine asks the container of a test at the gateway of its own network', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ecr-ship-jobs-'));
    try {
      const here = await scene(on, { node: await nodeInContainer(on, folder) });
      give(here);
      const { main } = await here.ship({
        push: 'false',
        'smoke-test': `http: { path: /health, body: '"healthy"', within: 20s }`,
      });
      expect([main.exitCode, main.errors]).toEqual([0, []]);
      expect(main.log).toMatch(
        /A smoke test asks its container at [\d.]+: this job runs in a container of that engine, with a network of its own/,
      );
      expect(main.log).toContain('The smoke test http 1 passed: it answered 200');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/**
 * A node that runs in a container of the engine as a job's does: with the engine's socket, the workspace and the runner's files,
 * here by way of this machine's own folders. Gives the path of a program that stands for it.
 */
async function nodeInContainer(on: Engine, folder: string): Promise<string> {
  const image = 'ecr-ship-job';
  const context = join(folder, 'context');
  mkdirSync(context);
  writeFileSync(join(context, 'Dockerfile'), 'FROM scratch\nCOPY Dockerfile /Dockerfile\n');
  await promisify(execFile)('docker', ['build', '--tag', image, context], {
    env: { ...process.env, ...on.env },
  });
  const docker = join(String(on.env['PATH']).split(':')[0] ?? '', 'docker');
  const plugin = join(on.dockerConfigDir, 'cli-plugins/docker-buildx');
  const programs = [process.execPath, docker, plugin].filter((path) => existsSync(path));
  const own = programs.map((path) => dirname(realpathSync(path)));
  const folders = ['/usr', '/bin', '/sbin', '/lib', '/lib64', tmpdir(), projectRoot, ...own];
  const mounts = [...new Set(folders.filter((path) => existsSync(path)))].flatMap((path) => [
    '--volume',
    `${path}:${path}`,
  ]);
  const program = join(folder, 'node');
  writeFileSync(
    program,
    `#!${process.execPath}
const { spawnSync } = require('node:child_process');
const variables = Object.keys(process.env).flatMap((name) => ['--env', name]);
const args = ['run', '--rm', ...${JSON.stringify(mounts)}, ...variables, '--workdir', process.cwd(), '${image}', ${JSON.stringify(process.execPath)}];
process.exitCode = spawnSync('docker', [...args, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
`,
    { mode: 0o755 },
  );
  return program;
}
