import {
  BatchCheckLayerAvailabilityCommand,
  BatchDeleteImageCommand,
  BatchGetImageCommand,
  BatchGetRepositoryScanningConfigurationCommand,
  CompleteLayerUploadCommand,
  CreateRepositoryCommand,
  DeleteRepositoryCommand,
  DescribeImageScanFindingsCommand,
  DescribeImagesCommand,
  DescribeRegistryCommand,
  DescribeRepositoriesCommand,
  ECRServiceException,
  GetAccountSettingCommand,
  GetAuthorizationTokenCommand,
  GetDownloadUrlForLayerCommand,
  GetRegistryScanningConfigurationCommand,
  InitiateLayerUploadCommand,
  ListImageReferrersCommand,
  ListImagesCommand,
  ListTagsForResourceCommand,
  PutAccountSettingCommand,
  PutImageCommand,
  PutImageTagMutabilityCommand,
  PutLifecyclePolicyCommand,
  PutRegistryScanningConfigurationCommand,
  SetRepositoryPolicyCommand,
  StartImageScanCommand,
  TagResourceCommand,
  UploadLayerPartCommand,
  type ECRClient,
} from '@aws-sdk/client-ecr';
import { describe, expect, test } from '@jest/globals';
import { emptyScenario, type PolicyDocument } from '../../local-ecr/index.ts';
import { errorOf, manifestOf, ociManifest, refusal, sha256, standsOfThisFile, type Stand } from './stand.ts';

const stand = standsOfThisFile();
const repositoryName = 'team/app';
const registry = 'arn:aws:ecr:eu-west-1:123456789012:repository/';
const role = 'arn:aws:sts::123456789012:assumed-role/local-ecr/TEST';

const allow = (Action: string | readonly string[], Resource: string | readonly string[] = '*') =>
  ({ Effect: 'Allow', Action, Resource }) as const;
const deny = (Action: string) => ({ Effect: 'Deny', Action, Resource: '*' }) as const;
const policy = (...Statement: PolicyDocument['Statement']): PolicyDocument => ({ Statement });

const denial = (action: string, resource: string) =>
  `User: ${role} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;

async function deniedBy(attempt: Promise<unknown>): Promise<string> {
  const error = await refusal(attempt);
  expect(error).toBeInstanceOf(ECRServiceException);
  expect(error.name).toBe('AccessDeniedException');
  return error.message;
}

describe('every operation needs its own action', () => {
  const imageId = { imageTag: '1' };
  const resourceArn = `${registry}${repositoryName}`;
  const layerDigest = sha256('x');
  const operations: Readonly<Record<string, (client: ECRClient) => Promise<unknown>>> = {
    BatchCheckLayerAvailability: (client) =>
      client.send(new BatchCheckLayerAvailabilityCommand({ repositoryName, layerDigests: [layerDigest] })),
    BatchDeleteImage: (client) =>
      client.send(new BatchDeleteImageCommand({ repositoryName, imageIds: [imageId] })),
    BatchGetImage: (client) => client.send(new BatchGetImageCommand({ repositoryName, imageIds: [imageId] })),
    CompleteLayerUpload: (client) =>
      client.send(
        new CompleteLayerUploadCommand({ repositoryName, uploadId: 'x', layerDigests: [layerDigest] }),
      ),
    CreateRepository: (client) => client.send(new CreateRepositoryCommand({ repositoryName })),
    DeleteRepository: (client) => client.send(new DeleteRepositoryCommand({ repositoryName })),
    DescribeImages: (client) => client.send(new DescribeImagesCommand({ repositoryName })),
    DescribeImageScanFindings: (client) =>
      client.send(new DescribeImageScanFindingsCommand({ repositoryName, imageId })),
    DescribeRepositories: (client) =>
      client.send(new DescribeRepositoriesCommand({ repositoryNames: [repositoryName] })),
    BatchGetRepositoryScanningConfiguration: (client) =>
      client.send(new BatchGetRepositoryScanningConfigurationCommand({ repositoryNames: [repositoryName] })),
    GetDownloadUrlForLayer: (client) =>
      client.send(new GetDownloadUrlForLayerCommand({ repositoryName, layerDigest })),
    InitiateLayerUpload: (client) => client.send(new InitiateLayerUploadCommand({ repositoryName })),
    ListImageReferrers: (client) =>
      client.send(new ListImageReferrersCommand({ repositoryName, subjectId: { imageDigest: layerDigest } })),
    ListImages: (client) => client.send(new ListImagesCommand({ repositoryName })),
    ListTagsForResource: (client) => client.send(new ListTagsForResourceCommand({ resourceArn })),
    PutImage: (client) =>
      client.send(new PutImageCommand({ repositoryName, imageManifest: manifestOf('{}', 'x') })),
    PutImageTagMutability: (client) =>
      client.send(new PutImageTagMutabilityCommand({ repositoryName, imageTagMutability: 'MUTABLE' })),
    PutLifecyclePolicy: (client) =>
      client.send(new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText: '{}' })),
    SetRepositoryPolicy: (client) =>
      client.send(new SetRepositoryPolicyCommand({ repositoryName, policyText: '{}' })),
    StartImageScan: (client) => client.send(new StartImageScanCommand({ repositoryName, imageId })),
    TagResource: (client) => client.send(new TagResourceCommand({ resourceArn, tags: [] })),
    UploadLayerPart: (client) =>
      client.send(
        new UploadLayerPartCommand({
          repositoryName,
          uploadId: 'x',
          partFirstByte: 0,
          partLastByte: 0,
          layerPartBlob: Buffer.from('x'),
        }),
      ),
  };
  const ofTheRegistry: typeof operations = {
    DescribeRegistry: (client) => client.send(new DescribeRegistryCommand({})),
    GetAccountSetting: (client) => client.send(new GetAccountSettingCommand({ name: 'BLOB_MOUNTING' })),
    GetAuthorizationToken: (client) => client.send(new GetAuthorizationTokenCommand({})),
    GetRegistryScanningConfiguration: (client) =>
      client.send(new GetRegistryScanningConfigurationCommand({})),
    PutAccountSetting: (client) =>
      client.send(new PutAccountSettingCommand({ name: 'BLOB_MOUNTING', value: 'ENABLED' })),
    PutRegistryScanningConfiguration: (client) =>
      client.send(new PutRegistryScanningConfigurationCommand({ rules: [] })),
  };
  test.each([
    ...Object.entries(operations).map(([name, run]) => [name, `${registry}${repositoryName}`, run] as const),
    ...Object.entries(ofTheRegistry).map(([name, run]) => [name, '*', run] as const),
  ])('%s', async (name, resource, run) => {
    const { client, ecr } = await stand();
    ecr.setPolicy(policy(allow('ecr:*'), deny(`ecr:${name}`)));
    expect(await deniedBy(run(client))).toBe(
      `User: ${role} is not authorized to perform: ecr:${name} on resource: ${resource} with an explicit deny in an identity-based policy`,
    );
    ecr.setPolicy(policy());
    expect(await deniedBy(run(client))).toBe(denial(`ecr:${name}`, resource));
    // With everything allowed it may fail for other reasons, but not for want of a permission.
    ecr.setPolicy(policy(allow('ecr:*')));
    const outcome = await run(client).then(
      () => 'answered',
      (error: unknown) => (error as Error).name,
    );
    expect(outcome).not.toBe('AccessDeniedException');
  });
});

test('a policy is for the resources that it names, all that a request names included', async () => {
  const { client, ecr } = await stand();
  ecr.createRepository('prod/app');
  ecr.setPolicy(policy(allow('ecr:Describe*', `${registry}team/*`)));
  const ask = (repositoryNames?: string[]) =>
    client.send(new DescribeRepositoriesCommand({ repositoryNames }));
  await ask(['team/app']);
  expect(await deniedBy(ask(['team/app', 'prod/app']))).toBe(
    denial('ecr:DescribeRepositories', `${registry}prod/app`),
  );
  expect(await deniedBy(ask())).toBe(denial('ecr:DescribeRepositories', `${registry}*`));
});

test.each([
  ['a part of the action', 'Describe*', '*'],
  ['a part of the resource', 'ecr:*', 'repository/team/app'],
  ['a longer name', 'ecr:*', `${registry}team/app2`],
  ['? for two letters', 'ecr:*', `${registry}team/a?`],
])('a policy names the whole of what it allows: %s is not enough', async (_case, action, resource) => {
  const { client, ecr } = await stand();
  ecr.setPolicy(policy(allow(action, resource)));
  await deniedBy(client.send(new DescribeImagesCommand({ repositoryName })));
  ecr.setPolicy(policy(allow('ECR:describe?mages', `${registry}team/a?p`)));
  await client.send(new DescribeImagesCommand({ repositoryName }));
});

test('each access key may have a policy of its own', async () => {
  const { client, clientAs, ecr } = await stand();
  ecr.setPolicy(policy(allow('ecr:*')), 'TEST');
  ecr.setPolicy(policy());
  await client.send(new DescribeImagesCommand({ repositoryName }));
  const other = await deniedBy(clientAs('OTHER').send(new DescribeImagesCommand({ repositoryName })));
  expect(other).toContain('User: arn:aws:sts::123456789012:assumed-role/local-ecr/OTHER is not authorized');
  ecr.setPolicy(undefined, 'TEST');
  await deniedBy(client.send(new DescribeImagesCommand({ repositoryName })));
});

test('a condition is refused, because it would not be enforced', async () => {
  const { ecr } = await stand();
  const statement = { ...allow('ecr:*'), Condition: { StringEquals: {} } };
  expect(() => ecr.setPolicy(policy(statement))).toThrow('Statement[0] has Condition');
});

test('ListImageReferrers needs BatchGetImage besides', async () => {
  const { client, ecr } = await stand();
  ecr.setPolicy(policy(allow('ecr:ListImageReferrers')));
  const command = new ListImageReferrersCommand({
    repositoryName,
    subjectId: { imageDigest: sha256('x') },
  });
  expect(await deniedBy(client.send(command))).toBe(denial('ecr:BatchGetImage', `${registry}team/app`));
});

test.each([
  ['inspector2:ListCoverage', '/coverage/list', ['ecr:*']],
  ['inspector2:ListFindings', '/findings/list', ['ecr:*', 'inspector2:ListCoverage']],
])('reading enhanced findings needs %s', async (action, path, allowed) => {
  const scenario = {
    ...emptyScenario,
    scanning: { type: 'ENHANCED', frequency: 'CONTINUOUS_SCAN' },
    repositories: [{ name: repositoryName }],
  } as const;
  const { client, push, ecr } = await stand({ scenario });
  await push('x', { tag: '1' });
  ecr.setPolicy(policy(allow(allowed)));
  const read = () =>
    client.send(new DescribeImageScanFindingsCommand({ repositoryName, imageId: { imageTag: '1' } }));
  expect(await deniedBy(read())).toBe(denial(action, `arn:aws:inspector2:eu-west-1:123456789012:${path}`));
  ecr.setPolicy(policy(allow(['ecr:*', 'inspector2:ListCoverage', 'inspector2:ListFindings'])));
  await read();
});

describe('every HTTP route needs its action', () => {
  const manifest = { headers: { 'content-type': ociManifest }, body: manifestOf('{}', 'layer') };
  const begin = async ({ http }: Stand) => {
    const { headers } = await http('POST', '/v2/team/app/blobs/uploads/');
    return headers.location ?? '';
  };
  const digest = sha256('layer');
  type Route = (on: Stand) => Promise<(on: Stand) => ReturnType<Stand['http']>>;
  const routes: readonly (readonly [name: string, action: string, route: Route])[] = [
    ['GET manifest', 'ecr:BatchGetImage', () => later(({ http }) => http('GET', '/v2/team/app/manifests/1'))],
    [
      'PUT manifest',
      'ecr:PutImage',
      () => later(({ http }) => http('PUT', '/v2/team/app/manifests/2', manifest)),
    ],
    [
      'DELETE manifest',
      'ecr:BatchDeleteImage',
      () => later(({ http }) => http('DELETE', `/v2/team/app/manifests/${digest}`)),
    ],
    ['GET tags', 'ecr:ListImages', () => later(({ http }) => http('GET', '/v2/team/app/tags/list'))],
    [
      'GET referrers',
      'ecr:BatchGetImage',
      () => later(({ http }) => http('GET', `/v2/team/app/referrers/${digest}`)),
    ],
    [
      'POST upload',
      'ecr:InitiateLayerUpload',
      () => later(({ http }) => http('POST', '/v2/team/app/blobs/uploads/')),
    ],
    [
      'POST upload with all bytes',
      'ecr:UploadLayerPart',
      () =>
        later(({ http }) => http('POST', `/v2/team/app/blobs/uploads/?digest=${sha256('y')}`, { body: 'y' })),
    ],
    [
      'POST upload with all bytes',
      'ecr:CompleteLayerUpload',
      () =>
        later(({ http }) => http('POST', `/v2/team/app/blobs/uploads/?digest=${sha256('y')}`, { body: 'y' })),
    ],
    [
      'PATCH upload',
      'ecr:UploadLayerPart',
      async (on) => {
        const location = await begin(on);
        return ({ http }) => http('PATCH', location, { body: 'y' });
      },
    ],
    [
      'PUT upload',
      'ecr:CompleteLayerUpload',
      async (on) => {
        const location = await begin(on);
        return ({ http }) => http('PUT', `${location}?digest=${sha256('y')}`, { body: 'y' });
      },
    ],
    [
      'PUT upload with all bytes',
      'ecr:UploadLayerPart',
      async (on) => {
        const location = await begin(on);
        return ({ http }) => http('PUT', `${location}?digest=${sha256('y')}`, { body: 'y' });
      },
    ],
    [
      'GET blob',
      'ecr:GetDownloadUrlForLayer',
      () => later(({ http }) => http('GET', `/v2/team/app/blobs/${digest}`)),
    ],
  ];
  function later<T>(value: T): Promise<T> {
    return Promise.resolve(value);
  }

  test.each(routes)('%s: %s', async (_name, action, route) => {
    const on = await stand();
    await on.push('layer', { tag: '1' });
    const run = await route(on);
    on.ecr.setPolicy(policy(allow('*'), deny(action)));
    const answer = await run(on);
    expect([answer.status, errorOf(answer)]).toEqual([
      403,
      {
        code: 'DENIED',
        message: `User: ${role} is not authorized to perform: ${action} on resource: ${registry}team/app with an explicit deny in an identity-based policy`,
      },
    ]);
    on.ecr.setPolicy(undefined);
    expect((await run(on)).status).not.toBe(403);
  });

  test.each([
    ['HEAD manifest', 'ecr:BatchGetImage', '/v2/team/app/manifests/1'],
    ['HEAD blob', 'ecr:BatchCheckLayerAvailability', `/v2/team/app/blobs/${digest}`],
  ])('%s: %s', async (_name, action, path) => {
    const { http, push, ecr } = await stand();
    await push('layer', { tag: '1' });
    ecr.setPolicy(policy(allow('*'), deny(action)));
    expect((await http('HEAD', path)).status).toBe(403);
    ecr.setPolicy(undefined);
    expect((await http('HEAD', path)).status).toBe(200);
  });

  test("the push of AWS's user guide pushes, and no action of it is too many", async () => {
    const needed = [
      'ecr:CompleteLayerUpload',
      'ecr:UploadLayerPart',
      'ecr:InitiateLayerUpload',
      'ecr:PutImage',
    ];
    const { push, ecr, http } = await stand();
    await http('GET', '/v2/');
    ecr.setPolicy(policy(allow(needed, `${registry}team/app`)));
    await push('whole', { tag: '1' });
    for (const missing of needed) {
      ecr.setPolicy(policy(allow(needed.filter((action) => action !== missing))));
      await expect(push(missing, { tag: '2' })).rejects.toThrow(missing);
    }
  });
});
