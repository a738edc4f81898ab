import { expect, test } from '@jest/globals';
import { largestLayers, layerSection } from '../../../src/report/layers.ts';
import { reports } from '../support/reports.ts';
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

test('of an index the table says for which platform', () => {
  const [, table = ''] = layerSection({ ...reports.passed, image: index });
  expect(table.split('\n')[0]).toBe('| Compressed | Made by | Platform | Layer |');
  expect(table).toContain('| 5 B | RUN 10 | `linux/amd64`, `linux/arm64` |');
});
