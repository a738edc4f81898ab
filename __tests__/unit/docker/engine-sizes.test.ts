import { describe, expect, test } from '@jest/globals';
import { historyIn, sizesIn } from '../../../src/docker/engine-sizes.ts';

const image = (unpacked: number, more: object = {}) => ({
  Kind: 'image',
  ImageData: { Size: { Unpacked: unpacked } },
  ...more,
});
const attestation = { Kind: 'attestation', AttestationData: { For: 'sha256:1' } };
const stored = { Available: true, Descriptor: { size: 400 }, Size: { Content: 1_000_400 } };

test.each([
  [
    'a graph driver has it unpacked',
    { Size: 500, GraphDriver: { Name: 'overlay2' } },
    true,
    { unpacked: 500 },
  ],
  [
    "containerd's store has manifest, config and layers in its size",
    { Size: 1_065_536 },
    false,
    { compressed: { bytes: 1_000_000, isExact: false } },
  ],
  ["containerd's store, of less than a manifest may have", { Size: 500 }, false, {}],
  [
    "containerd's store of Docker 28",
    { Size: 500, Manifests: [image(3_000_000, stored), attestation] },
    false,
    { unpacked: 3_000_000, compressed: { bytes: 1_000_000, isExact: true } },
  ],
  [
    'a layer that is not here',
    { Manifests: [image(900, { ...stored, Available: false })] },
    false,
    { unpacked: 900 },
  ],
  ['several platforms', { Size: 500, Manifests: [image(900, stored), image(800, stored)] }, false, {}],
  ['what is odd', { Size: '500', Manifests: [null, { Kind: 'image' }] }, true, {}],
  ['what is odd in containerd', { Manifests: [null, { Kind: 'image', Available: true }] }, false, {}],
  ['nothing', null, true, {}],
])('%s', (_, body, isGraphDriver, sizes) => {
  expect(sizesIn(JSON.stringify(body), isGraphDriver)).toEqual(sizes);
});

test('an answer that is no JSON says nothing', () => {
  expect(sizesIn('<html>', true)).toEqual({});
  expect(historyIn('<html>')).toEqual([]);
});

describe('a history', () => {
  test('has the layers, the lowest first; what made none is left out', () => {
    const history = [
      { Size: 0, CreatedBy: 'CMD ["node"]' },
      { Size: 20, CreatedBy: 'COPY dist dist' },
      { Size: 100, CreatedBy: '' },
      null,
    ];
    expect(historyIn(JSON.stringify(history))).toEqual([
      { size: 100, instruction: '' },
      { size: 20, instruction: 'COPY dist dist' },
    ]);
  });
});
