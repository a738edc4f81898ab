import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { busybox } from '../../scripts/engines/index.mjs';
import { startRemoteBuilder } from '../support/buildkit.ts';
import { onEngines, type Engine } from '../support/engines.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();

let program: Buffer;
beforeAll(async () => {
  program = readFileSync(await busybox());
});

const cleanUps: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const clean of cleanUps.splice(0)) await clean();
});

/** A docker configuration of a person, for this engine. */
function configOf(engine: Engine): string {
  const folder = mkdtempSync(join(tmpdir(), 'ecr-ship-config-'));
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(engine.dockerConfigDir, folder, { recursive: true });
  return folder;
}

onEngines(['buildx', 'containerd'], (on) => {
  test('DOCKER_CONTEXT chooses the engine where no DOCKER_HOST does', async () => {
    const env = { ...on.env, DOCKER_CONFIG: configOf(on) };
    const host = `host=${on.env['DOCKER_HOST'] ?? ''}`;
    await promisify(execFile)('docker', ['context', 'create', 'mine', '--docker', host], { env });
    const here = await scene(on);
    const { main } = await here.ship({}, { ...env, DOCKER_HOST: '', DOCKER_CONTEXT: 'mine' });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    const { main: away } = await here.ship(
      { tags: 'v2' },
      { ...env, DOCKER_HOST: 'unix:///nowhere', DOCKER_CONTEXT: 'mine' },
    );
    expect(away.errors.join()).toContain('The Docker engine does not answer');
  });

  test('DOCKER_DEFAULT_PLATFORM is what is built for', async () => {
    const here = await scene(on);
    const { main } = await here.ship({}, { DOCKER_DEFAULT_PLATFORM: 'linux/arm64' });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(Object.keys(JSON.parse(main.outputs['platforms'] ?? '') as object)).toEqual(['linux/arm64']);
  });

  test('BUILDKIT_PROGRESS asks for nothing that a log cannot show, and DOCKER_BUILDKIT=0 is said not to be followed', async () => {
    const here = await scene(on);
    const { main } = await here.ship({}, { BUILDKIT_PROGRESS: 'tty', DOCKER_BUILDKIT: '0' });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.log).toMatch(/^#1 \[internal\] load build definition/m);
    expect(main.warnings.join()).toContain(
      'DOCKER_BUILDKIT asks for the classic builder, and is not followed',
    );
  });

  test("the proxies of docker's configuration reach the build, those of the job alone do not, as with docker", async () => {
    const config = configOf(on);
    const proxies = { default: { httpProxy: 'http://proxy.example:3128', noProxy: '127.0.0.1' } };
    writeFileSync(join(config, 'config.json'), JSON.stringify({ proxies }));
    const here = await scene(on);
    writeFileSync(join(here.workspace, 'busybox'), program);
    const base = 'FROM scratch\nCOPY --chmod=755 busybox /bin/busybox\nSHELL ["/bin/busybox", "sh", "-c"]\n';
    writeFileSync(
      join(here.workspace, 'Dockerfile'),
      `${base}RUN test "$HTTP_PROXY" = http://proxy.example:3128\n`,
    );
    const { main } = await here.ship({}, { DOCKER_CONFIG: config });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    writeFileSync(join(here.workspace, 'Dockerfile'), `${base}RUN test -z "$HTTP_PROXY$NO_PROXY"\n`);
    const alone = { HTTP_PROXY: 'http://127.0.0.1:9', NO_PROXY: '127.0.0.1,localhost' };
    const { main: without } = await here.ship({ tags: 'v2' }, alone);
    expect([without.exitCode, without.errors]).toEqual([0, []]);
  });
});

// The BuildKit inside an engine with a graph driver pushes nothing.
onEngines(['containerd'], (on) => {
  test('BUILDX_BUILDER chooses the builder, and the input builder comes before it', async () => {
    const remote = await startRemoteBuilder(on);
    cleanUps.push(() => remote.close());
    const here = await scene(on);
    const env = { ...remote.env, BUILDX_BUILDER: 'remote' };
    const { main } = await here.ship({ tags: 'v1' }, env);
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.log).toMatch(/Builder: buildx \S+, driver remote/);
    const other = await here.ship({ tags: 'v2', builder: 'default' }, env);
    expect([other.main.exitCode, other.main.errors]).toEqual([0, []]);
    expect(other.main.log).toMatch(/Builder: buildx \S+, driver docker on/);
  });
});

onEngines(['classic'], (on) => {
  test('DOCKER_BUILDKIT=1 has the engine without buildx build with its own BuildKit', async () => {
    const here = await scene(on);
    const { main } = await here.ship({}, { DOCKER_BUILDKIT: '1' });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.log).toMatch(/^#1 \[internal\]/m);
  });
});
