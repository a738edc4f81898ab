import { describe, expect, test } from '@jest/globals';
import { joinImages } from '../../../src/image/join.ts';
import type { StoredManifest } from '../../../src/types/image.ts';
import { Refusal } from '../../../src/types/refusal.ts';
import {
  attestation,
  attestationOf,
  entryOf,
  imageOf,
  ociIndex,
  sha256,
  stored,
  unknownPlatform,
  type ImageOptions,
  type Pushed,
} from '../../support/image-shapes.ts';

const blobs = new Map<string, string>();

function image(who: string, options: ImageOptions = {}): Pushed['top'] {
  const pushed = imageOf(who, options);
  for (const blob of pushed.blobs) blobs.set(sha256(blob), blob.toString('utf8'));
  return pushed.top;
}

const join = (...images: readonly StoredManifest[]) =>
  joinImages(images, { readBlob: ({ digest }) => Promise.resolve(blobs.get(digest)) });

/** An index of one image, which says this of its platform. */
const indexOf = (one: StoredManifest, platform?: object): StoredManifest =>
  stored(ociIndex, {
    schemaVersion: 2,
    mediaType: ociIndex,
    manifests: [entryOf(one, platform === undefined ? {} : { platform })],
  });

async function platformsOf(...images: readonly StoredManifest[]): Promise<unknown[]> {
  const { body } = await join(...images);
  return (JSON.parse(body) as { manifests: { platform?: unknown }[] }).manifests.map(
    ({ platform }) => platform,
  );
}

const arm = { os: 'linux', architecture: 'arm64' };
const windows = (version: string): ImageOptions => ({ os: 'windows', config: { 'os.version': version } });

describe('images are joined', () => {
  test('to the same bytes in whatever order', async () => {
    const [one, other] = [image('one'), image('other', arm)];
    expect(await join(one, other)).toEqual(await join(other, one));
  });

  test('of Windows with its version, by which engines choose', async () => {
    expect(
      await platformsOf(image('2022', windows('10.0.20348.1')), image('2019', windows('10.0.17763.1'))),
    ).toEqual([
      { os: 'windows', architecture: 'amd64', 'os.version': '10.0.17763.1' },
      { os: 'windows', architecture: 'amd64', 'os.version': '10.0.20348.1' },
    ]);
  });

  test('with the attestations of each', async () => {
    const withAttestation = (one: StoredManifest, platform: object) =>
      stored(ociIndex, {
        schemaVersion: 2,
        mediaType: ociIndex,
        manifests: [entryOf(one, { platform }), entryOf(attestation(one).top, attestationOf(one.digest))],
      });
    const amd = withAttestation(image('one'), { os: 'linux', architecture: 'amd64' });
    expect(await platformsOf(amd, withAttestation(image('other', arm), arm))).toEqual([
      { os: 'linux', architecture: 'amd64' },
      arm,
      unknownPlatform.platform,
      unknownPlatform.platform,
    ]);
  });
});

describe('images are not joined where an engine would have to choose', () => {
  const twice = (name: string) => `two of the images are for ${name}: an index has one for each platform`;
  test.each<{ name: string; images: () => StoredManifest[]; why: string | RegExp }>([
    { name: 'one platform', images: () => [image('a'), image('b')], why: twice('linux/amd64') },
    {
      name: 'one platform in two spellings',
      images: () => [image('a', arm), indexOf(image('b', arm), { ...arm, variant: 'v8' })],
      why: twice('linux/arm64'),
    },
    {
      name: 'one version of Windows',
      images: () => [image('a', windows('10.0.20348.1')), image('b', windows('10.0.20348.1'))],
      why: twice('windows/amd64'),
    },
    ...[undefined, {}].map((platform) => ({
      name: `any platform, ${String(platform && 'empty')}`,
      images: () => [image('a', arm), indexOf(image('b'), platform)],
      why: /^an index lists sha256:[0-9a-f]{64} for no platform/,
    })),
  ])('$name', async ({ images, why }) => {
    const joining = join(...images());
    await expect(joining).rejects.toBeInstanceOf(Refusal);
    await expect(joining).rejects.toThrow(why);
  });
});
