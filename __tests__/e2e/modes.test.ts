import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { engine, onEngines } from '../support/engines.ts';
import { criticalFinding, onlyError, quickScans, type Scene } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();

const publish = { mode: 'publish', labels: '' };
const isCandidate = (tag: string) => tag.startsWith('candidate-');

onEngines(['buildx', 'containerd'], (on) => {
  test('one job builds and judges, another one gives the tags; between them any tool can sign the digest', async () => {
    const { ecr, ship, workspace } = await scene(on);
    await writeFile(join(workspace, '.env'), 'PORT=3000\nTAG=old\n');
    const built = await ship({ mode: 'build' });
    expect([built.main.exitCode, built.main.errors]).toEqual([0, []]);
    const { image, digest } = built.main.outputs;
    expect(built.main.outputs).toMatchObject({
      verdict: 'passed',
      tags: '',
      image: `${ecr.host}/team/app@${String(digest)}`,
    });
    expect(built.main.summary).toContain('passed, and has no tag yet');
    const tags = Object.keys(ecr.tags('team/app'));
    expect([tags.length, tags.filter(isCandidate).length]).toEqual([1, 1]);

    const { main, leftovers } = await ship({
      ...publish,
      from: String(image),
      'env-file': '.env',
      'env-names': 'DOCKER_IMAGE_BACKEND=image\nTAG=fixed-tag',
    });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(ecr.tags('team/app')).toEqual({ 'v1.0.0': digest, latest: digest });
    expect(main.outputs).toMatchObject({ digest, 'fixed-tag': 'v1.0.0', reused: 'false' });
    expect(main.log).not.toContain('docker build');
    expect(await readFile(join(workspace, '.env'), 'utf8')).toBe(
      `PORT=3000\nDOCKER_IMAGE_BACKEND=${String(image)}\nTAG=v1.0.0\n`,
    );
    expect(leftovers).toEqual([]);
  });

  test('images of two platforms, each of a job of its own, are joined and tagged as one', async () => {
    const { ecr, ship } = await scene(on);
    const parts: string[] = [];
    for (const platforms of ['linux/amd64', 'linux/arm64']) {
      const { main } = await ship({ mode: 'build', platforms });
      expect([main.exitCode, main.errors]).toEqual([0, []]);
      parts.push(main.outputs['digest'] ?? '');
    }
    const { main } = await ship({ ...publish, from: parts.join('\n') });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    const platforms = JSON.parse(main.outputs['platforms'] ?? '') as Record<string, { digest: string }>;
    expect(Object.entries(platforms).map(([name, { digest }]) => [name, digest])).toEqual([
      ['linux/amd64', parts[0]],
      ['linux/arm64', parts[1]],
    ]);
    expect(ecr.tags('team/app')).toMatchObject({
      'v1.0.0': main.outputs['digest'],
      latest: main.outputs['digest'],
    });
    expect(main.outputs['media-type']).toBe('application/vnd.oci.image.index.v1+json');
  });
});

describe('publish', () => {
  test('is gated by what ECR knows now, and leaves what is live alone', async () => {
    const { ecr, ship } = await scene(engine('containerd'));
    const first = await ship({ tags: 'v1.0.0\nproduction' });
    const live = first.main.outputs['digest'];
    const second = await ship({ tags: 'v1.1.0\nproduction', 'build-args': 'GREETING=again' });
    expect([second.main.exitCode, second.main.errors]).toEqual([0, []]);
    ecr.setScenario({ ...quickScans, results: [{ match: {}, findings: [criticalFinding] }] });
    const back = await ship({ ...publish, from: 'v1.0.0', tags: 'production', 'if-older': 'move' });
    expect(onlyError(back.main)).toContain('1 CRITICAL finding');
    expect(back.main.outputs).toMatchObject({ digest: '', 'candidate-digest': live });
    expect(ecr.tags('team/app')['production']).toBe(second.main.outputs['digest']);
    expect(ecr.tags('team/app')['v1.0.0']).toBe(live);

    const tolerated = {
      ...publish,
      from: 'v1.0.0',
      tags: 'production',
      'if-older': 'move',
      'fail-on': 'none',
    };
    const forced = await ship(tolerated);
    expect([forced.main.exitCode, forced.main.errors]).toEqual([0, []]);
    expect(ecr.tags('team/app')['production']).toBe(live);
  });

  test('warns of an image that the lifecycle policy would remove: a new tag makes it no younger', async () => {
    const rules = [
      {
        rulePriority: 1,
        description: 'a month',
        selection: { tagStatus: 'any', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 30 },
        action: { type: 'expire' },
      },
    ];
    let ahead = 0;
    const { ship } = await scene(engine('containerd'), {
      scenario: { repositories: [{ name: 'team/app', lifecyclePolicy: { rules } }] },
      clock: { now: () => Date.now() + ahead },
    });
    const first = await ship({ tags: 'v1.0.0' });
    expect(first.main.warnings).toEqual([]);
    ahead = 31 * 24 * 3600_000;
    const { main } = await ship({ ...publish, from: 'v1.0.0', tags: 'production' });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.warnings.join('\n')).toMatch(/a new tag does not make it newer: ECR removes it within a day/);
  });

  test('takes the image of another repository as the job before it gives it', async () => {
    const { ecr, ship } = await scene(engine('containerd'), {
      scenario: { repositories: [{ name: 'team/app' }, { name: 'team/dev' }] },
    });
    const built = await ship({ mode: 'build', repository: 'team/dev' });
    const { image, digest } = built.main.outputs;
    expect(image).toBe(`${ecr.host}/team/dev@${String(digest)}`);
    const { main } = await ship({ ...publish, from: String(image), tags: 'v1.0.0' });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(ecr.tags('team/app')).toEqual({ 'v1.0.0': digest });
  });

  test('needs no docker', async () => {
    const { ecr, ship } = await scene(engine('containerd'));
    const first = await ship({ tags: 'v1.0.0' });
    const again = await ship({ ...publish, from: 'v1.0.0', tags: 'stable' }, { PATH: '/nonexistent' });
    expect([again.main.exitCode, again.main.errors]).toEqual([0, []]);
    expect(ecr.tags('team/app')['stable']).toBe(first.main.outputs['digest']);
  });
});

describe('publish with scan: after-tags', () => {
  const order = ({ requests }: Scene['ecr']) =>
    requests
      .map(({ operation }) => operation)
      .filter((one) => one === 'PUT manifest' || one === 'DescribeImageScanFindings');

  test('a rollback at night: the tag moves, then the image is judged, and all of it is told', async () => {
    const { ecr, ship, workspace } = await scene(engine('containerd'));
    const first = await ship({ tags: 'v1.0.0\nproduction' });
    const good = first.main.outputs['digest'];
    const second = await ship({ tags: 'v1.1.0\nproduction', 'build-args': 'GREETING=again' });
    expect([second.main.exitCode, second.main.errors]).toEqual([0, []]);
    ecr.setScenario({ ...quickScans, results: [{ match: {}, findings: [criticalFinding] }] });
    const before = ecr.requests.length;
    const { main } = await ship({
      ...publish,
      from: 'v1.0.0',
      tags: 'production',
      'if-older': 'move',
      scan: 'after-tags',
      'result-file': 'out.json',
      'evidence-file': 'evidence.md',
    });
    expect(main.exitCode).toBe(1);
    expect(onlyError(main)).toContain('HAS ITS TAGS production, which scan: after-tags set first');
    expect(ecr.tags('team/app')['production']).toBe(good);
    expect(order({ ...ecr, requests: ecr.requests.slice(before) })[0]).toBe('PUT manifest');
    expect(main.warnings.join('\n')).toContain('scan: after-tags: the tags are set NOW');
    expect(main.outputs).toMatchObject({
      verdict: 'failed',
      digest: good,
      'candidate-digest': '',
      'tag-names': 'production',
      critical: '1',
    });
    expect(main.summary).toContain('was published before it was judged, and DID NOT PASS');
    expect(await readFile(join(workspace, 'evidence.md'), 'utf8')).toContain('It **did not pass**');
    const result = JSON.parse(await readFile(join(workspace, 'out.json'), 'utf8')) as object;
    expect(result).toMatchObject({ tagsBeforeVerdict: true, verdict: 'failed', tags: ['production'] });
  });

  test('an image that passes is published like any other, with a warning', async () => {
    const { ecr, ship } = await scene(engine('containerd'));
    const first = await ship({ tags: 'v1.0.0' });
    const { main } = await ship({ ...publish, from: 'v1.0.0', tags: 'production', scan: 'after-tags' });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.outputs['verdict']).toBe('passed');
    expect(main.summary).toContain('was published before it was judged, and has passed since');
    expect(ecr.tags('team/app')['production']).toBe(first.main.outputs['digest']);
  });
});

test('login: the docker of the job can pull, and post takes it back', async () => {
  const here = await scene(engine('containerd'));
  const shipped = await here.ship();
  const job = here.job({ mode: 'login', repository: '', tags: '', labels: '' });
  const main = await job.main();
  expect([main.exitCode, main.errors]).toEqual([0, []]);
  expect(main.outputs['registry']).toBe(here.ecr.host);
  const suffix = here.ecr.host.replace(/\W/g, '_');
  expect(main.outputs[`docker_username_${suffix}`]).toBe('AWS');
  await here.docker(['pull', '--quiet', String(shipped.main.outputs['image'])], job.laterEnv());
  expect(main.summary).toBe('');
  const post = await job.post();
  expect([post.exitCode, post.env['DOCKER_CONFIG']]).toEqual([0, engine('containerd').env['DOCKER_CONFIG']]);
  job.remove();
});
