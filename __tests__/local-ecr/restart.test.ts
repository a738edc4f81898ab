import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  DescribeImageScanFindingsCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  GetAccountSettingCommand,
  GetLifecyclePolicyCommand,
  GetRegistryScanningConfigurationCommand,
  LimitExceededException,
  ListTagsForResourceCommand,
  PutAccountSettingCommand,
  PutImageTagMutabilityCommand,
  PutLifecyclePolicyCommand,
  PutRegistryScanningConfigurationCommand,
  StartImageScanCommand,
  TagResourceCommand,
  type ECRClient,
} from '@aws-sdk/client-ecr';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { emptyScenario, startLocalEcr } from '../../local-ecr/index.ts';
import { refusal, standsOfThisFile } from './stand.ts';

const stand = standsOfThisFile();
const repositoryName = 'team/app';
const resourceArn = 'arn:aws:ecr:eu-west-1:123456789012:repository/team/app';
let dataDir = '';

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'local-ecr-data-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** All that can be read of the registry's settings and images, without what may differ: the port. */
async function everything(client: ECRClient): Promise<unknown> {
  const { repositories } = await client.send(new DescribeRepositoriesCommand({}));
  const answers = [
    repositories?.map((repository) => ({ ...repository, repositoryUri: undefined })),
    (await client.send(new DescribeImagesCommand({ repositoryName }))).imageDetails,
    (await client.send(new GetRegistryScanningConfigurationCommand({}))).scanningConfiguration,
    (await client.send(new GetAccountSettingCommand({ name: 'BLOB_MOUNTING' }))).value,
    (await client.send(new GetLifecyclePolicyCommand({ repositoryName }))).lifecyclePolicyText,
    (await client.send(new ListTagsForResourceCommand({ resourceArn }))).tags,
  ];
  return answers;
}

test('a folder keeps everything: images, settings, scans and tokens', async () => {
  const first = await stand({ dataDir });
  first.ecr.createRepository(repositoryName);
  first.ecr.createRepository('constructor');
  const { client } = first;
  const rules = [
    {
      scanFrequency: 'SCAN_ON_PUSH' as const,
      repositoryFilters: [{ filter: '*', filterType: 'WILDCARD' as const }],
    },
  ];
  await client.send(new PutRegistryScanningConfigurationCommand({ scanType: 'BASIC', rules }));
  await client.send(new PutAccountSettingCommand({ name: 'BLOB_MOUNTING', value: 'ENABLED' }));
  await client.send(new TagResourceCommand({ resourceArn, tags: [{ Key: 'team', Value: 'a' }] }));
  const lifecyclePolicyText = JSON.stringify({ rules: [{ rulePriority: 1, description: 'x'.repeat(100) }] });
  await client.send(new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText }));
  const image = await first.push('layer', { tag: '1' });
  await client.send(new PutImageTagMutabilityCommand({ repositoryName, imageTagMutability: 'IMMUTABLE' }));
  const token = await first.tokenOf(client);
  const before = await everything(client);
  await first.ecr.close();

  const second = await stand({ dataDir });
  expect(await everything(second.client)).toEqual(before);
  expect(before).toContainEqual([expect.objectContaining({ imageTags: ['1'] })]);
  const manifest = await second.http('GET', '/v2/team/app/manifests/1', { token });
  expect([manifest.status, manifest.body]).toEqual([200, image.body]);
  expect((await second.blob(`/v2/team/app/blobs/${image.layer}`, { token })).body).toBe('layer');
  second.pass(1000);
  const imageId = { imageTag: '1' };
  const scan = await second.client.send(new DescribeImageScanFindingsCommand({ repositoryName, imageId }));
  expect(scan.imageScanStatus?.status).toBe('COMPLETE');
  expect(
    await refusal(second.client.send(new StartImageScanCommand({ repositoryName, imageId }))),
  ).toBeInstanceOf(LimitExceededException);
  expect(second.ecr.tags('constructor')).toEqual({});
});

test("a scenario's repositories are made once, its scanning is set each time", async () => {
  const scenario = {
    ...emptyScenario,
    scanning: { type: 'ENHANCED', frequency: 'CONTINUOUS_SCAN' },
    repositories: [{ name: repositoryName, imageTagMutability: 'IMMUTABLE' }],
  } as const;
  const first = await stand({ dataDir, scenario });
  const { digest } = await first.push('x', { tag: '1' });
  await first.ecr.close();
  const second = await stand({ dataDir, scenario });
  expect(second.ecr.tags(repositoryName)).toEqual({ '1': digest });
  const { scanningConfiguration } = await second.client.send(new GetRegistryScanningConfigurationCommand({}));
  expect(scanningConfiguration?.scanType).toBe('ENHANCED');
});

test('what signs tokens is readable by its owner only', async () => {
  const { ecr } = await stand({ dataDir });
  ecr.createRepository(repositoryName);
  expect(statSync(join(dataDir, 'registry.json')).mode & 0o077).toBe(0);
});

test('without a folder nothing is kept, and a port in use is an error', async () => {
  const first = await stand();
  const port = Number(first.ecr.host.split(':')[1]);
  expect(await refusal(startLocalEcr({ port }))).toMatchObject({ code: 'EADDRINUSE' });
  await first.ecr.close();
  const second = await startLocalEcr({ port });
  expect(() => second.tags(repositoryName)).toThrow('does not exist');
  await second.close();
});

test('a folder has one server at a time, by whatever name it is called, and then another', async () => {
  const first = await stand({ dataDir });
  await expect(startLocalEcr({ dataDir: join(dataDir, '..', basename(dataDir)) })).rejects.toThrow(
    'is in use by another local-ecr: end that',
  );
  first.ecr.createRepository(repositoryName);
  await first.ecr.close();
  const second = await stand({ dataDir });
  expect(second.ecr.digests(repositoryName)).toEqual([]);
});

test('a folder is free again if its server could not start', async () => {
  const taken = await stand();
  const port = Number(taken.ecr.host.split(':')[1]);
  await expect(startLocalEcr({ dataDir, port })).rejects.toThrow('EADDRINUSE');
  await stand({ dataDir });
});

test('what a server that ended left of uploads is removed', async () => {
  const first = await stand({ dataDir });
  first.ecr.createRepository(repositoryName);
  const { location } = (await first.http('POST', '/v2/team/app/blobs/uploads/')).headers;
  await first.http('PATCH', location ?? '', { body: 'half a layer' });
  await first.ecr.close();
  expect(readdirSync(join(dataDir, 'uploads'))).toHaveLength(1);
  await stand({ dataDir });
  expect(readdirSync(join(dataDir, 'uploads'))).toEqual([]);
});

test.each([
  ['no JSON', '{', 'is not as local-ecr has written it'],
  ['something else', '{"name":"app"}', 'name is not known'],
  ['a damaged repository', '', 'is not as local-ecr has written it'],
])('a folder with %s is an error that names the file', async (_, content, text) => {
  const first = await stand({ dataDir });
  first.ecr.createRepository(repositoryName);
  await first.ecr.close();
  const file = join(dataDir, 'registry.json');
  const saved = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, content === '' ? JSON.stringify({ ...saved, repositories: { a: null } }) : content);
  const failed = startLocalEcr({ dataDir });
  await expect(failed).rejects.toThrow(text);
  await expect(failed).rejects.toThrow(file);
});

test('a file is no folder, and what cannot be kept there is said with its name', async () => {
  const file = join(dataDir, 'file');
  writeFileSync(file, '');
  for (const folder of [file, join(file, 'below'), ''])
    await expect(startLocalEcr({ dataDir: folder })).rejects.toThrow(
      `nothing can be kept in the folder ${JSON.stringify(folder)}`,
    );
  mkdirSync(join(dataDir, 'new'));
  const below = await stand({ dataDir: join(dataDir, 'new', 'and', 'below') });
  expect(statSync(join(dataDir, 'new', 'and', 'below', 'blobs')).isDirectory()).toBe(true);
  await below.ecr.close();
});
