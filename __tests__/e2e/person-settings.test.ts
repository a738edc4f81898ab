import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startRemoteBuilder, type RemoteBuilder } from '../support/buildkit.ts';
import { engine } from '../support/engines.ts';
import { criticalFinding } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();

describe("a person's own builder", () => {
  let builder: RemoteBuilder;
  beforeAll(async () => {
    builder = await startRemoteBuilder(engine('containerd'));
  });
  afterAll(async () => {
    await builder.close();
  });

  test('is found through the private configuration, and pushes the candidate with no tag at all', async () => {
    const { ecr, ship } = await scene(engine('containerd'));
    const { main, leftovers } = await ship({}, builder.env);
    expect(main.errors).toEqual([]);
    expect(main.exitCode).toBe(0);
    expect(main.log).toContain('driver remote');
    expect(main.log).toContain('push-by-digest=true');
    const puts = ecr.requests
      .filter(({ operation }) => operation === 'PUT manifest')
      .map(({ path }) => path.split('/').at(-1));
    expect(puts).toEqual([main.outputs['digest'], 'v1.0.0', 'latest']);
    expect(ecr.requests.some(({ operation }) => operation === 'BatchDeleteImage')).toBe(false);
    expect(leftovers).toEqual([]);
  });

  test('leaves an image that did not pass in the registry without any name', async () => {
    const { ecr, ship } = await scene(engine('containerd'), {
      scenario: { results: [{ match: {}, findings: [criticalFinding] }] },
    });
    const { main } = await ship({}, builder.env);
    expect(main.exitCode).toBe(1);
    expect(ecr.tags('team/app')).toEqual({});
    expect(ecr.digests('team/app')).toEqual([main.outputs['candidate-digest']]);
  });

  test('makes an index of several platforms by digest', async () => {
    const { ecr, ship } = await scene(engine('containerd'));
    const { main } = await ship({ platforms: 'linux/amd64,linux/arm64' }, builder.env);
    expect(main.errors).toEqual([]);
    expect(ecr.tags('team/app')['latest']).toBe(main.outputs['digest']);
    expect(Object.keys(JSON.parse(main.outputs['platforms'] ?? '{}') as object).sort()).toEqual([
      'linux/amd64',
      'linux/arm64',
    ]);
  });
});

describe("a person's own docker configuration", () => {
  test('with a credential store that does not work neither swallows our login nor is touched by it', async () => {
    const on = engine('containerd');
    const { job, docker, workspace } = await scene(on);
    const theirs = join(workspace, '.docker-of-mine');
    mkdirSync(theirs);
    const config = {
      auths: { 'registry.example.com': { auth: 'bWU6c2VjcmV0' } },
      credsStore: 'not-installed',
      credHelpers: { 'other.example.com': 'not-installed-either' },
      HttpHeaders: { 'X-Mine': 'yes' },
      cliPluginsExtraDirs: [join(on.dockerConfigDir, 'cli-plugins')],
    };
    writeFileSync(join(theirs, 'config.json'), JSON.stringify(config));
    const running = job({}, { DOCKER_CONFIG: theirs });
    const main = await running.main();
    expect(main.errors).toEqual([]);

    const ours = running.laterEnv()['DOCKER_CONFIG'] ?? '';
    const written = JSON.parse(readFileSync(join(ours, 'config.json'), 'utf8')) as typeof config;
    expect(written).toMatchObject({
      credsStore: 'not-installed',
      HttpHeaders: { 'X-Mine': 'yes' },
      cliPluginsExtraDirs: config.cliPluginsExtraDirs,
    });
    expect(written.auths['registry.example.com']).toEqual({ auth: 'bWU6c2VjcmV0' });
    expect(written.credHelpers['other.example.com']).toBe('not-installed-either');
    expect(statSync(join(ours, 'config.json')).mode & 0o777).toBe(0o600);
    expect(statSync(ours).mode & 0o777).toBe(0o700);
    await docker(['pull', main.outputs['image'] ?? ''], running.laterEnv());

    await running.post();
    expect(running.laterEnv()['DOCKER_CONFIG']).toBe(theirs);
    expect(JSON.parse(readFileSync(join(theirs, 'config.json'), 'utf8'))).toEqual(config);
    running.remove();
  });

  test('that cannot be read is one clear error', async () => {
    const { ship, workspace } = await scene(engine('containerd'));
    writeFileSync(join(workspace, 'config.json'), '{ not json');
    const { main } = await ship({}, { DOCKER_CONFIG: workspace, BUILDX_CONFIG: join(workspace, 'buildx') });
    expect(main.exitCode).toBe(1);
    expect(main.errors).toHaveLength(1);
  });

  test('login: step leaves nothing for later steps', async () => {
    const { ship } = await scene(engine('containerd'));
    const { main, post } = await ship({ login: 'step' });
    expect(main.exitCode).toBe(0);
    expect({ ...main.env, ...post.env }).toEqual({});
  });
});
