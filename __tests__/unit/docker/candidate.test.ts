import { describe, expect, test } from '@jest/globals';
import { buildLocally } from '../../../src/docker/build-image.ts';
import { engineImages } from '../../../src/docker/engine-images.ts';
import { buildAndPush, pushBuilt } from '../../../src/docker/push-image.ts';
import type { DockerOptions, DockerResult, EngineAnswer } from '../../../src/ports.ts';
import { ShipError } from '../../../src/types/errors.ts';
import type { Builder, Plan } from '../../../src/types/plan.ts';
import { buildx, buildxByTag, digest, inputs, platform, repository, tag } from '../support/values.ts';

const plan = {
  inputs: inputs(),
  labels: [],
  annotations: [],
  candidateTag: tag('candidate-1'),
} as unknown as Plan;
const target = { repository, env: { DOCKER_CONFIG: '/private' } };
const name = `${repository.uri}:candidate-1`;
const local = 'ecr-ship.invalid/candidate:candidate-1';
const pushed: DockerResult = { exitCode: 0, stdout: `x: digest: ${digest(9)} size: 528\n`, stderr: '' };
const failed = (stderr: string): DockerResult => ({ exitCode: 1, stdout: '', stderr });
const expired = failed('denied: Your authorization token has expired. Reauthenticate and try again.');
const hidden = failed(
  `ERROR: failed to solve: failed to push x: unexpected status from PUT request to https://h/v2/team/app/manifests/x: 403 Forbidden`,
);

/** A docker that gives one result after the other to what pushes, and all that was done, in order. */
function world(
  results: readonly (DockerResult | ShipError)[],
  engine?: (request: string) => EngineAnswer | undefined,
) {
  const journal: string[] = [];
  const options: DockerOptions[] = [];
  const left = [...results];
  const names: string[] = [];
  const tools = {
    onNamed: (name: string) => {
      names.push(name);
    },
    docker: {
      run: (args: readonly string[], given: DockerOptions) => {
        journal.push(args.join(' '));
        options.push(given);
        const pushes = args[0] === 'push' || args.includes('--output');
        const result = pushes ? left.shift()! : { exitCode: 0, stdout: '', stderr: '' };
        return result instanceof ShipError ? Promise.reject(result) : Promise.resolve(result);
      },
      withOutputFile: <T>(use: (path: string, read: () => Promise<string>) => Promise<T>) =>
        use('m.json', () => Promise.resolve(JSON.stringify({ 'containerimage.digest': digest(8) }))),
      ...(engine !== undefined && {
        engine: {
          request: (method: string, path: string) => {
            journal.push(`${method} ${path}`);
            return Promise.resolve(engine(`${method} ${path}`));
          },
        },
      }),
    },
    log: {
      info: (text: string) => {
        if (!text.startsWith('$')) journal.push(text);
      },
      debug: () => undefined,
      notice: () => undefined,
      warning: () => undefined,
      group: async <T>(_: string, work: () => Promise<T> | T) => work(),
    },
    clock: {
      now: () => 0,
      sleep: (ms: number) => {
        journal.push(`sleep ${String(ms)}`);
        return Promise.resolve();
      },
    },
  };
  const renewLogin = () => {
    journal.push('renew');
    return Promise.resolve();
  };
  return { journal, options, names, tools, renewing: { ...tools, renewLogin } };
}

const again = (why: string, seconds: number) =>
  `Push failed: ${why}. Trying again in ${String(seconds)} s, without building again.`;
const broke = 'the connection to the registry broke';
const loginAgain =
  'Push failed (the login may have expired); logging in again, and trying again without building.';
const built = `buildx build --load --tag ${local} .`;
const named = `tag ${local} ${name}`;

/** Builds into the engine and pushes from there. */
async function make(
  builder: Builder,
  tools: ReturnType<typeof world>['renewing'] | ReturnType<typeof world>['tools'],
) {
  return pushBuilt(await buildLocally(plan, builder, {}, tools), target, tools);
}

describe('a push that fails', () => {
  test('for a moment is tried again, and the image is built once', async () => {
    const { journal, tools } = world([
      failed('EOF'),
      failed('toomanyrequests: Rate exceeded'),
      failed('EOF'),
      pushed,
    ]);
    const candidate = await make({ ...buildxByTag, provenanceFlag: false }, tools);
    expect(candidate.digest).toBe(digest(9));
    expect(journal).toEqual([
      built,
      named,
      `push ${name}`,
      again(broke, 1),
      'sleep 1000',
      `push ${name}`,
      again('the registry asks for fewer requests', 3),
      'sleep 3000',
      `push ${name}`,
      again(broke, 9),
      'sleep 9000',
      `push ${name}`,
    ]);
  });

  test('to move anything is tried once more, and no further time, for each takes minutes', async () => {
    const stalled = () => new ShipError({ code: 'push-stalled', what: 'It stalled.', next: 'Look.' });
    const { journal, tools } = world([stalled(), pushed]);
    expect((await make(buildxByTag, tools)).digest).toBe(digest(9));
    expect(journal.slice(2)).toEqual([
      `push ${name}`,
      'It stalled. Trying again, without building again.',
      `push ${name}`,
    ]);
    await expect(make(buildxByTag, world([stalled(), stalled(), pushed]).tools)).rejects.toMatchObject({
      code: 'push-stalled',
    });
  });

  test('four times is an error that says so', async () => {
    const { journal, tools } = world(Array(5).fill(failed('unexpected EOF')) as DockerResult[]);
    await expect(make(buildxByTag, tools)).rejects.toMatchObject({
      code: 'push-failed',
      what: 'The push failed 4 times with exit code 1: unexpected EOF.',
    });
    expect(journal.filter((word) => word.startsWith('push'))).toHaveLength(4);
  });

  test.each([
    'denied: User: x is not authorized to perform: ecr:PutImage on resource: y',
    "name unknown: The repository with name 'a' does not exist in the registry with id '1'",
    "tag invalid: The image tag 'x' already exists in the 'a' repository and cannot be overwritten because the tag is immutable.",
    'ExpiredTokenException: The security token included in the request is expired',
    'no space left on device',
  ])('for good is not tried again: %s', async (words) => {
    const { journal, renewing } = world([failed(words), pushed]);
    await expect(make(buildxByTag, renewing)).rejects.toThrow();
    expect(journal.filter((word) => /^(?:push|renew|sleep)/.test(word))).toEqual([`push ${name}`]);
  });

  test.each([
    { what: 'an expired login', result: expired },
    { what: 'a refusal whose reason docker does not show', result: hidden },
  ])('for $what is tried once more with a new one', async ({ result }) => {
    const { journal, renewing } = world([result, pushed]);
    await make(buildxByTag, renewing);
    expect(journal.slice(2)).toEqual([`push ${name}`, loginAgain, 'renew', `push ${name}`]);
  });

  test('with a new login too is not renewed for ever', async () => {
    const { journal, renewing } = world([hidden, hidden, hidden]);
    await expect(make(buildxByTag, renewing)).rejects.toMatchObject({
      next: expect.stringMatching(
        /^The registry gives this answer when ecr:PutImage is not granted on the repository, or when the repository has as many images as the quota allows\. This policy .*"ecr:PutImage"/,
      ) as unknown,
    });
    expect(journal.filter((word) => word === 'renew')).toHaveLength(1);
  });

  test('for an expired login that nobody can renew says what it is, and nothing of grants', async () => {
    const { tools } = world([expired]);
    const error: unknown = await make(buildxByTag, tools).catch((e: unknown) => e);
    expect(error).toMatchObject({
      code: 'push-failed',
      what: 'The push failed with exit code 1: denied: Your authorization token has expired. Reauthenticate and try again.',
      next: 'The login to the registry has expired, or is not used: run the job again.',
      details: undefined,
    });
  });

  test('in a builder that pushes makes it run the same command again', async () => {
    const words = 'ERROR: failed to solve: failed to push x: failed to do request: Put "https://h/v2/x": EOF';
    const done = { exitCode: 0, stdout: '', stderr: '' };
    const { journal, tools } = world([failed(words), done]);
    expect(await buildAndPush(plan, buildx, target, tools)).toMatchObject({
      digest: digest(8),
      tag: undefined,
    });
    const [first, said, slept, second] = journal;
    expect([said, slept, second]).toEqual([again(broke, 1), 'sleep 1000', first]);
  });

  test('is no build that fails', async () => {
    const words =
      'ERROR: failed to solve: process "/bin/sh -c curl x" did not complete: connection reset by peer';
    const { journal, renewing } = world([failed(words)]);
    await expect(buildAndPush(plan, buildx, target, renewing)).rejects.toMatchObject({
      code: 'build-failed',
    });
    expect(journal).toHaveLength(1);
  });
});

describe('attestations in a form that the registry refuses', () => {
  const attested = { ...plan, inputs: inputs({ provenance: 'true' }) } as Plan;
  const refusal = (at: string) =>
    `unexpected status from PUT request to https://h/v2/team/app/manifests/${at}: 405 Method Not Allowed`;
  const byDigest = failed(`ERROR: failed to solve: failed to push h/team/app: ${refusal(digest(7))}`);
  const byEngine = failed(refusal(digest(7)));
  const told = /^The registry refused a manifest, as registries do that do not know its subject field/;
  const done = { exitCode: 0, stdout: '', stderr: '' };

  const byNewer = failed(
    "ERROR: failed to build: failed to solve: failed to push h/team/app: unsupported: Invalid parameter at 'ImageManifest' failed to satisfy constraint: 'Invalid JSON syntax'",
  );

  test.each([
    { name: 'BuildKit 0.13', refusal: byDigest },
    { name: 'BuildKit 0.34', refusal: byNewer },
  ])('are pushed in the other one, once: $name', async ({ refusal }) => {
    const { journal, tools } = world([refusal, done]);
    expect(await buildAndPush(attested, buildx, target, tools)).toMatchObject({ digest: digest(8) });
    const [first, said, second, ...more] = journal;
    expect(said).toMatch(told);
    expect(second).toBe(first?.replace('push=true --', 'push=true,oci-artifact=false --'));
    expect(more).toEqual([]);
    const twice = world([byDigest, byDigest]);
    await expect(buildAndPush(attested, buildx, target, twice.tools)).rejects.toMatchObject({
      code: 'push-failed',
      what: expect.stringContaining('405 Method Not Allowed') as unknown,
    });
    expect(twice.journal).toHaveLength(3);
  });

  test('are made anew where the engine pushes, under the same name', async () => {
    const { journal, tools } = world([byEngine, done, pushed]);
    await pushBuilt(await buildLocally(attested, buildxByTag, {}, tools), target, tools);
    expect([journal[2], journal[3], ...journal.slice(5)]).toEqual([
      `push ${name}`,
      expect.stringMatching(told),
      named,
      `push ${name}`,
    ]);
    expect(journal[4]).toContain(`--output type=docker,oci-artifact=false --tag ${local}`);
  });

  test.each([
    { name: 'an image that has none', plan, result: byDigest },
    {
      name: 'another answer',
      plan: attested,
      result: failed(
        'ERROR: failed to solve: failed to push x: unexpected status from POST request to https://h/v2/x/blobs/uploads/: 405 Method Not Allowed',
      ),
    },
  ])('is not what $name failed for', async ({ plan: given, result }) => {
    const { journal, tools } = world([result]);
    await expect(buildAndPush(given, buildx, target, tools)).rejects.toMatchObject({ code: 'push-failed' });
    expect(journal).toHaveLength(1);
  });

  test('are not blamed for an image that has no layer; nor is the host, which spoke as ECR does', async () => {
    const { tools } = world([byNewer]);
    const refused = buildAndPush(plan, buildx, target, tools);
    await expect(refused).rejects.toMatchObject({
      next: expect.stringMatching(
        /^ECR does not take the manifest of this image. An image needs a layer/,
      ) as unknown,
    });
  });
});

describe('an image store that has lost a layer', () => {
  const lost =
    'ERROR: failed to prepare extraction snapshot "extract-244-9R4k sha256:8df3": parent snapshot sha256:7a1a does not exist: not found';

  async function build(...answers: readonly DockerResult[]) {
    const { tools } = world([]);
    const left = [...answers];
    const builds: string[] = [];
    const docker = {
      ...tools.docker,
      run: (args: readonly string[]) => {
        builds.push(args[1] ?? '');
        return Promise.resolve(left.shift()!);
      },
    };
    const ended = await buildLocally(plan, buildxByTag, {}, { ...tools, docker }).then(
      () => 'built',
      (error: unknown) => (error instanceof Error ? error.message : ''),
    );
    return { ended, builds: builds.length };
  }

  test('builds once more', async () => {
    const fine = { exitCode: 0, stdout: '', stderr: '' };
    expect(await build(failed(lost), fine)).toEqual({ ended: 'built', builds: 2 });
  });

  test('and no more than that', async () => {
    const { ended, builds } = await build(failed(lost), failed(lost));
    expect([builds, ended]).toEqual([2, expect.stringContaining('failed to prepare extraction snapshot')]);
  });

  test('every other failure is one at once', async () => {
    expect(await build(failed('ERROR: process "/bin/sh" did not complete'))).toMatchObject({ builds: 1 });
  });
});

describe('what a build is for', () => {
  const done = { exitCode: 0, stdout: '', stderr: '' };
  const builder = { ...buildxByTag, nativePlatform: platform('linux/amd64') };

  test.each([
    { given: undefined, asked: [], found: 'linux/amd64' },
    { given: 'linux/arm64/v8', asked: [], found: 'linux/arm64/v8' },
    { given: 'linux/arm64', asked: [platform('linux/s390x')], found: 'linux/s390x' },
    // buildx knows more spellings: what it makes of this is not certain.
    { given: 'arm64', asked: [], found: undefined },
  ])('DOCKER_DEFAULT_PLATFORM $given, platforms $asked: $found', async ({ given, asked, found }) => {
    const { build } = plan.inputs;
    const wanted = { ...plan.inputs, build: { ...build, platforms: asked } };
    const { tools } = world([done]);
    const built = await buildLocally({ ...plan, inputs: wanted, defaultPlatform: given }, builder, {}, tools);
    expect(built.platform).toBe(found);
  });
});

describe('a build that knows no registry', () => {
  test('has a name of this machine, and gets the one to push from the engine', async () => {
    const { journal, options, tools } = world([pushed], () => ({ status: 201, body: '' }));
    const build = await buildLocally(plan, { ...buildxByTag, provenanceFlag: false }, {}, tools);
    expect(build.name).toBe(local);
    expect(await pushBuilt(build, target, tools)).toMatchObject({ digest: digest(9), tag: 'candidate-1' });
    expect(journal).toEqual([
      `buildx build --load --tag ${local} .`,
      `POST /images/${local}/tag?repo=${encodeURIComponent(repository.uri)}&tag=candidate-1`,
      `push ${name}`,
    ]);
    expect(options.map(({ env }) => env)).toEqual([{}, target.env]);
  });

  test.each([
    { name: 'there is none', answer: undefined },
    { name: 'it refuses', answer: { status: 404, body: '{"message":"no such image"}' } },
  ])('gets it from docker where the engine cannot be asked: $name', async ({ answer }) => {
    const { journal, tools } = world([pushed], () => answer);
    await pushBuilt(await buildLocally(plan, buildxByTag, {}, tools), target, tools);
    expect(journal.slice(2)).toEqual([`tag ${local} ${name}`, `push ${name}`]);
  });

  test.each([
    { answer: { status: 200, body: '[]' }, processes: [] },
    { answer: { status: 404, body: '' }, processes: [] },
    { answer: { status: 409, body: '' }, processes: [`image rm --no-prune ${local}`] },
    { answer: undefined, processes: [`image rm --no-prune ${local}`] },
  ])('is forgotten by the engine, or by docker: $answer', async ({ answer, processes }) => {
    const { journal, tools } = world([], () => answer);
    await engineImages(tools).untag([local]);
    expect(journal).toEqual([`DELETE /images/${local}?noprune=true`, ...processes]);
  });
});
