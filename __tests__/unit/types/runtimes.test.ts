import { describe, expect, test } from '@jest/globals';
import { misfitsOf, sizeMisfit } from '../../../src/types/runtimes.ts';
import type { Runtime } from '../../../src/types/inputs.ts';
import type { VerifiedImage } from '../../../src/types/image.ts';
import { parseInputs } from '../../../src/inputs/inputs.ts';
import type { RawInputs } from '../../../src/types/inputs.ts';
import { digest, image, platform, rawInputs, shipErrorOf } from '../support/values.ts';

const on = (...names: readonly string[]): VerifiedImage => ({
  ...image,
  platforms: names.map((name) => ({ ...image.platforms[0]!, platform: platform(name) })),
});
const index = { ...on('linux/amd64', 'linux/arm64'), kind: 'index' } as const;
const gibibyte = 1024 ** 3;

describe('misfitsOf', () => {
  test.each<[Runtime, VerifiedImage, number | undefined, RegExp | undefined]>([
    ['any', index, 99 * gibibyte, undefined],
    ['lambda', image, undefined, undefined],
    ['lambda', on('linux/arm64/v8'), 10 * gibibyte, undefined],
    ['lambda', index, undefined, /^AWS Lambda takes the manifest of one platform, and no index$/],
    [
      'lambda',
      { ...on('linux/amd64'), kind: 'index' },
      undefined,
      /^AWS Lambda takes the manifest of one platform, and no index$/,
    ],
    [
      'lambda',
      on('linux/s390x'),
      undefined,
      /^AWS Lambda runs linux\/amd64, linux\/arm64, and the image is for/,
    ],
    ['lambda', on('windows/amd64'), undefined, /^AWS Lambda runs/],
    ['lambda', image, 10 * gibibyte + 1, /^it has at least 10737418241 bytes where it is unpacked, and AWS/],
    ['ecs', index, 99 * gibibyte, undefined],
    ['ecs', on('linux/arm/v7', 'windows/amd64'), undefined, undefined],
    ['ecs', on('linux/arm/v7'), undefined, /^Amazon ECS runs/],
    ['eks', on('linux/riscv64'), undefined, /^Amazon EKS runs/],
  ])('%s', (runtime, given, unpacked, why) => {
    const { errors } = misfitsOf(given, runtime, unpacked);
    if (why === undefined) expect(errors).toEqual([]);
    else expect(errors).toEqual([expect.stringMatching(why)]);
  });

  test('what is not known to be smaller has as many bytes as it has compressed', () => {
    const large = { ...image, platforms: [{ ...image.platforms[0]!, size: 11 * gibibyte }] };
    expect(misfitsOf(large, 'lambda', undefined).errors).toHaveLength(1);
  });

  test('what nobody documents, and what makes it slow, is a warning', () => {
    const layer = {
      digest: digest(1),
      mediaType: 'application/vnd.oci.image.layer.v1.tar+zstd',
      size: 1,
      instruction: undefined,
    };
    const odd = {
      ...image,
      manifest: { ...image.manifest, body: 'x'.repeat(25_401) },
      platforms: [{ ...image.platforms[0]!, contents: { config: digest(2), layers: [layer] } }],
    };
    const { errors, warnings } = misfitsOf(odd, 'lambda', undefined);
    expect(errors).toEqual([]);
    expect(warnings).toEqual([
      expect.stringContaining('layers of the type application/vnd.oci.image.layer.v1.tar+zstd'),
      expect.stringContaining('The manifest has 25401 bytes'),
    ]);
    expect(misfitsOf(odd, 'ecs', undefined).warnings).toEqual([]);
  });

  test('before the push only the size is known, if that', () => {
    expect(sizeMisfit('lambda', undefined)).toBeUndefined();
    expect(sizeMisfit('ecs', 99 * gibibyte)).toBeUndefined();
    expect(sizeMisfit('lambda', 11 * gibibyte)).toContain('AWS Lambda takes 10737418240');
  });
});

describe('what the inputs tell before anything is done', () => {
  test.each<[Partial<RawInputs>, string]>([
    [
      { platforms: 'linux/amd64,linux/arm64' },
      'Input platforms is "linux/amd64,linux/arm64"; allowed: one platform: AWS',
    ],
    [{ platforms: 'linux/s390x' }, 'allowed: AWS Lambda runs linux/amd64, linux/arm64'],
    [{ provenance: 'true' }, 'Input provenance is "true"; allowed: nothing with runtime: lambda'],
    [{ sbom: 'generator=x' }, 'Input sbom is "generator=x"; allowed: nothing with runtime: lambda'],
    [{ attests: 'type=sbom' }, 'Input attests is "type=sbom"; allowed: nothing with runtime: lambda'],
    [
      { mode: 'publish', from: `${digest(1)}\n${digest(2)}` },
      'allowed: one digest: AWS Lambda takes the manifest',
    ],
    [
      { repository: 'alias/app', 'registry-type': 'public', 'aws-region': '', scan: 'off' },
      'Input runtime is "lambda"; allowed: any, ecs or eks: AWS Lambda takes images from private ECR alone',
    ],
  ])('%j', (given, what) => {
    const error = shipErrorOf(() => parseInputs(rawInputs({ runtime: 'lambda', ...given }), undefined));
    expect(error.code).toBe('invalid-input');
    expect(error.what).toContain(what);
    // Elsewhere all of it is fine.
    if (!given.platforms?.includes('s390x'))
      expect(parseInputs(rawInputs({ runtime: 'ecs', ...given }), undefined)).toMatchObject({
        runtime: 'ecs',
      });
  });

  test('an attestation that is refused is none', () => {
    const given = { runtime: 'lambda', provenance: 'false', sbom: 'false', platforms: 'linux/arm64' };
    expect(parseInputs(rawInputs(given), undefined)).toMatchObject({ runtime: 'lambda' });
  });
});
