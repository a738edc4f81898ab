import {
  artifact,
  attestation,
  attestationOf,
  dockerList,
  entryOf,
  indexOf,
  linuxAmd64,
  linuxArm64,
} from '../image-shapes.ts';
import { soci, type Kit, type Shape } from './kit.ts';

/** What builders make, and what has to go on working. */
export function fromBuilders({ image, good, arm, all }: Kit): readonly Shape[] {
  return [
    all('one manifest as docker pushes it', image('good', { docker: true }), 'good'),
    all(
      'a list of Docker schema 2',
      indexOf(
        [
          [image('good', { docker: true }), linuxAmd64],
          [image('arm', { docker: true, architecture: 'arm64' }), linuxArm64],
        ],
        {},
        dockerList,
      ),
      'good',
      'arm',
    ),
    ...(['image', 'artifact'] as const).map((form) =>
      all(
        `an index of BuildKit's with attestations, each an ${form}`,
        indexOf([
          [good, linuxAmd64],
          [arm, { platform: { ...linuxArm64.platform, variant: 'v8' } }],
          [attestation(good.top, form), attestationOf(good.top.digest)],
          [attestation(arm.top, form), attestationOf(arm.top.digest)],
        ]),
        'good',
        'arm',
      ),
    ),
    all(
      'attestations in signed envelopes',
      indexOf([
        [good, linuxAmd64],
        [
          attestation(good.top, 'artifact', 'application/vnd.in-toto.spdx+dsse'),
          attestationOf(good.top.digest),
        ],
      ]),
      'good',
    ),
    all(
      'an index of SOCI beside its image',
      indexOf([
        [good, linuxAmd64],
        [artifact(soci), { ...linuxAmd64, artifactType: soci }],
      ]),
      'good',
    ),
    all(
      'an image that is a subject’s referrer as well',
      image('good', { more: { subject: entryOf(arm.top) } }),
      'good',
    ),
  ];
}
