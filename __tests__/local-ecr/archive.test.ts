import {
  BatchCheckLayerAvailabilityCommand,
  BatchGetImageCommand,
  DescribeImageScanFindingsCommand,
  DescribeImagesCommand,
  ImageArchivedException,
  ImageStorageClassUpdateNotSupportedException,
  InvalidParameterException,
  LayersNotFoundException,
  GetDownloadUrlForLayerCommand,
  ListImagesCommand,
  StartImageScanCommand,
  UpdateImageStorageClassCommand,
  type ImageStatusFilter,
  type TargetStorageClass,
} from '@aws-sdk/client-ecr';
import { expect, test } from '@jest/globals';
import { ociManifest, refusal, standsOfThisFile, start0 } from './stand.ts';

const stand = standsOfThisFile();
const repositoryName = 'team/app';

async function archived() {
  const it = await stand();
  const image = await it.push('x', { tag: 'v1' });
  const change = (targetStorageClass: TargetStorageClass, imageDigest = image.digest) =>
    it.client.send(
      new UpdateImageStorageClassCommand({ repositoryName, imageId: { imageDigest }, targetStorageClass }),
    );
  const listed = async (imageStatus?: ImageStatusFilter) => {
    const filter = imageStatus === undefined ? undefined : { imageStatus };
    const { imageIds = [] } = await it.client.send(new ListImagesCommand({ repositoryName, filter }));
    const { imageDetails = [] } = await it.client.send(new DescribeImagesCommand({ repositoryName, filter }));
    expect(imageDetails.map(({ imageDigest }) => imageDigest)).toEqual([
      ...new Set(imageIds.map(({ imageDigest }) => imageDigest)),
    ]);
    return imageIds.map(({ imageTag }) => imageTag);
  };
  return { ...it, image, change, listed };
}

test('an archived image is described, and neither pulled nor listed where nobody asks for it', async () => {
  const { client, http, image, change, listed } = await archived();
  expect(await listed('ARCHIVED')).toEqual([]);
  expect(await change('ARCHIVE')).toMatchObject({ imageStatus: 'ARCHIVED' });
  const { images, failures } = await client.send(
    new BatchGetImageCommand({ repositoryName, imageIds: [{ imageTag: 'v1' }] }),
  );
  expect([images, failures?.[0]?.failureCode]).toEqual([[], 'ImageNotFound']);
  expect((await http('GET', `/v2/team/app/manifests/v1`)).status).toBe(404);
  expect((await http('HEAD', `/v2/team/app/blobs/${image.layer}`)).status).toBe(404);
  const { layers } = await client.send(
    new BatchCheckLayerAvailabilityCommand({ repositoryName, layerDigests: [image.layer] }),
  );
  expect(layers?.[0]?.layerAvailability).toBe('ARCHIVED');
  const download = client.send(
    new GetDownloadUrlForLayerCommand({ repositoryName, layerDigest: image.layer }),
  );
  expect(await refusal(download)).toBeInstanceOf(LayersNotFoundException);
  const { imageDetails } = await client.send(
    new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag: 'v1' }] }),
  );
  expect(imageDetails).toMatchObject([{ imageStatus: 'ARCHIVED', lastArchivedAt: new Date(start0) }]);
  expect([await listed(), await listed('ARCHIVED'), await listed('ANY')]).toEqual([[], ['v1'], ['v1']]);
});

test('it is not scanned, and what a scan has found is gone when it is back', async () => {
  const { client, image, change, pass } = await archived();
  const imageId = { imageDigest: image.digest };
  await client.send(new StartImageScanCommand({ repositoryName, imageId }));
  await change('ARCHIVE');
  expect(await refusal(client.send(new StartImageScanCommand({ repositoryName, imageId })))).toBeInstanceOf(
    ImageArchivedException,
  );
  const read = () => client.send(new DescribeImageScanFindingsCommand({ repositoryName, imageId }));
  expect((await read()).imageScanStatus).toEqual({ status: 'IMAGE_ARCHIVED' });
  await change('STANDARD');
  pass(3000);
  expect((await refusal(read())).name).toBe('ScanNotFoundException');
  await client.send(new StartImageScanCommand({ repositoryName, imageId }));
});

test('it takes a while until it is back, and it is the very same then', async () => {
  const { client, http, image, change, listed, pass } = await archived();
  await change('ARCHIVE');
  expect(await change('STANDARD')).toMatchObject({ imageStatus: 'ACTIVATING' });
  expect(await refusal(change('STANDARD'))).toBeInstanceOf(ImageStorageClassUpdateNotSupportedException);
  pass(2999);
  expect([await listed(), await listed('ACTIVATING')]).toEqual([[], ['v1']]);
  expect((await http('GET', `/v2/team/app/manifests/v1`)).status).toBe(404);
  pass(1);
  expect([await listed(), await listed('ACTIVATING')]).toEqual([['v1'], []]);
  expect((await http('GET', `/v2/team/app/manifests/v1`)).body).toBe(image.body);
  const { imageDetails } = await client.send(
    new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag: 'v1' }] }),
  );
  expect(imageDetails).toMatchObject([{ imageStatus: 'ACTIVE', lastActivatedAt: new Date(start0 + 3000) }]);
});

test('a push brings it back at once', async () => {
  const { http, image, change, listed } = await archived();
  await change('ARCHIVE');
  const headers = { 'content-type': ociManifest };
  const put = await http('PUT', '/v2/team/app/manifests/v2', { headers, body: image.body });
  expect([put.status, await listed()]).toEqual([201, ['v1', 'v2']]);
});

test('what an index lists is archived after the index', async () => {
  const { push, pushIndex, change, ecr, listed } = await archived();
  const child = await push('y');
  const index = await pushIndex([child], 'many');
  const error = await refusal(change('ARCHIVE', child.digest));
  expect(error).toBeInstanceOf(ImageStorageClassUpdateNotSupportedException);
  expect(error.message).toContain('referenced by a manifest list');
  ecr.archive(repositoryName, 'many');
  expect(await listed('ARCHIVED')).toEqual([undefined, 'many']);
  await change('STANDARD', index.digest);
});

test.each(['COLD', ''])('there is no class %j', async (targetStorageClass) => {
  const { change } = await archived();
  expect(await refusal(change(targetStorageClass as TargetStorageClass))).toBeInstanceOf(
    InvalidParameterException,
  );
});
