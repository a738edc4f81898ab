import { describe, expect, test } from '@jest/globals';
import type { ImageFacts, Manifests, OpenRepository } from '../../../src/ports.ts';
import { verifyImage } from '../../../src/publish/verify.ts';
import type { Digest } from '../../../src/types/digest.ts';
import { ShipError } from '../../../src/types/errors.ts';
import type { StoredManifest } from '../../../src/types/image.ts';
import type { Platform } from '../../../src/types/names.ts';
import { digest, platform as platformOf, storedManifest } from '../support/values.ts';
import { fakeClock, fakeLog, fakeRepository } from '../support/world.ts';

const pushedAt = Date.UTC(2026, 0, 2);
const ociManifest = 'application/vnd.oci.image.manifest.v1+json';
const ociConfig = 'application/vnd.oci.image.config.v1+json';
const ociLayer = 'application/vnd.oci.image.layer.v1.tar+gzip';

const manifest = (of: number, config: number, ...layers: number[]): StoredManifest =>
  storedManifest(digest(of), {
    schemaVersion: 2,
    config: { mediaType: ociConfig, digest: digest(config), size: config },
    layers: layers.map((n) => ({ mediaType: ociLayer, digest: digest(n), size: n })),
  });

/** An attestation about nothing in particular. */
const attestation = (of: number): StoredManifest =>
  storedManifest(digest(of), {
    schemaVersion: 2,
    config: { mediaType: ociConfig, digest: digest(7), size: 7 },
    layers: [{ mediaType: 'application/vnd.in-toto+json', digest: digest(8), size: 8 }],
  });

/** An entry that says the truth about a manifest. */
const entry = (of: StoredManifest, os: string, architecture: string) => ({
  mediaType: of.mediaType,
  digest: of.digest,
  size: of.body.length,
  platform: { os, architecture },
});

const index = (...entries: object[]): StoredManifest => ({
  ...storedManifest(digest(1), { schemaVersion: 2, manifests: entries }),
  mediaType: 'application/vnd.oci.image.index.v1+json',
});

interface Held {
  readonly manifests: readonly StoredManifest[];
  readonly blobs?: Readonly<Record<Digest, string>>;
  readonly facts?: Partial<ImageFacts>;
  /** How often each of the two calls says that there is nothing yet. */
  readonly absentFor?: number;
  /** Whether the input from names the image. */
  readonly isGiven?: boolean;
}

function holding({ manifests, blobs = {}, facts, absentFor = 0 }: Held): OpenRepository {
  let reads = 0;
  let descriptions = 0;
  return fakeRepository({
    readManifests: (digests) => {
      reads += 1;
      const there = reads > absentFor ? manifests : [];
      return Promise.resolve(there.filter((one) => digests.includes(one.digest)));
    },
    describeImages: ([id]) => {
      descriptions += 1;
      const wanted = id !== undefined && 'digest' in id ? id.digest : undefined;
      const found = manifests.find((one) => one.digest === wanted);
      return Promise.resolve(
        descriptions > absentFor && found !== undefined
          ? [{ digest: found.digest, tags: [], mediaType: found.mediaType, pushedAt, ...facts }]
          : [],
      );
    },
    readBlob: ({ digest: of }) => Promise.resolve(blobs[of]),
  });
}

async function verify(held: Held, expected?: Platform, readBlob?: Manifests['readBlob']) {
  const clock = fakeClock();
  const log = fakeLog();
  const began = clock.now();
  const { isGiven = false } = held;
  const candidate = { digest: digest(1), tag: undefined, platform: expected, isGiven };
  try {
    const there = holding(held);
    const manifests = { ...there.manifests, ...(readBlob !== undefined && { readBlob }) };
    const image = await verifyImage({ ...there, manifests }, candidate, { clock, log });
    return { image, log, took: clock.now() - began };
  } catch (error) {
    if (!(error instanceof ShipError)) throw error;
    return { error, log, took: clock.now() - began };
  }
}

const amd64Config = JSON.stringify({ os: 'linux', architecture: 'amd64', rootfs: {} });

/** A config, and layers by their sizes, as `manifest` makes them. */
const contents = (config: number, sizes: readonly number[], instructions: readonly string[] = []) => ({
  config: digest(config),
  layers: sizes.map((size, at) => ({
    digest: digest(size),
    mediaType: ociLayer,
    size,
    instruction: instructions[at],
  })),
});

describe('verifyImage', () => {
  test('an image of one platform, which its config names', async () => {
    const stored = manifest(1, 5, 20, 300);
    const { image } = await verify({ manifests: [stored], blobs: { [digest(5)]: amd64Config } });
    expect(image).toEqual({
      digest: digest(1),
      manifest: stored,
      attestations: [],
      kind: 'manifest',
      size: 325,
      platforms: [
        { platform: 'linux/amd64', digest: digest(1), size: 325, contents: contents(5, [20, 300]) },
      ],
      tags: [],
      pushedAt,
    });
  });

  test.each([
    [
      'for each layer',
      [
        { created_by: 'COPY a / # buildkit' },
        { created_by: 'ENV A=1', empty_layer: true },
        { created_by: 'RUN /bin/sh -c b' },
      ],
      ['COPY a /', 'RUN b'],
    ],
    ['for another number of layers', [{ created_by: 'COPY a /' }], []],
    ['without words', [{}, { created_by: 7 }], []],
  ])('the instructions of layers, from a history %s', async (_, history, instructions) => {
    const config = JSON.stringify({ os: 'linux', architecture: 'amd64', history });
    const { image } = await verify({ manifests: [manifest(1, 5, 20, 300)], blobs: { [digest(5)]: config } });
    expect(image?.platforms[0]?.contents).toEqual(contents(5, [20, 300], instructions));
  });

  test("the config's variant", async () => {
    const config = JSON.stringify({ os: 'linux', architecture: 'arm', variant: 'v7' });
    const { image } = await verify({ manifests: [manifest(1, 5)], blobs: { [digest(5)]: config } });
    expect(image?.platforms[0]?.platform).toBe('linux/arm/v7');
  });

  test('an index: each platform by itself, shared layers once in the whole, attestations left out', async () => {
    const [amd64, arm64, about] = [manifest(10, 5, 20), manifest(11, 6, 20, 300), attestation(12)];
    const stored = index(entry(amd64, 'linux', 'amd64'), entry(arm64, 'linux', 'arm64'), {
      ...entry(about, 'unknown', 'unknown'),
      annotations: { 'vnd.docker.reference.digest': digest(10) },
    });
    const { image, log } = await verify({ manifests: [stored, amd64, arm64, about] });
    expect(image).toEqual({
      digest: digest(1),
      manifest: stored,
      kind: 'index',
      size: 331,
      platforms: [
        { platform: 'linux/amd64', digest: digest(10), size: 25, contents: contents(5, [20]) },
        { platform: 'linux/arm64', digest: digest(11), size: 326, contents: contents(6, [20, 300]) },
      ],
      attestations: [{ about: digest(10), form: 'image' }],
      tags: [],
      pushedAt,
    });
    expect(log.lines).toEqual([]);
  });

  const arm = JSON.stringify({ os: 'linux', architecture: 'arm', variant: 'v6' });
  test.each([
    { name: 'agree', architecture: 'amd64', config: amd64Config, warned: false },
    { name: 'agree but for a variant', architecture: 'arm', config: arm, warned: false },
    { name: 'agree in other words', architecture: 'x86_64', config: amd64Config, warned: false },
    { name: 'contradict each other', architecture: 's390x', config: amd64Config, warned: true },
  ])('the index and the config $name: engines go by the index', async ({ architecture, config, warned }) => {
    const child = manifest(10, 5);
    const { image, log } = await verify({
      manifests: [index(entry(child, 'linux', architecture)), child],
      blobs: { [digest(5)]: config },
    });
    expect(image?.platforms[0]?.platform).toBe(`linux/${architecture}`);
    expect(log.lines).toEqual(
      warned
        ? [
            `warning: The index lists ${digest(10)} for linux/s390x, and its config says linux/amd64. Engines go by the ` +
              'index, so it is judged as linux/s390x; it may not start there.',
          ]
        : [],
    );
  });

  test('an entry of an index without a platform: what its config says', async () => {
    const child = manifest(10, 5);
    const bare = { ...entry(child, '', ''), platform: undefined };
    const { image } = await verify({
      manifests: [index(bare), child],
      blobs: { [digest(5)]: amd64Config },
    });
    expect(image?.platforms).toEqual([
      { platform: 'linux/amd64', digest: digest(10), size: 5, contents: contents(5, []) },
    ]);
  });

  test('a config that lies where this machine does not get: the index says the platform', async () => {
    const child = manifest(10, 5);
    const error = new ShipError({ code: 'registry-unreachable', what: 'No way there.', next: '' });
    const held = { manifests: [index(entry(child, 'linux', 'amd64')), child] };
    const { image, log } = await verify(held, undefined, () => Promise.reject(error));
    expect(image?.platforms[0]?.platform).toBe('linux/amd64');
    expect(log.lines).toEqual([
      `debug: The config ${digest(5)} is not compared with the index: No way there.`,
    ]);
    const only = await verify({ manifests: [manifest(1, 5)] }, platformOf('linux/amd64'), () =>
      Promise.reject(error),
    );
    expect(only.error).toBe(error);
  });

  test.each([{ platform: 'linux/arm64' }, { platform: 'linux/amd64' }])(
    'a config that may not be read: what the candidate is for, $platform',
    async ({ platform }) => {
      const { image, log } = await verify({ manifests: [manifest(1, 5)] }, platformOf(platform));
      expect(image?.platforms.map((one) => one.platform)).toEqual([platform]);
      expect(log.lines).toEqual([
        `notice: The config of the image cannot be read without ecr:GetDownloadUrlForLayer on the repository: the platform is taken to be ${platform}, and from which commit the image was made is not known.`,
      ]);
    },
  );

  test.each([
    { name: 'an empty object', config: '{}' },
    { name: 'the os alone', config: '{"os":"linux"}' },
    { name: 'the architecture alone', config: '{"architecture":"arm64"}' },
  ])('a config that names no platform ($name): what the candidate is for', async ({ config }) => {
    const held = { manifests: [manifest(1, 5)], blobs: { [digest(5)]: config } };
    const { image } = await verify(held, platformOf('linux/amd64'));
    expect(image?.platforms[0]?.platform).toBe('linux/amd64');
  });

  test('waits until the API sees what was pushed', async () => {
    const held = { manifests: [manifest(1, 5)], blobs: { [digest(5)]: amd64Config }, absentFor: 3 };
    const { image, took, log } = await verify(held);
    expect(image?.digest).toBe(digest(1));
    expect(took).toBe(250 + 500 + 1000);
    expect(log.lines).toContain(
      `debug: Waiting 1000 ms for the manifest ${digest(1)} to be seen by the API.`,
    );
  });

  test('waits for about half a minute and not longer', async () => {
    const { error, took } = await verify({ manifests: [] });
    expect(error?.what).toBe(
      `The image in the registry could not be verified: ${digest(1)} was pushed, but the repository does not hold it.`,
    );
    expect(took).toBe(30_750);
  });

  const again =
    'No tag was set. Run the job again; if it fails again, look at what else pushes to this repository.';
  const anew =
    'No tag was set: an image gets its tags only if all that an engine can get from it was judged (docs/explain/scanning.md). Build it again, and look at what else pushes to this repository.';
  const unverified = (why: string) => ({
    what: `The image in the registry could not be verified: ${why}.`,
    next: again,
  });
  const refused = (why: string, type = `the media type ${ociManifest}`) => ({
    what: `The image ${digest(1)} of ${type} is refused: ${why}.`,
    next: anew,
  });
  const indexType = 'the media type application/vnd.oci.image.index.v1+json';
  const child = manifest(10, 5);
  const bare = { ...entry(child, '', ''), platform: undefined };
  // What an attacker puts into an index is in shapes.test.ts.
  test.each<{ name: string; held: Held; said: { what: string; next: string } }>([
    {
      name: 'two media types for one digest',
      held: { manifests: [manifest(1, 5)], facts: { mediaType: 'application/x' } },
      said: unverified(
        `DescribeImages gives ${digest(1)} the media type application/x, BatchGetImage gives it ${ociManifest}`,
      ),
    },
    {
      name: 'something that is no image',
      held: { manifests: [storedManifest(digest(1), { hello: 1 })] },
      said: refused('its schemaVersion is nothing, and not 2'),
    },
    {
      name: 'an index whose image is not there',
      held: { manifests: [index(entry(child, 'linux', 'amd64'))] },
      said: refused(`the index lists ${digest(10)}, which the repository does not hold`, indexType),
    },
    {
      name: 'an index that names no platform where no config can be read',
      held: { manifests: [index(bare), child] },
      said: refused(
        `the index does not say for which platform ${digest(10)} is, and its config does not say it or cannot be read`,
        indexType,
      ),
    },
    {
      name: 'an index whose child is no image',
      held: {
        manifests: [
          index(entry(storedManifest(digest(10), { schemaVersion: 1 }), 'linux', 'amd64')),
          storedManifest(digest(10), { schemaVersion: 1 }),
        ],
      },
      said: refused(`the index lists ${digest(10)}, but its schemaVersion is 1, and not 2`, indexType),
    },
    {
      name: 'no media type at all',
      held: { manifests: [{ ...manifest(1, 5), mediaType: '' }] },
      said: refused('its media type is "", which is not that of a container image', 'no media type'),
    },
    {
      name: 'no platform from anywhere',
      held: { manifests: [manifest(1, 5)] },
      said: unverified(
        'the image config, which says for which platform the image is, cannot be read; grant ecr:GetDownloadUrlForLayer on the repository, or give the input platforms',
      ),
    },
    {
      name: 'a config that names no platform where nobody else does',
      held: { manifests: [manifest(1, 5)], blobs: { [digest(5)]: '{}' } },
      said: unverified('the image config does not say for which platform it is; give the input platforms'),
    },
    {
      name: 'a config that is no JSON',
      held: { manifests: [manifest(1, 5)], blobs: { [digest(5)]: '' } },
      said: refused(`its config ${digest(5)}: it is not JSON`),
    },
  ])('refuses $name', async ({ held, said }) => {
    const { error } = await verify(held);
    expect({ code: error?.code, what: error?.what, next: error?.next }).toEqual({
      code: 'verify-failed',
      ...said,
    });
  });

  test.each([
    {
      name: 'a config that cannot be read',
      blobs: {},
      says: 'cannot be read; grant ecr:GetDownloadUrlForLayer on the repository.',
    },
    {
      name: 'a config that names no platform',
      blobs: { [digest(5)]: '{}' },
      says: 'publish one that says it',
    },
  ])('of an image that is given no other input is asked for: $name', async ({ blobs, says }) => {
    const { error } = await verify({ manifests: [manifest(1, 5)], blobs, isGiven: true });
    expect(error?.what).toContain(says);
    expect(error?.what).not.toContain('input platforms');
  });

  test('what is given and is no image is to be named otherwise, not built again', async () => {
    const { error } = await verify({ manifests: [{ ...attestation(12), digest: digest(1) }], isGiven: true });
    expect(error?.what).toContain('it holds attestations, not an image');
    expect(error?.next).toContain('Name an image in the input from');
  });

  test('a media type that DescribeImages does not give is no contradiction', async () => {
    const { image } = await verify({
      manifests: [manifest(1, 5)],
      blobs: { [digest(5)]: amd64Config },
      facts: { mediaType: undefined },
    });
    expect(image?.digest).toBe(digest(1));
  });
});
