import { describe, expect, test } from '@jest/globals';
import type { ImageFacts, Registry } from '../../../src/ports.ts';
import { verifyImage } from '../../../src/publish/verify.ts';
import type { Digest } from '../../../src/types/digest.ts';
import { ShipError } from '../../../src/types/errors.ts';
import type { StoredManifest } from '../../../src/types/image.ts';
import type { Platform } from '../../../src/types/names.ts';
import { digest, platform as platformOf, repository, storedManifest } from '../support/values.ts';
import { fakeClock, fakeLog, fakeRegistry } from '../support/world.ts';

const pushedAt = Date.UTC(2026, 0, 2);
const ociManifest = 'application/vnd.oci.image.manifest.v1+json';

const manifest = (of: number, config: number, ...layers: number[]): StoredManifest =>
  storedManifest(digest(of), {
    config: { digest: digest(config), size: config },
    layers: layers.map((n) => ({ digest: digest(n), size: n })),
  });

const entry = (of: number, os: string, architecture: string) => ({
  digest: digest(of),
  size: 480,
  platform: { os, architecture },
});

const index = (...entries: object[]): StoredManifest => ({
  ...storedManifest(digest(1), { manifests: entries }),
  mediaType: 'application/vnd.oci.image.index.v1+json',
});

interface Held {
  readonly manifests: readonly StoredManifest[];
  readonly blobs?: Readonly<Record<Digest, string>>;
  readonly facts?: Partial<ImageFacts>;
  /** How often each of the two calls says that there is nothing yet. */
  readonly absentFor?: number;
}

function holding({ manifests, blobs = {}, facts, absentFor = 0 }: Held): Registry {
  let reads = 0;
  let descriptions = 0;
  return fakeRegistry({
    readManifests: (_, digests) => {
      reads += 1;
      const there = reads > absentFor ? manifests : [];
      return Promise.resolve(there.filter((one) => digests.includes(one.digest)));
    },
    describeImages: (_, [id]) => {
      descriptions += 1;
      const wanted = id !== undefined && 'digest' in id ? id.digest : undefined;
      const found = manifests.find((one) => one.digest === wanted);
      return Promise.resolve(
        descriptions > absentFor && found !== undefined
          ? [{ digest: found.digest, tags: [], mediaType: found.mediaType, pushedAt, ...facts }]
          : [],
      );
    },
    readBlob: (_, of) => Promise.resolve(blobs[of]),
  });
}

async function verify(held: Held, expected?: Platform) {
  const clock = fakeClock();
  const log = fakeLog();
  const began = clock.now();
  const candidate = { digest: digest(1), tag: undefined, platform: expected };
  try {
    const image = await verifyImage(repository, candidate, { clock, log, registry: holding(held) });
    return { image, log, took: clock.now() - began };
  } catch (error) {
    if (!(error instanceof ShipError)) throw error;
    return { error, log, took: clock.now() - began };
  }
}

const amd64Config = JSON.stringify({ os: 'linux', architecture: 'amd64', rootfs: {} });

describe('verifyImage', () => {
  test('an image of one platform, which its config names', async () => {
    const stored = manifest(1, 5, 20, 300);
    const { image } = await verify({ manifests: [stored], blobs: { [digest(5)]: amd64Config } });
    expect(image).toEqual({
      digest: digest(1),
      manifest: stored,
      kind: 'manifest',
      size: 325,
      platforms: [{ platform: 'linux/amd64', digest: digest(1), size: 325 }],
      tags: [],
      pushedAt,
    });
  });

  test("the config's variant", async () => {
    const config = JSON.stringify({ os: 'linux', architecture: 'arm', variant: 'v7' });
    const { image } = await verify({ manifests: [manifest(1, 5)], blobs: { [digest(5)]: config } });
    expect(image?.platforms[0]?.platform).toBe('linux/arm/v7');
  });

  test('an index: each platform by itself, shared layers once in the whole, attestations left out', async () => {
    const stored = index(entry(10, 'linux', 'amd64'), entry(11, 'linux', 'arm64'), {
      ...entry(12, 'unknown', 'unknown'),
    });
    const { image } = await verify({ manifests: [stored, manifest(10, 5, 20), manifest(11, 6, 20, 300)] });
    expect(image).toEqual({
      digest: digest(1),
      manifest: stored,
      kind: 'index',
      size: 331,
      platforms: [
        { platform: 'linux/amd64', digest: digest(10), size: 25 },
        { platform: 'linux/arm64', digest: digest(11), size: 326 },
      ],
      tags: [],
      pushedAt,
    });
  });

  test.each([{ platform: 'linux/arm64' }, { platform: 'linux/amd64' }])(
    'a config that may not be read: what the candidate is for, $platform',
    async ({ platform }) => {
      const { image, log } = await verify({ manifests: [manifest(1, 5)] }, platformOf(platform));
      expect(image?.platforms.map((one) => one.platform)).toEqual([platform]);
      expect(log.lines).toEqual([
        `debug: The image config cannot be read; the platform is taken to be ${platform}.`,
      ]);
    },
  );

  test.each([
    { name: 'an empty object', config: '{}' },
    { name: 'the os alone', config: '{"os":"linux"}' },
    { name: 'the architecture alone', config: '{"architecture":"arm64"}' },
    { name: 'no JSON', config: '' },
    { name: 'null', config: 'null' },
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

  const next =
    'No name was set. Run the job again; if it fails again, look at what else pushes to this repository.';
  const refused: readonly { name: string; held: Held; why: string }[] = [
    {
      name: 'two media types for one digest',
      held: { manifests: [manifest(1, 5)], facts: { mediaType: 'application/x' } },
      why: `DescribeImages gives ${digest(1)} the media type application/x, BatchGetImage gives it ${ociManifest}`,
    },
    {
      name: 'something that is no image',
      held: { manifests: [storedManifest(digest(1), { hello: 1 })] },
      why: `${digest(1)} (${ociManifest}) is not a container image`,
    },
    {
      name: 'an index of attestations alone',
      held: { manifests: [index(entry(10, 'unknown', 'unknown'))] },
      why: 'the index lists no image, only attestations',
    },
    {
      name: 'an index whose image is not there',
      held: { manifests: [index(entry(10, 'linux', 'amd64'))] },
      why: `the index lists ${digest(10)}, which the repository does not hold`,
    },
    {
      name: 'an index that names no platform',
      held: { manifests: [index({ digest: digest(10), size: 1 }), manifest(10, 5)] },
      why: `the index does not say for which platform ${digest(10)} is`,
    },
    {
      name: 'an index whose child is no image',
      held: {
        manifests: [index(entry(10, 'linux', 'amd64')), storedManifest(digest(10), { schemaVersion: 1 })],
      },
      why: `${digest(10)} (${ociManifest}) is not a container image`,
    },
    {
      name: 'no platform from anywhere',
      held: { manifests: [manifest(1, 5)] },
      why: 'the image config, which says for which platform the image is, cannot be read; grant ecr:GetDownloadUrlForLayer on the repository, or give the input platforms',
    },
  ];

  test.each(refused)('refuses $name', async ({ held, why }) => {
    const { error } = await verify(held);
    expect({ code: error?.code, what: error?.what, next: error?.next }).toEqual({
      code: 'verify-failed',
      what: `The image in the registry could not be verified: ${why}.`,
      next,
    });
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
