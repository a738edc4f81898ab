import { describe, expect, test } from '@jest/globals';
import { compressedSize, parseManifest, platformName } from '../../../src/publish/manifest.ts';
import { matchesWildcard, mayMove } from '../../../src/publish/mutability.ts';
import { parseTag } from '../../../src/types/names.ts';
import { digestOf } from '../../support/memory-world.ts';

const blob = (name: string, size: number) => ({ digest: digestOf(name), size });
const parse = (content: unknown) =>
  parseManifest({ body: typeof content === 'string' ? content : JSON.stringify(content) });
const image = { config: blob('config', 10), layers: [blob('a', 100), blob('b', 200)] };

describe('a manifest', () => {
  test('of one platform has a config and layers', () => {
    expect(parse(image)).toEqual({ kind: 'manifest', ...image });
  });

  test('of several is an index; attestations and artifacts are in it, but nobody runs them', () => {
    const parsed = parse({
      manifests: [
        { digest: digestOf('1'), platform: { os: 'linux', architecture: 'amd64' } },
        { digest: digestOf('2'), platform: { os: 'linux', architecture: 'arm', variant: 'v7' } },
        {
          digest: digestOf('3'),
          platform: { os: 'unknown', architecture: 'unknown' },
          annotations: { 'vnd.docker.reference.type': 'attestation-manifest' },
        },
        {
          digest: digestOf('4'),
          platform: { os: 'linux', architecture: 'amd64' },
          artifactType: 'application/x',
        },
        { digest: 'nonsense' },
      ],
    });
    expect(parsed).toEqual({
      kind: 'index',
      entries: [
        { digest: digestOf('1'), platform: 'linux/amd64', isImage: true },
        { digest: digestOf('2'), platform: 'linux/arm/v7', isImage: true },
        { digest: digestOf('3'), platform: 'unknown/unknown', isImage: false },
        { digest: digestOf('4'), platform: 'linux/amd64', isImage: false },
      ],
    });
  });

  test.each([
    '',
    'null',
    '[]',
    '{}',
    '{"config":{},"layers":[]}',
    '{"config":{"digest":"x","size":1},"layers":[]}',
  ])('is none: %s', (text) => {
    expect(parse(text)).toBeUndefined();
  });
});

test('the compressed size counts each blob once, over all platforms', () => {
  const other = { config: blob('config 2', 20), layers: [blob('a', 100), blob('c', 400)] };
  const both = [parse(image)!, parse(other)!];
  expect(compressedSize([both[0]!])).toBe(310);
  expect(compressedSize(both)).toBe(730);
});

test.each([
  ['linux', 'amd64', '', 'linux/amd64'],
  ['linux', 'arm64', 'v8', 'linux/arm64'],
  ['linux', 'arm', 'v6', 'linux/arm/v6'],
  ['', '', '', undefined],
])('platform %s %s %s', (os, architecture, variant, platform) => {
  expect(platformName(os, architecture, variant)).toBe(platform);
});

describe('whether a tag may move', () => {
  test.each([
    { mutability: 'mutable', filters: [], tag: 'v1', may: true },
    { mutability: 'immutable', filters: [], tag: 'v1', may: false },
    { mutability: 'immutable', filters: ['latest', 'dev-*'], tag: 'latest', may: true },
    { mutability: 'immutable', filters: ['latest', 'dev-*'], tag: 'dev-7', may: true },
    { mutability: 'immutable', filters: ['latest', 'dev-*'], tag: 'v1', may: false },
    { mutability: 'mutable', filters: ['v*'], tag: 'v1', may: false },
    { mutability: 'mutable', filters: ['v*'], tag: 'latest', may: true },
  ] as const)(
    '$tag in a $mutability repository except $filters: $may',
    ({ mutability, filters, tag, may }) => {
      expect(mayMove(parseTag(tag)!, { default: mutability, exceptFilters: filters })).toBe(may);
    },
  );

  test.each([
    ['v1.2', 'v1.2', true],
    ['v1x2', 'v1.2', false],
    ['', '*', true],
    ['a-b-c', 'a*c', true],
    ['a-b-d', 'a*c', false],
    ['xlatest', 'latest', false],
  ])('%s matches %s: %s', (text, filter, matches) => {
    expect(matchesWildcard(text, filter)).toBe(matches);
  });
});
