import { attestationOf, indexOf, linuxAmd64, linuxArm64, unknownPlatform } from '../image-shapes.ts';
import { soci, type Kit, type Shape } from './kit.ts';

/** Words about an entry, which engines do not look at. */
export function wordedEntries({ image, good, evil, all, hidden }: Kit): readonly Shape[] {
  return [
    all('an artifactType on an entry', hidden({ ...linuxAmd64, artifactType: soci }), 'good', 'evil'),
    all(
      'an artifactType in the manifest itself',
      hidden(linuxAmd64, image('evil', { more: { artifactType: soci } })),
      'good',
      'evil',
    ),
    all(
      'the annotation of an attestation on an entry with a platform',
      hidden({ ...attestationOf(good.top.digest), ...linuxAmd64 }),
      'good',
      'evil',
    ),
    all('an entry for any platform', hidden({}), 'good', 'evil'),
    all('an entry with an empty platform', hidden({ platform: {} }), 'good', 'evil'),
    all('an entry with a platform of null', hidden({ platform: null }), 'good', 'evil'),
    all(
      'two entries for one platform',
      indexOf([
        [evil, linuxAmd64],
        [good, linuxAmd64],
      ]),
      'evil',
      'good',
    ),
    all(
      'a platform that the config contradicts',
      indexOf([[image('evil', { architecture: 's390x' }), linuxAmd64]]),
      'evil',
    ),
  ];
}

/** Platforms that hide an image, or that are none. */
export function platformEntries({ good, evil, one, all, hidden, raw, head, list }: Kit): readonly Shape[] {
  return [
    one(
      'an image as unknown/unknown',
      hidden(unknownPlatform),
      /for unknown\/unknown, but it is an image that engines run: a config of type \S+ and a layer of type/,
    ),
    one(
      'an image in the clothes of an attestation',
      hidden(attestationOf(good.top.digest)),
      /it is an image that engines run/,
    ),
    all(
      'an unknown operating system alone',
      hidden({ platform: { os: 'unknown', architecture: 'amd64' } }),
      'good',
      'evil',
    ),
    all(
      'an unknown architecture alone',
      hidden({ platform: { os: 'linux', architecture: 'unknown' } }),
      'good',
      'evil',
    ),
    one(
      'a platform in capitals',
      hidden({ platform: { os: 'Linux', architecture: 'AMD64' } }),
      /for Linux\/AMD64, which is not a platform/,
    ),
    one(
      'a platform without an architecture',
      hidden({ platform: { os: 'linux', architecture: '' } }),
      /for linux\/, which is not a platform/,
    ),
    one(
      'a platform whose os is given in another case as well',
      raw(
        (entry) =>
          `${head},${list(entry(evil, { platform: { os: 'unknown', OS: 'linux', architecture: 'unknown' } }))}}`,
      ),
      /has the member "OS", which some programs read as os/,
    ),
    one(
      'one digest as an attestation and as an image',
      indexOf([
        [good, linuxArm64],
        [evil, attestationOf(good.top.digest)],
        [evil, linuxAmd64],
      ]),
      /for unknown\/unknown, but it is an image/,
    ),
  ];
}
