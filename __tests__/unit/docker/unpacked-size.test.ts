import { expect, test } from '@jest/globals';
import { unpackedSizeIn } from '../../../src/docker/engine-images.ts';

const image = (unpacked: number) => ({ Kind: 'image', ImageData: { Size: { Unpacked: unpacked } } });
const attestation = { Kind: 'attestation', AttestationData: { For: 'sha256:1' } };

test.each([
  ['a graph driver says it', { Size: 500, GraphDriver: { Name: 'overlay2' } }, true, 500],
  ["containerd's store has the compressed layers in its size", { Size: 500 }, false, undefined],
  ["containerd's store of Docker 28", { Size: 500, Manifests: [image(900), attestation] }, false, 900],
  ['several platforms', { Size: 500, Manifests: [image(900), image(800)] }, false, undefined],
  ['what is odd', { Size: '500', Manifests: [null, { Kind: 'image' }] }, true, undefined],
  ['nothing', null, true, undefined],
])('%s', (_, body, isGraphDriver, size) => {
  expect(unpackedSizeIn(JSON.stringify(body), isGraphDriver)).toBe(size);
});

test('an answer that is no JSON says nothing', () => {
  expect(unpackedSizeIn('<html>', true)).toBeUndefined();
});
