import {
  BatchDeleteImageCommand,
  BatchGetImageCommand,
  DescribeImagesCommand,
  ImageAlreadyExistsException,
  ImageDigestDoesNotMatchException,
  ImageNotFoundException,
  InvalidParameterException,
  LayersNotFoundException,
  ListImageReferrersCommand,
  ListImagesCommand,
  PutImageCommand,
  ReferencedImagesNotFoundException,
  RepositoryNotFoundException,
} from '@aws-sdk/client-ecr';
import { describe, expect, test } from '@jest/globals';
import { manifestOf, ociIndex, ociManifest, refusal, sha256, standsOfThisFile, start0 } from './stand.ts';

const stand = standsOfThisFile();
const repositoryName = 'team/app';
const zeros = `sha256:${'0'.repeat(64)}`;

describe('PutImage', () => {
  test('gives an image one more name without moving a byte', async () => {
    const { client, push, ecr } = await stand();
    const { digest, body } = await push('x', { tag: '1' });
    const { image } = await client.send(
      new PutImageCommand({ repositoryName, imageManifest: body, imageTag: '2', imageDigest: digest }),
    );
    expect(image).toEqual({
      registryId: '123456789012',
      repositoryName,
      imageId: { imageDigest: digest, imageTag: '2' },
      imageManifest: body,
      imageManifestMediaType: ociManifest,
    });
    expect(ecr.tags(repositoryName)).toEqual({ '1': digest, '2': digest });
  });

  test.each([
    ['with its tag', '1', (digest: string) => `Image with digest '${digest}' and tag '1' already exists`],
    ['without a tag', undefined, (digest: string) => `Image with digest '${digest}' and tag 'null' already`],
  ])('of what is there already, %s, is refused', async (_case, imageTag, text) => {
    const { client, push } = await stand();
    const { digest, body } = await push('x', { tag: '1' });
    const error = await refusal(
      client.send(new PutImageCommand({ repositoryName, imageManifest: body, imageTag })),
    );
    expect(error).toBeInstanceOf(ImageAlreadyExistsException);
    expect(error.message).toContain(text(digest));
  });

  test('with a digest that is not the one of the bytes is refused', async () => {
    const { client, push } = await stand();
    const { body } = await push('x');
    const error = await refusal(
      client.send(
        new PutImageCommand({ repositoryName, imageManifest: body, imageTag: '1', imageDigest: zeros }),
      ),
    );
    expect(error).toBeInstanceOf(ImageDigestDoesNotMatchException);
  });

  test('wants every layer and the config in this very repository', async () => {
    const { client, push, ecr, upload } = await stand();
    ecr.createRepository('other/app');
    await push('layer', { repository: 'other/app' });
    await upload('{}');
    const error = await refusal(
      client.send(new PutImageCommand({ repositoryName, imageManifest: manifestOf('{}', 'layer') })),
    );
    expect(error).toBeInstanceOf(LayersNotFoundException);
    expect(error.message).toBe(
      `Layers with digests '[${sha256('layer')}]' required for pushing image into repository with name 'team/app' in the registry with id '123456789012' do not exist`,
    );
  });

  test('of an index wants every child', async () => {
    const { client } = await stand();
    const imageManifest = JSON.stringify({
      schemaVersion: 2,
      mediaType: ociIndex,
      manifests: [{ mediaType: ociManifest, digest: zeros, size: 2 }],
    });
    const error = await refusal(client.send(new PutImageCommand({ repositoryName, imageManifest })));
    expect(error).toBeInstanceOf(ReferencedImagesNotFoundException);
    expect(error.message).toContain(`Images with digests '[${zeros}]' required for pushing image`);
  });

  test.each([
    ['not JSON', '{', undefined],
    ['null', 'null', undefined],
    ['a list', '[]', undefined],
    ['no media type', '{"schemaVersion":2}', undefined],
    ['an unknown media type', '{"schemaVersion":2,"mediaType":"text/plain"}', undefined],
    ['a media type that the caller contradicts', manifestOf('{}', 'x'), ociIndex],
    ['an index without manifests', JSON.stringify({ schemaVersion: 2, mediaType: ociIndex }), undefined],
    ['a manifest without config', JSON.stringify({ mediaType: ociManifest, layers: [] }), undefined],
    ['a layer that is no descriptor', manifestOf('{}', 'x', { layers: ['x'] }), undefined],
    [
      'a digest that leads elsewhere',
      manifestOf('{}', 'x', { layers: [{ digest: 'sha256:../x', size: 1 }] }),
      undefined,
    ],
  ])('refuses a manifest: %s', async (_case, imageManifest, imageManifestMediaType) => {
    const { client } = await stand();
    const error = await refusal(
      client.send(new PutImageCommand({ repositoryName, imageManifest, imageManifestMediaType })),
    );
    expect(error).toBeInstanceOf(InvalidParameterException);
    expect(error.message).toContain("Invalid parameter at 'ImageManifest' failed to satisfy constraint: '");
  });

  test.each([
    ['with space', 'a b'],
    ['a slash', 'a/b'],
    ['a hyphen first', '-a'],
    ['129 letters', 'a'.repeat(129)],
  ])('refuses a tag: %s', async (_case, imageTag) => {
    const { client, push } = await stand();
    const { body } = await push('x');
    const error = await refusal(
      client.send(new PutImageCommand({ repositoryName, imageManifest: body, imageTag })),
    );
    expect(error).toBeInstanceOf(InvalidParameterException);
  });

  test.each(['constructor', '__proto__', 'toString'])('%s is a tag like others', async (imageTag) => {
    const { client, push, ecr } = await stand();
    const { body, digest } = await push('x');
    await client.send(new PutImageCommand({ repositoryName, imageManifest: body, imageTag }));
    expect(Object.entries(ecr.tags(repositoryName))).toEqual([[imageTag, digest]]);
  });

  test('into a repository that is not there is refused', async () => {
    const { client } = await stand();
    const error = await refusal(
      client.send(new PutImageCommand({ repositoryName: 'no/such', imageManifest: manifestOf('{}', 'x') })),
    );
    expect(error).toBeInstanceOf(RepositoryNotFoundException);
  });
});

describe('DescribeImages', () => {
  test('tells compressed sizes, tags in order, types and when it was pushed', async () => {
    const { client, push } = await stand();
    const { digest, body } = await push('four', { tag: 'b' });
    await client.send(new PutImageCommand({ repositoryName, imageManifest: body, imageTag: 'a' }));
    const { imageDetails } = await client.send(new DescribeImagesCommand({ repositoryName }));
    const { config } = JSON.parse(body) as { config: { size: number } };
    expect(imageDetails).toEqual([
      {
        registryId: '123456789012',
        repositoryName,
        imageDigest: digest,
        imageTags: ['a', 'b'],
        imageSizeInBytes: 4 + config.size,
        imagePushedAt: new Date(start0),
        imageManifestMediaType: ociManifest,
        artifactMediaType: 'application/vnd.oci.image.config.v1+json',
        imageStatus: 'ACTIVE',
      },
    ]);
  });

  test('the size of an index is that of its largest manifest', async () => {
    const { client, push, pushIndex } = await stand();
    const children = [await push('x'.repeat(9)), await push('x'.repeat(9000), { architecture: 'arm64' })];
    const { digest } = await pushIndex(children, 'all');
    const sizeOf = async (imageDigest: string | undefined) => {
      const { imageDetails } = await client.send(
        new DescribeImagesCommand({ repositoryName, imageIds: [{ imageDigest }] }),
      );
      return imageDetails?.[0]?.imageSizeInBytes;
    };
    expect(await sizeOf(digest)).toBe(await sizeOf(children[1]?.digest));
    expect(await sizeOf(digest)).toBeGreaterThan(9000);
  });

  test.each([
    ['a tag', { imageTag: 'no' }, "{imageDigest:'null', imageTag:'no'}"],
    ['a digest', { imageDigest: zeros }, `{imageDigest:'${zeros}', imageTag:'null'}`],
    [
      'a tag of another digest',
      { imageTag: '1', imageDigest: zeros },
      `{imageDigest:'${zeros}', imageTag:'1'}`,
    ],
  ])('refuses %s that is not there, and the whole request with it', async (_case, id, worded) => {
    const { client, push } = await stand();
    await push('x', { tag: '1' });
    const error = await refusal(
      client.send(new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag: '1' }, id] })),
    );
    expect(error).toBeInstanceOf(ImageNotFoundException);
    expect(error.message).toBe(
      `The image with imageId ${worded} does not exist within the repository with name 'team/app' in the registry with id '123456789012'`,
    );
  });

  test.each([
    ['no identifiers', { imageIds: [] }],
    ['101 identifiers', { imageIds: Array.from({ length: 101 }, () => ({ imageTag: 'x' })) }],
    ['an empty identifier', { imageIds: [{}] }],
    ['identifiers and a page size', { imageIds: [{ imageTag: '1' }], maxResults: 5 }],
    ['pages of 0', { maxResults: 0 }],
    ['pages of 1001', { maxResults: 1001 }],
    ['a token of its own making', { nextToken: '§' }],
    ['an unknown filter', { filter: { tagStatus: 'SOME' as 'ANY' } }],
  ])('refuses %s', async (_case, input) => {
    const { client, push } = await stand();
    await push('x', { tag: '1' });
    const error = await refusal(client.send(new DescribeImagesCommand({ repositoryName, ...input })));
    expect(error).toBeInstanceOf(InvalidParameterException);
  });
});

describe('lists of images', () => {
  test('DescribeImages and ListImages come in pages of 100, or of the size wanted', async () => {
    const { client, ecr } = await stand();
    for (let index = 0; index < 105; index += 1)
      ecr.seedImage(repositoryName, `t${String(index)}`, String(index));
    const first = await client.send(new DescribeImagesCommand({ repositoryName }));
    const second = await client.send(
      new DescribeImagesCommand({ repositoryName, nextToken: first.nextToken }),
    );
    expect([first.imageDetails?.length, second.imageDetails?.length, second.nextToken]).toEqual([
      100,
      5,
      undefined,
    ]);
    const listed = await client.send(new ListImagesCommand({ repositoryName, maxResults: 60 }));
    const rest = await client.send(
      new ListImagesCommand({ repositoryName, maxResults: 60, nextToken: listed.nextToken }),
    );
    expect([listed.imageIds?.length, rest.imageIds?.length, rest.nextToken]).toEqual([60, 45, undefined]);
    const tags = [...(listed.imageIds ?? []), ...(rest.imageIds ?? [])].map(({ imageTag }) => imageTag);
    expect(new Set(tags).size).toBe(105);
  });

  test.each([
    ['TAGGED', ['1']],
    ['UNTAGGED', [undefined]],
    ['ANY', ['1', undefined]],
  ] as const)('both know the filter %s', async (tagStatus, tags) => {
    const { client, push } = await stand();
    await push('x', { tag: '1' });
    await push('y');
    const listed = await client.send(new ListImagesCommand({ repositoryName, filter: { tagStatus } }));
    expect(listed.imageIds?.map(({ imageTag }) => imageTag)).toEqual(tags);
    const described = await client.send(new DescribeImagesCommand({ repositoryName, filter: { tagStatus } }));
    expect(described.imageDetails?.map(({ imageTags }) => imageTags?.[0])).toEqual(tags);
  });
});

test('BatchGetImage gives the very bytes, and a failure for each identifier that leads nowhere', async () => {
  const { client, push } = await stand();
  const { digest, body } = await push('x', { tag: '1' });
  await push('y', { tag: '2' });
  const answer = await client.send(
    new BatchGetImageCommand({
      repositoryName,
      imageIds: [
        { imageTag: '1' },
        { imageTag: 'no' },
        { imageDigest: 'sha999' },
        { imageTag: '2', imageDigest: digest },
        {},
      ],
    }),
  );
  expect(answer.images).toMatchObject([
    {
      imageManifest: body,
      imageManifestMediaType: ociManifest,
      imageId: { imageDigest: digest, imageTag: '1' },
    },
  ]);
  expect(answer.failures?.map(({ failureCode }) => failureCode)).toEqual([
    'ImageNotFound',
    'InvalidImageDigest',
    'ImageTagDoesNotMatchDigest',
    'MissingDigestAndTag',
  ]);
  expect(answer.failures?.[0]?.failureReason).toBe('Requested image not found');
});

describe('BatchGetImage for a client that does not accept the stored type', () => {
  const dockerManifest = 'application/vnd.docker.distribution.manifest.v2+json';
  const get = async (accepted: readonly string[], byDigest = false) => {
    const { client, push } = await stand();
    const { digest, body } = await push('x', { tag: '1' });
    const id = byDigest ? { imageDigest: digest } : { imageTag: '1' };
    const { images = [] } = await client.send(
      new BatchGetImageCommand({ repositoryName, imageIds: [id], acceptedMediaTypes: [...accepted] }),
    );
    const [image] = images;
    return { image, digest, body, bytes: sha256(image?.imageManifest ?? '') };
  };

  test('gives an OCI image by tag as one of schema 2, whose bytes have another digest', async () => {
    const { image, digest, bytes } = await get([dockerManifest]);
    expect(image?.imageManifestMediaType).toBe(dockerManifest);
    expect(JSON.parse(image?.imageManifest ?? '')).toMatchObject({
      mediaType: dockerManifest,
      config: { mediaType: 'application/vnd.docker.container.image.v1+json' },
      layers: [{ mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip' }],
    });
    expect(image?.imageId?.imageDigest).toBe(digest);
    expect(bytes).not.toBe(digest);
  });

  test.each([
    ['by digest', [dockerManifest], true],
    ['where the stored type is accepted, too', [dockerManifest, ociManifest], false],
    ['where it cannot be translated', ['application/vnd.docker.distribution.manifest.v1+json'], false],
  ])('gives the very bytes %s', async (_case, accepted, byDigest) => {
    const { image, body } = await get(accepted, byDigest);
    expect([image?.imageManifest, image?.imageManifestMediaType]).toEqual([body, ociManifest]);
  });
});

describe('BatchDeleteImage', () => {
  test('takes a tag, and with the last tag the image', async () => {
    const { client, push, ecr } = await stand();
    const { digest, body } = await push('x', { tag: '1' });
    await client.send(new PutImageCommand({ repositoryName, imageManifest: body, imageTag: '2' }));
    const remove = (imageTag: string) =>
      client.send(new BatchDeleteImageCommand({ repositoryName, imageIds: [{ imageTag }] }));
    expect((await remove('1')).imageIds).toEqual([{ imageDigest: digest, imageTag: '1' }]);
    expect(ecr.digests(repositoryName)).toEqual([digest]);
    await remove('2');
    expect(ecr.digests(repositoryName)).toEqual([]);
    expect((await remove('2')).failures).toMatchObject([{ failureCode: 'ImageNotFound' }]);
  });

  test('by digest takes the image with all its tags', async () => {
    const { client, push, ecr } = await stand();
    const { digest } = await push('x', { tag: '1' });
    await client.send(new BatchDeleteImageCommand({ repositoryName, imageIds: [{ imageDigest: digest }] }));
    expect([ecr.tags(repositoryName), ecr.digests(repositoryName)]).toEqual([{}, []]);
  });

  test('leaves the child of an index until the index is gone', async () => {
    const { client, push, pushIndex, ecr } = await stand();
    const child = await push('x');
    const { digest } = await pushIndex([child], 'all');
    const remove = (imageDigest: string) =>
      client.send(new BatchDeleteImageCommand({ repositoryName, imageIds: [{ imageDigest }] }));
    expect((await remove(child.digest)).failures).toEqual([
      {
        imageId: { imageDigest: child.digest },
        failureCode: 'ImageReferencedByManifestList',
        failureReason: `Requested image referenced by manifest list: [${digest}]`,
      },
    ]);
    await remove(digest);
    await remove(child.digest);
    expect(ecr.digests(repositoryName)).toEqual([]);
  });
});

test('ListImageReferrers finds what says that it belongs to an image, by type and in pages of 20', async () => {
  const { client, push, upload } = await stand();
  const subject = await push('x', { tag: '1' });
  await upload('{}');
  await upload('signature');
  for (let index = 0; index < 21; index += 1) {
    const imageManifest = manifestOf('{}', 'signature', {
      artifactType: index === 0 ? 'application/x-sbom' : 'application/x-signature',
      subject: { mediaType: ociManifest, digest: subject.digest, size: subject.body.length },
      annotations: { index: String(index) },
    });
    await client.send(new PutImageCommand({ repositoryName, imageManifest }));
  }
  const subjectId = { imageDigest: subject.digest };
  const first = await client.send(new ListImageReferrersCommand({ repositoryName, subjectId }));
  expect([first.referrers?.length, typeof first.nextToken]).toEqual([20, 'string']);
  const { referrers } = await client.send(
    new ListImageReferrersCommand({
      repositoryName,
      subjectId,
      filter: { artifactTypes: ['application/x-sbom'] },
    }),
  );
  expect(referrers).toMatchObject([
    { artifactType: 'application/x-sbom', annotations: { index: '0' }, artifactStatus: 'ACTIVE' },
  ]);
  const described = await client.send(
    new DescribeImagesCommand({ repositoryName, imageIds: [{ imageDigest: referrers?.[0]?.digest }] }),
  );
  expect(described.imageDetails?.[0]?.subjectManifestDigest).toBe(subject.digest);
});
