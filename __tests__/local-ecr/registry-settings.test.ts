import {
  CreateRepositoryCommand,
  CreateRepositoryCreationTemplateCommand,
  DescribeImageReplicationStatusCommand,
  DescribeImageSigningStatusCommand,
  DescribeRepositoriesCommand,
  DescribeRepositoryCreationTemplatesCommand,
  GetRegistryPolicyCommand,
  PutImageCommand,
  PutRegistryPolicyCommand,
} from '@aws-sdk/client-ecr';
import { describe, expect, test } from '@jest/globals';
import { emptyScenario } from '../../local-ecr/index.ts';
import { ociManifest, sha256, standsOfThisFile } from './stand.ts';

const stand = standsOfThisFile();

test("the registry's own policy is kept", async () => {
  const { client } = await stand();
  await expect(client.send(new GetRegistryPolicyCommand({}))).rejects.toMatchObject({
    name: 'RegistryPolicyNotFoundException',
  });
  await client.send(new PutRegistryPolicyCommand({ policyText: '{"Statement":[]}' }));
  expect(await client.send(new GetRegistryPolicyCommand({}))).toMatchObject({
    registryId: '123456789012',
    policyText: '{"Statement":[]}',
  });
});

describe('templates', () => {
  test('make a repository that is pushed to, the nearest one first, and nothing without one', async () => {
    const { client, http, ecr } = await stand();
    const begin = (name: string) => http('POST', `/v2/${name}/blobs/uploads/`);
    expect((await begin('team/new')).status).toBe(404);
    const template = (prefix: string, imageTagMutability: 'MUTABLE' | 'IMMUTABLE') =>
      client.send(
        new CreateRepositoryCreationTemplateCommand({
          prefix,
          imageTagMutability,
          appliedFor: ['CREATE_ON_PUSH'],
        }),
      );
    await template('ROOT', 'MUTABLE');
    await template('team', 'IMMUTABLE');
    expect((await begin('team/new')).status).toBe(202);
    expect((await begin('teams')).status).toBe(202);
    const { repositories = [] } = await client.send(
      new DescribeRepositoriesCommand({ repositoryNames: ['team/new', 'teams'] }),
    );
    expect(repositories.map(({ imageTagMutability }) => imageTagMutability)).toEqual([
      'IMMUTABLE',
      'MUTABLE',
    ]);
    expect((await http('GET', '/v2/other/tags/list')).status).toBe(404);
    await expect(template('team', 'MUTABLE')).rejects.toMatchObject({
      name: 'TemplateAlreadyExistsException',
    });
    const { repositoryCreationTemplates } = await client.send(
      new DescribeRepositoryCreationTemplatesCommand({}),
    );
    expect(repositoryCreationTemplates).toHaveLength(2);
    expect(ecr.tags('team/new')).toEqual({});
  });

  test('for replication make nothing of a push', async () => {
    const { client, http } = await stand();
    await client.send(
      new CreateRepositoryCreationTemplateCommand({ prefix: 'ROOT', appliedFor: ['REPLICATION'] }),
    );
    expect((await http('POST', '/v2/a/b/blobs/uploads/')).status).toBe(404);
  });
});

test('what nobody signs or replicates says so', async () => {
  const at = await stand();
  const { digest } = await at.push('x', { tag: '1' });
  const of = { repositoryName: 'team/app', imageId: { imageDigest: digest } };
  expect((await at.client.send(new DescribeImageSigningStatusCommand(of))).signingStatuses).toEqual([]);
  expect((await at.client.send(new DescribeImageReplicationStatusCommand(of))).replicationStatuses).toEqual(
    [],
  );
  const missing = { ...of, imageId: { imageTag: 'none' } };
  await expect(at.client.send(new DescribeImageSigningStatusCommand(missing))).rejects.toMatchObject({
    name: 'ImageNotFoundException',
  });
});

test('encryption is said as it was asked for', async () => {
  const { client } = await stand();
  const make = (encryptionType: string, kmsKey?: string) =>
    client.send(
      new CreateRepositoryCommand({
        repositoryName: `made/${encryptionType.toLowerCase().replace('_', '-')}`,
        encryptionConfiguration: { encryptionType: encryptionType as 'KMS', ...(kmsKey && { kmsKey }) },
      }),
    );
  expect((await make('KMS', 'alias/x')).repository?.encryptionConfiguration).toEqual({
    encryptionType: 'KMS',
    kmsKey: 'alias/x',
  });
  expect((await make('AES256')).repository?.encryptionConfiguration).toEqual({ encryptionType: 'AES256' });
  await expect(make('ROT13')).rejects.toMatchObject({ name: 'InvalidParameterException' });
});

describe('quotas', () => {
  test('tags of an image, images of a repository, referrers of an image', async () => {
    const quotas = { imagesPerRepository: 3, tagsPerImage: 2, referrersPerSubject: 1 };
    const at = await stand({
      scenario: { ...emptyScenario, repositories: [{ name: 'team/app' }], quotas },
    });
    const one = await at.push('x', { tag: '1' });
    const put = (reference: string, body: string) =>
      at.http('PUT', `/v2/team/app/manifests/${reference}`, {
        headers: { 'content-type': ociManifest },
        body,
      });
    expect((await put('2', one.body)).status).toBe(201);
    expect((await put('2', one.body)).status).toBe(201);
    const third = await put('3', one.body);
    expect(third.status).toBe(403);
    expect(third.body).toContain("maximum allowed number of tags which is '2'");
    const referrer = (note: string) => {
      const parsed = JSON.parse(one.body) as object;
      return JSON.stringify({
        ...parsed,
        subject: { mediaType: ociManifest, digest: one.digest, size: one.body.length },
        annotations: { note },
      });
    };
    expect((await put(sha256(referrer('a')), referrer('a'))).status).toBe(201);
    expect((await put(sha256(referrer('b')), referrer('b'))).body).toContain(
      'maximum number of artifacts (1)',
    );
    await at.push('y', { tag: 'y' });
    await expect(at.push('z', { tag: 'z' })).rejects.toThrow();
    await expect(
      at.client.send(
        new PutImageCommand({ repositoryName: 'team/app', imageManifest: one.body, imageTag: '4' }),
      ),
    ).rejects.toMatchObject({ name: 'LimitExceededException' });
  });
});

test('a manifest with a subject is refused as ECR did, where the scenario says so', async () => {
  const at = await stand({
    scenario: { ...emptyScenario, repositories: [{ name: 'team/app' }], subjects: 'refused' },
  });
  const one = await at.push('x', { tag: '1' });
  const subject = { mediaType: ociManifest, digest: one.digest, size: one.body.length };
  const body = JSON.stringify({ ...(JSON.parse(one.body) as object), subject });
  const put = await at.http('PUT', `/v2/team/app/manifests/${sha256(body)}`, {
    headers: { 'content-type': ociManifest },
    body,
  });
  expect([put.status, JSON.parse(put.body)]).toEqual([
    405,
    {
      errors: [
        {
          code: 'UNSUPPORTED',
          message: "Invalid parameter at 'ImageManifest' failed to satisfy constraint: 'Invalid JSON syntax'",
        },
      ],
    },
  ]);
});
