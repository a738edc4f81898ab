import { expect, test } from '@jest/globals';
import { isBuildCache } from '../../../src/image/build-cache.ts';

const cacheConfig = { mediaType: 'application/vnd.buildkit.cacheconfig.v0' };
const layer = { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip' };

test.each([
  { what: 'a manifest with its config', body: { config: cacheConfig, layers: [layer] }, is: true },
  { what: 'an index with it among its entries', body: { manifests: [layer, cacheConfig] }, is: true },
  {
    what: 'an image',
    body: { config: { mediaType: 'application/vnd.oci.image.config.v1+json' }, layers: [layer] },
    is: false,
  },
  { what: 'an image with such a layer', body: { config: {}, layers: [cacheConfig] }, is: false },
  { what: 'an index of images', body: { manifests: [{ mediaType: 'x', digest: 'y' }] }, is: false },
  { what: 'an index without entries', body: { manifests: [] }, is: false },
  { what: 'entries that are none', body: { config: 'x', manifests: [null, 1, []] }, is: false },
  { what: 'a list', body: [cacheConfig], is: false },
])('$what: $is', ({ body, is }) => {
  expect(isBuildCache(JSON.stringify(body))).toBe(is);
});

test('what cannot be read is none', () => {
  expect([isBuildCache(''), isBuildCache('{"config":{},"config":{}}')]).toEqual([false, false]);
});
