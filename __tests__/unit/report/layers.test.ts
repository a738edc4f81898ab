import { expect, test } from '@jest/globals';
import { largestLayers, layerChanges } from '../../../src/report/layers.ts';
import { digest, image, platform } from '../support/values.ts';

const gzip = 'application/vnd.oci.image.layer.v1.tar+gzip';
const layer = (at: number, size: number) => ({
  digest: digest(at),
  mediaType: gzip,
  size,
  instruction: `RUN ${String(at)}`,
});
const on = (name: string, at: number, sizes: readonly [number, number][]) => ({
  platform: platform(name),
  digest: digest(at),
  size: 1,
  contents: { config: digest(at + 50), layers: sizes.map(([of, size]) => layer(of, size)) },
});
const index = {
  ...image,
  platforms: [
    on('linux/amd64', 1, [
      [10, 5],
      [11, 100],
      [10, 5],
    ]),
    on('linux/arm64', 2, [
      [10, 5],
      [12, 90],
    ]),
  ],
};

test('the largest first, and one that several platforms have once', () => {
  expect(largestLayers({ image: index }, 5)).toEqual([
    { ...layer(11, 100), platforms: ['linux/amd64'] },
    { ...layer(12, 90), platforms: ['linux/arm64'] },
    { ...layer(10, 5), platforms: ['linux/amd64', 'linux/arm64'] },
  ]);
  expect(largestLayers({ image: index }, 1)).toHaveLength(1);
  expect(largestLayers({ image: undefined }, 5)).toEqual([]);
});

test('a layer is as before, changed where the same instruction made another one, or new', () => {
  const before = { ...index, platforms: [on('linux/amd64', 1, [[10, 5]])] };
  const grown = { ...layer(20, 70), instruction: 'RUN 11' };
  const now = {
    ...index,
    platforms: [
      {
        ...on('linux/amd64', 1, []),
        contents: { config: digest(51), layers: [layer(10, 5), grown, layer(12, 90)] },
      },
    ],
  };
  const was = {
    ...before,
    platforms: [
      on('linux/amd64', 1, [
        [10, 5],
        [11, 100],
      ]),
    ],
  };
  const { changed, kept } = layerChanges({ image: now, before: was });
  expect(kept).toBe(1);
  expect(changed.map(({ instruction, change }) => [instruction, change])).toEqual([
    ['RUN 12', undefined],
    ['RUN 11', -30],
  ]);
});
