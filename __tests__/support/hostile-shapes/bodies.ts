import { contentOf, entryOf, indexOf, linuxAmd64, ociIndex, ociManifest, stored } from '../image-shapes.ts';
import type { Kit, Shape } from './kit.ts';

/** Bodies that are read in two ways. */
export function ambiguousBodies({
  good,
  evil,
  one,
  raw,
  head,
  goodEntry,
  evilEntry,
  list,
}: Kit): readonly Shape[] {
  return [
    one(
      'manifests and Manifests',
      raw(() => `${head},${list(goodEntry)},"Manifests":[${evilEntry}]}`),
      /has the member "Manifests", which some programs read as manifests/,
    ),
    one(
      'Manifests alone',
      raw(() => `${head},"Manifests":[${evilEntry}]}`),
      /has the member "Manifests"/,
    ),
    one(
      'manifests with a long s',
      raw(() => `${head},${list(goodEntry)},"manifeſts":[${evilEntry}]}`),
      /has the member "manifeſts"/,
    ),
    one(
      'manifests twice',
      raw(() => `${head},${list(goodEntry)},${list(evilEntry)}}`),
      /the member "manifests" twice/,
    ),
    one(
      'manifests twice, once in escapes',
      raw(() => `${head},${list(goodEntry)},"m\\u0061nifests":[${evilEntry}]}`),
      /the member "manifests" twice/,
    ),
    one(
      'a digest twice in an entry',
      raw(() => `${head},${list(evilEntry.replace('{', `{"digest":"${good.top.digest}",`))}}`),
      /the member "digest" twice/,
    ),
    one(
      'a digest in another case in an entry',
      raw(
        () =>
          `${head},${list(goodEntry.replace('}', `},"Digest":"${evil.top.digest}"`).replace('}}', '}'))}}`,
      ),
      /has the member "Digest"/,
    ),
  ];
}

/** Bodies that are two things at once, or not what they say. */
export function contradictoryBodies({
  good,
  one,
  manifest,
  evilEntry,
  goodTop,
  list,
}: Kit): readonly Shape[] {
  return [
    one(
      'layers beside manifests in an index',
      indexOf([[good, linuxAmd64]], { layers: [] }),
      /it is an index and has layers as well/,
    ),
    one(
      'a config beside manifests in an index',
      indexOf([[good, linuxAmd64]], { config: null }),
      /it is an index and has config as well/,
    ),
    one(
      'manifests beside layers in a manifest',
      manifest(`{${goodTop},${list(evilEntry)}}`),
      /it is a manifest and has manifests as well/,
    ),
    one('layers twice in a manifest', manifest(`{${goodTop},"layers":[]}`), /the member "layers" twice/),
    one('Layers in a manifest', manifest(`{${goodTop},"Layers":[]}`), /has the member "Layers"/),
    one('fsLayers in a manifest', manifest(`{${goodTop},"fsLayers":[]}`), /has fsLayers as well/),
    one(
      'a manifest that calls itself an index',
      manifest(good.top.body.replace(ociManifest, ociIndex)),
      /it calls itself .*index.* and is stored as/,
    ),
    one(
      'an index that is stored as a manifest',
      {
        ...contentOf([good]),
        top: stored(ociManifest, { schemaVersion: 2, manifests: [entryOf(good.top, linuxAmd64)] }),
      },
      /it is a manifest and has manifests as well/,
    ),
  ];
}

/** Bodies that are not JSON, or more of it than anybody wrote. */
export function brokenBodies({ one, raw, head, goodEntry, evilEntry, list }: Kit): readonly Shape[] {
  return [
    one(
      'a byte order mark',
      raw(() => `\ufeff${head},${list(goodEntry)}}`),
      /it is not JSON/,
    ),
    one(
      'bytes behind the end',
      raw(() => `${head},${list(goodEntry)}}{${list(evilEntry)}}`),
      /it is not JSON/,
    ),
    one(
      'a thousand levels',
      raw(() => `${head},${list(goodEntry)},"x":${'['.repeat(1000)}${']'.repeat(1000)}}`),
      /more than 100 levels deep/,
    ),
    one(
      'schema version 1',
      raw(() => `${head.replace('2', '1')},${list(goodEntry)}}`),
      /its schemaVersion is 1, and not 2/,
    ),
  ];
}
