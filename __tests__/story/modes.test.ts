import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/types/scan.ts';
import { builtDigest, imageFrom, inputs, memoryWorld, pushTo, run, ship } from '../support/memory-world.ts';
import { trivy } from '../support/sarif.ts';

const head = '0123456789abcdef0123456789abcdef01234567';
const older = 'f'.repeat(40);
const critical: Finding = { id: 'CVE-2024-1', severity: 'critical', package: 'openssl' };
const candidate = 'candidate-4711-1-abcd1234';
const leftCandidate = 'candidate-4710-1-tabcdefg1234';

const mine = imageFrom(head, { content: 'mine' });
const theirs = imageFrom(older, { content: 'theirs' });
const digestIn = (image: typeof mine) => image.manifest.digest;

const puts = (journal: readonly string[]) => journal.filter((entry) => /^(put|remove) /.test(entry));
const builds = (journal: readonly string[]) => journal.filter((entry) => entry.startsWith('docker'));

describe('mode: publish', () => {
  const release = { ...run, event: pushTo('refs/tags/v1.2.3') };
  const versions = 'type=semver,pattern={{version}}\ntype=semver,pattern={{major}}.{{minor}}';

  test('gives an image that is there the tags of its commit, and builds nothing', async () => {
    const world = memoryWorld({ tags: { 'sha-0123456': mine } });
    const report = await ship(
      inputs({ mode: 'publish', from: 'sha-0123456', tags: versions }),
      release,
      world,
    );
    expect(report.failure).toBeUndefined();
    expect(puts(world.journal)).toEqual(['put 1.2.3', 'put 1.2', 'put latest']);
    expect(builds(world.journal)).toEqual([]);
    expect(Object.fromEntries(world.tags)).toEqual({
      'sha-0123456': digestIn(mine),
      '1.2.3': digestIn(mine),
      '1.2': digestIn(mine),
      latest: digestIn(mine),
    });
    expect(report.verdict?.outcome).toBe('passed');
  });

  test('scans and judges it anew: what does not pass gets no tag', async () => {
    const world = memoryWorld({ tags: { 'sha-0123456': mine }, findings: [critical] });
    const given = { mode: 'publish', from: digestIn(mine), tags: versions };
    const report = await ship(inputs(given), release, world);
    expect(report.failure?.code).toBe('policy-failed');
    expect(puts(world.journal)).toEqual([]);
  });

  describe('scan: after-tags', () => {
    const given = { mode: 'publish', from: digestIn(mine), tags: versions, scan: 'after-tags' };

    test('sets the tags before it asks for a scan, and says so before the first one', async () => {
      const world = memoryWorld({ tags: { 'sha-0123456': mine } });
      const report = await ship(inputs(given), release, world);
      expect([report.failure, report.verdict?.outcome]).toEqual([undefined, 'passed']);
      const order = world.journal.filter((entry) => /^(put|read scan)/.test(entry));
      expect(order.slice(0, 4)).toEqual(['put 1.2.3', 'put 1.2', 'put latest', 'read scan']);
      const warned = world.log.findIndex((line) => line.startsWith('warning: scan: after-tags'));
      const first = world.log.findIndex((line) => line.includes('now points to'));
      expect([warned >= 0, warned < first]).toEqual([true, true]);
    });

    test('fails where the image does not pass, and the tags stay', async () => {
      const world = memoryWorld({ tags: { 'sha-0123456': mine }, findings: [critical] });
      const report = await ship(inputs(given), release, world);
      expect(report.failure?.code).toBe('policy-failed');
      expect(report.failure?.what).toContain('HAS ITS TAGS 1.2.3, 1.2, latest,');
      expect(Object.fromEntries(world.tags)).toMatchObject({
        '1.2.3': digestIn(mine),
        latest: digestIn(mine),
      });
      expect(report.tags.map(({ outcome }) => outcome)).toEqual(['set', 'set', 'set']);
    });

    test('of an image that is too large says that it has its tags', async () => {
      const world = memoryWorld({ tags: { 'sha-0123456': mine } });
      const report = await ship(inputs({ ...given, 'max-size': '1B' }), release, world);
      expect(report.failure?.code).toBe('too-large');
      expect(report.failure?.next).toMatch(/^Its tags were set first, and stay\./);
    });

    test('and so does a file of findings that is about another image', async () => {
      const other = trivy([], { digests: [`host/team/app@sha256:${'0'.repeat(64)}`] });
      const world = memoryWorld({ tags: { 'sha-0123456': mine }, files: { 'trivy.sarif': other } });
      const report = await ship(inputs({ ...given, findings: 'trivy.sarif' }), release, world);
      expect(report.failure?.code).toBe('invalid-findings');
      expect(report.failure?.next).toMatch(/^Its tags were set first, and stay\./);
      expect(world.tags.get('latest')).toBe(digestIn(mine));
    });
  });

  test('an image of another commit gets no tag of the ref', async () => {
    const world = memoryWorld({ tags: { 'sha-fffffff': theirs } });
    const report = await ship(
      inputs({ mode: 'publish', from: 'sha-fffffff', tags: `${versions}\nproduction` }),
      release,
      world,
    );
    expect(report.failure).toBeUndefined();
    expect(puts(world.journal)).toEqual(['put production']);
    expect(report.plan?.source.doubt?.what).toContain(
      'ffffffffffff is published, and the tag v1.2.3 is at 0123456789ab',
    );
  });

  test('sha rules tell the commit of the image and not that of the run', async () => {
    const world = memoryWorld({ tags: { live: theirs } });
    await ship(inputs({ mode: 'publish', from: 'live', tags: 'type=sha' }), run, world);
    expect(puts(world.journal)).toEqual(['put sha-fffffff']);
  });

  test('a rollback says so: by default the moving tag stays', async () => {
    const history = { descends: (newer: string) => (newer === head ? 'yes' : 'no') } as const;
    const tags = { 'sha-fffffff': theirs, production: mine };
    const given = { mode: 'publish', from: 'sha-fffffff', tags: 'production' };
    const kept = memoryWorld({ tags, history });
    const report = await ship(inputs(given), run, kept);
    expect(report.tags.map(({ outcome }) => outcome)).toEqual(['kept-back']);
    const moved = memoryWorld({ tags, history });
    await ship(inputs({ ...given, 'if-older': 'move' }), run, moved);
    expect(moved.tags.get('production')).toBe(digestIn(theirs));
  });

  test('a fixed tag of another image is an error before anything is scanned', async () => {
    const world = memoryWorld({ tags: { 'sha-0123456': mine, '1.2.3': theirs } });
    const given = { mode: 'publish', from: digestIn(mine), tags: '1.2.3' };
    const report = await ship(inputs(given), run, world);
    expect(report.failure?.code).toBe('tag-taken');
    expect(report.failure?.what).toContain(`this run publishes ${digestIn(mine)}`);
    expect(world.journal).not.toContain('read scan');
  });

  test('what is not there is told with what lists the rest', async () => {
    const world = memoryWorld();
    const report = await ship(inputs({ mode: 'publish', from: 'sha-0000000', tags: 'x' }), run, world);
    expect(report.failure?.code).toBe('image-not-found');
    expect(report.failure?.what).toContain('has no tag sha-0000000');
    expect(report.failure?.next).toContain('aws ecr describe-images');
  });

  test('several images become one index, which gets the tags; its own and those of earlier jobs go', async () => {
    const amd = imageFrom(head, { content: 'amd' });
    const arm = imageFrom(head, { content: 'arm', architecture: 'arm64' });
    const world = memoryWorld({ tags: { [leftCandidate]: amd, 'candidate-4710-1-tabcdefg5678': arm } });
    const from = [arm, amd].map((image) => `team/app@${digestIn(image)}`).join('\n');
    const report = await ship(inputs({ mode: 'publish', from, tags: 'type=sha' }), run, world);
    expect(report.failure).toBeUndefined();
    expect(report.image?.kind).toBe('index');
    expect(report.image?.platforms.map(({ platform }) => platform)).toEqual(['linux/amd64', 'linux/arm64']);
    expect(puts(world.journal)).toEqual([
      `put ${candidate}`,
      'put sha-0123456',
      'remove candidate-4710-1-tabcdefg5678',
      `remove ${leftCandidate}`,
      `remove ${candidate}`,
    ]);
    expect(Object.fromEntries(world.tags)).toEqual({ 'sha-0123456': report.image?.digest });
  });

  test('two images of one platform are no index, and nothing is put', async () => {
    const other = imageFrom(head, { content: 'other' });
    const world = memoryWorld({ tags: { a: mine, b: other } });
    const from = `${digestIn(mine)}\n${digestIn(other)}`;
    const report = await ship(inputs({ mode: 'publish', from, tags: 'x' }), run, world);
    expect(report.failure?.what).toContain('two of the images are for linux/amd64');
    expect(puts(world.journal)).toEqual([]);
  });

  test('an index that does not pass is removed again', async () => {
    const arm = imageFrom(head, { content: 'arm', architecture: 'arm64' });
    const world = memoryWorld({ tags: { a: mine, b: arm }, findings: [critical] });
    const from = `${digestIn(mine)}\n${digestIn(arm)}`;
    const report = await ship(inputs({ mode: 'publish', from, tags: 'x' }), run, world);
    expect(report.failure?.code).toBe('policy-failed');
    expect([...world.tags.keys()]).toEqual(['a', 'b']);
  });
});

describe('mode: build', () => {
  test('does everything but the tags, and leaves the candidate to a later job', async () => {
    const world = memoryWorld({ tags: { 'sha-0123456': theirs } });
    const report = await ship(inputs({ mode: 'build' }), run, world);
    expect(report.failure).toBeUndefined();
    expect(report.verdict?.outcome).toBe('passed');
    expect(world.tags.get(candidate)).toBe(builtDigest);
    expect(puts(world.journal)).toEqual([]);
    const left = JSON.parse(world.state.get('undo') ?? '[]') as { readonly kind: string }[];
    expect(left.map(({ kind }) => kind)).not.toContain('candidate-tag');
  });

  test('gives a candidate that has no tag one, by which it is found', async () => {
    const world = memoryWorld({ buildx: 'container' });
    const report = await ship(inputs({ mode: 'build' }), run, world);
    expect(report.failure).toBeUndefined();
    expect(world.tags.get(candidate)).toBe(builtDigest);
  });

  test('what does not pass is removed', async () => {
    const world = memoryWorld({ findings: [critical] });
    const report = await ship(inputs({ mode: 'build' }), run, world);
    expect(report.failure?.code).toBe('policy-failed');
    expect([...world.tags.keys()]).toEqual([]);
  });
});

describe('mode: login', () => {
  test('logs in, says where, and leaves the login to the job', async () => {
    const world = memoryWorld();
    const report = await ship(inputs({ mode: 'login', repository: '' }), run, world);
    expect(report.failure).toBeUndefined();
    expect(report.login?.host).toBe('999999999999.dkr.ecr.eu-west-1.amazonaws.com');
    expect(world.journal).toEqual([
      'connect',
      'authorize',
      'mask secret',
      'mask QVdTOnNlY3JldA==',
      'undo: folder',
      'install docker config',
      'undo: folder, job-variables',
      'export DOCKER_CONFIG',
      'export BUILDX_CONFIG',
      'secret output docker_username_999999999999_dkr_ecr_eu_west_1_amazonaws_com',
      'secret output docker_password_999999999999_dkr_ecr_eu_west_1_amazonaws_com',
    ]);
  });

  test('with a repository the host is that of the repository', async () => {
    const report = await ship(inputs({ mode: 'login' }), run, memoryWorld());
    expect(report.login?.host).toBe('123456789012.dkr.ecr.eu-west-1.amazonaws.com');
  });
});

describe('inputs of another mode', () => {
  test.each([
    [
      { mode: 'publish', from: '1.2', 'build-args': 'A=1' },
      'Input build-args is "A=1"; allowed: nothing with mode: publish',
    ],
    [
      { mode: 'ship', from: '1.2' },
      'Input from is "1.2"; allowed: nothing with mode: ship; it is for mode: publish',
    ],
    [{ mode: 'login', tags: 'x' }, 'Input tags is "x"; allowed: nothing with mode: login'],
    [{ mode: 'build', push: 'false' }, 'Input push is "false"; allowed: nothing with mode: build'],
    [{ mode: 'publish' }, 'Input from is empty; allowed: with mode: publish a digest'],
    [{ mode: 'publish', from: 'a\nb' }, 'allowed: several digests, or one tag alone'],
    [
      { mode: 'publish', from: 'ghcr.io/team/other:1' },
      'from names an image of "ghcr.io/team/other", which is neither',
    ],
    [{ mode: 'publish', from: '--help:1' }, 'allowed: digests such as'],
    [{ mode: 'publish', from: 'sha256:12' }, 'a digest has 64 digits'],
  ])('%j', async (given, what) => {
    const report = await ship(inputs(given), run, memoryWorld());
    expect(report.failure?.code).toBe('invalid-input');
    expect(report.failure?.what).toContain(what);
  });
});
