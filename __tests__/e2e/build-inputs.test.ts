import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { busybox } from '../../scripts/engines/index.mjs';
import { startRemoteBuilder } from '../support/buildkit.ts';
import { engine, onEngines } from '../support/engines.ts';
import { onlyError, type Scene } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();

let program: Buffer;
beforeAll(async () => {
  program = readFileSync(await busybox());
});

/** A base image that can run something, made in the build itself. */
const base =
  'FROM scratch AS base\nCOPY --chmod=755 busybox /bin/busybox\nSHELL ["/bin/busybox", "sh", "-c"]\n';

function give(here: Scene, files: Readonly<Record<string, string>>): void {
  writeFileSync(join(here.workspace, 'busybox'), program);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(here.workspace, path, '..'), { recursive: true });
    writeFileSync(join(here.workspace, path), text);
  }
}

/** Everything that a run has left and that somebody may read. */
function textsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && !/busybox$/.test(path))
    .map((path) => readFileSync(path, 'utf8'));
}

const secrets = { value: 'v4lue-of-npm', file: 'c0ntent-of-file', variable: 'v4riable-of-job' };
const spellings = Object.values(secrets).flatMap((secret) => [
  secret,
  Buffer.from(secret).toString('base64'),
  encodeURIComponent(secret),
]);

onEngines(['buildx', 'containerd'], (on) => {
  test('secrets reach the build, and nothing that anybody may read', async () => {
    const here = await scene(on);
    give(here, {
      Dockerfile:
        base +
        'RUN --mount=type=secret,id=npm --mount=type=secret,id=rc --mount=type=secret,id=job ' +
        '/bin/busybox wc -c /run/secrets/npm /run/secrets/rc /run/secrets/job > /lengths\n' +
        'FROM scratch\nCOPY --from=base /lengths /lengths\n',
      'secret.txt': secrets.file,
    });
    const job = here.job(
      {
        secrets: `npm=${secrets.value}`,
        'secret-files': 'rc=secret.txt',
        'secret-envs': 'job=JOB_SECRET',
        'result-file': 'out/result.json',
        'evidence-file': 'out/evidence.md',
        'no-cache': 'true',
      },
      { JOB_SECRET: secrets.variable },
    );
    const main = await job.main();
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.log).toContain('--secret id=npm ');
    const labels = here.ecr.labels('team/app', main.outputs['digest'] ?? '');
    const masked = main.masks;
    expect(masked).toEqual(expect.arrayContaining([secrets.value, secrets.variable]));
    const withoutMasks = main.log.replace(/^::add-mask::.*$/gm, '');
    const seen = [withoutMasks, main.summary, JSON.stringify([main.outputs, main.state, main.env, labels])];
    const left = [...textsBelow(join(here.workspace, 'out')), ...textsBelow(job.temp)];
    const post = await job.post();
    for (const text of [...seen, ...left, post.log])
      expect(spellings.filter((spelling) => text.includes(spelling))).toEqual([]);
    job.remove();
  });

  test('a further context, hosts and a limit do what they do with docker', async () => {
    const here = await scene(on);
    give(here, {
      Dockerfile:
        base +
        'RUN /bin/busybox grep -q "10.1.2.3.*db.local" /etc/hosts && /bin/busybox test "$(ulimit -n)" = 777\n' +
        'FROM scratch\nCOPY --from=shared /data.txt /data.txt\n',
      'shared files/data.txt': 'shared',
    });
    const { main } = await here.ship({
      'build-contexts': 'shared=./shared files',
      'add-hosts': 'db.local:10.1.2.3',
      ulimit: 'nofile=777:777',
      'no-cache-filters': 'base',
      'shm-size': '64m',
    });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
  });

  test('call: check finds what is wrong, or needs a newer buildx, which is told before anything is built or logged in to', async () => {
    const here = await scene(on);
    give(here, { Dockerfile: 'FROM scratch as base\nCOPY busybox /busybox\n' });
    const { main } = await here.ship({ call: 'check' }, { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' });
    const version = await here.docker(['buildx', 'version'], { ...process.env, ...on.env } as never);
    const canCheck = Number(/ v?0\.(\d+)/.exec(version)?.[1]) >= 15;
    expect(onlyError(main)).toContain(canCheck ? 'FromAsCasing' : 'build checks need buildx 0.15');
    expect(here.ecr.requests).toEqual([]);
  });
});

onEngines(['buildx'], (on) => {
  test.each([
    {
      given: { platforms: 'linux/amd64,linux/arm64' },
      said: 'Input platforms asks for 2 platforms in one build',
    },
    {
      given: { 'cache-to': 'type=local,dest=cache' },
      said: 'Input cache-to asks for a cache outside the image',
    },
    { given: { cache: 'registry' }, said: 'Input cache asks for a cache outside the image' },
    { given: { sbom: 'true' }, said: 'Input sbom asks for attestations' },
    { given: { attests: 'type=provenance' }, said: 'Input attests asks for attestations' },
    { given: { ssh: 'default' }, said: 'Input ssh asks for the ssh agent of the job' },
  ])('$given is told before the build where the engine cannot do it', async ({ given, said }) => {
    const here = await scene(on);
    const { main } = await here.ship(given, { SSH_AUTH_SOCK: '' });
    expect(onlyError(main)).toContain(said);
    expect(main.log).toContain('ecr-ship%3A builder-unfit');
    expect(main.log).not.toContain('docker buildx build');
    expect(here.ecr.digests('team/app')).toEqual([]);
  });

  test('an entitlement that the engine does not grant is refused before its first step, with what grants it', async () => {
    const here = await scene(on);
    const { main } = await here.ship({ allow: 'security.insecure' });
    expect(onlyError(main)).toContain('Input allow asks for what the builder does not grant');
    expect(main.log).toContain('ecr-ship%3A builder-unfit');
    expect(main.log).not.toMatch(/^#\d+ \[\d/m);
  });
});

onEngines(['classic'], (on) => {
  test.each(['secrets', 'ssh', 'build-contexts', 'allow', 'no-cache-filters', 'builder'])(
    '%s without buildx is told before the build',
    async (name) => {
      const values = { secrets: 'a=b1c2', 'build-contexts': 'a=docker-image://b' } as Readonly<
        Record<string, string>
      >;
      const here = await scene(on);
      const { main } = await here.ship({ [name]: values[name] ?? 'default' });
      expect(main.log).toContain('ecr-ship%3A builder-unfit');
      expect(onlyError(main)).toContain('docker/setup-buildx-action');
      expect(main.log).not.toMatch(/^Step 1/m);
    },
  );
});

describe('attestations', () => {
  test('are there only where they are asked for, and no platform of their own', async () => {
    const here = await scene(engine('containerd'));
    const { main } = await here.ship({ provenance: 'mode=max', tags: 'v1' });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.outputs['media-type']).toContain('index');
    expect(Object.keys(JSON.parse(main.outputs['platforms'] ?? '') as object)).toHaveLength(1);
    const plain = await here.ship({ tags: 'v2' });
    expect(plain.main.outputs['media-type']).toContain('manifest');
  });

  test('the engine without its new store cannot make them, which is told before the build', async () => {
    const here = await scene(engine('buildx'));
    const { main } = await here.ship({ provenance: 'true' });
    expect(onlyError(main)).toContain('Input provenance asks for attestations');
    expect(main.log).not.toContain('docker buildx build');
  });
});

describe('another builder', () => {
  test('is taken by its name, and keeps its cache in the registry', async () => {
    const builder = await startRemoteBuilder(engine('containerd'));
    try {
      const here = await scene(engine('containerd'));
      give(here, { Dockerfile: `${base}RUN /bin/busybox date > /when\n` });
      const cache = `${here.ecr.host}/team/app:cache`;
      const given = {
        builder: 'remote',
        'cache-from': `type=registry,ref=${cache}`,
        'cache-to': `type=registry,ref=${cache},mode=max,image-manifest=true,oci-mediatypes=true`,
      };
      const first = await here.ship({ ...given, tags: 'v1' }, builder.env);
      expect([first.main.exitCode, first.main.errors]).toEqual([0, []]);
      expect(first.main.log).toContain('driver remote');
      expect(Object.keys(here.ecr.tags('team/app')).sort()).toEqual(['cache', 'v1']);
      const again = await here.ship({ ...given, tags: 'v2', 'no-cache': 'false' }, builder.env);
      expect(again.main.log).toContain('importing cache manifest');
      expect(again.main.log).toContain('CACHED');
    } finally {
      await builder.close();
    }
  });

  test('keeps its cache in the repository without knowing a flag, where that lets the tag move', async () => {
    const builder = await startRemoteBuilder(engine('containerd'));
    try {
      const here = await scene(engine('containerd'));
      give(here, { Dockerfile: `${base}RUN /bin/busybox date > /when\n` });
      const env = { ...builder.env, GITHUB_REF: 'refs/heads/main', GITHUB_EVENT_NAME: 'push' };
      const given = { builder: 'remote', cache: 'registry' };
      const first = await here.ship({ ...given, tags: 'v1' }, env);
      expect([first.main.exitCode, first.main.errors]).toEqual([0, []]);
      expect(Object.keys(here.ecr.tags('team/app')).sort()).toEqual(['cache-main', 'v1']);
      const again = await here.ship({ ...given, tags: 'v2' }, env);
      expect([again.main.exitCode, again.main.errors]).toEqual([0, []]);
      expect(again.main.log).toContain('CACHED');
      expect(again.main.log).not.toContain('cache is not kept');

      const fixed = await scene(engine('containerd'), {
        scenario: { repositories: [{ name: 'team/app', imageTagMutability: 'IMMUTABLE' }] },
      });
      const { main } = await fixed.ship({ ...given, tags: 'v1' }, env);
      expect(onlyError(main)).toContain('does not let that tag move');
      expect(onlyError(main)).toContain('filterType=WILDCARD,filter=cache-*');
    } finally {
      await builder.close();
    }
  });

  test('takes no tag from an image for its cache', async () => {
    const builder = await startRemoteBuilder(engine('containerd'));
    try {
      const here = await scene(engine('containerd'));
      give(here, { Dockerfile: `${base}RUN /bin/busybox date > /when\n` });
      const on = (branch: string) => ({
        ...builder.env,
        GITHUB_REF: `refs/heads/${branch}`,
        GITHUB_EVENT_NAME: 'push',
      });
      const given = { builder: 'remote', cache: 'registry' };
      // A branch whose image has the tag of another branch's cache.
      const first = await here.ship({ ...given, tags: 'type=raw,value=cache-dev' }, on('cache-dev'));
      expect([first.main.exitCode, first.main.errors]).toEqual([0, []]);
      const held = here.ecr.tags('team/app')['cache-dev'];
      expect(held).toBe(first.main.outputs['digest']);

      const second = await here.ship({ ...given, tags: 'v2' }, on('dev'));
      expect([second.main.exitCode, second.main.errors]).toEqual([0, []]);
      expect(second.main.log).toContain(
        'The build cache is not kept: in team/app the tag cache-dev points to an image, which the cache would replace.',
      );
      expect(here.ecr.tags('team/app')['cache-dev']).toBe(held);

      const options = 'mode=max,image-manifest=true,oci-mediatypes=true';
      const ownTag = `type=registry,ref=${here.ecr.host}/team/app:v3,${options}`;
      const third = await here.ship({ builder: 'remote', 'cache-to': ownTag, tags: 'v3' }, on('dev'));
      expect(onlyError(third.main)).toContain('/team/app:v3, and that is a tag of this run too');
      expect(here.ecr.tags('team/app')).not.toHaveProperty('v3');
    } finally {
      await builder.close();
    }
  });

  test('that is not there is told with what lists those that are', async () => {
    const here = await scene(engine('containerd'));
    const { main } = await here.ship({ builder: 'nope' });
    expect(onlyError(main)).toContain('Input builder is "nope", and buildx cannot use it');
    expect(onlyError(main)).toContain('docker buildx ls');
  });
});
