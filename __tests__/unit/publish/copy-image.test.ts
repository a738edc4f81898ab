import { describe, expect, test } from '@jest/globals';
import { copyImage } from '../../../src/publish/copy-image.ts';
import type { BlobReference, OpenRepository } from '../../../src/ports.ts';
import type { Digest } from '../../../src/types/digest.ts';
import { ShipError } from '../../../src/types/errors.ts';
import type { StoredManifest } from '../../../src/types/image.ts';
import { digestOf } from '../../support/memory-world.ts';
import { repository, repositoryName } from '../support/values.ts';
import { fakeRepository } from '../support/world.ts';

const ociManifest = 'application/vnd.oci.image.manifest.v1+json';
const ociIndex = 'application/vnd.oci.image.index.v1+json';

function stored(mediaType: string, content: object): StoredManifest {
  const body = JSON.stringify({ schemaVersion: 2, mediaType, ...content });
  return { digest: digestOf(body), mediaType, body };
}

function blob(text: string, mediaType = 'application/octet-stream') {
  return { mediaType, digest: digestOf(text), size: text.length };
}

function imageOf(name: string): StoredManifest {
  return stored(ociManifest, {
    config: blob(`config ${name}`),
    layers: [blob('shared'), blob(`layer ${name}`)],
  });
}

function indexOf(...children: readonly StoredManifest[]): StoredManifest {
  const manifests = children.map(({ digest, mediaType, body }) => ({ mediaType, digest, size: body.length }));
  return stored(ociIndex, { manifests });
}

interface Side {
  readonly handle: OpenRepository;
  readonly manifests: Map<string, StoredManifest>;
  readonly blobs: Set<string>;
  /** What was done to it, in order. */
  readonly done: string[];
}

/** A repository of memory, which takes a manifest only after what it refers to, as ECR does. */
function side(host: string, has: readonly StoredManifest[] = [], { mounts = false } = {}): Side {
  const manifests = new Map(has.map((manifest) => [manifest.digest as string, manifest]));
  const blobs = new Set<string>();
  const done: string[] = [];
  const handle = fakeRepository(
    {
      readManifests: (digests: readonly Digest[]) =>
        Promise.resolve(digests.flatMap((digest) => manifests.get(digest) ?? [])),
      writeManifest: (manifest: StoredManifest) => {
        const {
          config,
          layers = [],
          manifests: children = [],
        } = JSON.parse(manifest.body) as {
          config?: BlobReference;
          layers?: readonly BlobReference[];
          manifests?: readonly BlobReference[];
        };
        const missing =
          [...(config === undefined ? [] : [config]), ...layers].some(({ digest }) => !blobs.has(digest)) ||
          children.some(({ digest }) => !manifests.has(digest));
        if (missing) return Promise.reject(new Error(`${manifest.digest} came before what it refers to`));
        done.push(`write ${manifest.digest}`);
        manifests.set(manifest.digest, manifest);
        return Promise.resolve();
      },
      hasBlob: ({ digest }: BlobReference) => Promise.resolve(blobs.has(digest)),
      openBlob: ({ digest }: BlobReference) => {
        done.push(`open ${digest}`);
        return Promise.resolve([] as unknown as AsyncIterable<Uint8Array>);
      },
      async bringBlob({ digest }, source) {
        const isMounted = mounts && source.mountFrom !== undefined;
        if (!isMounted) await source.open();
        done.push(`${isMounted ? 'mount' : 'upload'} ${digest}`);
        blobs.add(digest);
        return isMounted ? 'mounted' : 'uploaded';
      },
    },
    { ...repository, uri: `${host}/team/app`, name: repositoryName('team/app') },
  );
  return { handle, manifests, blobs, done };
}

/** The error with which something ends. */
async function failureOf(work: Promise<unknown>): Promise<ShipError> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  if (error instanceof ShipError) return error;
  throw new Error('it ended without an error of ours', { cause: error });
}

async function copied(image: StoredManifest, from: Side, to: Side) {
  return copyImage({ source: from.handle, destination: to.handle, digest: image.digest });
}

describe('copyImage', () => {
  test('an image comes with its blobs first, and under the same digest', async () => {
    const image = imageOf('a');
    const [from, to] = [side('one', [image]), side('two')];
    expect(await copied(image, from, to)).toEqual({
      manifests: 1,
      uploaded: 3,
      mounted: 0,
      present: 0,
      bytes: 'config a'.length + 'shared'.length + 'layer a'.length,
    });
    expect(to.manifests.get(image.digest)).toEqual(image);
    expect(to.done.at(-1)).toBe(`write ${image.digest}`);
  });

  test('an index comes after all that it lists, and a blob of several images once', async () => {
    const images = [imageOf('a'), imageOf('b'), imageOf('c')];
    const index = indexOf(...images);
    const [from, to] = [side('one', [...images, index]), side('two')];
    expect(await copied(index, from, to)).toMatchObject({ manifests: 4, uploaded: 7 });
    expect(to.done.filter((word) => word === `upload ${digestOf('shared')}`)).toHaveLength(1);
    expect(to.done.at(-1)).toBe(`write ${index.digest}`);
  });

  test('an index of indexes comes from its leaves on, what several list once', async () => {
    const [a, b] = [imageOf('a'), imageOf('b')];
    const inner = indexOf(a, b);
    const outer = indexOf(inner, a);
    const [from, to] = [side('one', [a, b, inner, outer]), side('two')];
    expect(await copied(outer, from, to)).toMatchObject({ manifests: 4 });
    expect(to.done.filter((word) => word === `write ${a.digest}`)).toHaveLength(1);
  });

  test('what the destination has is not sent', async () => {
    const image = imageOf('a');
    const [from, to] = [side('one', [image]), side('two')];
    to.blobs.add(digestOf('shared'));
    expect(await copied(image, from, to)).toMatchObject({ present: 1, uploaded: 2 });
    expect(from.done).not.toContain(`open ${digestOf('shared')}`);
    expect(await copied(image, from, to)).toMatchObject({ manifests: 0, uploaded: 0 });
  });

  test('inside one registry blobs are mounted, and none is opened', async () => {
    const image = imageOf('a');
    const [from, to] = [side('one', [image]), side('one', [], { mounts: true })];
    expect(await copied(image, from, to)).toMatchObject({ mounted: 3, uploaded: 0, bytes: 0 });
    expect(from.done).toEqual([]);
  });

  test('across registries nothing is asked to be mounted', async () => {
    const image = imageOf('a');
    expect(await copied(image, side('one', [image]), side('two', [], { mounts: true }))).toMatchObject({
      mounted: 0,
      uploaded: 3,
    });
  });

  test.each([
    [
      'a child that is gone',
      [imageOf('a')],
      indexOf(imageOf('a'), imageOf('b')),
      imageOf('b').digest as string,
    ],
    ['an image that is not there', [], imageOf('a'), imageOf('a').digest as string],
  ])('%s is an error before anything is stored', async (_, has, image, named) => {
    const isIndex = image.mediaType === ociIndex;
    const [from, to] = [side('one', isIndex ? [...has, image] : has), side('two')];
    const error = await failureOf(copied(image, from, to));
    expect(error.code).toBe('copy-failed');
    expect(error.what).toContain(`one/team/app does not hold ${named}`);
    expect(to.done).toEqual([]);
  });

  test('a layer that lies elsewhere is an error, for it would not come along', async () => {
    const layer = { ...blob('far'), urls: ['https://example.com/far'] };
    const image = stored(ociManifest, { config: blob('config'), layers: [layer] });
    const error = await failureOf(copied(image, side('one', [image]), side('two')));
    expect(error.what).toContain('may be fetched from elsewhere');
  });

  test('after a failure nothing more is begun', async () => {
    const layers = Array.from({ length: 12 }, (_, at) => blob(`layer ${String(at)}`));
    const image = stored(ociManifest, { config: blob('config'), layers });
    const from = side('one', [image]);
    const to = side('two');
    let brought = 0;
    const failing: OpenRepository = {
      ...to.handle,
      blobs: {
        ...to.handle.blobs,
        bring: () => {
          brought += 1;
          return Promise.reject(new Error('no'));
        },
      },
    };
    const order = { source: from.handle, destination: failing, digest: image.digest };
    await expect(copyImage(order)).rejects.toThrow('no');
    expect(brought).toBeLessThanOrEqual(4);
  });
});
