import { ECRPUBLICClient, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr-public';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { publicPolicy, shipPolicy } from '../../src/types/iam.ts';
import { engine, onEngines } from '../support/engines.ts';
import { criticalFinding, onlyError, type Scene, type SceneOptions } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();

/** Two images of one repository, as in a workflow that publishes a backend and a frontend. */
const publicRepositories = [{ name: 'app' }, { name: 'frontend' }];
const clean: SceneOptions = { scenario: { publicRepositories } };
const critical: SceneOptions = {
  scenario: { publicRepositories, results: [{ match: {}, findings: [criticalFinding] }] },
};

const toPublic = { repository: 'local/app', 'registry-type': 'public' };
const ungated = { ...toPublic, scan: 'off' };
const gated = { ...toPublic, 'scan-repository': 'team/app' };

onEngines(['classic', 'buildx', 'containerd'], (on) => {
  test('with scan: off an image gets its tags in ECR Public, and anybody may pull it', async () => {
    const { ecr, ship, docker } = await scene(on, clean);
    const { main, post, leftovers } = await ship(ungated);
    expect(main.log).not.toContain('::error');
    expect([main.exitCode, post.exitCode]).toEqual([0, 0]);
    const { digest } = main.outputs;
    expect(ecr.public.tags('app')).toEqual({ 'v1.0.0': digest, latest: digest });
    expect(main.outputs).toMatchObject({
      image: `${ecr.public.host}/local/app@${String(digest)}`,
      tags: `${ecr.public.host}/local/app:v1.0.0\n${ecr.public.host}/local/app:latest`,
      repository: 'local/app',
      registry: ecr.public.host,
      region: 'us-east-1',
      verdict: 'not-scanned',
    });
    expect(Number(main.outputs['size'])).toBeGreaterThan(100);
    expect(leftovers).toEqual([]);
    await docker(['pull', `${ecr.public.host}/local/app:latest`], { ...process.env, ...on.env } as never);
    // A private registry was asked nothing.
    expect(ecr.requests.filter(({ kind }) => kind === 'api' || kind === 'registry')).toEqual([]);
  });

  test('through a private repository it comes to ECR Public as the same digest, and only after it has passed', async () => {
    const { ecr, ship } = await scene(on, clean);
    const { main, leftovers } = await ship(gated);
    expect(main.log).not.toContain('::error');
    expect(main.exitCode).toBe(0);
    const { digest = '' } = main.outputs;
    expect(ecr.public.tags('app')).toEqual({ 'v1.0.0': digest, latest: digest });
    expect(ecr.public.digests('app')).toContain(digest);
    expect(main.outputs).toMatchObject({ verdict: 'passed', 'scan-status': 'complete', critical: '0' });
    expect(main.log).toContain('Copied ');
    // The candidate's tag is gone from where it was scanned, and none was made in public.
    expect(ecr.tags('team/app')).toEqual({});
    const firstPublicPut = ecr.requests.findIndex(
      ({ kind, operation }) => kind === 'public-registry' && operation === 'PUT manifest',
    );
    const lastScan = ecr.requests.findLastIndex(({ operation }) => operation === 'DescribeImageScanFindings');
    expect(lastScan).toBeGreaterThan(-1);
    expect(firstPublicPut).toBeGreaterThan(lastScan);
    expect(leftovers).toEqual([]);
  });

  test('a critical finding leaves the public repository untouched', async () => {
    const { ecr, ship } = await scene(on, critical);
    const before = ecr.public.seedImage('app', 'latest', 'the release before');
    const { main, leftovers } = await ship(gated);
    expect(main.exitCode).toBe(1);
    expect(onlyError(main)).toContain('1 CRITICAL finding, none allowed');
    expect(ecr.public.tags('app')).toEqual({ latest: before });
    expect(ecr.public.digests('app')).toEqual([before]);
    const writes = ecr.requests.filter(
      ({ kind, method }) => kind === 'public-registry' && !['GET', 'HEAD'].includes(method),
    );
    expect(writes).toEqual([]);
    expect(main.outputs).toMatchObject({ verdict: 'failed', 'error-code': 'policy-failed', tags: '' });
    expect(leftovers).toEqual([]);
  });
});

onEngines(['buildx'], (on) => {
  test('a gate that ECR Public does not have is an error before the build, which says what to do', async () => {
    const { ecr, ship } = await scene(on, clean);
    const { main } = await ship(toPublic);
    const error = onlyError(main);
    expect(error).toContain('ECR Public, which has no scanner');
    expect(error).toContain('scan-repository');
    expect(error).toContain('allowed: off');
    expect(main.log).not.toContain('docker buildx build');
    expect(ecr.requests).toEqual([]);
  });

  test('a fixed tag of another image is protected by looking, for ECR Public has no immutability', async () => {
    const { ecr, ship } = await scene(on, clean);
    const before = ecr.public.seedImage('app', 'v1.0.0', 'another release');
    const { main } = await ship(ungated);
    expect(main.outputs['error-code']).toBe('tag-taken');
    expect(ecr.public.tags('app')).toEqual({ 'v1.0.0': before });
    const again = await ship({ ...ungated, 'if-exists': 'move' });
    expect(again.main.exitCode).toBe(0);
    expect(ecr.public.tags('app')['v1.0.0']).toBe(again.main.outputs['digest']);
  });

  test('a second run of the same commit builds nothing, and the image is judged anew where it can be', async () => {
    const { ecr, ship } = await scene(on, clean);
    const first = await ship(gated);
    const second = await ship(gated);
    expect(second.main.exitCode).toBe(0);
    expect(second.main.outputs).toMatchObject({
      digest: first.main.outputs['digest'],
      reused: 'true',
      verdict: 'passed',
    });
    expect(second.main.log).not.toContain('docker buildx build');
    expect(ecr.tags('team/app')).toEqual({});
  });

  test('publish gives a public image its tags after a scan in the private repository', async () => {
    const { ecr, ship } = await scene(on, clean);
    const built = await ship({ ...ungated, tags: 'sha-0123456' });
    const released = await ship({
      ...gated,
      mode: 'publish',
      from: 'sha-0123456',
      tags: 'v2.0.0',
      labels: '',
    });
    expect(released.main.log).not.toContain('::error');
    expect(released.main.exitCode).toBe(0);
    expect(ecr.public.tags('app')).toEqual({
      'sha-0123456': built.main.outputs['digest'],
      'v2.0.0': built.main.outputs['digest'],
    });
    expect(released.main.outputs['verdict']).toBe('passed');
  });

  test('two images of one job, with a login for both registries', async () => {
    const { ecr, ship } = await scene(on, clean);
    for (const repository of ['local/app', 'local/frontend']) {
      const { main } = await ship({ ...gated, repository, tags: 'sha-0123456\nlatest' });
      expect(main.exitCode).toBe(0);
    }
    for (const name of ['app', 'frontend'])
      expect(Object.keys(ecr.public.tags(name)).sort()).toEqual(['latest', 'sha-0123456']);
  });

  test('exactly the policies of docs/reference/iam are enough', async () => {
    const { ecr, ship } = await scene(on, clean);
    const Statement = [
      ...publicPolicy('arn:aws:ecr-public::123456789012:repository/app').Statement,
      ...shipPolicy('arn:aws:ecr:eu-west-1:123456789012:repository/team/app').Statement,
    ];
    ecr.setPolicy({ Statement });
    const { main } = await ship(gated);
    expect(main.log).not.toContain('::error');
    expect(main.exitCode).toBe(0);
  });

  test.each([
    'ecr-public:GetAuthorizationToken',
    'sts:GetServiceBearerToken',
    'ecr-public:DescribeRepositories',
    'ecr-public:PutImage',
    'ecr-public:InitiateLayerUpload',
  ])('without %s the error names it', async (action) => {
    const { ecr, ship } = await scene(on, clean);
    const arn = 'arn:aws:ecr-public::123456789012:repository/app';
    const Statement = publicPolicy(arn).Statement.map((statement) => ({
      ...statement,
      Action: [statement.Action].flat().filter((one) => one !== action),
    }));
    ecr.setPolicy({ Statement });
    const { main } = await ship(ungated);
    const error = onlyError(main);
    expect(error).toContain(action);
    expect(['access-denied', 'push-failed']).toContain(main.outputs['error-code']);
    if (action.startsWith('sts:')) expect(error).toContain('without which there is no login to ECR Public');
  });

  test('an alias that the account does not have is told with those that it has', async () => {
    const { ship } = await scene(on, clean);
    const { main } = await ship({ ...ungated, repository: 'team/app' });
    const error = onlyError(main);
    expect(main.outputs['error-code']).toBe('repository-not-found');
    expect(error).toContain('has no alias team. It has local.');
    expect(error).toContain('/local/app');
  });

  test('a repository that is not there is told with the command that makes it', async () => {
    const { ship } = await scene(on, clean);
    const { main } = await ship({ ...ungated, repository: 'local/other' });
    expect(onlyError(main)).toContain(
      'aws ecr-public create-repository --region us-east-1 --repository-name other',
    );
  });

  test('a stale login to ECR Public that breaks a base image is told as what it is', async () => {
    const { ecr, ship, workspace } = await scene(on, clean);
    ecr.public.seedImage('frontend', 'base', 'a base image');
    const client = new ECRPUBLICClient({
      region: 'us-east-1',
      endpoint: ecr.public.url,
      credentials: { accessKeyId: 'SOMEBODY', secretAccessKey: 'secret' },
    });
    const { authorizationData } = await client.send(new GetAuthorizationTokenCommand({}));
    client.destroy();
    ecr.public.expireTokens();
    const config = join(workspace, 'stale');
    mkdirSync(config);
    writeFileSync(
      join(config, 'config.json'),
      JSON.stringify({ auths: { [ecr.public.host]: { auth: authorizationData?.authorizationToken } } }),
    );
    writeFileSync(join(workspace, 'Dockerfile'), `FROM ${ecr.public.host}/local/frontend:base\n`);
    const { main } = await ship({}, { DOCKER_CONFIG: config });
    const error = onlyError(main);
    expect(main.outputs['error-code']).toBe('build-failed');
    expect(error).toContain(`docker logout ${ecr.public.host}`);
  });
});

describe('publish of an image of ECR Public in a private repository', () => {
  /** Images of two platforms in ECR Public, which is where the input from finds them. */
  const inPublic = async (options: SceneOptions) => {
    const here = await scene(engine('containerd'), options);
    const parts: string[] = [];
    for (const platforms of ['linux/amd64', 'linux/arm64']) {
      const { main } = await here.ship({ ...ungated, platforms, tags: platforms.replace('/', '-') });
      parts.push(`public.ecr.aws/local/app@${String(main.outputs['digest'])}`);
    }
    return { ...here, parts };
  };
  const mirror = { mode: 'publish', labels: '', tags: 'v1.0.0\nlatest' };

  test('is judged there, where it has no tag until it has passed', async () => {
    const { ecr, ship, parts } = await inPublic(clean);
    const { main } = await ship({ ...mirror, from: parts.join('\n') }, { PATH: '/nonexistent' });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    const { digest } = main.outputs;
    expect(main.outputs).toMatchObject({ verdict: 'passed', 'scan-status': 'complete' });
    expect(ecr.tags('team/app')).toEqual({ 'v1.0.0': digest, latest: digest });
    expect(Object.keys(ecr.public.tags('app')).sort()).toEqual(['linux-amd64', 'linux-arm64']);
  });

  test('gets no tag where it does not pass', async () => {
    const { ecr, ship, parts } = await inPublic(critical);
    const { main, post } = await ship({ ...mirror, from: String(parts[0]) }, { PATH: '/nonexistent' });
    expect(onlyError(main)).toContain('1 CRITICAL finding');
    expect([post.exitCode, ecr.tags('team/app')]).toEqual([0, {}]);
    expect(main.outputs).toMatchObject({ verdict: 'failed', digest: '' });
  });
});

test('what a public image is compared with and cannot be brought to the scanner is told at once', async () => {
  const { ecr, ship } = await scene(engine('containerd'), clean);
  const live = await ship({ ...ungated, tags: 'latest' });
  ecr.addFault({
    operation: 'PUT manifest',
    about: 'team/app',
    from: 'ecr-ship',
    status: 403,
    code: 'DENIED',
  });
  const { main } = await ship({ ...gated, tags: 'latest', 'only-new': 'true', 'build-args': 'GREETING=new' });
  expect([main.exitCode, main.errors]).toEqual([0, []]);
  expect(main.outputs['baseline-digest']).toBe(live.main.outputs['digest']);
  expect(main.warnings.join('\n')).toContain('it cannot be brought to where it is scanned: ');
  expect(main.warnings.join('\n')).not.toContain('was pushed');
});

describe('create-repository', () => {
  const create = {
    ...ungated,
    repository: 'local/fresh',
    'create-repository': 'true',
    'repository-settings': [
      'catalog: { description: A fresh app, architectures: [x86-64], operating-systems: Linux }',
      "policy: { Version: '2012-10-17', Statement: [] }",
      'tags: { team: a }',
    ].join('\n'),
  };
  const calls = ({ requests }: Scene['ecr'], name: string) =>
    requests.filter(({ kind, operation }) => kind === 'public-api' && operation === name);

  test('makes a public repository that is missing, with what the gallery shows, and changes none', async () => {
    const { ecr, ship } = await scene(engine('containerd'), clean);
    const { main } = await ship(create);
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.log).toContain('Made the repository local/fresh, which was not there.');
    expect(ecr.public.tags('fresh')['v1.0.0']).toBe(main.outputs['digest']);
    const [made] = calls(ecr, 'CreateRepository');
    expect(JSON.parse(made?.body ?? '{}')).toEqual({
      repositoryName: 'fresh',
      catalogData: {
        description: 'A fresh app',
        architectures: ['x86-64'],
        operatingSystems: ['Linux'],
      },
      tags: [{ Key: 'team', Value: 'a' }],
    });
    expect(calls(ecr, 'SetRepositoryPolicy').length).toBe(1);
    const again = await ship({ ...create, tags: 'v1.0.1', 'build-args': 'GREETING=again' });
    expect([again.main.exitCode, again.main.errors]).toEqual([0, []]);
    expect(calls(ecr, 'CreateRepository').length).toBe(1);
  });

  test("makes nothing below an alias that is not the account's, and leaves nothing half made", async () => {
    const { ecr, ship } = await scene(engine('containerd'), clean);
    const { main } = await ship({ ...create, repository: 'theirs/fresh' });
    expect(onlyError(main)).toContain('no alias theirs');
    expect(calls(ecr, 'CreateRepository')).toEqual([]);
    ecr.setPolicy({
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 'ecr-public:SetRepositoryPolicy', Resource: '*' },
      ],
    });
    const half = await ship(create);
    expect(onlyError(half.main)).toContain('was made, and removed again');
    expect(onlyError(half.main)).toContain('ecr-public:SetRepositoryPolicy');
    expect(() => ecr.public.tags('fresh')).toThrow();
  });
});

test('mode: login with ECR Public: the docker of the job can push there, until post takes it back', async () => {
  const on = engine('containerd');
  const { ecr, ship, job, docker } = await scene(on, clean);
  const shipped = await ship(ungated);
  const running = job({ mode: 'login', repository: '', 'registry-type': 'public', tags: '', labels: '' });
  const main = await running.main();
  expect([main.exitCode, main.errors]).toEqual([0, []]);
  expect(main.outputs['registry']).toBe(ecr.public.host);
  const suffix = ecr.public.host.replace(/\W/g, '_');
  expect(main.outputs[`docker_username_${suffix}`]).toBe('AWS');
  expect(main.masks).toContain(main.outputs[`docker_password_${suffix}`]);
  const image = String(shipped.main.outputs['image']);
  const mine = `${ecr.public.host}/local/frontend:mine`;
  await docker(['pull', '--quiet', image], running.laterEnv());
  await docker(['tag', image, mine], running.laterEnv());
  await docker(['push', '--quiet', mine], running.laterEnv());
  await docker(['image', 'rm', mine], running.laterEnv());
  expect(Object.keys(ecr.public.tags('frontend'))).toEqual(['mine']);
  const post = await running.post();
  expect([post.exitCode, post.env['DOCKER_CONFIG']]).toEqual([0, on.env['DOCKER_CONFIG']]);
  running.remove();
});
