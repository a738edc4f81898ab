import { ECRClient, PutRegistryScanningConfigurationCommand } from '@aws-sdk/client-ecr';
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ecrPrivate } from '../../src/adapters/ecr/ecr-private.ts';
import type { BlobReference, ListedImage, OpenRepository, Registry } from '../../src/ports.ts';
import { parseDigest, type Digest } from '../../src/types/digest.ts';
import { ShipError } from '../../src/types/errors.ts';
import { shipPolicy } from '../../src/types/iam.ts';
import type { StoredManifest } from '../../src/types/image.ts';
import { parseAccountId, parseRegion, parseRepositoryName, parseTag } from '../../src/types/names.ts';
import { startLocalEcr, type LocalEcr } from '../../local-ecr/index.ts';
import { criticalFinding, quickScans } from '../support/scene.ts';

const name = parseRepositoryName('team/app')!;
const region = parseRegion('eu-west-1')!;
const tag = (text: string) => parseTag(text)!;

let ecr: LocalEcr;
let registry: Registry;
let repository: OpenRepository;
/** A run that does not end. */
const never = new AbortController().signal;
const scanNow = (digest: Digest) => repository.scanner!.start(digest, 60_000);
const before = { ...process.env };

beforeAll(() => {
  process.env['AWS_EC2_METADATA_DISABLED'] = 'true';
});
beforeEach(async () => {
  ecr = await startLocalEcr({
    scenario: { ...quickScans, scanning: { type: 'BASIC', frequency: 'MANUAL' } },
  });
  Object.assign(process.env, ecr.env);
  registry = ecrPrivate(never)({ region, registryId: undefined });
  await registry.login();
  repository = await registry.open(name).opened();
});
afterEach(async () => {
  await ecr.close();
});
afterAll(() => {
  for (const key of Object.keys(process.env)) if (!(key in before)) Reflect.deleteProperty(process.env, key);
  Object.assign(process.env, before);
});

/** Pushes an image of one platform through the registry's HTTP interface. */
async function push(reference: string, note = ''): Promise<StoredManifest> {
  const { basic, endpoint } = await registry.login();
  const send = (method: string, path: string, body: string, type: string) =>
    new Promise<{ status: number; location: string }>((resolve, reject) => {
      const call = request(
        `${endpoint}${path}`,
        {
          method,
          headers: {
            authorization: `Basic ${basic}`,
            'content-type': type,
            'content-length': Buffer.byteLength(body),
          },
        },
        (answer) => {
          answer
            .resume()
            .on('end', () =>
              resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '' }),
            );
        },
      );
      call.on('error', reject).end(body);
    });
  const config = JSON.stringify({ os: 'linux', architecture: 'amd64', note });
  const digest = digestOf(config);
  const { location } = await send('POST', '/v2/team/app/blobs/uploads/', '', 'application/octet-stream');
  await send('PUT', `${location}?digest=${digest}`, config, 'application/octet-stream');
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const body = JSON.stringify({
    schemaVersion: 2,
    mediaType,
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest, size: config.length },
    layers: [],
  });
  const { status } = await send('PUT', `/v2/team/app/manifests/${reference}`, body, mediaType);
  expect(status).toBe(201);
  return { digest: digestOf(body), mediaType, body };
}

function digestOf(text: string): Digest {
  return parseDigest(`sha256:${createHash('sha256').update(text).digest('hex')}`)!;
}

async function failure(work: Promise<unknown>): Promise<ShipError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ShipError) return error;
  throw new Error(`no ShipError but ${String(error)}`);
}

test('the token opens the registry, and says until when', async () => {
  const credentials = await registry.login();
  expect(credentials).toMatchObject({ endpoint: ecr.url, username: 'AWS' });
  expect(Buffer.from(credentials.basic, 'base64').toString()).toBe(`AWS:${credentials.password}`);
  expect(credentials.expiresAt - Date.now()).toBeGreaterThan(11 * 3600_000);
});

describe('a repository', () => {
  test('is described with its URI, its account and what its tags may', async () => {
    ecr.createRepository('team/fixed', {
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      exclusionFilters: ['latest', 'dev-*'],
    });
    expect(repository).toMatchObject({
      name: 'team/app',
      uri: `${ecr.host}/team/app`,
      arn: 'arn:aws:ecr:eu-west-1:123456789012:repository/team/app',
      registryId: '123456789012',
      region: 'eu-west-1',
      mutability: { default: 'mutable', exceptFilters: [] },
    });
    const fixed = await registry.open(parseRepositoryName('team/fixed')!).opened();
    expect(fixed.mutability).toEqual({ default: 'immutable', exceptFilters: ['latest', 'dev-*'] });
  });

  test('that is not there is one clear error', async () => {
    const error = await failure(registry.open(parseRepositoryName('nowhere')!).opened());
    expect(error.code).toBe('repository-not-found');
    expect(error.what).toBe(
      'There is no repository nowhere in the registry of account 123456789012 in eu-west-1, the account of the credentials of this job.',
    );
  });
});

describe('an image', () => {
  test('is read back by digest, the same bytes and media type', async () => {
    const pushed = await push('candidate');
    expect(await repository.manifests.read([pushed.digest])).toEqual([pushed]);
    expect(await repository.images.describe([{ digest: pushed.digest }])).toMatchObject([
      { digest: pushed.digest, tags: ['candidate'], mediaType: pushed.mediaType },
    ]);
  });

  test('that is absent is left out, also beside one that is there', async () => {
    const pushed = await push('candidate');
    const other = digestOf('other');
    expect(await repository.manifests.read([other])).toEqual([]);
    expect(await repository.images.describe([{ digest: other }])).toEqual([]);
    const found = await repository.images.describe([{ digest: other }, { tag: tag('candidate') }]);
    expect(found.map(({ digest }) => digest)).toEqual([pushed.digest]);
  });

  test("has a config that can be read, or not, as the role's policy says", async () => {
    const configOf = ({ body }: { readonly body: string }) =>
      (JSON.parse(body) as { config: BlobReference }).config;
    const readable = configOf(await push('candidate', 'hello'));
    const other = configOf(await push('other', 'other'));
    expect(await repository.manifests.readBlob(readable)).toContain('"note":"hello"');
    ecr.setPolicy({
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 'ecr:GetDownloadUrlForLayer', Resource: '*' },
      ],
    });
    expect(await repository.manifests.readBlob(other)).toBeUndefined();
  });
});

describe('a name', () => {
  test('is set by writing the same manifest again', async () => {
    const pushed = await push('candidate');
    expect(await repository.tags.set(tag('v1'), pushed)).toEqual({
      kind: 'set',
      digest: pushed.digest,
    });
    expect(ecr.tags('team/app')).toEqual({ candidate: pushed.digest, v1: pushed.digest });
  });

  test('that is taken for good is an answer, not an error', async () => {
    ecr.createRepository('team/app', { imageTagMutability: 'IMMUTABLE' });
    const first = await push('v1', 'first');
    const second = await push('candidate', 'second');
    expect(await repository.tags.set(tag('v1'), second)).toMatchObject({ kind: 'immutable' });
    expect(ecr.tags('team/app')['v1']).toBe(first.digest);
  });

  test('is tried again after throttling and a cut connection, and not for ever', async () => {
    const pushed = await push('candidate');
    ecr.addFault({ operation: 'PUT manifest', times: 1, status: 429 });
    ecr.addFault({ operation: 'PUT manifest', times: 1, reset: true });
    expect(await repository.tags.set(tag('v1'), pushed)).toMatchObject({ kind: 'set' });
  });

  test('that may not be set names the permission', async () => {
    const pushed = await push('candidate');
    ecr.setPolicy({ Statement: [{ Effect: 'Deny', Action: 'ecr:PutImage', Resource: '*' }] });
    const error = await failure(repository.tags.set(tag('v1'), pushed));
    expect(error.code).toBe('access-denied');
    expect(error.what).toContain('may not call ecr:PutImage');
    expect(error.next).toContain(`"Resource":"${repository.arn}"`);
  });

  test('is removed, and told from one that was not there', async () => {
    await push('candidate');
    expect(await repository.tags.remove(tag('candidate'))).toBe('removed');
    expect(await repository.tags.remove(tag('candidate'))).toBe('absent');
  });
});

test('an answer that names nothing has removed nothing', async () => {
  await push('v1');
  for (const body of ['{"imageIds":[],"failures":[]}', '']) {
    ecr.addFault({ operation: 'BatchDeleteImage', times: 1, body });
    await expect(repository.tags.remove(tag('v1'))).rejects.toThrow('BatchDeleteImage');
  }
  expect(Object.keys(ecr.tags('team/app'))).toEqual(['v1']);
});

describe('a scan', () => {
  test('is started, is running, and has findings; a second one within a day is the same', async () => {
    ecr.setScenario({
      ...quickScans,
      scanning: { type: 'BASIC', frequency: 'MANUAL' },
      results: [{ match: {}, findings: [criticalFinding] }],
    });
    const { digest } = await push('candidate');
    expect(await repository.scanner!.read(digest, { size: 1000 })).toMatchObject({ kind: 'no-scan' });
    expect(await scanNow(digest)).toEqual({ kind: 'started' });
    const startedAt = Date.now();
    const again = await scanNow(digest);
    expect(again).toEqual({ kind: 'already-scanned' });
    // The SDK would send it three times and take more than a second.
    expect(ecr.requests.filter(({ operation }) => operation === 'StartImageScan')).toHaveLength(2);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, 250 - (Date.now() - startedAt))));
    expect(await repository.scanner!.read(digest, { size: 1000 })).toMatchObject({
      kind: 'status',
      page: {
        scanner: 'basic',
        status: 'COMPLETE',
        counts: new Map([['CRITICAL', 1]]),
        listed: new Map([['CRITICAL', 1]]),
        findings: [{ id: 'CVE-2024-0001', severity: 'critical', package: 'openssl', installed: '3.0.1' }],
      },
    });
  });

  test('of an enhanced registry starts by itself, and its findings come in our words', async () => {
    ecr.setScenario({
      ...quickScans,
      scanning: { type: 'ENHANCED', frequency: 'CONTINUOUS_SCAN' },
      phases: [{ afterMs: 0, status: 'ACTIVE', findings: 'all' }],
      results: [{ match: {}, findings: [{ ...criticalFinding, severity: 'UNTRIAGED', fixedIn: '3.0.2' }] }],
    });
    const { digest } = await push('candidate');
    expect(await repository.scanner!.settings()).toEqual({ scanner: 'enhanced', frequency: 'continuous' });
    expect(await scanNow(digest)).toEqual({ kind: 'starts-by-itself' });
    expect(await repository.scanner!.read(digest, { size: 1000 })).toMatchObject({
      page: {
        scanner: 'enhanced',
        status: 'ACTIVE',
        findings: [{ severity: 'undefined', severityAsGiven: 'UNTRIAGED', fixedIn: '3.0.2' }],
      },
    });
  });

  test.each([
    { status: 'ACTIVE', scanner: 'enhanced' },
    { status: 'PENDING', scanner: 'unknown' },
    { status: 'COMPLETE', scanner: 'unknown' },
  ])('$status without findings tells: $scanner', async ({ status, scanner }) => {
    const scanning = { type: 'ENHANCED', frequency: 'CONTINUOUS_SCAN' } as const;
    ecr.setScenario({ ...quickScans, scanning, phases: [{ afterMs: 0, status }] });
    const { digest } = await push('candidate');
    const answer = await repository.scanner!.read(digest, { size: 100 });
    expect(answer).toMatchObject({ page: { status, scanner, listed: new Map() } });
  });

  test('without a status is one that has not begun', async () => {
    const { digest } = await push('candidate');
    // Of an answer of success the SDK takes what it knows, and here it knows nothing.
    ecr.addFault({ operation: 'DescribeImageScanFindings', status: 200, type: '', message: '' });
    expect(await repository.scanner!.read(digest, { size: 100 })).toEqual({
      kind: 'no-scan',
      detail: 'the answer has no status',
    });
  });

  test('is read in pages of a thousand', async () => {
    ecr.setScenario({
      ...quickScans,
      phases: [{ afterMs: 0, status: 'COMPLETE', findings: 'all' }],
      results: [{ match: {}, generate: { count: 1001, severities: ['LOW'] } }],
    });
    const { digest } = await push('candidate');
    const first = await repository.scanner!.read(digest, { size: 1000 });
    if (first.kind !== 'status') throw new Error('no findings');
    expect(first.page.findings).toHaveLength(1000);
    expect(
      await repository.scanner!.read(digest, { size: 1000, token: first.page.nextToken! }),
    ).toMatchObject({
      page: { findings: [{}] },
    });
  });
});

describe('what is in the repository', () => {
  const sbom = (subject: string, n: number) => ({
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    body: JSON.stringify({
      schemaVersion: 2,
      artifactType: 'application/spdx+json',
      subject: { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: subject, size: 1 },
      annotations: { n: String(n) },
    }),
  });

  test('is listed with what has no tag, what is archived and what is attached', async () => {
    const { digest } = await push('v1');
    ecr.seed('team/app', { manifests: [sbom(digest, 1)], blobs: [] });
    ecr.archive('team/app', 'v1');
    const listed: ListedImage[] = [];
    for await (const page of repository.images.list()) listed.push(...page);
    expect(listed.sort((a, b) => b.tags.length - a.tags.length)).toEqual([
      { tags: ['v1'], subject: undefined },
      { tags: [], subject: digest },
    ]);
  });

  test('and attached to one image is counted fifty at a time', async () => {
    const { digest } = await push('v1');
    expect(await repository.referrers!.count(digest)).toBe(0);
    const manifests = Array.from({ length: 93 }, (_, n) => sbom(digest, n));
    ecr.seed('team/app', { manifests, blobs: [] });
    const before = ecr.requests.length;
    expect(await repository.referrers!.count(digest)).toBe(93);
    expect(ecr.requests.slice(before).map(({ operation }) => operation)).toEqual([
      'ListImageReferrers',
      'ListImageReferrers',
    ]);
  });
});

describe('an empty token is the end of a list', () => {
  test('of tags', async () => {
    await push('candidate');
    ecr.addFault({ operation: 'DescribeImages', lie: { nextToken: '' } });
    expect(await repository.tags.list()).toEqual(['candidate']);
  });

  test('of findings', async () => {
    ecr.setScenario({ ...quickScans, phases: [{ afterMs: 0, status: 'COMPLETE', findings: 'all' }] });
    const { digest } = await push('candidate');
    ecr.addFault({ operation: 'DescribeImageScanFindings', lie: { nextToken: '' } });
    const answer = await repository.scanner!.read(digest, { size: 1000 });
    if (answer.kind !== 'status') throw new Error('no findings');
    expect(answer.page.nextToken).toBeUndefined();
  });
});

describe('how the registry scans', () => {
  test.each([
    { name: 'on push', frequency: 'SCAN_ON_PUSH' as const, told: 'on-push' },
    { name: 'when asked to', frequency: 'MANUAL' as const, told: 'manual' },
  ])('$name', async ({ frequency, told }) => {
    ecr.setScenario({ ...quickScans, scanning: { type: 'BASIC', frequency } });
    expect(await repository.scanner!.settings()).toEqual({ scanner: 'basic', frequency: told });
  });

  test('is not known where the registry names a kind that is new, and never taken for basic scanning', async () => {
    const type = 'ENHANCED_NEXT' as 'ENHANCED';
    ecr.setScenario({ ...quickScans, scanning: { type, frequency: 'SCAN_ON_PUSH' } });
    expect(await repository.scanner!.settings()).toEqual({ scanner: 'unknown', frequency: 'on-push' });
  });

  test('is what the rules say of this repository, whose filters need not match it', async () => {
    const client = new ECRClient({});
    await client.send(
      new PutRegistryScanningConfigurationCommand({
        scanType: 'ENHANCED',
        rules: [
          {
            scanFrequency: 'SCAN_ON_PUSH',
            repositoryFilters: [{ filter: 'other/*', filterType: 'WILDCARD' }],
          },
        ],
      }),
    );
    expect(await repository.scanner!.settings()).toEqual({ scanner: 'enhanced', frequency: 'manual' });
    client.destroy();
  });

  const kind = 'ecr:GetRegistryScanningConfiguration';
  const when = 'ecr:BatchGetRepositoryScanningConfiguration';
  const byHand = { type: 'BASIC', frequency: 'MANUAL' } as const;
  const inspector = { type: 'ENHANCED', frequency: 'CONTINUOUS_SCAN' } as const;
  test.each([
    { denied: [kind], scanning: byHand, told: { scanner: 'unknown', frequency: 'manual' } },
    // Only enhanced scanning is continuous.
    { denied: [kind], scanning: inspector, told: { scanner: 'enhanced', frequency: 'continuous' } },
    { denied: [when], scanning: inspector, told: { scanner: 'enhanced', frequency: 'unknown' } },
    { denied: [kind, when], scanning: inspector, told: { scanner: 'unknown', frequency: 'unknown' } },
  ])('may be forbidden to know: $denied, $told', async ({ denied, scanning, told }) => {
    ecr.setScenario({ ...quickScans, scanning });
    deny(denied);
    const settings = await repository.scanner!.settings();
    expect(settings).toMatchObject(told);
    for (const action of denied) expect(settings.notice).toContain(action);
    expect(settings.notice).toMatch(/; the scan is judged by what the registry answers\.$/);
  });

  const deny = (denied: readonly string[]) =>
    ecr.setPolicy({
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: denied, Resource: '*' },
      ],
    });

  test('of a registry by its id is not known where it may not be read whose configuration it is', async () => {
    deny([kind]);
    const byId = ecrPrivate(never)({ region, registryId: parseAccountId('123456789012') });
    const settings = await byId.open(name).scanner!.settings();
    expect(settings).toMatchObject({ scanner: 'unknown', frequency: 'unknown' });
    expect(settings.notice).toContain(kind);
  });

  test('of a repository that is missing is not the place to say so', async () => {
    ecr.addFault({
      operation: 'BatchGetRepositoryScanningConfiguration',
      status: 400,
      type: 'RepositoryNotFoundException',
      message: 'not here',
    });
    expect(await repository.scanner!.settings()).toEqual({ scanner: 'basic', frequency: 'unknown' });
  });

  test("of another account cannot be read, and the caller's own is not taken for it", async () => {
    const other = ecrPrivate(never)({ region, registryId: parseAccountId('999999999999') });
    expect(await other.open(name).scanner!.settings()).toMatchObject({
      scanner: 'unknown',
      frequency: 'unknown',
      notice: expect.stringContaining('of account 999999999999 can only be read from within it') as unknown,
    });
  });
});

describe('a scan that cannot be started now', () => {
  const busy = { operation: 'StartImageScan', times: 1 };
  test.each([
    {
      name: 'throttled',
      fault: { ...busy, status: 400, type: 'ThrottlingException', message: 'Rate exceeded' },
    },
    { name: 'a fault of AWS', fault: { ...busy, status: 500, type: 'ServerException', message: 'oops' } },
    {
      name: 'an image that is not seen yet',
      fault: { ...busy, status: 400, type: 'ImageNotFoundException', message: 'not here' },
    },
  ])('is to be asked for again: $name', async ({ fault }) => {
    const { digest } = await push('candidate');
    ecr.addFault(fault);
    expect(await scanNow(digest)).toMatchObject({ kind: 'not-now' });
    expect(await scanNow(digest)).toEqual({ kind: 'started' });
  });

  test('nor read is busy, after the SDK has tried', async () => {
    const { digest } = await push('candidate');
    const operation = 'DescribeImageScanFindings';
    ecr.addFault({ operation, status: 500, type: 'ServerException', message: 'a passing fault' });
    const answer = await repository.scanner!.read(digest, { size: 100 });
    expect(answer).toMatchObject({
      kind: 'busy',
      detail: expect.stringContaining('a passing fault') as unknown,
    });
    expect(ecr.requests.filter((request) => request.operation === operation)).toHaveLength(5);
  }, 20_000);

  test('for lack of a permission is a denial', async () => {
    const { digest } = await push('candidate');
    ecr.setPolicy({
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 'ecr:StartImageScan', Resource: '*' },
      ],
    });
    expect((await failure(scanNow(digest))).code).toBe('access-denied');
  });
});

test("another account's registry is not ours", async () => {
  const other = ecrPrivate(never)({ region, registryId: parseAccountId('999999999999') });
  const error = await failure(other.open(name).opened());
  expect(error.what).toContain('in the registry of account 999999999999 in eu-west-1.');
});

describe('who one is', () => {
  test('is what STS says, with no permission for anything', async () => {
    ecr.setPolicy({ Statement: [] });
    expect(await registry.callerArn()).toMatch(/^arn:aws:(iam|sts)::123456789012:[\w+=,.@/-]+$/);
    const sts = ecr.requests.filter(({ kind }) => kind === 'sts');
    expect(sts.map(({ body, status }) => [body, status])).toEqual([
      ['Action=GetCallerIdentity&Version=2011-06-15', 200],
    ]);
  });

  test('is unknown, and no error, where STS cannot be reached', async () => {
    process.env['AWS_ENDPOINT_URL_STS'] = 'http://127.0.0.1:1';
    expect(await registry.callerArn()).toBeUndefined();
  });

  test('leaves the signing of later calls to ECR alone', async () => {
    await registry.callerArn();
    expect((await registry.open(name).opened()).name).toBe('team/app');
  });
});

describe('what is missing', () => {
  /** Every call of an opening, side by side as the story asks them, on a repository that nothing is known of. */
  const open = (named = 'team/app') => {
    const fresh = ecrPrivate(never)({ region, registryId: undefined });
    const door = fresh.open(parseRepositoryName(named)!);
    return failure(Promise.all([fresh.login(), door.opened(), door.tags.read([tag('v1')])]));
  };

  test('as permissions is told at once, with the whole policy for the repository', async () => {
    ecr.setPolicy({ Statement: [] });
    const { code, what, next } = await open();
    expect(code).toBe('access-denied');
    for (const action of ['GetAuthorizationToken', 'DescribeRepositories', 'BatchGetImage'])
      expect(what).toContain(`ecr:${action}`);
    const policy = JSON.parse(next.slice(next.indexOf('{'))) as { Statement: { Resource: string }[] };
    expect(policy.Statement.map(({ Resource }) => Resource)).toEqual(['*', repository.arn]);
  });

  test('as a repository is told with its account, how it is made, and what is near', async () => {
    ecr.createRepository('team/other');
    const { code, what, next } = await open('team/ap');
    expect([code, what]).toEqual([
      'repository-not-found',
      'There is no repository team/ap in the registry of account 123456789012 in eu-west-1, the account of the credentials of this job. Did you mean team/app?',
    ]);
    expect(next).toContain('aws ecr create-repository --region eu-west-1 --repository-name team/ap');
    expect(next).toContain('create-repository: true');
    const listings = ecr.requests.filter(
      ({ operation, body }) => operation === 'DescribeRepositories' && !body.includes('repositoryNames'),
    );
    expect(listings).toHaveLength(1);
  });

  test('as a repository is told without a hint where none may be listed', async () => {
    ecr.setPolicy(shipPolicy('arn:aws:ecr:eu-west-1:123456789012:repository/team/ap'));
    const { code, what } = await open('team/ap');
    expect([code, what.includes('Did you mean')]).toEqual(['repository-not-found', false]);
  });
});

describe('credentials that cannot be had', () => {
  const keys = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];
  const without = async (env: Record<string, string>) => {
    for (const key of keys) Reflect.deleteProperty(process.env, key);
    Object.assign(process.env, { AWS_CONFIG_FILE: '/nowhere', AWS_SHARED_CREDENTIALS_FILE: '/nowhere' }, env);
    const asked = ecr.requests.length;
    const error = await failure(ecrPrivate(never)({ region, registryId: undefined }).login());
    expect(ecr.requests.filter(({ kind }) => kind === 'api').slice(asked)).toEqual([]);
    return error;
  };
  const added = [
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_ROLE_ARN',
    'AWS_CONFIG_FILE',
    'AWS_SHARED_CREDENTIALS_FILE',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI',
    'AWS_PROFILE',
  ];
  afterEach(() => {
    for (const key of added) Reflect.deleteProperty(process.env, key);
  });

  test('because there are none', async () => {
    expect((await without({})).what).toBe('This job has no AWS credentials.');
  });

  test.each([
    {
      name: 'a file with a token that is not there',
      env: {
        AWS_WEB_IDENTITY_TOKEN_FILE: '/nowhere/token',
        AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/ci',
      },
      words: "ENOENT: no such file or directory, open '/nowhere/token'",
    },
    {
      name: 'an endpoint of a container that does not answer',
      env: { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:1/credentials' },
      words: 'ECONNREFUSED',
    },
    { name: 'a profile that is not there', env: { AWS_PROFILE: 'nobodys' }, words: 'nobodys' },
  ])('are an error of their own, in the words of who has them: $name', async ({ env, words }) => {
    const { code, what, next } = await without(env);
    expect(code).toBe('no-credentials');
    expect(what).toContain('The AWS credentials of this job could not be obtained');
    expect(what).toContain(words);
    expect(next).not.toMatch(/again|network/);
  });
});

describe('an exception that nobody expects of a call', () => {
  test.each<[string, string, () => Promise<unknown>]>([
    ['BatchGetImage', 'LimitExceededException', () => repository.tags.read([tag('v1')])],
    ['GetRegistryScanningConfiguration', 'ValidationException', () => repository.scanner!.settings()],
    ['DescribeImages', 'ValidationException', () => repository.images.describe([{ tag: tag('v1') }])],
  ])('is a failure of that call: %s, %s', async (operation, type, call) => {
    ecr.addFault({ operation, status: 400, type, message: 'because' });
    await expect(call()).rejects.toMatchObject({
      code: 'registry-failed',
      what: `ecr:${operation} failed in eu-west-1: ${type}: because.`,
    });
  });
});

describe('what the API says of a repository', () => {
  const lie = (found: object) => {
    const repositoryUri = `${ecr.host}/team/app`;
    const repositoryArn = 'arn:aws:ecr:eu-west-1:123456789012:repository/team/app';
    const one = {
      repositoryName: 'team/app',
      registryId: '123456789012',
      repositoryUri,
      repositoryArn,
      ...found,
    };
    ecr.addFault({ operation: 'DescribeRepositories', lie: { repositories: [one] } });
  };
  const open = (registryId?: string) =>
    ecrPrivate(never)({ region, registryId: parseAccountId(registryId ?? '') })
      .open(name)
      .opened();

  test.each<[string, object, string | undefined]>([
    ['another name', { repositoryName: 'team/other' }, undefined],
    ['another account', { registryId: '210987654321' }, '123456789012'],
  ])('is not taken for the one that was asked for: %s', async (_, found, registryId) => {
    lie(found);
    await expect(open(registryId)).rejects.toMatchObject({
      code: 'registry-failed',
      what: 'ecr:DescribeRepositories answered with another repository than the one that was asked for.',
    });
  });

  test.each<[string, object]>([
    ['repositoryUri', { repositoryUri: 5 }],
    ['imageTagMutability', { imageTagMutability: ['IMMUTABLE'] }],
    ['encryptionType', { encryptionConfiguration: { encryptionType: {} } }],
  ])('is told with the member that is not as promised: %s', async (member, found) => {
    lie(found);
    await expect(open()).rejects.toMatchObject({
      what: `ecr:DescribeRepositories answered with ${member} that is not text.`,
    });
  });

  test('and of a login that leads nowhere', async () => {
    const one = { authorizationToken: 'QVdTOng=', expiresAt: 4e9, proxyEndpoint: 'nowhere' };
    ecr.addFault({ operation: 'GetAuthorizationToken', lie: { authorizationData: [one] } });
    await expect(ecrPrivate(never)({ region, registryId: undefined }).login()).rejects.toMatchObject({
      what: 'ecr:GetAuthorizationToken answered with no token for a registry.',
    });
  });
});
