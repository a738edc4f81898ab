import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { registries } from '../../src/adapters/ecr/registries.ts';
import { copyImage } from '../../src/publish/copy-image.ts';
import type { OpenRepository, Registry } from '../../src/ports.ts';
import { parseDigest } from '../../src/types/digest.ts';
import { ShipError } from '../../src/types/errors.ts';
import { parseRegion, parseRepositoryName, parseTag } from '../../src/types/names.ts';
import { publicRegion } from '../../src/types/regions.ts';
import { startLocalEcr, type LocalEcr } from '../../local-ecr/index.ts';
import { quickScans } from '../support/scene.ts';

const before = { ...process.env };
const digestIn = (text: string) => parseDigest(text)!;
const tag = (text: string) => parseTag(text)!;
const name = (text: string) => parseRepositoryName(text)!;

let ecr: LocalEcr;
let connect: ReturnType<typeof registries>;
let registry: Registry;
let repository: OpenRepository;

beforeAll(() => {
  process.env['AWS_EC2_METADATA_DISABLED'] = 'true';
});
beforeEach(async () => {
  ecr = await startLocalEcr({ scenario: quickScans, publicAliases: ['local', 'team'] });
  ecr.public.createRepository('app');
  Object.assign(process.env, ecr.env);
  connect = registries(new AbortController().signal, () => undefined);
  registry = connect({ type: 'public', region: publicRegion, registryId: undefined });
  repository = await registry.open(name('local/app')).opened();
});
afterEach(async () => {
  await ecr.close();
});
afterAll(() => {
  for (const key of Object.keys(process.env)) if (!(key in before)) Reflect.deleteProperty(process.env, key);
  Object.assign(process.env, before);
});

async function errorOf(work: Promise<unknown>): Promise<ShipError> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  if (error instanceof ShipError) return error;
  throw new Error('no ShipError');
}

describe('a public repository', () => {
  test('is what the API says, with the name as it stands behind the host', () => {
    const { uri, arn, type, registryId, region, mutability } = repository;
    expect({ uri, arn, type, registryId, region, mutability }).toEqual({
      uri: `${ecr.public.host}/local/app`,
      arn: 'arn:aws:ecr-public::123456789012:repository/app',
      type: 'public',
      registryId: '123456789012',
      region: 'us-east-1',
      mutability: { default: 'mutable', exceptFilters: [] },
    });
    expect(repository.scanner).toBeUndefined();
  });

  test('is found by any active alias, and by no other', async () => {
    expect((await registry.open(name('team/app')).opened()).uri).toBe(`${ecr.public.host}/team/app`);
    const error = await errorOf(registry.open(name('other/app')).opened());
    expect(error.code).toBe('repository-not-found');
    expect(error.what).toBe('The public registry of this account has no alias other. It has local and team.');
    expect(error.next).toContain(`${ecr.public.host}/local/app`);
  });

  test('that is not there is told by its name', async () => {
    const error = await errorOf(registry.open(name('local/none')).opened());
    expect(error.what).toBe('There is no repository none in the public registry of this account.');
  });

  test('reads tags and manifests through the registry, bytes and media type as they are', async () => {
    const digest = digestIn(ecr.public.seedImage('app', 'v1', 'one'));
    const read = await repository.tags.read([tag('v1'), tag('none')]);
    expect([...read.keys()]).toEqual(['v1']);
    expect(read.get(tag('v1'))).toEqual({
      digest,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      body: ecr.public.manifest('app', digest),
    });
    expect(await repository.manifests.read([digest, digestIn(`sha256:${'0'.repeat(64)}`)])).toHaveLength(1);
    expect(await repository.images.describe([{ digest }, { tag: tag('none') }])).toMatchObject([
      { digest, tags: ['v1'] },
    ]);
    ecr.addFault({ operation: 'DescribeImages', lie: { nextToken: '' } });
    // An empty token is the end of the list.
    expect(await repository.tags.list()).toEqual(['v1']);
    for await (const page of repository.images.list())
      expect(page).toEqual([{ tags: ['v1'], subject: undefined }]);
    expect(repository.referrers).toBeUndefined();
  });

  test('sets and removes tags', async () => {
    const digest = digestIn(ecr.public.seedImage('app', 'v1', 'one'));
    const [manifest] = await repository.manifests.read([digest]);
    expect(await repository.tags.set(tag('v2'), manifest!)).toEqual({ kind: 'set', digest });
    expect(await repository.tags.remove(tag('v1'))).toBe('removed');
    expect(await repository.tags.remove(tag('v1'))).toBe('absent');
    expect(ecr.public.tags('app')).toEqual({ v2: digest });
  });

  test('does not take a tag for removed where the answer names nothing', async () => {
    ecr.addFault({
      kind: 'public-api',
      operation: 'BatchDeleteImage',
      body: '{"imageIds":[],"failures":[]}',
    });
    await expect(repository.tags.remove(tag('v1'))).rejects.toThrow('BatchDeleteImage');
  });

  test('takes a new login where the old one has expired', async () => {
    ecr.public.seedImage('app', 'v1', 'one');
    await repository.tags.read([tag('v1')]);
    ecr.public.expireTokens();
    expect((await repository.tags.read([tag('v1')])).size).toBe(1);
  });

  test('says the host of its own registry', async () => {
    expect(await registry.ownHost?.()).toBe(ecr.public.host);
    expect((await registry.login()).endpoint).toBeUndefined();
  });

  test.each(['ecr-public:GetAuthorizationToken', 'sts:GetServiceBearerToken'])(
    'without %s the whole login is granted by one statement',
    async (action) => {
      ecr.setPolicy({
        Statement: [
          { Effect: 'Allow', Action: '*', Resource: '*' },
          { Effect: 'Deny', Action: action, Resource: '*' },
        ],
      });
      const error = await errorOf(registry.login());
      expect(error.code).toBe('access-denied');
      expect(error.what).toContain(`may not call ${action}`);
      for (const one of [
        '"ecr-public:GetAuthorizationToken"',
        '"sts:GetServiceBearerToken"',
        '"Resource": "*"',
      ])
        expect(error.details).toContain(one);
    },
  );
});

describe('an image is copied from a private registry to a public one', () => {
  let source: OpenRepository;
  beforeEach(async () => {
    const target = { type: 'private', region: parseRegion('eu-west-1')!, registryId: undefined } as const;
    source = await connect(target).open(name('team/app')).opened();
  });

  test('the same digest, and blobs that are there are not sent again', async () => {
    const digest = digestIn(ecr.seedImage('team/app', 'v1', 'one'));
    expect(await copyImage({ source, destination: repository, digest })).toMatchObject({
      manifests: 1,
      uploaded: 1,
    });
    expect(ecr.public.digests('app')).toEqual([digest]);
    expect(ecr.public.tags('app')).toEqual({});
    expect((await copyImage({ source, destination: repository, digest })).manifests).toBe(0);
  });

  test.each([
    { what: 'an upload that is cut', fault: { operation: 'PUT upload', times: 1, reset: true } },
    { what: 'a registry that asks for patience', fault: { operation: 'POST upload', times: 1, status: 429 } },
    { what: 'a blob that breaks off', fault: { operation: 'GET layer', times: 1, half: 'cut' as const } },
    { what: 'a redirect that breaks off', fault: { operation: 'GET blob', times: 1, half: 'cut' as const } },
  ])('$what is tried again', async ({ fault }) => {
    const digest = digestIn(ecr.seedImage('team/app', 'v1', 'one'));
    ecr.addFault(fault);
    await copyImage({ source, destination: repository, digest });
    expect(ecr.public.digests('app')).toEqual([digest]);
  });

  test('a blob with other bytes is never stored', async () => {
    const digest = digestIn(ecr.seedImage('team/app', 'v1', 'one'));
    ecr.addFault({ operation: 'GET blob', body: 'x'.repeat(20) });
    const error = await errorOf(copyImage({ source, destination: repository, digest }));
    expect(error.code).toMatch(/^registry-/);
    expect(ecr.public.digests('app')).toEqual([]);
  });

  test('a missing permission of the destination is named, and is not tried again', async () => {
    const digest = digestIn(ecr.seedImage('team/app', 'v1', 'one'));
    ecr.setPolicy({
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 'ecr-public:InitiateLayerUpload', Resource: '*' },
      ],
    });
    const error = await errorOf(copyImage({ source, destination: repository, digest }));
    expect(error.what).toContain('may not call ecr-public:InitiateLayerUpload');
    expect(ecr.requests.filter(({ operation }) => operation === 'POST upload')).toHaveLength(1);
  });

  test('a missing permission of the source is named', async () => {
    const digest = digestIn(ecr.seedImage('team/app', 'v1', 'one'));
    ecr.setPolicy({
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 'ecr:GetDownloadUrlForLayer', Resource: '*' },
      ],
    });
    const error = await errorOf(copyImage({ source, destination: repository, digest }));
    expect(error.what).toContain('may not call ecr:GetDownloadUrlForLayer');
    expect(ecr.requests.filter(({ operation }) => operation === 'GET blob')).toHaveLength(1);
  });
});
