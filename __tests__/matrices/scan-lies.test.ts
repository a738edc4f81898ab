import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Scenario } from '../../local-ecr/index.ts';
import { engine } from '../support/engines.ts';
import { criticalFinding, onlyError } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();

const low = { ...criticalFinding, id: 'CVE-2024-0002', severity: 'LOW' };
const otherDigest = `sha256:${'f'.repeat(64)}`;
const basic = { type: 'BASIC', frequency: 'SCAN_ON_PUSH' } as const;
const inspector = { type: 'ENHANCED', frequency: 'CONTINUOUS_SCAN' } as const;

type Lie = NonNullable<Scenario['phases'][number]['lie']>;

/** A scan that has ended at once and found one mild thing, and an answer that lies about it. */
const lying = (lie: Lie, scanning: Scenario['scanning'] = basic): Partial<Scenario> => ({
  scanning,
  phases: [{ afterMs: 0, status: scanning.type === 'BASIC' ? 'COMPLETE' : 'ACTIVE', findings: 'all', lie }],
  results: [{ match: {}, findings: [low] }],
});

describe('an answer that lies names no image', () => {
  const rows: readonly { name: string; scenario: Partial<Scenario>; says: string }[] = [
    {
      name: 'about another digest',
      scenario: lying({ imageId: { imageDigest: otherDigest } }),
      says: `and answered about ${otherDigest.slice(0, 19)}`,
    },
    {
      name: 'about another repository',
      scenario: lying({ repositoryName: 'team/other' }),
      says: 'ECR was asked about repository team/app and answered about team/other',
    },
    {
      name: 'about another registry',
      scenario: lying({ registryId: '999999999999' }),
      says: 'ECR was asked about registry 123456789012 and answered about 999999999999',
    },
    {
      name: 'about no image',
      scenario: lying({ imageId: null }),
      says: 'ECR answered without saying about which image',
    },
    {
      name: 'with findings of another image',
      scenario: lying(
        {
          imageScanFindings: {
            enhancedFindings: [
              {
                severity: 'LOW',
                title: 'CVE-2024-0002',
                resources: [{ details: { awsEcrContainerImage: { imageHash: otherDigest } } }],
              },
            ],
          },
        },
        inspector,
      ),
      says: `listed a finding of ${otherDigest.slice(0, 19)}`,
    },
    {
      name: 'that counts a critical finding and lists a mild one',
      scenario: lying({ imageScanFindings: { findingSeverityCounts: { LOW: null, CRITICAL: 1 } } }),
      says: '1 CRITICAL counted, 0 listed; 0 LOW counted, 1 listed',
    },
    {
      name: 'that counts nothing and lists something',
      scenario: lying({ imageScanFindings: { findingSeverityCounts: { LOW: null } } }),
      says: '0 LOW counted, 1 listed',
    },
    {
      name: 'that counts less than nothing',
      scenario: lying({ imageScanFindings: { findingSeverityCounts: { CRITICAL: -1 } } }),
      says: 'ECR counts -1 CRITICAL findings',
    },
    {
      name: 'without counts',
      scenario: lying({ imageScanFindings: { findingSeverityCounts: null } }),
      says: "waited 3 s in vain for ECR's counts",
    },
    {
      name: 'without the member for findings',
      scenario: lying({ imageScanFindings: null }),
      says: 'waited 3 s in vain for the findings',
    },
    {
      name: 'without a list',
      scenario: lying({ imageScanFindings: { findings: null, findingSeverityCounts: { LOW: null } } }),
      says: 'waited 3 s in vain for a list of findings, which the answer lacks',
    },
    {
      name: 'without a list, of enhanced scanning',
      scenario: lying(
        { imageScanFindings: { enhancedFindings: null, findingSeverityCounts: { LOW: null } } },
        inspector,
      ),
      says: 'waited 3 s in vain for a list of findings, which the answer lacks',
    },
    {
      name: 'from the future',
      scenario: lying({ imageScanFindings: { imageScanCompletedAt: 4_000_000_000 } }),
      says: 'ECR says that the scan ended at 2096-10-02T07:06:40.000Z, which has not come',
    },
    {
      name: 'with a status in another case',
      scenario: lying({ imageScanStatus: { status: 'complete' } }),
      says: 'a status that this version does not know: complete',
    },
  ];
  test.each(rows)('$name', async ({ scenario, says }) => {
    const { ecr, ship } = await scene(engine('containerd'), { scenario });
    const { main } = await ship({ 'scan-timeout': '3s' });
    expect(main.exitCode).toBe(1);
    expect(onlyError(main)).toContain('The image did not pass and got no tag: no full scan of linux/amd64: ');
    expect(onlyError(main)).toContain(says);
    expect(main.outputs).toMatchObject({ verdict: 'failed', 'scan-status': 'incomplete' });
    expect(ecr.tags('team/app')).toEqual({});
  });

  test('on the second page alone', async () => {
    const { ecr, ship } = await scene(engine('containerd'), {
      scenario: {
        phases: [{ afterMs: 0, status: 'COMPLETE', findings: 'all' }],
        results: [{ match: {}, generate: { count: 501, severities: ['LOW'] } }],
      },
    });
    // Both looks and the first page tell the truth.
    ecr.addFault({ operation: 'DescribeImageScanFindings', times: 3 });
    ecr.addFault({
      operation: 'DescribeImageScanFindings',
      times: 1,
      lie: { imageId: { imageDigest: otherDigest } },
    });
    const { main } = await ship();
    expect(onlyError(main)).toContain(`and answered about ${otherDigest.slice(0, 19)}`);
    expect(ecr.tags('team/app')).toEqual({});
  });

  test('about a scan that it starts', async () => {
    const { ecr, ship } = await scene(engine('containerd'), {
      scenario: { scanning: { type: 'BASIC', frequency: 'MANUAL' } },
    });
    ecr.addFault({ operation: 'StartImageScan', lie: { imageId: { imageDigest: otherDigest } } });
    const { main } = await ship();
    expect(onlyError(main)).toContain(`and answered about ${otherDigest.slice(0, 19)}`);
    expect(ecr.tags('team/app')).toEqual({});
  });

  test('and an exception accepts nothing of it', async () => {
    const { ecr, ship } = await scene(engine('containerd'), {
      scenario: lying({ imageScanFindings: { findingSeverityCounts: { LOW: null, CRITICAL: 1 } } }),
      files: {
        Dockerfile: 'FROM scratch\nCOPY hello.txt /\n',
        'hello.txt': 'hello\n',
        '.github/ecr-ship.yml': `exceptions:\n  - { id: ${low.id}, reason: no matter, expires: ${inDays(100)} }\n`,
      },
    });
    const { main } = await ship({ 'scan-timeout': '2s', 'fail-on': 'low' });
    expect(onlyError(main)).toContain('1 CRITICAL counted, 0 listed');
    expect(main.outputs['critical']).toBe('');
    expect(ecr.tags('team/app')).toEqual({});
  });

  test('nor is it taken for clean where an incomplete scan is only a warning', async () => {
    const { ship } = await scene(engine('containerd'), {
      scenario: lying({ imageId: { imageDigest: otherDigest } }),
    });
    const { main } = await ship({ 'on-incomplete-scan': 'warn' });
    expect(main.outputs).toMatchObject({ verdict: 'not-scanned', 'scan-status': 'incomplete', low: '' });
    expect(main.warnings.join('\n')).toContain(`and answered about ${otherDigest.slice(0, 19)}`);
  });
});

/** A day so many days from today, as the file of exceptions wants it. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 24 * 3600_000).toISOString().slice(0, 10);
}

describe("a severity that is not ECR's", () => {
  const finding = (severity: string) => ({ ...criticalFinding, severity });
  const files = { 'result-file': 'r.json', 'evidence-file': 'e.md', 'sarif-file': 'f.sarif' };

  test('counts as critical, and is shown by its own word everywhere', async () => {
    const { ecr, ship, workspace } = await scene(engine('containerd'), {
      scenario: { results: [{ match: {}, findings: [finding('SEVERE')] }] },
    });
    const { main } = await ship(files);
    expect(onlyError(main)).toContain(
      '1 CRITICAL finding, none allowed: CVE-2024-0001 in openssl (linux/amd64, severity SEVERE)',
    );
    expect(main.warnings.join('\n')).toContain(
      'they count as critical: SEVERE (1). Say in fail-on what such a word means: high,severe=medium.',
    );
    expect(main.outputs).toMatchObject({ verdict: 'failed', critical: '1', undefined: '0' });
    expect(main.summary).toContain('| CRITICAL &#40;SEVERE&#41; |');
    expect(ecr.tags('team/app')).toEqual({});
    const read = (name: string) => readFileSync(join(workspace, name), 'utf8');
    expect(read('e.md')).toContain('| CRITICAL &#40;SEVERE&#41; |');
    expect(JSON.parse(read('r.json'))).toMatchObject({
      findings: [{ severity: 'critical', severityWord: 'SEVERE' }],
    });
    expect(JSON.parse(read('f.sarif'))).toMatchObject({
      runs: [
        {
          results: [
            {
              level: 'error',
              message: { text: expect.stringContaining('The scanner calls its severity SEVERE.') as unknown },
            },
          ],
        },
      ],
    });
  });

  test.each([
    { given: 'critical', failOn: 'critical', counted: 'critical' },
    { given: 'CRITICAL ', failOn: 'critical', counted: 'critical' },
    { given: 'High', failOn: 'high=0', counted: 'high' },
    { given: 'IMPORTANT', failOn: 'HIGH', counted: 'critical' },
    { given: 'LOW\u200b', failOn: 'critical', counted: 'critical' },
    { given: 'ＬＯＷ', failOn: 'critical', counted: 'critical' },
    { given: 'LOW\u0000', failOn: 'critical', counted: 'critical' },
    { given: 'NONE', failOn: 'critical', counted: 'critical' },
    { given: 'CRITICAL', failOn: 'medium=5', counted: 'critical' },
    { given: 'SEVERE', failOn: 'critical=9,high=0,severe=high', counted: 'high' },
    { given: 'UNTRIAGED', failOn: 'critical,untriaged=critical', counted: 'critical' },
  ])('$given fails with fail-on: $failOn', async ({ given, failOn, counted }) => {
    const { ecr, ship } = await scene(engine('containerd'), {
      scenario: { results: [{ match: {}, findings: [finding(given)] }] },
    });
    const { main } = await ship({ 'fail-on': failOn });
    expect(onlyError(main)).toContain(`1 ${counted.toUpperCase()} finding, none allowed`);
    expect(main.outputs).toMatchObject({ verdict: 'failed', [counted]: '1' });
    expect(ecr.tags('team/app')).toEqual({});
  });

  test.each([
    { given: 'SEVERE', failOn: 'high,severe=medium', counted: 'medium' },
    { given: 'Negligible', failOn: 'low,NEGLIGIBLE=informational', counted: 'informational' },
    { given: 'UNTRIAGED', failOn: 'low', counted: 'undefined' },
    { given: 'SEVERE', failOn: 'critical=1', counted: 'critical' },
  ])('$given passes with fail-on: $failOn', async ({ given, failOn, counted }) => {
    const { ship } = await scene(engine('containerd'), {
      scenario: { results: [{ match: {}, findings: [finding(given)] }] },
    });
    const { main } = await ship({ 'fail-on': failOn });
    expect(main.errors).toEqual([]);
    expect(main.outputs).toMatchObject({ verdict: 'passed', [counted]: '1' });
  });

  test('none at all, and an id that is none, cannot be excepted', async () => {
    const lie = {
      imageScanFindings: {
        findings: [{ description: 'something' }],
        findingSeverityCounts: { LOW: null, 'not given': 1 },
      },
    };
    const { ecr, ship } = await scene(engine('containerd'), {
      scenario: lying(lie),
      files: {
        Dockerfile: 'FROM scratch\nCOPY hello.txt /\n',
        'hello.txt': 'hello\n',
        '.github/ecr-ship.yml': `exceptions:\n  - { id: unnamed, reason: no matter, expires: ${inDays(100)} }\n`,
      },
    });
    const { main } = await ship();
    expect(onlyError(main)).toContain(
      '1 CRITICAL finding, none allowed: unnamed (linux/amd64, severity not given)',
    );
    expect(ecr.tags('team/app')).toEqual({});
  });
});

describe('findings that Amazon Inspector has set aside', () => {
  test.each(['SUPPRESSED', 'CLOSED'])('%s ones count, and a notice says so', async (status) => {
    const enhancedFindings = [
      {
        severity: 'CRITICAL',
        status,
        packageVulnerabilityDetails: { vulnerabilityId: 'CVE-2024-0009' },
      },
    ];
    // ECR may count them or not: nobody has said.
    for (const counted of [1, null]) {
      const findingSeverityCounts = { LOW: null, CRITICAL: counted };
      const { ecr, ship } = await scene(engine('containerd'), {
        scenario: lying({ imageScanFindings: { enhancedFindings, findingSeverityCounts } }, inspector),
      });
      const { main } = await ship();
      expect(onlyError(main)).toContain('1 CRITICAL finding, none allowed: CVE-2024-0009');
      expect(main.notices.join('\n')).toContain(`does not show them as active: ${status} (1)`);
      expect(ecr.tags('team/app')).toEqual({});
    }
  });
});

describe('an enhanced scan without findings and without counts', () => {
  const bare = { afterMs: 0, status: 'COMPLETE', findings: 'bare' } as const;
  const scanning = { type: 'ENHANCED', frequency: 'SCAN_ON_PUSH' } as const;

  test('is not clean while its findings may still be attached', async () => {
    const { ecr, ship } = await scene(engine('containerd'), {
      scenario: {
        scanning,
        phases: [bare, { afterMs: 16_000, status: 'COMPLETE', findings: 'all' }],
        results: [{ match: {}, findings: [criticalFinding] }],
      },
    });
    const { main } = await ship();
    expect(onlyError(main)).toContain('1 CRITICAL finding, none allowed');
    expect(ecr.tags('team/app')).toEqual({});
  });

  test('is clean where it has been so for long', async () => {
    let agoMs = 3600_000;
    const { ship } = await scene(engine('containerd'), {
      scenario: { scanning, phases: [bare] },
      clock: { now: () => Date.now() - agoMs },
    });
    await ship({ scan: 'off' });
    agoMs = 0;
    const began = Date.now();
    const { main } = await ship();
    expect([main.errors, main.outputs['reused'], main.outputs['verdict']]).toEqual([[], 'true', 'passed']);
    expect(Date.now() - began).toBeLessThan(60_000);
  });
});
