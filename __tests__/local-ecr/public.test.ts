import {
  BatchDeleteImageCommand,
  CreateRepositoryCommand,
  DescribeImagesCommand,
  DescribeImageTagsCommand,
  DescribeRegistriesCommand,
  DescribeRepositoriesCommand,
  ECRPUBLICClient,
  GetAuthorizationTokenCommand,
  GetRepositoryCatalogDataCommand,
  PutRepositoryCatalogDataCommand,
} from '@aws-sdk/client-ecr-public';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startLocalEcr, type LocalEcr } from '../../local-ecr/index.ts';
import { manifestOf, ociManifest, sha256, start0 } from './stand.ts';

let ecr: LocalEcr;
let client: ECRPUBLICClient;
let now: number;

function clientOf(region = 'us-east-1'): ECRPUBLICClient {
  return new ECRPUBLICClient({
    region,
    endpoint: ecr.public.url,
    credentials: { accessKeyId: 'PUBLISHER', secretAccessKey: 'secret' },
    maxAttempts: 1,
  });
}

beforeEach(async () => {
  now = start0;
  ecr = await startLocalEcr({ clock: { now: () => now }, publicAliases: ['local', 'team'] });
  ecr.public.createRepository('app');
  client = clientOf();
});
afterEach(async () => {
  client.destroy();
  await ecr.close();
});

async function loginOf(): Promise<string> {
  const { authorizationData } = await client.send(new GetAuthorizationTokenCommand({}));
  return authorizationData?.authorizationToken ?? '';
}

async function anonymousToken(): Promise<string> {
  const answer = await fetch(`${ecr.public.url}/token/?service=public.ecr.aws&scope=aws`);
  return ((await answer.json()) as { token: string }).token;
}

function ask(method: string, path: string, token?: string, body?: string, type?: string): Promise<Response> {
  return fetch(`${ecr.public.url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(type !== undefined && { 'content-type': type }),
    },
    ...(body !== undefined && { body }),
  });
}

/** Pushes an image of one layer with a login, and gives its digest. */
async function push(tag: string, token: string, alias = 'local'): Promise<string> {
  const [config, layer] = ['{"os":"linux","architecture":"amd64"}', 'a layer'];
  for (const blob of [config, layer]) {
    const begun = await ask('POST', `/v2/${alias}/app/blobs/uploads/`, token);
    expect(begun.status).toBe(202);
    const to = `${begun.headers.get('location') ?? ''}?digest=${sha256(blob)}`;
    expect((await ask('PUT', to, token, blob)).status).toBe(201);
  }
  const body = manifestOf(config, layer);
  const put = await ask('PUT', `/v2/${alias}/app/manifests/${tag}`, token, body, ociManifest);
  expect(put.status).toBe(201);
  return sha256(body);
}

describe("ECR Public's registry", () => {
  test('says where a bearer token is to be had', async () => {
    const answer = await ask('GET', '/v2/');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe(
      `Bearer realm="${ecr.public.url}/token/",service="public.ecr.aws",scope="aws"`,
    );
  });

  test('is pulled from by anybody with a token, and pushed to by nobody without a login', async () => {
    const digest = await push('1', await loginOf());
    const token = await anonymousToken();
    const pulled = await ask('GET', '/v2/local/app/manifests/1', token);
    expect([pulled.status, pulled.headers.get('docker-content-digest')]).toEqual([200, digest]);
    expect((await ask('GET', '/v2/local/app/manifests/1')).status).toBe(401);
    const refused = await ask('POST', '/v2/local/app/blobs/uploads/', token);
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain(
      `ecr-public:InitiateLayerUpload on resource: arn:aws:ecr-public::123456789012:repository/app`,
    );
  });

  test("takes the API's own token as the bearer's, and a token for a login", async () => {
    const login = await loginOf();
    expect((await ask('GET', '/v2/', login)).status).toBe(200);
    const answer = await fetch(`${ecr.public.url}/token/`, { headers: { authorization: `Basic ${login}` } });
    const { token } = (await answer.json()) as { token: string };
    expect((await ask('POST', '/v2/local/app/blobs/uploads/', token)).status).toBe(202);
  });

  test('refuses a login that has expired, also where anybody could pull', async () => {
    const login = await loginOf();
    now += 12 * 3600_000;
    const answer = await fetch(`${ecr.public.url}/token/`, { headers: { authorization: `Basic ${login}` } });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain(
      'Your authorization token has expired. Reauthenticate and try again.',
    );
    expect((await ask('GET', '/v2/local/app/manifests/1', login)).status).toBe(403);
  });

  test('lets every tag move, and knows the registry by each of its aliases', async () => {
    const token = await loginOf();
    const digest = await push('1', token, 'team');
    const seeded = ecr.public.seedImage('app', '1', 'another');
    expect(ecr.public.tags('app')).toEqual({ '1': seeded });
    await push('1', token);
    expect(ecr.public.tags('app')).toEqual({ '1': digest });
    expect((await ask('GET', '/v2/other/app/manifests/1', token)).status).toBe(404);
  });

  test('answers a mount with an upload', async () => {
    const token = await loginOf();
    await push('1', token);
    ecr.public.createRepository('copy');
    const path = `/v2/local/copy/blobs/uploads/?mount=${sha256('a layer')}&from=local/app`;
    expect((await ask('POST', path, token)).status).toBe(202);
  });
});

describe("ECR Public's API", () => {
  test('describes its registry and repositories by the name without the alias', async () => {
    const { registries = [] } = await client.send(new DescribeRegistriesCommand({}));
    expect(registries[0]).toMatchObject({
      registryId: '123456789012',
      registryUri: `${ecr.public.host}/local`,
      aliases: [
        { name: 'local', status: 'ACTIVE', primaryRegistryAlias: true },
        { name: 'team', status: 'ACTIVE', primaryRegistryAlias: false },
      ],
    });
    const { repositories } = await client.send(new DescribeRepositoriesCommand({ repositoryNames: ['app'] }));
    expect(repositories).toEqual([
      {
        repositoryArn: 'arn:aws:ecr-public::123456789012:repository/app',
        registryId: '123456789012',
        repositoryName: 'app',
        repositoryUri: `${ecr.public.host}/local/app`,
        createdAt: new Date(start0),
      },
    ]);
    await expect(
      client.send(new DescribeRepositoriesCommand({ repositoryNames: ['no'] })),
    ).rejects.toMatchObject({
      name: 'RepositoryNotFoundException',
      message: "The repository with name 'no' does not exist in the registry with id '123456789012'",
    });
  });

  test('tells of images and of tags, and removes them', async () => {
    const digest = await push('1', await loginOf());
    const images = await client.send(new DescribeImagesCommand({ repositoryName: 'app' }));
    expect(images.imageDetails).toMatchObject([
      { imageDigest: digest, imageTags: ['1'], repositoryName: 'app' },
    ]);
    const tags = await client.send(new DescribeImageTagsCommand({ repositoryName: 'app' }));
    expect(tags.imageTagDetails).toMatchObject([{ imageTag: '1', imageDetail: { imageDigest: digest } }]);
    await client.send(new BatchDeleteImageCommand({ repositoryName: 'app', imageIds: [{ imageTag: '1' }] }));
    expect(ecr.public.digests('app')).toEqual([]);
    await expect(
      client.send(new DescribeImagesCommand({ repositoryName: 'app', imageIds: [{ imageDigest: digest }] })),
    ).rejects.toMatchObject({ name: 'ImageNotFoundException' });
  });

  test('makes repositories with catalogue data, and changes that', async () => {
    const catalogData = { description: 'An app', architectures: ['x86-64'], operatingSystems: ['Linux'] };
    const made = await client.send(new CreateRepositoryCommand({ repositoryName: 'team/new', catalogData }));
    expect(made.repository?.repositoryUri).toBe(`${ecr.public.host}/local/team/new`);
    const about = { repositoryName: 'team/new' };
    expect((await client.send(new GetRepositoryCatalogDataCommand(about))).catalogData).toEqual(catalogData);
    const changed = { ...about, catalogData: { aboutText: '# App' } };
    await client.send(new PutRepositoryCatalogDataCommand(changed));
    expect((await client.send(new GetRepositoryCatalogDataCommand(about))).catalogData).toEqual({
      aboutText: '# App',
    });
    await expect(client.send(new CreateRepositoryCommand(about))).rejects.toMatchObject({
      name: 'RepositoryAlreadyExistsException',
    });
    await expect(
      client.send(
        new PutRepositoryCatalogDataCommand({ ...about, catalogData: { description: 'x'.repeat(1025) } }),
      ),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  test('gives no login where sts:GetServiceBearerToken is not granted', async () => {
    const Statement = [{ Effect: 'Allow', Action: 'ecr-public:*', Resource: '*' } as const];
    ecr.setPolicy({ Statement });
    await expect(loginOf()).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('is not authorized to perform: sts:GetServiceBearerToken') as unknown,
    });
  });

  test('grants by the ARN of the repository, which has neither region nor alias', async () => {
    const arn = 'arn:aws:ecr-public::123456789012:repository/app';
    ecr.setPolicy({ Statement: [{ Effect: 'Allow', Action: 'ecr-public:DescribeImages', Resource: arn }] });
    await client.send(new DescribeImagesCommand({ repositoryName: 'app' }));
    ecr.public.createRepository('other');
    await expect(client.send(new DescribeImagesCommand({ repositoryName: 'other' }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
  });

  test('is asked in us-east-1', async () => {
    const elsewhere = clientOf('eu-west-1');
    await expect(elsewhere.send(new GetAuthorizationTokenCommand({}))).rejects.toMatchObject({
      name: 'InvalidSignatureException',
    });
    elsewhere.destroy();
  });
});
