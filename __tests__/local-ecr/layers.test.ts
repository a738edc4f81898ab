import {
  BatchCheckLayerAvailabilityCommand,
  CompleteLayerUploadCommand,
  EmptyUploadException,
  GetDownloadUrlForLayerCommand,
  InitiateLayerUploadCommand,
  InvalidLayerException,
  InvalidLayerPartException,
  LayerAlreadyExistsException,
  LayerInaccessibleException,
  LayerPartTooSmallException,
  LayersNotFoundException,
  UploadLayerPartCommand,
  UploadNotFoundException,
  type ECRClient,
} from '@aws-sdk/client-ecr';
import { describe, expect, test } from '@jest/globals';
import { refusal, send, sha256, standsOfThisFile } from './stand.ts';

const stand = standsOfThisFile();
const repositoryName = 'team/app';
const mebibyte = 1024 * 1024;

async function begin(client: ECRClient): Promise<string> {
  const { uploadId = '' } = await client.send(new InitiateLayerUploadCommand({ repositoryName }));
  return uploadId;
}

async function part(client: ECRClient, uploadId: string, first: number, bytes: Buffer, last?: number) {
  return client.send(
    new UploadLayerPartCommand({
      repositoryName,
      uploadId,
      partFirstByte: first,
      partLastByte: last ?? first + bytes.length - 1,
      layerPartBlob: bytes,
    }),
  );
}

async function complete(client: ECRClient, uploadId: string, layerDigest: string) {
  return client.send(
    new CompleteLayerUploadCommand({ repositoryName, uploadId, layerDigests: [layerDigest] }),
  );
}

describe('a layer by the API', () => {
  test('goes up in parts and is available then', async () => {
    const { client } = await stand();
    const [first, second] = [Buffer.alloc(5 * mebibyte, 'a'), Buffer.from('rest')];
    const digest = sha256(Buffer.concat([first, second]));
    const { uploadId = '', partSize } = await client.send(new InitiateLayerUploadCommand({ repositoryName }));
    expect(partSize).toBe(10 * mebibyte);
    expect((await part(client, uploadId, 0, first)).lastByteReceived).toBe(first.length - 1);
    await part(client, uploadId, first.length, second);
    expect(await complete(client, uploadId, digest)).toMatchObject({ layerDigest: digest, uploadId });
    const missing = sha256('missing');
    const { layers, failures } = await client.send(
      new BatchCheckLayerAvailabilityCommand({
        repositoryName,
        layerDigests: [digest, missing, 'no digest'],
      }),
    );
    expect(layers).toMatchObject([
      { layerDigest: digest, layerAvailability: 'AVAILABLE', layerSize: first.length + 4 },
      { layerDigest: missing, layerAvailability: 'UNAVAILABLE' },
    ]);
    expect(failures).toMatchObject([{ layerDigest: 'no digest', failureCode: 'InvalidLayerDigest' }]);
  });

  test.each([
    ['a gap before it', 5, undefined],
    ['a last byte that its length contradicts', 0, 99],
  ])('a part is refused: %s', async (_case, first, last) => {
    const { client } = await stand();
    const uploadId = await begin(client);
    const error = await refusal(part(client, uploadId, first, Buffer.from('bytes'), last));
    expect(error).toBeInstanceOf(InvalidLayerPartException);
    expect(error).toMatchObject({ uploadId, repositoryName, lastValidByteReceived: 0 });
  });

  test('an upload without a part is empty', async () => {
    const { client } = await stand();
    const error = await refusal(complete(client, await begin(client), sha256('')));
    expect(error).toBeInstanceOf(EmptyUploadException);
    expect(error.message).toBe('The specified layer upload does not contain any layer parts.');
  });

  test('only the last part may be smaller than 5 MiB', async () => {
    const { client } = await stand();
    const uploadId = await begin(client);
    await part(client, uploadId, 0, Buffer.from('small'));
    await part(client, uploadId, 5, Buffer.from('small'));
    expect(await refusal(complete(client, uploadId, sha256('smallsmall')))).toBeInstanceOf(
      LayerPartTooSmallException,
    );
  });

  test('a digest that is not the one of the bytes is refused', async () => {
    const { client } = await stand();
    const uploadId = await begin(client);
    await part(client, uploadId, 0, Buffer.from('x'));
    const error = await refusal(complete(client, uploadId, sha256('y')));
    expect(error).toBeInstanceOf(InvalidLayerException);
    expect(error.message).toContain('upon receipt of the image layer does not match the digest specified');
  });

  test('a layer that is there is refused', async () => {
    const { client, upload } = await stand();
    const digest = await upload('x');
    const uploadId = await begin(client);
    await part(client, uploadId, 0, Buffer.from('x'));
    expect(await refusal(complete(client, uploadId, digest))).toBeInstanceOf(LayerAlreadyExistsException);
  });

  test('an upload belongs to one repository', async () => {
    const { client, ecr } = await stand();
    ecr.createRepository('other/app');
    const uploadId = await begin(client);
    const elsewhere = new CompleteLayerUploadCommand({
      repositoryName: 'other/app',
      uploadId,
      layerDigests: [sha256('')],
    });
    expect(await refusal(client.send(elsewhere))).toBeInstanceOf(UploadNotFoundException);
  });
});

describe('GetDownloadUrlForLayer', () => {
  test('gives an address that needs no credentials, for an hour, and only for that layer', async () => {
    const { client, push, pass, upload } = await stand();
    const { layer } = await push('layer bytes');
    const { downloadUrl = '' } = await client.send(
      new GetDownloadUrlForLayerCommand({ repositoryName, layerDigest: layer }),
    );
    expect(await send(downloadUrl, 'GET')).toMatchObject({ status: 200, body: 'layer bytes' });
    const other = await upload('secret');
    expect((await send(downloadUrl.replace(layer, other), 'GET')).status).toBe(403);
    pass(3600_000);
    expect((await send(downloadUrl, 'GET')).status).toBe(403);
  });

  test('refuses a layer that no image has, and one that is not there', async () => {
    const { client, upload } = await stand();
    const unused = await upload('unused');
    const ask = (layerDigest: string) =>
      refusal(client.send(new GetDownloadUrlForLayerCommand({ repositoryName, layerDigest })));
    expect(await ask(unused)).toBeInstanceOf(LayerInaccessibleException);
    expect(await ask(sha256('no such'))).toBeInstanceOf(LayersNotFoundException);
  });
});
