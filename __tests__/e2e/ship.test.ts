import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { engine, nodes, onEngines } from '../support/engines.ts';
import { criticalFinding, onlyError, type SceneOptions } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();

const withFinding: SceneOptions = { scenario: { results: [{ match: {}, findings: [criticalFinding] }] } };

onEngines(['classic', 'buildx', 'containerd'], (on) => {
  test('an image that passes gets its names, all of the same digest, and nothing else is left', async () => {
    const { ecr, ship } = await scene(on);
    const { main, post, leftovers } = await ship({ 'result-file': 'out/result.json' });
    expect(main.log).not.toContain('::error');
    expect(main.exitCode).toBe(0);
    const { digest } = main.outputs;
    expect(ecr.tags('team/app')).toEqual({ 'v1.0.0': digest, latest: digest });
    expect(main.outputs).toMatchObject({
      image: `${ecr.host}/team/app@${String(digest)}`,
      tags: `${ecr.host}/team/app:v1.0.0\n${ecr.host}/team/app:latest`,
      'tag-names': 'v1.0.0\nlatest',
      repository: 'team/app',
      registry: ecr.host,
      verdict: 'passed',
      'scan-status': 'complete',
      critical: '0',
    });
    expect(Number(main.outputs['size'])).toBeGreaterThan(100);
    expect(main.summary).toMatch(/^## ✅ team\/app \S+ is published$/m);
    expect(post.exitCode).toBe(0);
    expect(leftovers).toEqual([]);
  });

  test('an image that does not pass gets no name, latest stays, and the evidence is there', async () => {
    const { ecr, ship, workspace } = await scene(on, withFinding);
    const before = ecr.seedImage('team/app', 'latest', 'the release before');
    const { main, leftovers } = await ship({ 'result-file': 'result.json' });
    expect(main.exitCode).toBe(1);
    expect(onlyError(main)).toContain('1 CRITICAL finding, none allowed');
    expect(ecr.tags('team/app')).toEqual({ latest: before });
    expect(main.outputs).toMatchObject({ verdict: 'failed', critical: '1', tags: '' });
    expect(main.outputs).toMatchObject({ digest: '', image: '', 'error-code': 'policy-failed' });
    expect(main.outputs['candidate-digest']).toMatch(/^sha256:/);
    expect(main.summary).toContain('CVE&#45;2024'.replace('&#45;', '-'));
    const result = JSON.parse(await readFile(join(workspace, 'result.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(result).toMatchObject({
      schemaVersion: 2,
      succeeded: false,
      errorCode: 'policy-failed',
      critical: 1,
      tags: [],
    });
    expect(leftovers).toEqual([]);
  });

  test('a Dockerfile that fails ends in one error that shows the reason, and nothing is pushed', async () => {
    const { ecr, ship } = await scene(on, { files: { Dockerfile: 'FROM scratch\nCOPY not-there.txt /\n' } });
    const { main, leftovers } = await ship();
    expect(main.exitCode).toBe(1);
    const error = onlyError(main);
    expect(error).toContain('The build failed');
    expect(error).toContain('not-there.txt');
    expect(ecr.digests('team/app')).toEqual([]);
    expect(leftovers).toEqual([]);
  });

  test('a later step of the job pulls with the login of this one; after post nobody does', async () => {
    const { docker, job } = await scene(on);
    const running = job();
    const main = await running.main();
    expect(main.exitCode).toBe(0);
    const { image = '' } = main.outputs;
    const later = running.laterEnv();
    await docker(['pull', image], later);
    await running.post();
    const after = running.laterEnv();
    expect(existsSync(later['DOCKER_CONFIG'] ?? '')).toBe(false);
    expect(after['DOCKER_CONFIG']).toBe(on.env['DOCKER_CONFIG'] ?? '');
    await docker(['rmi', '--force', image], after);
    await expect(docker(['pull', image], after)).rejects.toThrow(
      /no basic auth credentials|unauthorized|Not Authorized/i,
    );
    running.remove();
  });
});

describe('on each Node', () => {
  test.each(nodes())('the bundle ships on Node $version', async ({ path }) => {
    const { ecr, ship } = await scene(engine('containerd'), { node: path });
    const { main, post } = await ship();
    expect([main.exitCode, post.exitCode]).toEqual([0, 0]);
    expect(Object.keys(ecr.tags('team/app')).sort()).toEqual(['latest', 'v1.0.0']);
  });
});

describe('an index', () => {
  const platforms = 'linux/amd64,linux/arm64';

  test('is scanned platform by platform and named as one', async () => {
    const { ecr, ship } = await scene(engine('containerd'));
    const { main } = await ship({ platforms });
    expect(main.exitCode).toBe(0);
    const parts = JSON.parse(main.outputs['platforms'] ?? '{}') as Record<
      string,
      { digest: string; size: number }
    >;
    expect(Object.keys(parts).sort()).toEqual(['linux/amd64', 'linux/arm64']);
    expect(ecr.tags('team/app')['latest']).toBe(main.outputs['digest']);
    expect(Object.values(parts).map(({ digest }) => digest)).not.toContain(main.outputs['digest']);
    const asked = ecr.requests
      .filter(({ operation }) => operation === 'DescribeImageScanFindings')
      .map(({ body }) => body);
    expect(asked.some((body) => body.includes(main.outputs['digest'] ?? ''))).toBe(false);
    for (const { digest } of Object.values(parts))
      expect(asked.some((body) => body.includes(digest))).toBe(true);
  });

  test('fails when one of its platforms does, and says which', async () => {
    const { ecr, ship } = await scene(engine('containerd'), {
      scenario: { results: [{ match: { platform: 'linux/arm64' }, findings: [criticalFinding] }] },
    });
    const { main } = await ship({ platforms });
    expect(main.exitCode).toBe(1);
    expect(main.outputs['critical']).toBe('1');
    expect(main.summary).toMatch(/^linux\/arm64 {2}.* {2}1 critical$/m);
    expect(ecr.tags('team/app')).toEqual({});
  });

  test('is refused before the build where the builder cannot make one', async () => {
    const { ecr, ship } = await scene(engine('buildx'));
    const { main } = await ship({ platforms });
    expect(onlyError(main)).toContain('Input platforms asks for 2 platforms');
    expect(ecr.requests.filter(({ kind }) => kind === 'registry')).toEqual([]);
  });
});

test('where nothing scans by itself the run starts the scan, and one of the last day is good enough', async () => {
  const { ecr, ship } = await scene(engine('containerd'), {
    scenario: { scanning: { type: 'BASIC', frequency: 'MANUAL' } },
  });
  // The second build gives the very same image.
  const reproducible = { SOURCE_DATE_EPOCH: '1700000000' };
  const first = await ship({ 'if-exists': 'move', tags: 'main' }, reproducible);
  expect(first.main.exitCode).toBe(0);
  const second = await ship({ tags: 'main' }, reproducible);
  expect(second.main.outputs['digest']).toBe(first.main.outputs['digest']);
  expect(second.main.exitCode).toBe(0);
  const starts = ecr.requests.filter(({ operation }) => operation === 'StartImageScan');
  expect(starts.map(({ status }) => status)).toEqual([200, 400]);
  expect(second.main.log).toContain('ECR has scanned this image within the last 24 hours');
});

onEngines(['classic', 'buildx', 'containerd'], (on) => {
  test('push: false builds without any registry, and later steps find the image by its id until the job is over', async () => {
    const { ecr, job, docker } = await scene(on);
    const running = job({ push: 'false' });
    const main = await running.main();
    expect(main.exitCode).toBe(0);
    expect(ecr.requests).toEqual([]);
    expect(main.outputs['digest']).toBe('');
    expect(main.summary).toContain('was built and not pushed');
    const id = main.outputs['image-id'] ?? '';
    expect(id).toMatch(/^sha256:[0-9a-f]{64}$/);
    const inspect = ['image', 'inspect', id, '--format', '{{.Id}}'];
    expect((await docker(inspect, running.laterEnv())).trim()).toBe(id);
    expect((await running.post()).exitCode).toBe(0);
    await expect(docker(inspect, running.laterEnv())).rejects.toThrow();
    running.remove();
  });
});
