import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Scenario } from '../../local-ecr/index.ts';
import { shipPolicy } from '../../src/types/iam.ts';
import { startRemoteBuilder, type RemoteBuilder } from '../support/buildkit.ts';
import { engine } from '../support/engines.ts';
import { criticalFinding, onlyError, quickScans } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();

const found: Scenario['results'] = [{ match: {}, findings: [criticalFinding] }];
const inspector = { type: 'ENHANCED', frequency: 'CONTINUOUS_SCAN' } as const;
const platforms = 'linux/amd64,linux/arm64';
const isScanRead = ({ operation }: { operation: string }) => operation === 'DescribeImageScanFindings';

describe('findings that come after the status do not pass an image', () => {
  test.each<{ name: string; scenario: Partial<Scenario> }>([
    {
      name: 'basic: COMPLETE and empty first',
      scenario: {
        // Started by the run itself, so that its first poll meets the first phase.
        scanning: { type: 'BASIC', frequency: 'MANUAL' },
        phases: [
          { afterMs: 0, status: 'COMPLETE', findings: 'empty' },
          { afterMs: 800, status: 'COMPLETE', findings: 'all' },
        ],
      },
    },
    {
      name: 'basic: counted first',
      scenario: {
        phases: [
          { afterMs: 0, status: 'COMPLETE', findings: 'counted' },
          { afterMs: 4000, status: 'COMPLETE', findings: 'all' },
        ],
      },
    },
    {
      name: 'enhanced: COMPLETE and empty for seconds',
      scenario: {
        scanning: { type: 'ENHANCED', frequency: 'SCAN_ON_PUSH' },
        phases: [
          { afterMs: 0, status: 'COMPLETE', findings: 'empty' },
          { afterMs: 7000, status: 'COMPLETE', findings: 'all' },
        ],
      },
    },
    {
      name: 'enhanced: ACTIVE before there is anything',
      scenario: {
        scanning: inspector,
        phases: [
          { afterMs: 0, status: 'ABSENT' },
          { afterMs: 500, status: 'PENDING' },
          { afterMs: 1000, status: 'ACTIVE', findings: 'late' },
          { afterMs: 5000, status: 'ACTIVE', findings: 'all' },
        ],
      },
    },
  ])('$name', async ({ scenario }) => {
    const { ecr, ship } = await scene(engine('containerd'), { scenario: { ...scenario, results: found } });
    const { main } = await ship();
    expect(onlyError(main)).toContain('1 CRITICAL finding, none allowed');
    expect(main.outputs).toMatchObject({ verdict: 'failed', 'scan-status': 'complete', critical: '1' });
    expect(ecr.tags('team/app')).toEqual({});
  });

  test.each([
    { name: 'enhanced', scanning: inspector, status: 'ACTIVE', afterMs: 1200 },
    {
      name: 'basic',
      scanning: { type: 'BASIC', frequency: 'SCAN_ON_PUSH' },
      status: 'COMPLETE',
      afterMs: 800,
    },
  ] as const)('$name findings that come in parts are all counted', async ({ scanning, status, afterMs }) => {
    const phases = [
      { afterMs: 0, status, findings: 'half' },
      { afterMs, status, findings: 'all' },
    ] as const;
    const results = [{ match: {}, generate: { count: 40, severities: ['LOW', 'UNTRIAGED'] } }];
    const { ship } = await scene(engine('containerd'), {
      scenario: { scanning, phases, results },
    });
    const { main } = await ship();
    expect(main.exitCode).toBe(0);
    expect(main.outputs).toMatchObject({ verdict: 'passed', low: '20', undefined: '20' });
    expect(main.log).toContain('severities that count as undefined: UNTRIAGED (20)');
  });
});

describe('a scanner that does not see images without a tag', () => {
  let builder: RemoteBuilder;
  beforeAll(async () => {
    builder = await startRemoteBuilder(engine('containerd'));
  });
  afterAll(async () => {
    await builder.close();
  });
  const scenario = {
    scanning: { ...inspector, untagged: 'ignored' },
    phases: [
      { afterMs: 0, status: 'PENDING' },
      { afterMs: 300, status: 'ACTIVE', findings: 'all' },
    ],
    results: [{ match: {}, findings: [{ ...criticalFinding, severity: 'LOW' }] }],
  } as const;

  test.each([
    { name: 'an image', given: {} },
    { name: 'an index', given: { platforms } },
  ])(
    'sees $name that was pushed by digest by its candidate tag, which is gone in the end',
    async ({ given }) => {
      const { ecr, ship } = await scene(engine('containerd'), { scenario });
      const { main, post } = await ship(given, builder.env);
      expect(main.errors).toEqual([]);
      expect([main.exitCode, post.exitCode, main.outputs['verdict']]).toEqual([0, 0, 'passed']);
      const tagged = ecr.requests.findIndex(({ path }) => path.includes('/manifests/candidate-4711-1-'));
      expect(tagged).toBeGreaterThan(0);
      expect(tagged).toBeLessThan(ecr.requests.findIndex(isScanRead));
      expect(Object.keys(ecr.tags('team/app')).sort()).toEqual(['latest', 'v1.0.0']);
      expect(ecr.digests('team/app')).toContain(main.outputs['digest']);
    },
  );

  test('a job that is cut off while it waits leaves the tag to the post step', async () => {
    const { ecr, job } = await scene(engine('containerd'), {
      scenario: { ...scenario, phases: [{ afterMs: 0, status: 'PENDING' }] },
    });
    const running = job({}, builder.env);
    await running.main({ killAfter: (log) => log.includes('while it is scanned') });
    expect(Object.keys(ecr.tags('team/app'))).toEqual([expect.stringMatching(/^candidate-4711-1-/)]);
    const post = await running.post();
    expect(post.exitCode).toBe(0);
    expect(ecr.tags('team/app')).toEqual({});
    running.remove();
  });
});

describe('an image that cannot be scanned', () => {
  const unsupported = [{ afterMs: 0, status: 'UNSUPPORTED_IMAGE' }];
  const failed = [{ afterMs: 0, status: 'FAILED' }];

  test.each([
    { name: 'basic scanning, which fails', scenario: { phases: failed } },
    { name: 'enhanced scanning', scenario: { scanning: inspector, phases: unsupported } },
  ])('$name: fails, or is named with a warning', async ({ scenario }) => {
    const { ecr, ship } = await scene(engine('containerd'), { scenario });
    const refused = await ship();
    expect(onlyError(refused.main)).toContain(
      'Build on a base image whose operating system the scanner knows',
    );
    expect(ecr.tags('team/app')).toEqual({});
    const { main } = await ship({ 'on-incomplete-scan': 'warn' });
    expect([main.exitCode, main.errors, main.outputs['verdict']]).toEqual([0, [], 'not-scanned']);
    expect(main.warnings).toEqual([expect.stringContaining('Verdict: not scanned: linux/amd64: ')]);
    expect(Object.keys(ecr.tags('team/app')).sort()).toEqual(['latest', 'v1.0.0']);
  });

  test('as one platform of an index makes the whole incomplete, and the other platform still counts', async () => {
    const results = [
      { match: { platform: 'linux/arm64' }, phases: unsupported },
      { match: {}, findings: [{ ...criticalFinding, severity: 'HIGH' }] },
    ];
    const { ecr, ship } = await scene(engine('containerd'), { scenario: { results } });
    const { main } = await ship({ platforms });
    expect(onlyError(main)).toContain('no full scan of linux/arm64: the scanner does not support this image');
    expect(main.outputs).toMatchObject({ verdict: 'failed', 'scan-status': 'incomplete', high: '1' });
    expect(ecr.tags('team/app')).toEqual({});
    const strict = await ship({ platforms, 'on-incomplete-scan': 'warn', 'fail-on': 'high' });
    expect(onlyError(strict.main)).toContain('1 HIGH finding, none allowed');
    const warned = await ship({ platforms, 'on-incomplete-scan': 'warn' });
    expect([warned.main.exitCode, warned.main.outputs['verdict']]).toEqual([0, 'not-scanned']);
    expect(ecr.tags('team/app')['latest']).toBe(warned.main.outputs['digest']);
  });

  test('in time is named by what was waited for, and what to do', async () => {
    const { ecr, ship } = await scene(engine('containerd'), {
      scenario: { scanning: inspector, phases: [{ afterMs: 0, status: 'ACTIVE', findings: 'late' }] },
    });
    const { main } = await ship({ 'scan-timeout': '3s' });
    expect(onlyError(main)).toMatch(/waited 3 s in vain for the findings\.\s+Raise the input scan-timeout/);
    expect(ecr.tags('team/app')).toEqual({});
  });

  test('because no rule of an enhanced registry covers the repository', async () => {
    const scanning = { ...inspector, filters: ['other/*'] };
    const { ship } = await scene(engine('containerd'), { scenario: { scanning } });
    const { main } = await ship();
    expect(onlyError(main)).toContain("the registry's enhanced scanning does not cover this repository");
    expect(main.log).toContain("Add the repository to the filters of the registry's scanning configuration");
  });
});

describe('permissions of enhanced scanning', () => {
  const arn = 'arn:aws:ecr:eu-west-1:123456789012:repository/team/app';
  const scenario = {
    scanning: inspector,
    phases: [{ afterMs: 0, status: 'ACTIVE', findings: 'all' }],
    results: [{ match: {}, findings: [{ ...criticalFinding, severity: 'LOW' }] }],
  } as const;

  test('the documented policy with the statement for Inspector is enough', async () => {
    const { ecr, ship } = await scene(engine('containerd'), { scenario });
    ecr.setPolicy(shipPolicy(arn, ['inspector2:ListFindings']));
    const { main, post } = await ship();
    expect([main.errors, main.warnings, main.exitCode, post.exitCode]).toEqual([[], [], 0, 0]);
  });

  test.each(['inspector2:ListCoverage', 'inspector2:ListFindings'])(
    'without %s it is named, and the log prints the statement for both',
    async (action) => {
      const { ecr, ship } = await scene(engine('containerd'), { scenario });
      ecr.setPolicy({
        Statement: [
          { Effect: 'Allow', Action: '*', Resource: '*' },
          { Effect: 'Deny', Action: action, Resource: '*' },
        ],
      });
      const { main } = await ship({ 'on-incomplete-scan': 'warn' });
      expect(onlyError(main)).toContain(`may not call ${action}`);
      expect(main.log).toContain(
        '"Action": [\n    "inspector2:ListCoverage",\n    "inspector2:ListFindings"\n  ],\n  "Resource": "*"',
      );
      expect(ecr.tags('team/app')).toEqual({});
    },
  );

  test('where the configuration may not be read, the answers tell, and the log says so', async () => {
    const { ecr, ship } = await scene(engine('containerd'), { scenario });
    ecr.setPolicy({
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        {
          Effect: 'Deny',
          Action: [
            'ecr:GetRegistryScanningConfiguration',
            'ecr:BatchGetRepositoryScanningConfiguration',
            'ecr:StartImageScan',
          ],
          Resource: '*',
        },
      ],
    });
    const { main } = await ship();
    expect(main.exitCode).toBe(0);
    expect(main.notices.join()).toContain('ecr:GetRegistryScanningConfiguration');
    expect(main.log).toContain('linux/amd64: the registry answers as enhanced scanning does.');
  });
});

test('10,000 findings over two platforms are read to the last and judged', async () => {
  const generate = (count: number, ...severities: string[]) => ({ count, severities });
  const results = [
    { match: { platform: 'linux/arm64' }, generate: generate(4999, 'LOW') },
    { match: {}, generate: generate(5000, 'MEDIUM', 'UNTRIAGED'), findings: [criticalFinding] },
  ];
  const { ecr, ship } = await scene(engine('containerd'), { scenario: { results } });
  const { main } = await ship({ platforms });
  expect(onlyError(main)).toContain('1 CRITICAL finding, none allowed');
  expect(main.outputs).toMatchObject({
    critical: '1',
    medium: '2500',
    undefined: '2500',
    low: '4999',
    'scan-status': 'complete',
  });
  // 10 pages of one platform and 11 of the other, the first of which have no token.
  expect(
    ecr.requests.filter((request) => isScanRead(request) && request.body.includes('nextToken')),
  ).toHaveLength(19);
});

test('basic findings of another day are renewed, and the new ones count', async () => {
  const day = 24 * 3600_000;
  let lag = 2 * day;
  const { ecr, ship } = await scene(engine('containerd'), { clock: { now: () => Date.now() - lag } });
  const first = await ship();
  expect(first.main.outputs['verdict']).toBe('passed');
  lag = 0;
  ecr.setScenario({ ...quickScans, results: found });
  const { main } = await ship();
  expect(main.outputs['candidate-digest']).toBe(first.main.outputs['digest']);
  expect(main.log).toContain('the findings are more than 24 hours old, so a new scan is asked for');
  expect(main.outputs).toMatchObject({ verdict: 'failed', critical: '1' });
});

test('a scan that cannot be asked for at the first attempt is asked for again', async () => {
  const { ecr, ship } = await scene(engine('containerd'), {
    scenario: { scanning: { type: 'BASIC', frequency: 'MANUAL' } },
  });
  ecr.addFault({ operation: 'StartImageScan', times: 1, reset: true });
  const busy = { status: 400, type: 'ThrottlingException', message: 'Rate exceeded' };
  ecr.addFault({ operation: 'StartImageScan', times: 1, ...busy });
  const { main } = await ship();
  expect([main.errors, main.outputs['verdict']]).toEqual([[], 'passed']);
});
