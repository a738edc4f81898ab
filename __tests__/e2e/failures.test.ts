import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { shipPolicy } from '../../src/types/iam.ts';
import { engine } from '../support/engines.ts';
import { onlyError } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();

const arn = 'arn:aws:ecr:eu-west-1:123456789012:repository/team/app';

describe('each of these ends in one error, exit code 1, and nothing left behind', () => {
  test('bad inputs, all of them at once', async () => {
    const { ecr, ship } = await scene(engine('containerd'));
    const { main, leftovers } = await ship({
      repository: 'Team/App:1',
      push: 'yes',
      'scan-timeout': 'soon',
      'fail-on': 'awful',
    });
    const error = onlyError(main);
    for (const input of ['repository', 'push', 'scan-timeout', 'fail-on'])
      expect(error).toContain(`Input ${input} is `);
    expect([main.exitCode, leftovers, ecr.requests.length]).toEqual([1, [], 0]);
  });

  test('an engine that does not answer', async () => {
    const { ship } = await scene(engine('containerd'));
    const { main, leftovers } = await ship({}, { DOCKER_HOST: 'unix:///nowhere/docker.sock' });
    expect(onlyError(main)).toContain('The Docker engine does not answer');
    expect([main.exitCode, leftovers]).toEqual([1, []]);
  });

  test('no docker at all', async () => {
    const { ship } = await scene(engine('containerd'));
    const { main, leftovers } = await ship({}, { PATH: '/nowhere' });
    expect(onlyError(main)).toContain('There is no docker command on this runner');
    expect([main.exitCode, leftovers]).toEqual([1, []]);
  });

  test('a repository that is not there', async () => {
    const { ship } = await scene(engine('containerd'));
    const { main, leftovers } = await ship({ repository: 'team/other' });
    expect(onlyError(main)).toContain(
      'There is no repository team/other in the registry of account 123456789012 in eu-west-1, the account of the credentials of this job.',
    );
    expect(main.log).not.toContain('docker buildx build --push --tag 127');
    expect([main.exitCode, leftovers]).toEqual([1, []]);
  });

  test('no credentials', async () => {
    const { ship } = await scene(engine('containerd'));
    const { main, leftovers } = await ship({}, { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' });
    expect(onlyError(main)).toContain('configure-aws-credentials');
    expect([main.exitCode, leftovers]).toEqual([1, []]);
  });

  test('an API that cannot be reached', async () => {
    const { ship } = await scene(engine('containerd'));
    const { main, leftovers } = await ship({}, { AWS_ENDPOINT_URL_ECR: 'http://127.0.0.1:1' });
    expect(onlyError(main)).toContain('cannot be reached');
    expect([main.exitCode, leftovers]).toEqual([1, []]);
  });

  test('a scan that does not end in time', async () => {
    const { ecr, ship } = await scene(engine('containerd'), {
      scenario: { phases: [{ afterMs: 0, status: 'IN_PROGRESS' }] },
    });
    const { main, leftovers } = await ship({ 'scan-timeout': '2s' });
    expect(onlyError(main)).toContain('no full scan of linux/amd64: waited 2 s in vain for the scan to end');
    expect([main.exitCode, leftovers, ecr.tags('team/app')]).toEqual([1, [], {}]);
  });

  test('an image that the scanner does not support', async () => {
    const { ecr, ship } = await scene(engine('containerd'), {
      scenario: { phases: [{ afterMs: 0, status: 'UNSUPPORTED_IMAGE' }] },
    });
    const { main } = await ship();
    expect(onlyError(main)).toContain('the scanner does not support this image');
    expect(ecr.tags('team/app')).toEqual({});
    const warned = await ship({ 'on-incomplete-scan': 'warn' });
    expect(warned.main.exitCode).toBe(0);
    expect(warned.main.outputs['verdict']).toBe('not-scanned');
    expect(Object.keys(ecr.tags('team/app')).sort()).toEqual(['latest', 'v1.0.0']);
  });

  test('a name that another image has for good', async () => {
    const { ecr, ship } = await scene(engine('containerd'), {
      scenario: { repositories: [{ name: 'team/app', imageTagMutability: 'IMMUTABLE' }] },
    });
    const before = ecr.seedImage('team/app', 'v1.0.0', 'the release before');
    const { main, leftovers } = await ship();
    expect(onlyError(main)).toContain(`v1.0.0 already points to ${before.slice(0, 'sha256:'.length + 12)},`);
    expect(ecr.tags('team/app')).toEqual({ 'v1.0.0': before });
    expect([main.exitCode, leftovers]).toEqual([1, []]);
  });

  test('a result file that cannot be written, before anything was named', async () => {
    const { ecr, ship } = await scene(engine('containerd'));
    const { main } = await ship({ 'result-file': '/proc/result.json' });
    expect(onlyError(main)).toContain('The result file /proc/result.json cannot be written');
    expect(main.exitCode).toBe(1);
    expect([ecr.requests.filter(({ kind }) => kind === 'registry'), ecr.tags('team/app')]).toEqual([[], {}]);
  });
});

describe('permissions', () => {
  test('the documented policy is enough', async () => {
    const { ecr, ship } = await scene(engine('containerd'), {
      scenario: { scanning: { type: 'BASIC', frequency: 'MANUAL' } },
    });
    ecr.setPolicy(shipPolicy(arn));
    const { main, post } = await ship();
    expect(main.log).not.toContain('::error');
    expect([main.exitCode, post.exitCode]).toEqual([0, 0]);
    expect(main.warnings).toEqual([]);
  });

  // Without each of the others, and what a run does without: matrices/permissions.test.ts.
  test('without ecr:PutImage, which docker needs, it is named', async () => {
    const { ecr, ship } = await scene(engine('containerd'));
    ecr.setPolicy({
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 'ecr:PutImage', Resource: '*' },
      ],
    });
    const { main } = await ship();
    expect(onlyError(main)).toContain('ecr:PutImage');
    expect([main.exitCode, ecr.tags('team/app')]).toEqual([1, {}]);
  });

  test('a denial prints the statement that grants what is missing', async () => {
    const { ecr, ship } = await scene(engine('containerd'));
    ecr.setPolicy({
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 'ecr:DescribeImageScanFindings', Resource: '*' },
      ],
    });
    const { main } = await ship();
    expect(main.log).toContain(`"Action": "ecr:DescribeImageScanFindings",\n  "Resource": "${arn}"`);
    // The error is read where nothing stands above it.
    expect(onlyError(main)).toContain(JSON.stringify(shipPolicy(arn)));
  });
});

describe('passing faults', () => {
  test('throttling and cut connections while naming are tried again', async () => {
    const { ecr, ship } = await scene(engine('containerd'));
    const running = ship();
    // The builder's own manifest PUT comes first and is not to meet the fault: it is set when the scan is asked for.
    const seen = () => ecr.requests.some(({ operation }) => operation === 'DescribeImageScanFindings');
    while (!seen()) await new Promise((resolve) => setTimeout(resolve, 10));
    ecr.addFault({ operation: 'PUT manifest', times: 1, status: 429 });
    ecr.addFault({ operation: 'PUT manifest', times: 1, reset: true });
    const { main } = await running;
    expect(main.exitCode).toBe(0);
    expect(Object.keys(ecr.tags('team/app')).sort()).toEqual(['latest', 'v1.0.0']);
  });

  test('a throttled API is tried again', async () => {
    const { ecr, ship } = await scene(engine('containerd'));
    ecr.addFault({
      operation: 'DescribeImages',
      times: 2,
      status: 400,
      type: 'ThrottlingException',
      message: 'Rate exceeded',
    });
    const { main } = await ship();
    expect(main.exitCode).toBe(0);
  });
});

test('a job that is cut off in the middle leaves its candidate to the post step', async () => {
  const { ecr, job } = await scene(engine('containerd'), {
    scenario: { phases: [{ afterMs: 0, status: 'IN_PROGRESS' }] },
  });
  const running = job();
  const main = await running.main({ killAfter: (log) => log.includes('Verified sha256:') });
  expect(main.exitCode).not.toBe(0);
  expect(Object.keys(ecr.tags('team/app'))).toEqual([
    expect.stringMatching(/^candidate-4711-1-t[0-9a-z]{11}$/),
  ]);
  const post = await running.post();
  expect(post.exitCode).toBe(0);
  expect(ecr.tags('team/app')).toEqual({});
  expect(readdirSync(running.temp).filter((name) => name.startsWith('ecr-ship-docker'))).toEqual([]);
  running.remove();
});

test('secrets appear in no log, no state and no file that stays', async () => {
  const { ship, workspace } = await scene(engine('containerd'));
  const { main, post } = await ship({ 'result-file': 'result.json', 'build-args': 'GREETING=hunter2' });
  // The registry's password, by itself and with its user; the job's own token comes before them.
  const [password = '', basic = ''] = main.masks.filter((mask) => mask.length > 100);
  expect(basic.length).toBeGreaterThan(password.length);
  const shown =
    main.log.replaceAll(/^::add-mask::.*$/gm, '') + post.log + JSON.stringify(main.state) + main.summary;
  expect(shown).not.toContain(password);
  expect(shown).not.toContain(basic);
  expect(JSON.stringify(main.outputs) + main.summary).not.toContain('hunter2');
  expect(readdirSync(workspace).sort()).toEqual(['Dockerfile', 'hello.txt', 'more', 'result.json']);
  expect(join(workspace, 'result.json')).toBeTruthy();
});
