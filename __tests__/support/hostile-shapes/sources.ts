import {
  entryOf,
  contentOf,
  indexOf,
  linuxAmd64,
  linuxArm64,
  ociIndex,
  ociManifest,
  stored,
} from '../image-shapes.ts';
import type { Kit, Shape } from './kit.ts';

/** Content that is from elsewhere, or of a kind that scanners do not know. */
export function foreignContent({ image, good, evil, one, hidden }: Kit): readonly Shape[] {
  return [
    one(
      'a layer with urls',
      image('evil', { layer: { urls: ['http://127.0.0.1:1/layer'] } }),
      /layer 1 may be fetched from elsewhere, its urls being .*127\.0\.0\.1:1/,
    ),
    one(
      'an entry with urls',
      hidden({ ...linuxAmd64, urls: ['http://127.0.0.1:1/x'] }),
      /entry 2 of the index may be fetched from elsewhere/,
    ),
    one(
      'a foreign layer',
      image('evil', { layer: { mediaType: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip' } }),
      /layer 1 is foreign/,
    ),
    one(
      'a layer that may not be distributed',
      image('evil', { layer: { mediaType: 'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip' } }),
      /layer 1 is foreign/,
    ),
    one(
      'a layer of a type nobody knows',
      image('evil', { layer: { mediaType: 'application/vnd.oci.image.layer.v2.tar' } }),
      /not that of a layer that scanners know/,
    ),
    one(
      'a config inside the manifest',
      image('evil', { configDescriptor: { data: 'eyJvcyI6ImxpbnV4In0=' } }),
      /its config carries content of its own beside its digest/,
    ),
    one(
      'a manifest inside the index',
      hidden({ ...linuxAmd64, data: Buffer.from(good.top.body).toString('base64') }),
      /entry 2 of the index carries content of its own/,
    ),
    one(
      'a nested index',
      hidden({}, indexOf([[evil, linuxAmd64]])),
      /entry 2 of the index is an index itself/,
    ),
  ];
}

/** Entries and descriptors that say something else than what lies there. */
export function wrongEntries({ image, good, evil, one, hidden }: Kit): readonly Shape[] {
  return [
    one(
      'an index that is listed as a manifest',
      (() => {
        const nested = indexOf([[evil, linuxAmd64]]);
        const entry = { ...entryOf(nested.top, linuxAmd64), mediaType: ociManifest };
        return {
          top: stored(ociIndex, { schemaVersion: 2, mediaType: ociIndex, manifests: [entry] }),
          ...contentOf([nested]),
        };
      })(),
      /as application\/vnd\.oci\.image\.manifest\.v1\+json, and it is stored as application\/vnd\.oci\.image\.index/,
    ),
    one(
      'an entry of an unknown type',
      hidden({ ...linuxAmd64, mediaType: 'application/vnd.example+json' }),
      /entry 2 of the index is of the media type "application\/vnd\.example\+json"/,
    ),
    one(
      'an entry of schema 1',
      hidden({ ...linuxAmd64, mediaType: 'application/vnd.docker.distribution.manifest.v1+prettyjws' }),
      /which is not that of an image/,
    ),
    one(
      'an entry with another size',
      hidden({ ...linuxAmd64, size: 3 }),
      /says that it has 3 bytes, and it has \d+/,
    ),
    ...[-1, 1.5, '12', null, 1e21].map((size) =>
      one(
        `a layer of the size ${JSON.stringify(size)}`,
        image('evil', { layer: { size } }),
        /layer 1 has the size .*, which is not a number of bytes/,
      ),
    ),
    one(
      'a digest of another algorithm',
      hidden({ ...linuxAmd64, digest: `sha512:${'0'.repeat(128)}` }),
      /has the digest "sha512:0+…"; sha256 is what ECR stores/,
    ),
    one(
      'an entry that is not there',
      {
        ...indexOf([
          [good, linuxAmd64],
          [image('absent'), linuxArm64],
        ]),
        ...contentOf([good]),
      },
      /which the repository does not hold/,
    ),
    one(
      'a hundred and one entries',
      indexOf(Array.from({ length: 101 }, () => [good, linuxAmd64] as const)),
      /it lists 101 entries; 100 is the most that is judged/,
    ),
  ];
}
