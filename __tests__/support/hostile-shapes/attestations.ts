import {
  artifact,
  attestation,
  attestationOf,
  emptyType,
  indexOf,
  linuxAmd64,
  unknownPlatform,
} from '../image-shapes.ts';
import { soci, type Kit, type Shape } from './kit.ts';

/** What says that it holds attestations or an artifact, and what says nothing else. */
export function attestations({ good, arm, one }: Kit): readonly Shape[] {
  return [
    one(
      'an attestation for a real platform',
      indexOf([
        [attestation(good.top), { ...attestationOf(good.top.digest), ...linuxAmd64 }],
        [good, linuxAmd64],
      ]),
      /for linux\/amd64, but it holds attestations, not an image/,
    ),
    one(
      'an attestation about nothing here',
      indexOf([
        [good, linuxAmd64],
        [attestation(arm.top), attestationOf(arm.top.digest)],
      ]),
      /these attestations are about sha256:\w+, which is no image of this index/,
    ),
    one(
      'an attestation about itself',
      (() => {
        const mine = attestation(good.top);
        return indexOf([
          [good, linuxAmd64],
          [mine, attestationOf(mine.top.digest)],
        ]);
      })(),
      /which is no image of this index/,
    ),
    one(
      'an attestation that refers to nothing',
      indexOf([
        [good, linuxAmd64],
        [attestation(good.top), unknownPlatform],
      ]),
      /are about nothing/,
    ),
    one(
      'an attestation about one image, of which its own subject is another',
      indexOf([
        [good, linuxAmd64],
        [attestation(arm.top, 'artifact'), attestationOf(good.top.digest)],
      ]),
      /about sha256:\w+ there, and name sha256:\w+ as their subject/,
    ),
    one('attestations alone', attestation(good.top), /it holds attestations, not an image/),
    one('an artifact alone', artifact(soci), /an artifact that no engine runs/),
    one('an index of artifacts alone', indexOf([[artifact(soci), linuxAmd64]]), /lists no image/),
  ];
}

/** Images in the clothes of something that nobody runs. */
export function disguises({ image, good, one, hidden }: Kit): readonly Shape[] {
  return [
    one(
      'a layer among attestations',
      hidden(
        attestationOf(good.top.digest),
        image('evil', { layer: { mediaType: 'application/vnd.in-toto+json+gzip' } }),
      ),
      /layer 1 is of the media type "application\/vnd\.in-toto\+json\+gzip"/,
    ),
    one(
      'a tar in an artifact with an empty config',
      hidden(linuxAmd64, artifact(soci, { layerType: 'application/vnd.example.tar' })),
      /its config is of the media type/,
    ),
    one(
      'an artifact whose config is an image’s',
      hidden(
        linuxAmd64,
        image('evil', { configDescriptor: { mediaType: emptyType }, more: { artifactType: soci } }),
      ),
      /its config is of the media type "application\/vnd\.oci\.empty\.v1\+json"/,
    ),
    one(
      'a config of no type that engines take for an image’s',
      image('evil', { configDescriptor: { mediaType: 'application/octet-stream' } }),
      /its config is of the media type "application\/octet-stream"/,
    ),
  ];
}
