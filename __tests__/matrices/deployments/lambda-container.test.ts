import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { baseName } from '../../support/base-images.ts';
import { deploymentsOf } from '../../support/deployments.ts';
import { isMet } from '../../support/example-job.ts';
import { criticalFinding, onlyError, quickScans } from '../../support/scene.ts';
import { readWorkflow } from '../../support/workflow-steps.ts';

/* A Lambda container image: examples/lambda-container, whose workflows are run as they are written. */
const deployments = deploymentsOf('lambda-container', ['lambda']);
const more = { ship: { 'build-args': `BASE=${baseName('lambda')}` } };
const account = '123456789012';
/** Where the functions are, and so the registry. */
const place = { accountId: account, region: 'ap-northeast-2' };

/** An immutable repository in which `latest` moves, with what the review asks for: lifecycle, who may push, who may pull. */
const repositories = [
  {
    name: 'billing/invoice',
    imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
    exclusionFilters: ['latest', 'candidate-*'],
    lifecyclePolicy: {
      rules: [
        {
          rulePriority: 1,
          selection: {
            tagStatus: 'untagged',
            countType: 'sinceImagePushed',
            countUnit: 'days',
            countNumber: 1,
          },
          action: { type: 'expire' },
        },
      ],
    },
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'LambdaPulls',
          Effect: 'Allow' as const,
          Principal: { Service: 'lambda.amazonaws.com' },
          Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
        },
      ],
    },
  },
  { name: 'billing/invoice-dev' },
];
const registries = [{ account, region: place.region, repositories }];
const open = (results: (typeof quickScans)['results'] = []) =>
  deployments.open({ scenario: { repositories: [], registries, results } });

const released = { more, ref: 'refs/tags/v1.0.0' };

describe('a release', () => {
  test('is judged under both of its tags, is immutable, and has its evidence', async () => {
    const { scene, commit, run, read } = await open();
    commit();
    const { succeeded, shipped, outputs } = await run('release.yml', 'image', released);
    const main = shipped[0]!;
    expect([main.exitCode, main.errors, succeeded]).toEqual([0, [], true]);
    const { digest = '' } = main.outputs;
    expect(scene.ecr.tags('billing/invoice', place)).toEqual({ 'v1.0.0': digest, latest: digest });
    // Nothing of it is anywhere else: the region of the functions is that of the registry.
    expect(main.outputs).toMatchObject({ region: place.region, verdict: 'passed', critical: '0' });
    expect(main.outputs['media-type']).toMatch(/manifest\.v(?:1|2)\+json$/);
    const order = ['passed: it answered 200', 'docker push', 'Verdict: passed', 'v1.0.0 now points to'];
    expect(order.map((text) => main.log.indexOf(text)).every((at, i, all) => at > (all[i - 1] ?? -1))).toBe(
      true,
    );

    const result = JSON.parse(read('ecr-ship.json')) as Record<string, unknown>;
    expect(result).toMatchObject({
      digest,
      tags: ['v1.0.0', 'latest'],
      fixedTag: 'v1.0.0',
      size: Number(main.outputs['size']),
      region: place.region,
      repositoryMutability: expect.stringContaining('immutable'),
      repositoryScanning: expect.stringContaining('push'),
      repositoryLifecycle: expect.stringContaining('untagged'),
      repositoryPull: [expect.stringContaining('lambda.amazonaws.com')],
      smokeOutcomes: ['passed'],
    });
    const evidence = read('VALIDATION.md');
    for (const said of [
      digest,
      'v1.0.0',
      'latest',
      `arn:aws:sts::${account}:assumed-role/ship/`,
      'docker ',
      'passed',
      'untagged',
    ])
      expect(evidence).toContain(said);

    const contexts = { needs: { image: { outputs } } };
    const programs = { aws: 'case "$2" in publish-version) echo 7 ;; wait) ;; *) echo "{}" ;; esac' };
    const deployed = await run('release.yml', 'deploy', { contexts, programs });
    const image = `${scene.ecr.hostOf(place)}/billing/invoice@${digest}`;
    expect(deployed.succeeded).toBe(true);
    expect(deployed.calls[0]).toBe(
      `aws lambda update-function-code --function-name invoice --image-uri ${image}`,
    );
    expect(deployed.calls.at(-1)).toContain(
      'update-alias --function-name invoice --name live --function-version 7',
    );
  });

  test('with a CRITICAL finding gets no tag, and has its evidence all the same; an exception with a reason lets it through', async () => {
    const deployment = await open([{ match: {}, findings: [criticalFinding] }]);
    const { scene, commit, run, read, write } = deployment;
    commit();
    const refused = await run('release.yml', 'image', released);
    expect(onlyError(refused.shipped[0]!)).toContain('1 CRITICAL finding');
    expect(scene.ecr.tags('billing/invoice', place)).toEqual({});
    expect(read('VALIDATION.md')).toContain('CVE-2024-0001');

    const [, example = ''] = /```yaml\n(exceptions:[^]*?)```/.exec(read('README.md')) ?? [];
    const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    write('.github/ecr-ship.yml', example.replace(/expires: \S+/, `expires: ${soon}`));
    commit();
    const accepted = await run('release.yml', 'image', released);
    expect([accepted.shipped[0]!.exitCode, accepted.shipped[0]!.errors, accepted.succeeded]).toEqual([
      0,
      [],
      true,
    ]);
    expect(Object.keys(scene.ecr.tags('billing/invoice', place)).sort()).toEqual(['latest', 'v1.0.0']);
    expect(read('VALIDATION.md')).toContain('The function opens no TLS connection of its own.');
  });

  test('that is out is looked at again by the sign-off: nothing is built, and no tag moves', async () => {
    const { scene, commit, run, read, write } = await open();
    commit();
    const first = await run('release.yml', 'image', released);
    expect(first.succeeded).toBe(true);
    const tags = scene.ecr.tags('billing/invoice', place);
    const again = { event: 'workflow_dispatch', contexts: { inputs: { version: 'v1.0.0' } } };
    const clean = await run('sign-off.yml', 'image', again);
    expect([clean.shipped[0]!.exitCode, clean.shipped[0]!.errors, clean.succeeded]).toEqual([0, [], true]);
    expect(clean.shipped[0]!.log).not.toContain('docker build');

    scene.ecr.setScenario({
      ...quickScans,
      repositories: [],
      registries,
      results: [{ match: {}, findings: [criticalFinding] }],
    });
    const late = await run('sign-off.yml', 'image', again);
    expect(onlyError(late.shipped[0]!)).toContain('CVE-2024-0001');
    const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    write(
      '.github/ecr-ship.yml',
      `exceptions:\n  - id: CVE-2024-0001\n    reason: not reached\n    expires: ${soon}\n`,
    );
    commit();
    const accepted = await run('sign-off.yml', 'image', again);
    expect([accepted.shipped[0]!.exitCode, accepted.shipped[0]!.errors, accepted.succeeded]).toEqual([
      0,
      [],
      true,
    ]);
    expect(read('VALIDATION.md')).toContain('not reached');
    expect(scene.ecr.tags('billing/invoice', place)).toEqual(tags);
  });
});

describe('before anything leaves the machine', () => {
  test('a pull request sends the function its event under the emulator, and the size is held against the limit', async () => {
    const { scene, run, folder, read } = await open();
    const { jobs } = readWorkflow(`${folder}/.github/workflows/check.yml`);
    const github = { event_name: 'pull_request' };
    expect([isMet(jobs['check']!.if, { github }), isMet(jobs['image']!.if, { github })]).toEqual([
      true,
      false,
    ]);
    expect(jobs['check']!.permissions).toEqual({ contents: 'read' });
    const { shipped } = await run('check.yml', 'check', { more, event: 'pull_request' });
    expect([shipped[0]!.exitCode, shipped[0]!.errors]).toEqual([0, []]);
    expect(shipped[0]!.log).toContain('it answered 200 "{\\"statusCode\\": 200');
    expect(shipped[0]!.log).toContain('Total 10.59 EUR');
    expect(scene.ecr.requests).toEqual([]);
    expect(JSON.parse(read('events/invoice.json'))).toHaveProperty('lines');
  });

  test('main gets its commit and latest, with the tests of the pull request', async () => {
    const { scene, commit, run, folder } = await open();
    const sha = commit();
    const { shipped } = await run('check.yml', 'image', { more });
    const main = shipped[0]!;
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    const { digest } = main.outputs;
    expect(scene.ecr.tags('billing/invoice-dev', place)).toEqual({
      [`sha-${sha.slice(0, 7)}`]: digest,
      latest: digest,
    });
    const { jobs } = readWorkflow(`${folder}/.github/workflows/check.yml`);
    const release = readWorkflow(`${folder}/.github/workflows/release.yml`).jobs['image']!;
    const tests = [jobs['check']!, jobs['image']!, release].map(({ steps }) => {
      const given = steps.find(({ uses }) => uses === 'org/ecr-ship@v1')!.with!;
      return [parse(String(given['smoke-test'])) as unknown, given['max-size'], given['runtime']];
    });
    expect(tests[1]).toEqual(tests[0]);
    expect(tests[2]).toEqual(tests[0]);
  });

  test.each<[what: string, path: string, change: readonly [string, string], said: RegExp]>([
    [
      'a module that is missing',
      'app/handler.py',
      ['from invoice', 'from invoices'],
      /Runtime\.ImportModuleError/,
    ],
    ['a variable that is missing', 'app/handler.py', ['"CURRENCY"', '"COUNTRY"'], /KeyError/],
    [
      'an error of the function',
      'app/handler.py',
      ['event["lines"]', '[]'],
      /an invoice has at least one line/,
    ],
    [
      'too many bytes',
      '.github/workflows/check.yml',
      ['max-size: 2GB', 'max-size: 1MB'],
      /max-size allows 1\.0 MB/,
    ],
  ])('%s ends the run, with the words of the function', async (_, path, change, said) => {
    const { edit, commit, run, scene } = await open();
    edit(path, change);
    commit();
    const { shipped } = await run('check.yml', 'check', { more, event: 'pull_request' });
    expect(onlyError(shipped[0]!)).toMatch(said);
    expect(scene.ecr.requests).toEqual([]);
  });
});

test('the README speaks of the workflows that there are', () => {
  const readme = readFileSync('examples/lambda-container/README.md', 'utf8');
  for (const name of ['check', 'release', 'sign-off'])
    expect(readme).toContain(`.github/workflows/${name}.yml`);
});
