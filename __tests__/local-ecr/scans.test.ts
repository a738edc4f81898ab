import {
  BatchGetRepositoryScanningConfigurationCommand,
  DescribeImageScanFindingsCommand,
  DescribeImagesCommand,
  ImageNotFoundException,
  LimitExceededException,
  PutImageCommand,
  PutRegistryScanningConfigurationCommand,
  ScanNotFoundException,
  StartImageScanCommand,
  UnsupportedImageTypeException,
  ValidationException,
  type ECRClient,
} from '@aws-sdk/client-ecr';
import { describe, expect, test } from '@jest/globals';
import { emptyScenario, type Scenario } from '../../local-ecr/index.ts';
import { manifestOf, ociIndex, ociManifest, refusal, standsOfThisFile, start0 } from './stand.ts';

const stand = standsOfThisFile();
const repositoryName = 'team/app';
const day = 24 * 3600_000;

const finding = {
  id: 'CVE-2026-1',
  severity: 'HIGH',
  package: 'openssl',
  version: '3.0.1',
  fixedIn: '3.0.2',
  score: 7.5,
  description: 'bad',
  uri: 'https://example.com/1',
};

const onPush: Scenario = {
  ...emptyScenario,
  scanning: { type: 'BASIC', frequency: 'SCAN_ON_PUSH' },
  repositories: [{ name: repositoryName }],
  phases: [
    { afterMs: 0, status: 'ABSENT' },
    { afterMs: 1000, status: 'PENDING' },
    { afterMs: 2000, status: 'IN_PROGRESS' },
    { afterMs: 30_000, status: 'COMPLETE', findings: 'all' },
  ],
  results: [{ match: {}, findings: [finding] }],
};

const byHand: Scenario = { ...onPush, scanning: { type: 'BASIC', frequency: 'MANUAL' } };

const enhanced: Scenario = {
  ...onPush,
  scanning: { type: 'ENHANCED', frequency: 'CONTINUOUS_SCAN' },
  phases: [{ afterMs: 0, status: 'ACTIVE', findings: 'all' }],
};

function describeScan(client: ECRClient, imageDigest: string) {
  return client.send(new DescribeImageScanFindingsCommand({ repositoryName, imageId: { imageDigest } }));
}

function startScan(client: ECRClient, imageDigest: string) {
  return client.send(new StartImageScanCommand({ repositoryName, imageId: { imageDigest } }));
}

async function statusOf(client: ECRClient, imageDigest: string): Promise<string | undefined> {
  try {
    return (await describeScan(client, imageDigest)).imageScanStatus?.status;
  } catch (error) {
    if (error instanceof ScanNotFoundException) return 'ABSENT';
    throw error;
  }
}

async function lifeCycle(client: ECRClient, digest: string, pass: (ms: number) => void) {
  const seen = [await statusOf(client, digest)];
  for (const ms of [999, 1, 1000, 27_999, 1]) {
    pass(ms);
    seen.push(await statusOf(client, digest));
  }
  return seen;
}

const wholeLife = ['ABSENT', 'ABSENT', 'PENDING', 'IN_PROGRESS', 'IN_PROGRESS', 'COMPLETE'];

describe('a basic scan', () => {
  test('on push goes through its life as the clock does', async () => {
    const { client, push, pass } = await stand({ scenario: onPush });
    const { digest } = await push('x', { tag: '1' });
    expect(await lifeCycle(client, digest, pass)).toEqual(wholeLife);
  });

  test('by hand begins with StartImageScan and not before', async () => {
    const { client, push, pass } = await stand({ scenario: byHand });
    const { digest } = await push('x', { tag: '1' });
    pass(day);
    expect(await statusOf(client, digest)).toBe('ABSENT');
    const { imageScanStatus, imageId } = await startScan(client, digest);
    expect([imageScanStatus, imageId]).toEqual([{ status: 'PENDING' }, { imageDigest: digest }]);
    expect(await lifeCycle(client, digest, pass)).toEqual(wholeLife);
  });

  test('counts a severity whatever it is called', async () => {
    const named = ['constructor', 'toString', 'UNTRIAGED'].map((severity) => ({ ...finding, severity }));
    const { client, push, pass } = await stand({
      scenario: { ...onPush, results: [{ match: {}, findings: named }] },
    });
    const { digest } = await push('x', { tag: '1' });
    pass(30_000);
    expect((await describeScan(client, digest)).imageScanFindings?.findingSeverityCounts).toEqual({
      constructor: 1,
      toString: 1,
      UNTRIAGED: 1,
    });
  });

  test('ends with findings, counts and the time of the end', async () => {
    const { client, push, pass } = await stand({ scenario: onPush });
    const { digest } = await push('x', { tag: '1' });
    pass(29_999);
    expect((await describeScan(client, digest)).imageScanFindings).toBeUndefined();
    pass(100_000);
    expect(await describeScan(client, digest)).toMatchObject({
      imageScanStatus: { status: 'COMPLETE', description: 'The scan was completed successfully.' },
      imageScanFindings: {
        imageScanCompletedAt: new Date(start0 + 30_000),
        findingSeverityCounts: { HIGH: 1 },
        findings: [
          {
            name: 'CVE-2026-1',
            severity: 'HIGH',
            description: 'bad',
            uri: 'https://example.com/1',
            attributes: expect.arrayContaining([
              { key: 'package_name', value: 'openssl' },
              { key: 'package_version', value: '3.0.1' },
              { key: 'CVSS3_SCORE', value: '7.5' },
            ]) as unknown,
          },
        ],
      },
    });
    const { imageDetails } = await client.send(new DescribeImagesCommand({ repositoryName }));
    expect(imageDetails?.[0]).not.toHaveProperty('imageScanStatus');
  });

  test.each([
    ['after a scan on push', onPush],
    ['after a scan by hand', byHand],
  ])('is made once in 24 hours: %s', async (_case, scenario) => {
    const { client, push, pass } = await stand({ scenario });
    const { digest } = await push('x', { tag: '1' });
    if (scenario === byHand) await startScan(client, digest);
    pass(day - 1);
    const error = await refusal(startScan(client, digest));
    expect(error).toBeInstanceOf(LimitExceededException);
    expect(error.message).toBe('The scan quota per image has been exceeded. Wait and try again.');
    pass(1);
    await startScan(client, digest);
    expect(await statusOf(client, digest)).toBe('ABSENT');
  });

  test('is not made of an index, but of its children', async () => {
    const { client, push, pushIndex, pass } = await stand({ scenario: onPush });
    const child = await push('x');
    const index = await pushIndex([child], 'all');
    pass(60_000);
    const error = await refusal(startScan(client, index.digest));
    expect(error).toBeInstanceOf(UnsupportedImageTypeException);
    expect(error.message).toBe(
      `An artifact with media type '${ociIndex}' cannot be scanned. For more information, see the Amazon ECR documentation.`,
    );
    expect([await statusOf(client, index.digest), await statusOf(client, child.digest)]).toEqual([
      'ABSENT',
      'COMPLETE',
    ]);
  });

  test('is not made of a signature', async () => {
    const { client, upload, pass } = await stand({ scenario: onPush });
    await upload('{}');
    await upload('x');
    const imageManifest = manifestOf('{}', 'x').replace('image.config.v1', 'empty.v1');
    const { image } = await client.send(new PutImageCommand({ repositoryName, imageManifest }));
    pass(60_000);
    const digest = image?.imageId?.imageDigest ?? '';
    expect(await statusOf(client, digest)).toBe('ABSENT');
    expect(await refusal(startScan(client, digest))).toBeInstanceOf(UnsupportedImageTypeException);
  });

  test('that is not there names image, repository and registry', async () => {
    const { client, push } = await stand();
    const { digest } = await push('x', { tag: '1' });
    const error = await refusal(describeScan(client, digest));
    expect(error).toBeInstanceOf(ScanNotFoundException);
    expect(error.message).toBe(
      `Image scan does not exist for the image with '{imageDigest:'${digest}', imageTag:'null'}' in the repository with name 'team/app' in the registry with id '123456789012'`,
    );
  });

  test('of an image that is not there is another error', async () => {
    const { client } = await stand();
    const digest = `sha256:${'0'.repeat(64)}`;
    expect(await refusal(describeScan(client, digest))).toBeInstanceOf(ImageNotFoundException);
    expect(await refusal(startScan(client, digest))).toBeInstanceOf(ImageNotFoundException);
  });
});

describe('an enhanced registry', () => {
  test('refuses StartImageScan', async () => {
    const { client, push } = await stand({ scenario: enhanced });
    const { digest } = await push('x', { tag: '1' });
    const error = await refusal(startScan(client, digest));
    expect(error).toBeInstanceOf(ValidationException);
    expect(error.message).toBe('This feature is disabled');
  });

  test("gives findings in Inspector's shape, about this image in this account, and the summary in DescribeImages", async () => {
    const { client, push } = await stand({
      scenario: enhanced,
      accountId: '210987654321',
      region: 'us-east-2',
    });
    const { digest } = await push('x', { tag: '1', architecture: 'arm64' });
    const { imageScanStatus, imageScanFindings } = await describeScan(client, digest);
    expect(imageScanStatus).toEqual({
      status: 'ACTIVE',
      description: 'Continuous scan is selected for image.',
    });
    expect(imageScanFindings).not.toHaveProperty('findings');
    const resource = `arn:aws:ecr:us-east-2:210987654321:repository/team/app/${digest}`;
    expect(imageScanFindings?.enhancedFindings).toMatchObject([
      {
        awsAccountId: '210987654321',
        findingArn: expect.stringContaining('arn:aws:inspector2:us-east-2:210987654321:finding/') as unknown,
        severity: 'HIGH',
        fixAvailable: 'YES',
        exploitAvailable: 'NO',
        firstObservedAt: new Date(start0),
        packageVulnerabilityDetails: {
          vulnerabilityId: 'CVE-2026-1',
          vulnerablePackages: [{ name: 'openssl', version: '3.0.1', fixedInVersion: '3.0.2', arch: 'ARM64' }],
        },
        resources: [
          {
            id: resource,
            details: {
              awsEcrContainerImage: { imageHash: digest, imageTags: ['1'], platform: 'linux/arm64' },
            },
          },
        ],
      },
    ]);
    expect(JSON.stringify(imageScanFindings)).not.toContain('123456789012');
    const { imageDetails } = await client.send(new DescribeImagesCommand({ repositoryName }));
    expect(imageDetails?.[0]).toMatchObject({
      imageScanStatus: { status: 'ACTIVE' },
      imageScanFindingsSummary: { findingSeverityCounts: { HIGH: 1 } },
    });
  });

  test('does not know the results of the basic scanner, which come back with it', async () => {
    const { client, push, pass } = await stand({ scenario: onPush });
    const { digest } = await push('x', { tag: '1' });
    pass(60_000);
    const use = (scanType: 'BASIC' | 'ENHANCED') =>
      client.send(new PutRegistryScanningConfigurationCommand({ scanType, rules: [] }));
    await use('ENHANCED');
    expect(await statusOf(client, digest)).toBe('ABSENT');
    await use('BASIC');
    expect(await statusOf(client, digest)).toBe('COMPLETE');
  });
});

test.each(['BASIC', 'ENHANCED'] as const)(
  'an image without a name is left alone by a %s scanner that ignores such, until it gets one',
  async (type) => {
    const scanning = { type, frequency: 'SCAN_ON_PUSH', untagged: 'ignored' } as const;
    const phases = [{ afterMs: 0, status: 'COMPLETE', findings: 'all' }] as const;
    const { client, push, pass } = await stand({ scenario: { ...onPush, scanning, phases } });
    const { digest, body } = await push('x');
    pass(5000);
    expect(await statusOf(client, digest)).toBe('ABSENT');
    await client.send(new PutImageCommand({ repositoryName, imageManifest: body, imageTag: '1' }));
    expect(await statusOf(client, digest)).toBe('COMPLETE');
    const { imageScanFindings } = await describeScan(client, digest);
    expect(imageScanFindings?.imageScanCompletedAt).toEqual(new Date(start0 + 5000));
  },
);

test('a scanner that ignores images without a name scans the children of an index that has one', async () => {
  const scanning = { type: 'ENHANCED', frequency: 'SCAN_ON_PUSH', untagged: 'ignored' } as const;
  const phases = [{ afterMs: 0, status: 'COMPLETE', findings: 'all' }] as const;
  const { client, push, pushIndex } = await stand({ scenario: { ...onPush, scanning, phases } });
  const child = await push('x');
  expect(await statusOf(client, child.digest)).toBe('ABSENT');
  const index = await pushIndex([child], 'all');
  expect(await statusOf(client, child.digest)).toBe('COMPLETE');
  expect(await statusOf(client, index.digest)).toBe('ABSENT');
});

test('the filters of a scenario say which repositories are scanned by themselves', async () => {
  const scanning = { type: 'BASIC', frequency: 'SCAN_ON_PUSH', filters: ['team/*'] } as const;
  const repositories = [{ name: 'team/app' }, { name: 'other/app' }];
  const { client } = await stand({ scenario: { ...onPush, scanning, repositories } });
  const { scanningConfigurations } = await client.send(
    new BatchGetRepositoryScanningConfigurationCommand({ repositoryNames: ['team/app', 'other/app'] }),
  );
  expect(scanningConfigurations?.map((one) => [one.repositoryName, one.scanFrequency])).toEqual([
    ['team/app', 'SCAN_ON_PUSH'],
    ['other/app', 'MANUAL'],
  ]);
});

test('each platform has its own result, the first rule that matches decides', async () => {
  const results = [
    { match: { platform: 'linux/arm64' }, findings: [finding, { ...finding, id: 'CVE-2026-2' }] },
    { match: { repository: 'other/*' }, findings: [finding, finding, finding] },
    { match: { repository: 'team/*' }, findings: [finding] },
  ];
  const phases = [{ afterMs: 0, status: 'COMPLETE', findings: 'all' }] as const;
  const { client, push } = await stand({ scenario: { ...onPush, phases, results } });
  const counts = [];
  for (const architecture of ['amd64', 'arm64']) {
    const { digest } = await push('x', { architecture });
    counts.push((await describeScan(client, digest)).imageScanFindings?.findings?.length);
  }
  expect(counts).toEqual([1, 2]);
});

test('a scenario that is set later is that of the further registries as well', async () => {
  const away = { accountId: '210987654321', region: 'eu-west-1' };
  const Statement = [{ Effect: 'Allow', Principal: '*', Action: 'ecr:DescribeImageScanFindings' }] as const;
  const further = (name: string) => [
    { account: away.accountId, region: away.region, repositories: [{ name, policy: { Statement } }] },
  ];
  const phases = [{ afterMs: 0, status: 'COMPLETE', findings: 'all' }] as const;
  const clean = { ...onPush, phases, results: [], registries: further(repositoryName) };
  const { ecr, client } = await stand({ scenario: clean });
  const config = '{"architecture":"amd64","os":"linux"}';
  const manifests = [{ mediaType: ociManifest, body: manifestOf(config, 'x') }];
  const imageDigest = ecr.seed(repositoryName, { manifests, blobs: [config, 'x'] }, 'v1', away);
  const found = async () => {
    const asked = { registryId: away.accountId, repositoryName, imageId: { imageDigest } };
    const { imageScanFindings } = await client.send(new DescribeImageScanFindingsCommand(asked));
    return imageScanFindings?.findings?.map(({ name }) => name);
  };
  expect(await found()).toEqual([]);

  ecr.setScenario({ ...clean, results: onPush.results, registries: further('another/app') });

  expect(await found()).toEqual([finding.id]);
  expect(ecr.tags(repositoryName, away)).toEqual({ v1: imageDigest });
  expect(ecr.tags('another/app', away)).toEqual({});
});
