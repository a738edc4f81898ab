import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  compressedSize,
  mediaTypeOf,
  parseManifest,
  type ImageManifest,
} from '../../../src/image/manifest.ts';
import { manifestMediaTypes } from '../../../src/types/media-types.ts';
import { Refusal } from '../../../src/types/refusal.ts';
import { digest } from '../support/values.ts';

const parse = (content: { mediaType: string }) =>
  parseManifest({ body: JSON.stringify(content), mediaType: content.mediaType });

const docker = {
  config: { mediaType: 'application/vnd.docker.container.image.v1+json', digest: digest(1), size: 1469 },
  layer: (n: number, size: number) => ({
    mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
    digest: digest(n),
    size,
  }),
};
const dockerV2 = {
  schemaVersion: 2,
  mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
  config: docker.config,
  layers: [docker.layer(2, 3_400_000), docker.layer(3, 120)],
};

const ociConfig = { mediaType: 'application/vnd.oci.image.config.v1+json', digest: digest(1), size: 500 };
const ociLayer = { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: digest(2), size: 77 };
const oci = {
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  config: ociConfig,
  layers: [ociLayer],
};

const descriptor = { mediaType: 'application/vnd.oci.image.manifest.v1+json', size: 480 };

/** What BuildKit pushes for two platforms with attestations. */
const index = {
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.index.v1+json',
  manifests: [
    { ...descriptor, digest: digest(10), platform: { architecture: 'amd64', os: 'linux' } },
    { ...descriptor, digest: digest(11), platform: { architecture: 'arm64', os: 'linux', variant: 'v8' } },
    {
      ...descriptor,
      digest: digest(12),
      annotations: {
        'vnd.docker.reference.digest': digest(10),
        'vnd.docker.reference.type': 'attestation-manifest',
      },
      platform: { architecture: 'unknown', os: 'unknown' },
    },
  ],
};

describe('parseManifest', () => {
  test.each([
    { name: 'a Docker image manifest v2.2', content: dockerV2 },
    { name: 'an OCI image manifest', content: oci },
    { name: 'an image of more layer types', content: { ...oci, layers: [ociLayer, docker.layer(3, 5)] } },
    { name: 'an image without layers', content: { ...oci, layers: [] } },
  ])('$name: config and layers', ({ content }) => {
    expect(parse(content)).toEqual({ kind: 'image', config: content.config, layers: content.layers });
  });

  test('an image without layers as BuildKit writes it', () => {
    expect(parse({ ...oci, layers: null } as object as typeof oci)).toEqual({
      kind: 'image',
      config: ociConfig,
      layers: [],
    });
  });

  test('an index: what it says of each entry, whatever that may be worth', () => {
    expect(parse(index)).toEqual({
      kind: 'index',
      entries: [
        {
          ...descriptor,
          digest: digest(10),
          platform: { os: 'linux', architecture: 'amd64', variant: '' },
        },
        {
          ...descriptor,
          digest: digest(11),
          platform: { os: 'linux', architecture: 'arm64', variant: 'v8' },
        },
        {
          ...descriptor,
          digest: digest(12),
          platform: { os: 'unknown', architecture: 'unknown', variant: '' },
          refersTo: digest(10),
        },
      ],
    });
  });

  // What tries to be read in two ways is in shapes.test.ts, with all that lies around it.
  test.each([
    { body: '', why: 'it is not JSON' },
    { body: '<html>', why: 'it is not JSON' },
    { body: 'null', why: 'the manifest is no object' },
    { body: '1', why: 'the manifest is no object' },
    { body: '[]', why: 'the manifest is no object' },
    { body: '{}', why: 'its schemaVersion is nothing, and not 2' },
    { body: JSON.stringify({ ...oci, mediaType: 5 }), why: 'the manifest has a mediaType that is not text' },
    { body: JSON.stringify({ ...oci, config: undefined }), why: 'its config is no object' },
    { body: JSON.stringify({ ...oci, config: [] }), why: 'its config is no object' },
    {
      body: JSON.stringify({ ...oci, config: { ...ociConfig, size: undefined } }),
      why: 'its config has the size nothing, which is not a number of bytes',
    },
    {
      body: JSON.stringify({ ...oci, config: { ...ociConfig, digest: undefined } }),
      why: 'its config has no digest; sha256 is what ECR stores',
    },
    {
      body: JSON.stringify({ ...oci, config: { ...ociConfig, mediaType: undefined } }),
      why: 'its config has no mediaType',
    },
    { body: JSON.stringify({ ...oci, layers: undefined }), why: 'it is a manifest without a list of layers' },
    { body: JSON.stringify({ ...oci, layers: {} }), why: 'it is a manifest without a list of layers' },
    { body: JSON.stringify({ ...oci, layers: [null] }), why: 'layer 1 is no object' },
    { body: JSON.stringify({ ...oci, layers: [ociLayer, {}] }), why: 'layer 2 has no mediaType' },
  ])('refuses $body: $why', ({ body, why }) => {
    expect(() => parseManifest({ body, mediaType: oci.mediaType })).toThrow(new Refusal(why));
  });

  test.each([
    { manifests: undefined, why: 'it is an index without a list of manifests' },
    { manifests: {}, why: 'it is an index without a list of manifests' },
    { manifests: [null], why: 'entry 1 of the index is no object' },
    {
      manifests: [{ ...index.manifests[0], annotations: [] }],
      why: 'the annotations of entry 1 of the index are no object',
    },
    {
      manifests: [{ ...index.manifests[0], annotations: { a: 1 } }],
      why: 'the annotations of entry 1 of the index have a "a" that is not text',
    },
    {
      manifests: [{ ...index.manifests[0], platform: 'linux' }],
      why: 'the platform of entry 1 of the index is no object',
    },
    {
      manifests: [{ ...index.manifests[0], platform: { os: 1 } }],
      why: 'the platform of entry 1 of the index has a os that is not text',
    },
  ])('refuses an index: $why', ({ manifests, why }) => {
    expect(() => parse({ ...index, manifests } as typeof index)).toThrow(new Refusal(why));
  });

  test('a media type that is none of an image', () => {
    expect(() => parse({ ...oci, mediaType: 'application/vnd.oci.artifact.manifest.v1+json' })).toThrow(
      'its media type is "application/vnd.oci.artifact.manifest.v1+json", which is not that of a container image',
    );
  });

  test('takes any text, and refuses it or knows what it is', () => {
    const body = fc.oneof(fc.string(), fc.json());
    fc.assert(
      fc.property(body, fc.constantFrom(...manifestMediaTypes), (text, mediaType) => {
        expect(() => parseManifest({ body: text, mediaType })).toThrow(Refusal);
      }),
    );
  });
});

describe('mediaTypeOf, where the registry does not say it', () => {
  const manifest = 'application/vnd.oci.image.manifest.v1+json';
  test.each([
    { body: { mediaType: 'application/x', manifests: [] }, type: 'application/x' },
    { body: { config: {}, layers: [] }, type: manifest },
    { body: { layers: [] }, type: manifest },
    { body: { manifests: [] }, type: index.mediaType },
    { body: { manifests: [], layers: [] }, type: undefined },
    { body: { config: {}, fsLayers: [] }, type: undefined },
    { body: { Manifests: [] }, type: undefined },
    { body: {}, type: undefined },
    { body: [], type: undefined },
    { body: { mediaType: 5 }, type: undefined },
  ])('of $body is $type', ({ body, type }) => {
    expect(mediaTypeOf(JSON.stringify(body))).toBe(type);
  });
});

describe('compressedSize', () => {
  const blob = (n: number, mediaType: string) => ({ mediaType, digest: digest(n), size: n });
  const manifest = (config: number, ...layers: number[]): ImageManifest => ({
    kind: 'image',
    config: blob(config, ociConfig.mediaType),
    layers: layers.map((n) => blob(n, ociLayer.mediaType)),
  });

  test.each([
    { name: 'config and layers', manifests: [manifest(1, 20, 300)], size: 321 },
    { name: 'a layer twice in one image', manifests: [manifest(1, 20, 20)], size: 21 },
    {
      name: 'a layer that two platforms share',
      manifests: [manifest(1, 20), manifest(2, 20, 300)],
      size: 323,
    },
    { name: 'nothing', manifests: [], size: 0 },
  ])('$name', ({ manifests, size }) => {
    expect(compressedSize(manifests)).toBe(size);
  });

  test('counts each blob once, however many manifests name it', () => {
    const number = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, fc.array(number))), (images) => {
        const named = new Set(images.flatMap(([config, layers]) => [config, ...layers]));
        const size = compressedSize(images.map(([config, layers]) => manifest(config, ...layers)));
        expect(size).toBe([...named].reduce((total, n) => total + n, 0));
      }),
    );
  });
});
