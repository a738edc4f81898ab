import { describeBlob, ociConfig, ociManifest, sha256, stored } from '../image-shapes.ts';
import type { Kit, Shape } from './kit.ts';

/** Configs that are read in two ways, or not at all. */
export function hostileConfigs({ good, one }: Kit): readonly Shape[] {
  return [
    ...(
      [
        [
          'a config with two architectures',
          '{"architecture":"arm64",',
          /its config sha256:\w+: it has the member "architecture" twice/,
        ],
        [
          'a config with an architecture in capitals',
          '{"Architecture":"arm64",',
          /has the member "Architecture"/,
        ],
        ['a config with labels in another case', '{"Config":{"Labels":{}},', /has the member "Config"/],
      ] as const
    ).map(([name, beginning, refused]) => {
      const [config = Buffer.alloc(0), ...others] = good.blobs;
      const other = Buffer.from(config.toString().replace('{', beginning));
      const body = good.top.body
        .replace(sha256(config), sha256(other))
        .replace(`"size":${String(config.length)}`, `"size":${String(other.length)}`);
      return one(name, { top: stored(ociManifest, body), manifests: [], blobs: [other, ...others] }, refused);
    }),
    one(
      'a config that is no JSON',
      (() => {
        const config = Buffer.from('<html>');
        return {
          top: stored(ociManifest, {
            schemaVersion: 2,
            mediaType: ociManifest,
            config: describeBlob(ociConfig, config),
            layers: [],
          }),
          manifests: [],
          blobs: [config],
        };
      })(),
      /its config sha256:\w+: it is not JSON/,
    ),
  ];
}
