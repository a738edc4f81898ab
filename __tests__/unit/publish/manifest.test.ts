import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  compressedSize,
  parseManifest,
  platformName,
  type ParsedManifest,
} from '../../../src/publish/manifest.ts';
import { digest } from '../support/values.ts';

const parse = (content: unknown) => parseManifest({ body: JSON.stringify(content) });

const dockerV2 = {
  schemaVersion: 2,
  mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
  config: { mediaType: 'application/vnd.docker.container.image.v1+json', size: 1469, digest: digest(1) },
  layers: [
    { mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip', size: 3_400_000, digest: digest(2) },
    { mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip', size: 120, digest: digest(3) },
  ],
};

const oci = {
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: digest(1), size: 500 },
  layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: digest(2), size: 77 }],
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
  test('Docker image manifest v2.2', () => {
    expect(parse(dockerV2)).toEqual({
      kind: 'manifest',
      config: { digest: digest(1), size: 1469 },
      layers: [
        { digest: digest(2), size: 3_400_000 },
        { digest: digest(3), size: 120 },
      ],
    });
  });

  test('OCI image manifest', () => {
    expect(parse(oci)).toEqual({
      kind: 'manifest',
      config: { digest: digest(1), size: 500 },
      layers: [{ digest: digest(2), size: 77 }],
    });
  });

  test('an image without layers', () => {
    expect(parse({ ...oci, layers: [] })).toEqual({
      kind: 'manifest',
      config: { digest: digest(1), size: 500 },
      layers: [],
    });
  });

  test('an index with attestations', () => {
    expect(parse(index)).toEqual({
      kind: 'index',
      entries: [
        { digest: digest(10), platform: 'linux/amd64', isImage: true },
        { digest: digest(11), platform: 'linux/arm64', isImage: true },
        { digest: digest(12), platform: 'unknown/unknown', isImage: false },
      ],
    });
  });

  const linux = { architecture: 'amd64', os: 'linux' };
  test.each([
    { name: 'an image', entry: { platform: linux }, isImage: true, platform: 'linux/amd64' },
    {
      name: 'an image with a variant',
      entry: { platform: { architecture: 'arm', os: 'linux', variant: 'v7' } },
      isImage: true,
      platform: 'linux/arm/v7',
    },
    { name: 'an image of no platform', entry: {}, isImage: true, platform: undefined },
    {
      name: 'an attestation by annotation alone',
      entry: { platform: linux, annotations: { 'vnd.docker.reference.type': 'attestation-manifest' } },
      isImage: false,
      platform: 'linux/amd64',
    },
    {
      name: 'an attestation by platform alone',
      entry: { platform: { architecture: 'unknown', os: 'unknown' } },
      isImage: false,
      platform: 'unknown/unknown',
    },
    {
      name: 'an artifact such as a signature',
      entry: { platform: linux, artifactType: 'application/vnd.dev.cosign.artifact.sig.v1+json' },
      isImage: false,
      platform: 'linux/amd64',
    },
    {
      name: 'an image that has the type of its config, and is pulled like any other',
      entry: { platform: linux, artifactType: 'application/vnd.oci.image.config.v1+json' },
      isImage: true,
      platform: 'linux/amd64',
    },
    {
      name: 'an image that has the type of its config, by Docker',
      entry: { platform: linux, artifactType: 'application/vnd.docker.container.image.v1+json' },
      isImage: true,
      platform: 'linux/amd64',
    },
    {
      name: 'an image with other annotations',
      entry: { platform: linux, annotations: { 'org.opencontainers.image.title': 'x' } },
      isImage: true,
      platform: 'linux/amd64',
    },
  ])('an entry of an index: $name', ({ entry, isImage, platform }) => {
    expect(parse({ manifests: [{ ...descriptor, digest: digest(10), ...entry }] })).toEqual({
      kind: 'index',
      entries: [{ digest: digest(10), platform, isImage }],
    });
  });

  test.each([
    { name: 'nothing', body: '' },
    { name: 'no JSON', body: '<html>' },
    { name: 'null', body: 'null' },
    { name: 'a number', body: '1' },
    { name: 'a list', body: '[]' },
    { name: 'an empty object', body: '{}' },
    { name: 'no config', body: JSON.stringify({ ...oci, config: undefined }) },
    { name: 'a config of no size', body: JSON.stringify({ ...oci, config: { digest: digest(1) } }) },
    { name: 'a config of no digest', body: JSON.stringify({ ...oci, config: { digest: 'x', size: 1 } }) },
    { name: 'no layers', body: JSON.stringify({ ...oci, layers: undefined }) },
    { name: 'a layer of no size', body: JSON.stringify({ ...oci, layers: [{ digest: digest(2) }] }) },
    {
      name: 'a layer of another digest',
      body: JSON.stringify({ ...oci, layers: [{ digest: 'sha512:00', size: 1 }] }),
    },
    {
      name: 'an index with an entry that cannot be read',
      body: JSON.stringify({ manifests: [...index.manifests, { digest: 'sha512:00', size: 1 }] }),
    },
    {
      name: 'an index with an entry that is none',
      body: JSON.stringify({ manifests: [...index.manifests, null] }),
    },
    { name: 'manifest v1', body: JSON.stringify({ schemaVersion: 1, fsLayers: [], history: [] }) },
  ])('is neither: $name', ({ body }) => {
    expect(parseManifest({ body })).toBeUndefined();
  });

  test('takes any text without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        const parsed = parseManifest({ body });
        expect(parsed === undefined || ['manifest', 'index'].includes(parsed.kind)).toBe(true);
      }),
    );
  });
});

describe('platformName', () => {
  test.each([
    { os: 'linux', architecture: 'amd64', variant: '', name: 'linux/amd64' },
    { os: 'linux', architecture: 'arm64', variant: 'v8', name: 'linux/arm64' },
    { os: 'linux', architecture: 'arm', variant: 'v8', name: 'linux/arm/v8' },
    { os: 'linux', architecture: 'arm', variant: 'v6', name: 'linux/arm/v6' },
    { os: 'windows', architecture: 'amd64', variant: '', name: 'windows/amd64' },
    { os: '', architecture: '', variant: '', name: undefined },
    { os: 'Linux', architecture: 'amd64', variant: '', name: undefined },
  ])('$os $architecture $variant is $name', ({ os, architecture, variant, name }) => {
    expect(platformName(os, architecture, variant)).toBe(name);
  });
});

describe('compressedSize', () => {
  const manifest = (config: number, ...layers: number[]): ParsedManifest => ({
    kind: 'manifest',
    config: { digest: digest(config), size: config },
    layers: layers.map((n) => ({ digest: digest(n), size: n })),
  });

  test.each([
    { name: 'config and layers', manifests: [manifest(1, 20, 300)], size: 321 },
    { name: 'a layer twice in one image', manifests: [manifest(1, 20, 20)], size: 21 },
    {
      name: 'a layer that two platforms share',
      manifests: [manifest(1, 20), manifest(2, 20, 300)],
      size: 323,
    },
    {
      name: 'an index has no blobs',
      manifests: [{ kind: 'index', entries: [] } as const, manifest(1)],
      size: 1,
    },
    { name: 'nothing', manifests: [], size: 0 },
  ])('$name', ({ manifests, size }) => {
    expect(compressedSize(manifests)).toBe(size);
  });

  test('counts each blob once, however many manifests name it', () => {
    const blob = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(blob, fc.array(blob))), (images) => {
        const named = new Set(images.flatMap(([config, layers]) => [config, ...layers]));
        const size = compressedSize(images.map(([config, layers]) => manifest(config, ...layers)));
        expect(size).toBe([...named].reduce((total, n) => total + n, 0));
      }),
    );
  });
});
