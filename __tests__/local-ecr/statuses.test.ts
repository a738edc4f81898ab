import {
  DescribeImageScanFindingsCommand,
  type DescribeImageScanFindingsCommandOutput,
  type ECRClient,
} from '@aws-sdk/client-ecr';
import { describe, expect, test } from '@jest/globals';
import { emptyScenario, type Scenario } from '../../local-ecr/index.ts';
import { standsOfThisFile, start0 } from './stand.ts';

const stand = standsOfThisFile();
const repositoryName = 'team/app';
const finding = { id: 'CVE-2026-1', severity: 'UNTRIAGED', package: 'zlib', version: '1.2' };

const scanners = [
  { type: 'BASIC', frequency: 'SCAN_ON_PUSH' },
  { type: 'ENHANCED', frequency: 'CONTINUOUS_SCAN' },
] as const;

const scenarioOf = (scanning: Scenario['scanning'], phases: Scenario['phases']): Scenario => ({
  ...emptyScenario,
  scanning,
  phases,
  repositories: [{ name: repositoryName }],
  results: [{ match: {}, findings: [finding] }],
});

function ask(client: ECRClient, imageTag = '1'): Promise<DescribeImageScanFindingsCommandOutput> {
  return client.send(new DescribeImageScanFindingsCommand({ repositoryName, imageId: { imageTag } }));
}

function findingsIn({ imageScanFindings: found }: DescribeImageScanFindingsCommandOutput): number {
  return (found?.findings ?? found?.enhancedFindings ?? []).length;
}

describe.each(scanners)('the $type scanner', (scanning) => {
  test.each([
    ['FAILED', 'UnsupportedImageError: The operating system and/or package manager are not supported.'],
    ['UNSUPPORTED_IMAGE', undefined],
    ['SCAN_ELIGIBILITY_EXPIRED', 'The configured scan duration has lapsed for this image.'],
    ['LIMIT_EXCEEDED', undefined],
    ['FINDINGS_UNAVAILABLE', undefined],
    ['IMAGE_ARCHIVED', undefined],
    ['PENDING', undefined],
    ['IN_PROGRESS', undefined],
  ])('%s comes without findings', async (status, description) => {
    const { client, push } = await stand({ scenario: scenarioOf(scanning, [{ afterMs: 0, status }]) });
    await push('x', { tag: '1' });
    const answer = await ask(client);
    expect([answer.imageScanStatus, answer.imageScanFindings]).toEqual([
      { status, ...(description !== undefined && { description }) },
      undefined,
    ]);
  });

  test.each(['ACTIVE', 'COMPLETE'])('%s comes before time and findings do', async (status) => {
    const phases = [
      { afterMs: 0, status, findings: 'late' },
      { afterMs: 5000, status, findings: 'all' },
    ] as const;
    const { client, push, pass } = await stand({ scenario: scenarioOf(scanning, phases) });
    await push('x', { tag: '1' });
    const early = await ask(client);
    expect([early.imageScanStatus?.status, early.imageScanFindings]).toEqual([status, undefined]);
    pass(5000);
    const late = await ask(client);
    expect([findingsIn(late), late.imageScanFindings?.imageScanCompletedAt]).toEqual([
      1,
      new Date(start0 + 5000),
    ]);
    expect(late.imageScanFindings?.findingSeverityCounts).toEqual({ UNTRIAGED: 1 });
  });

  test('COMPLETE is empty first and filled later', async () => {
    const phases = [
      { afterMs: 0, status: 'COMPLETE', findings: 'empty' },
      { afterMs: 5000, status: 'COMPLETE', findings: 'all' },
    ] as const;
    const { client, push, pass } = await stand({ scenario: scenarioOf(scanning, phases) });
    await push('x', { tag: '1' });
    const early = await ask(client);
    expect([findingsIn(early), early.imageScanFindings?.imageScanCompletedAt]).toEqual([0, new Date(start0)]);
    pass(5000);
    expect(findingsIn(await ask(client))).toBe(1);
  });

  test('findings are counted first and given later', async () => {
    const phases = [
      { afterMs: 0, status: 'COMPLETE', findings: 'counted' },
      { afterMs: 5000, status: 'COMPLETE', findings: 'all' },
    ] as const;
    const { client, push, pass } = await stand({ scenario: scenarioOf(scanning, phases) });
    await push('x', { tag: '1' });
    const early = await ask(client);
    expect([findingsIn(early), early.imageScanFindings?.findingSeverityCounts]).toEqual([
      0,
      { UNTRIAGED: 1 },
    ]);
    pass(5000);
    expect(findingsIn(await ask(client))).toBe(1);
  });

  test('findings come in parts', async () => {
    const phases = [
      { afterMs: 0, status: 'ACTIVE', findings: 'half' },
      { afterMs: 5000, status: 'ACTIVE', findings: 'all' },
    ] as const;
    const scenario = { ...scenarioOf(scanning, phases) };
    const results = [{ match: {}, generate: { count: 5, severities: ['LOW'] } }];
    const { client, push, pass } = await stand({ scenario: { ...scenario, results } });
    await push('x', { tag: '1' });
    const early = await ask(client);
    expect([findingsIn(early), early.imageScanFindings?.findingSeverityCounts]).toEqual([3, { LOW: 3 }]);
    pass(5000);
    expect(findingsIn(await ask(client))).toBe(5);
  });

  test("a scenario's own words replace ECR's", async () => {
    const phases = [{ afterMs: 0, status: 'FAILED', description: 'own words' }];
    const { client, push } = await stand({ scenario: scenarioOf(scanning, phases) });
    await push('x', { tag: '1' });
    expect((await ask(client)).imageScanStatus?.description).toBe('own words');
  });

  test('nothing but an empty list, as enhanced scanning answers for a clean image and before findings are attached', async () => {
    const phases = [{ afterMs: 0, status: 'COMPLETE', findings: 'bare' }] as const;
    const { client, push } = await stand({ scenario: scenarioOf(scanning, phases) });
    await push('x', { tag: '1' });
    expect((await ask(client)).imageScanFindings).toEqual({
      findings: [],
      imageScanCompletedAt: new Date(start0),
    });
  });

  test('a lie replaces, adds and takes away what it names, and leaves the rest', async () => {
    const lie = {
      imageId: { imageDigest: 'sha256:0' },
      imageScanFindings: { findings: null, enhancedFindings: null, findingSeverityCounts: { HIGH: 2 } },
    };
    const phases = [{ afterMs: 0, status: 'COMPLETE', findings: 'all', lie }] as const;
    const { client, push } = await stand({ scenario: scenarioOf(scanning, phases) });
    await push('x', { tag: '1' });
    const { imageId, imageScanStatus, imageScanFindings, repositoryName: name } = await ask(client);
    expect(imageId).toEqual({ imageDigest: 'sha256:0', imageTag: '1' });
    expect([name, imageScanStatus?.status]).toEqual([repositoryName, 'COMPLETE']);
    expect(Object.keys(imageScanFindings ?? {}).sort()).toEqual([
      'findingSeverityCounts',
      'imageScanCompletedAt',
      'vulnerabilitySourceUpdatedAt',
    ]);
    expect(imageScanFindings?.findingSeverityCounts).toEqual({ UNTRIAGED: 1, HIGH: 2 });
  });

  test('10,000 findings come in pages, each once, with the counts of all on every page', async () => {
    const scenario: Scenario = {
      ...scenarioOf(scanning, [{ afterMs: 0, status: 'COMPLETE', findings: 'all' }]),
      results: [
        {
          match: {},
          findings: [finding],
          generate: { count: 9999, severities: ['CRITICAL', 'HIGH', 'LOW'] },
        },
      ],
    };
    const { client, push } = await stand({ scenario });
    await push('x', { tag: '1' });
    const ids = new Set<string | undefined>();
    const sizes: number[] = [];
    let nextToken: string | undefined;
    do {
      const answer = await client.send(
        new DescribeImageScanFindingsCommand({
          repositoryName,
          imageId: { imageTag: '1' },
          maxResults: 1000,
          nextToken,
        }),
      );
      const { findings = [], enhancedFindings = [], findingSeverityCounts } = answer.imageScanFindings ?? {};
      expect(findingSeverityCounts).toEqual({ UNTRIAGED: 1, CRITICAL: 3333, HIGH: 3333, LOW: 3333 });
      for (const { name } of findings) ids.add(name);
      for (const one of enhancedFindings) ids.add(one.packageVulnerabilityDetails?.vulnerabilityId);
      sizes.push(findingsIn(answer));
      nextToken = answer.nextToken;
    } while (nextToken !== undefined);
    expect([ids.size, sizes]).toEqual([10_000, Array.from({ length: 10 }, () => 1000)]);
    expect(findingsIn(await ask(client))).toBe(100);
  }, 30_000);
});
