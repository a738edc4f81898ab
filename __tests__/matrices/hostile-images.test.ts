import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Fault, LocalEcr, Scenario } from '../../local-ecr/index.ts';
import { engine } from '../support/engines.ts';
import { startFakeBuilder, type FakeBuilder } from '../support/fake-builder.ts';
import { shapes, type Shape } from '../support/hostile-shapes.ts';
import { digestOf, imageOf, indexOf, linuxAmd64, type Pushed } from '../support/image-shapes.ts';
import { serversOfThisFile } from '../support/http-server.ts';
import { criticalFinding, onlyError, quickScans, startScene, type Scene } from '../support/scene.ts';
import type { StepResult } from '../support/runner.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();
const serve = serversOfThisFile();
const builders: FakeBuilder[] = [];
afterEach(() => {
  for (const builder of builders.splice(0)) builder.close();
});

function fakeBuilder(digest: string): Readonly<Record<string, string>> {
  const builder = startFakeBuilder(digest);
  builders.push(builder);
  return builder.env;
}

function seed(
  ecr: LocalEcr,
  { top, manifests, blobs }: Pushed,
  tag?: string,
  repository = 'team/app',
): string {
  return ecr.seed(repository, { manifests: [...manifests, top], blobs }, tag);
}

/** A scanner that finds something critical in the attacker's image and nothing in any other. */
function findsEvil({ pushed }: Pick<Shape, 'pushed'>): Partial<Scenario> {
  try {
    return { results: [{ match: { digest: digestOf(pushed, 'evil x') }, findings: [criticalFinding] }] };
  } catch {
    return {};
  }
}

/** A run whose registry drips takes a minute of waiting: it begins with the file, and goes on beside the other tests. */
let dripping: Promise<{ readonly ecr: LocalEcr; readonly main: StepResult }>;
let endDripping = async () => {};
beforeAll(async () => {
  const { ecr, ship, close } = await startScene(engine('containerd'));
  const image = imageOf('good');
  const builder = startFakeBuilder(seed(ecr, image));
  ecr.addFault({ operation: 'GET blob', endless: { dripMs: 200 } });
  dripping = ship({}, builder.env).then(({ main }) => ({ ecr, main }));
  // It is awaited by its own test.
  dripping.catch(() => undefined);
  endDripping = async () => {
    await Promise.allSettled([dripping]);
    builder.close();
    await close();
  };
});
afterAll(() => endDripping());

describe('what a builder pushed', () => {
  test.each(shapes().map((shape) => ({ name: shape.name, shape })))(
    '$name: gets its names only if all that an engine can get from it has passed',
    async ({ shape }) => {
      const { ecr, ship } = await scene(engine('containerd'), { scenario: findsEvil(shape) });
      const digest = seed(ecr, shape.pushed);
      const { main, leftovers } = await ship({}, fakeBuilder(digest));
      const { verdict } = shape;
      if ('judged' in verdict && !verdict.judged.includes('evil x')) {
        expect(main.errors).toEqual([]);
        expect(ecr.tags('team/app')).toEqual({ 'v1.0.0': digest, latest: digest });
      } else {
        const error = onlyError(main);
        if ('judged' in verdict) expect(error).toContain('1 CRITICAL finding, none allowed');
        else {
          expect(error).toMatch(verdict.refused);
          expect(error).toContain(`The image ${digest.slice(0, 19)} of `);
        }
        expect(main.exitCode).toBe(1);
        expect(ecr.tags('team/app')).toEqual({});
      }
      expect(leftovers).toEqual([]);
    },
  );
});

describe('an image that is used again', () => {
  // What the run would build, and the very labels that a run gives it: built once, for every test asks about the same.
  let here: Scene;
  let labels: Readonly<Record<string, string>>;
  beforeAll(async () => {
    here = await startScene(engine('containerd'));
    const { main } = await here.ship({ tags: 'v1.0.0' });
    expect(main.errors).toEqual([]);
    labels = here.ecr.labels('team/app', main.outputs['digest'] ?? '');
  });
  afterAll(() => here.close());

  /** A repository in which v1.0.0 names what was pushed, and a run that wants latest as well. */
  async function rerun(pushed: Pushed, scenario: Partial<Scenario> = {}) {
    const { ecr, ship } = here;
    ecr.setScenario({ ...quickScans, ...scenario });
    const repository = `team/app-${String((repositories += 1))}`;
    ecr.createRepository(repository);
    const digest = seed(ecr, pushed, 'v1.0.0', repository);
    const { main } = await ship({ tags: 'v1.0.0\nlatest', repository });
    return { main, digest, tags: ecr.tags(repository) };
  }
  let repositories = 0;
  const shapeOf = (name: string) => shapes('x', labels).find((one) => one.name === name)!;

  test.each(
    shapes()
      .filter(({ verdict, pushed }) => 'judged' in verdict && pushed.top.body.includes('manifests'))
      .map(({ name }) => name),
  )('as %s: is judged as a whole', async (name) => {
    const shape = shapeOf(name);
    const { main, digest, tags } = await rerun(shape.pushed, findsEvil(shape));
    expect(main.outputs['reused']).toBe('true');
    const judged = 'judged' in shape.verdict ? shape.verdict.judged : [];
    if (judged.includes('evil x')) {
      expect(onlyError(main)).toContain('1 CRITICAL finding, none allowed');
      expect(tags).toEqual({ 'v1.0.0': digest });
    } else {
      expect(main.errors).toEqual([]);
      expect(tags).toEqual({ 'v1.0.0': digest, latest: digest });
    }
  });

  test.each([
    'manifests with a long s',
    'a nested index',
    'a layer with urls',
    'a config with two architectures',
  ])('as %s: is of an unknown commit, and the tag is taken', async (name) => {
    const shape = shapeOf(name);
    const { main, digest, tags } = await rerun(shape.pushed);
    const error = onlyError(main);
    expect(error).toContain(
      `v1.0.0 already points to ${digest.slice(0, 19)}, and it is not known from which commit that was made`,
    );
    if ('refused' in shape.verdict) expect(error).toMatch(shape.verdict.refused);
    expect(tags).toEqual({ 'v1.0.0': digest });
  });

  test("whose first platform's labels speak for another that has none", async () => {
    const other = imageOf('other', { architecture: 'arm64' });
    const { main, digest, tags } = await rerun(
      indexOf([
        [imageOf('good', { labels }), linuxAmd64],
        [other, { platform: { os: 'linux', architecture: 'arm64' } }],
      ]),
    );
    expect(onlyError(main)).toContain('its platforms do not all say that they were made from the same');
    expect(tags).toEqual({ 'v1.0.0': digest });
  });
});

test("BuildKit's own index with provenance passes, and its attestation is not scanned", async () => {
  const { ecr, job, ship, docker, workspace } = await scene(engine('containerd'));
  const before = job({ tags: 'v0.9.0' });
  expect((await before.main()).errors).toEqual([]);
  const tag = `${ecr.host}/team/app:built`;
  await docker(
    ['buildx', 'build', '--provenance=mode=max', '--push', '--tag', tag, workspace],
    before.laterEnv(),
  );
  before.remove();
  const digest = ecr.tags('team/app')['built']!;
  const { main } = await ship({}, fakeBuilder(digest));
  expect(main.errors).toEqual([]);
  expect(Object.keys(JSON.parse(main.outputs['platforms'] ?? '{}') as object)).toEqual(['linux/amd64']);
  expect(main.log).toMatch(/Verified sha256:\w+ \(index,/);
  expect(ecr.tags('team/app')['latest']).toBe(digest);
});

test('a baseline that cannot be judged excuses nothing', async () => {
  const { ecr, ship } = await scene(engine('containerd'), {
    scenario: { results: [{ match: {}, findings: [criticalFinding] }] },
  });
  const hostile = shapes().find(({ name }) => name === 'manifests and Manifests')!;
  const before = seed(ecr, hostile.pushed, 'latest');
  const { main } = await ship({ 'only-new': 'true' });
  expect(onlyError(main)).toContain('1 CRITICAL finding, none allowed');
  expect(main.log).toContain('has the member "Manifests", which some programs read as manifests');
  expect(ecr.tags('team/app')).toEqual({ latest: before });
});

describe('a registry whose answer about a config', () => {
  const image = imageOf('good');
  const faulty = async (fault: Omit<Fault, 'operation'>) => {
    const here = await scene(engine('containerd'));
    const digest = seed(here.ecr, image);
    here.ecr.addFault({ operation: 'GET blob', ...fault });
    const { main } = await here.ship({}, fakeBuilder(digest));
    return { ...here, main, digest };
  };

  test.each<{ name: string; fault: Omit<Fault, 'operation'>; said: string }>([
    {
      name: 'is other bytes',
      fault: { body: '{"os":"linux","architecture":"amd64"}' },
      said: 'has 37 bytes, and its manifest says',
    },
    { name: 'never ends', fault: { endless: 'pouring' }, said: 'bytes or more, and may have' },
    {
      name: 'leads to a metadata service',
      fault: { location: 'http://169.254.169.254/latest/meta-data/' },
      said: 'only a host by its name over https is followed',
    },
  ])('$name: no name, and an error that says it', async ({ fault, said }) => {
    const { ecr, main } = await faulty(fault);
    const error = onlyError(main);
    expect(error).toContain("The registry's answer cannot be trusted");
    expect(error).toContain(said);
    expect(ecr.tags('team/app')).toEqual({});
  });

  test('drips: the run ends in its time', async () => {
    const { ecr, main } = await dripping;
    expect(onlyError(main)).toMatch(
      /The registry .* cannot be reached: no complete answer came within \d+(?:\.\d+)? s\./,
    );
    expect(main.ms).toBeLessThan(90_000);
    expect(ecr.tags('team/app')).toEqual({});
  }, 120_000);

  test('leads to another port is followed without the login', async () => {
    const [config] = image.blobs;
    const other = await serve((_, response) => response.end(config));
    const { ecr, main, digest } = await faulty({ location: `${other.url}/signed?secret=1` });
    expect(main.errors).toEqual([]);
    expect(other.asked).toEqual([{ method: 'GET', path: '/signed?secret=1', authorization: undefined }]);
    expect(ecr.tags('team/app')).toEqual({ 'v1.0.0': digest, latest: digest });
  });
});

test('an answer of the API that never ends is an error with the number', async () => {
  const { ecr, ship } = await scene(engine('containerd'));
  const digest = seed(ecr, imageOf('good'));
  ecr.addFault({ operation: 'BatchGetImage', endless: 'pouring' });
  const { main } = await ship({}, fakeBuilder(digest));
  expect(onlyError(main)).toMatch(
    /ecr:BatchGetImage answered with too much: the answer has \d+ bytes or more, and may have 16777216/,
  );
  expect(ecr.tags('team/app')).toEqual({});
});
