import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { dockerCli } from '../../src/adapters/docker/docker-cli.ts';
import { startSecrets } from '../../src/adapters/machine/secrets.ts';
import { probeBuilder } from '../../src/docker/probe.ts';
import { onEngines, type Engine } from '../support/engines.ts';
import { startRemoteBuilder } from '../support/buildkit.ts';

const variables = process.env;
const cleanUps: (() => Promise<void> | void)[] = [];
beforeEach(() => {
  // docker and buildx take an empty variable for one that is not set.
  process.env = { ...variables, BUILDX_BUILDER: '', BUILDX_CONFIG: '', DOCKER_CONTEXT: '' };
});
afterEach(async () => {
  for (const clean of cleanUps.splice(0)) await clean();
  process.env = variables;
});

/** The commands that were started, and what came of it; undefined for a failure's words. */
async function probe(way: 'socket' | 'docker') {
  const commands: string[] = [];
  const children = {
    started: ({ command }: { readonly command: string }) => {
      commands.push(command);
    },
    ended: () => undefined,
  };
  const docker = dockerCli({ secrets: startSecrets(), signal: new AbortController().signal, children });
  const { run, withOutputFile } = docker;
  const asked = way === 'socket' ? docker : { run, withOutputFile };
  const found = await probeBuilder(asked)
    .certain()
    .catch((error: unknown) => String(error));
  return { found, commands: commands.toSorted() };
}

const byDocker = ['docker buildx inspect', 'docker info'];
const bySocket = ['docker docker-cli-plugin-metadata'];

/** A docker configuration of the test's own, for this engine. */
function configOf(engine: Engine): string {
  const folder = mkdtempSync(join(tmpdir(), 'probe-'));
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(engine.dockerConfigDir, folder, { recursive: true });
  return folder;
}

async function docker(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  await promisify(execFile)('docker', [...args], { env: { ...process.env, ...env } });
}

/** A workspace that does not hold the engines' programs, as this folder may: nothing that is in a workspace is ever run. */
function elsewhere(): Readonly<Record<string, string>> {
  const GITHUB_WORKSPACE = mkdtempSync(join(tmpdir(), 'probe-workspace-'));
  cleanUps.push(() => rmSync(GITHUB_WORKSPACE, { recursive: true, force: true }));
  return { GITHUB_WORKSPACE };
}

/** Asks both ways, and holds one against the other. */
async function bothWays() {
  const slow = await probe('docker');
  const fast = await probe('socket');
  expect(fast.found).toEqual(slow.found);
  return fast;
}

onEngines(['classic', 'buildx', 'containerd'], (engine) => {
  beforeEach(() => {
    Object.assign(process.env, engine.env, elsewhere());
  });

  test('the engine itself', async () => {
    const { commands, found } = await bothWays();
    expect(found).toMatchObject({ push: 'by-tag' });
    expect(commands).toEqual(engine.capabilities.buildx ? bySocket : byDocker);
  });
});

onEngines(['buildx'], (engine) => {
  beforeEach(() => {
    Object.assign(process.env, engine.env, elsewhere(), { DOCKER_CONFIG: configOf(engine) });
  });

  describe('a builder that was made', () => {
    test.each([
      { name: 'and is used', args: ['--use'], env: {}, push: 'by-digest' },
      { name: 'and is not used', args: [], env: {}, push: 'by-tag' },
      { name: 'and is named by a variable', args: [], env: { BUILDX_BUILDER: 'Other' }, push: 'by-digest' },
      {
        name: 'and is not the one that a variable names',
        args: ['--use'],
        env: { BUILDX_BUILDER: 'default' },
        push: 'by-tag',
      },
    ])('$name', async ({ args, env, push }) => {
      await docker(['buildx', 'create', '--name', 'other', '--driver', 'remote', ...args, 'unix:///nowhere']);
      Object.assign(process.env, env);
      const { commands, found } = await bothWays();
      expect(found).toMatchObject({ push });
      expect(commands).toEqual(bySocket);
    });

    test.each([{ flags: ['--default'] }, { flags: ['--global'] }])(
      'is chosen with $flags, also after another engine was looked at',
      async ({ flags }) => {
        await docker(['buildx', 'create', '--name', 'other', '--driver', 'remote', 'unix:///nowhere']);
        await docker(['buildx', 'use', ...flags, 'other']);
        expect(await bothWays()).toMatchObject({ found: { push: 'by-digest' }, commands: bySocket });
        await docker(['buildx', 'use', 'default'], { DOCKER_HOST: 'unix:///elsewhere' }).catch(
          () => undefined,
        );
        await bothWays();
      },
    );

    test('is gone', async () => {
      await docker(['buildx', 'create', '--name', 'other', '--driver', 'remote', '--use', 'unix:///nowhere']);
      rmSync(join(process.env['DOCKER_CONFIG']!, 'buildx/instances/other'));
      expect((await bothWays()).found).toMatchObject({ push: 'by-tag' });
    });

    test('is a real one', async () => {
      const remote = await startRemoteBuilder(engine);
      cleanUps.push(remote.close);
      Object.assign(process.env, remote.env);
      expect((await bothWays()).found).toMatchObject({ push: 'by-digest' });
    });
  });

  describe('a context', () => {
    beforeEach(async () => {
      await docker(['context', 'create', 'mine', '--docker', `host=${process.env['DOCKER_HOST']!}`]);
      delete process.env['DOCKER_HOST'];
    });

    test('is chosen by a variable', async () => {
      process.env['DOCKER_CONTEXT'] = 'mine';
      expect(await bothWays()).toMatchObject({ found: { push: 'by-tag' }, commands: bySocket });
    });

    test('is chosen by the configuration, and has a builder of its own', async () => {
      await docker(['context', 'use', 'mine']);
      expect(await bothWays()).toMatchObject({ found: { push: 'by-tag' }, commands: bySocket });
      await docker(['buildx', 'create', '--name', 'other', '--driver', 'remote', '--use', 'unix:///nowhere']);
      expect(await bothWays()).toMatchObject({ found: { push: 'by-digest' }, commands: bySocket });
      process.env['BUILDX_BUILDER'] = 'mine';
      expect(await bothWays()).toMatchObject({ found: { push: 'by-tag' }, commands: bySocket });
    });

    test('is not there', async () => {
      process.env['DOCKER_CONTEXT'] = 'nobodys';
      expect((await bothWays()).commands).toEqual(expect.arrayContaining(byDocker));
    });
  });

  test.each([
    {
      name: 'an address of another kind',
      change: () => (process.env['DOCKER_HOST'] = 'tcp://127.0.0.1:9'),
      expected: 'The Docker engine does not answer',
    },
    {
      name: 'no engine',
      change: () => (process.env['DOCKER_HOST'] = 'unix:///nowhere.sock'),
      expected: 'The Docker engine does not answer',
    },
    {
      name: 'TLS',
      change: () => (process.env['DOCKER_TLS_VERIFY'] = '1'),
      expected: 'The Docker engine does not answer',
    },
    {
      name: 'a builder that is not there',
      change: () => (process.env['BUILDX_BUILDER'] = 'nobodys'),
      expected: 'There is no builder "nobodys" on this runner',
    },
    {
      name: 'further folders for plugins',
      change: (config: string) =>
        writeFileSync(join(config, 'config.json'), '{"cliPluginsExtraDirs":["/nowhere"]}'),
      expected: { push: 'by-tag', tool: 'buildx' },
    },
    {
      name: "a file of buildx's that is broken",
      change: (config: string) => {
        mkdirSync(join(config, 'buildx/instances'), { recursive: true });
        writeFileSync(join(config, 'buildx/current'), '{"Name":7');
      },
      expected: { push: 'by-tag', tool: 'buildx' },
    },
    {
      name: 'a plugin that leads nowhere',
      change: (config: string) => {
        rmSync(join(config, 'cli-plugins/docker-buildx'));
        symlinkSync('/nowhere', join(config, 'cli-plugins/docker-buildx'));
      },
      expected: { push: 'by-tag', tool: 'docker-build' },
    },
    {
      name: 'a plugin that is none',
      change: (config: string) => {
        rmSync(join(config, 'cli-plugins/docker-buildx'));
        writeFileSync(join(config, 'cli-plugins/docker-buildx'), '#!/bin/sh\necho "{}"\n', { mode: 0o755 });
      },
      expected: { push: 'by-tag', tool: 'docker-build' },
    },
    {
      name: 'a plugin that this machine cannot run',
      change: (config: string) => {
        rmSync(join(config, 'cli-plugins/docker-buildx'));
        writeFileSync(join(config, 'cli-plugins/docker-buildx'), 'MZ of another system', { mode: 0o755 });
      },
      expected: { push: 'by-tag', tool: 'docker-build' },
    },
  ])('docker is asked where there is $name', async ({ change, expected }) => {
    change(process.env['DOCKER_CONFIG']!);
    const { commands, found } = await bothWays();
    expect(commands).toEqual(expect.arrayContaining(byDocker));
    expect(found).toEqual(
      typeof expected === 'string' ? expect.stringContaining(expected) : expect.objectContaining(expected),
    );
  });

  test("a script in docker's place is not passed over", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'probe-docker-'));
    cleanUps.push(() => rmSync(folder, { recursive: true }));
    const real = join(process.env['PATH']!.split(':')[0]!, 'docker');
    writeFileSync(join(folder, 'docker'), `#!/bin/sh\nexec '${real}' "$@"\n`, { mode: 0o755 });
    process.env['PATH'] = `${folder}:${process.env['PATH']!}`;
    expect((await bothWays()).commands).toEqual(byDocker);
  });
});
