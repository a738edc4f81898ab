import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { ScenarioRepository } from '../../../local-ecr/scenario.ts';
import { baseName } from '../../support/base-images.ts';
import type { Deployment } from '../../support/deployment.ts';
import { deploymentsOf } from '../../support/deployments.ts';
import { isMet } from '../../support/example-job.ts';
import { onlyError } from '../../support/scene.ts';
import { readWorkflow } from '../../support/workflow-steps.ts';

/* A Node API for ECS Fargate: examples/ecs-api, whose workflow is run as it is written. */
const deployments = deploymentsOf('ecs-api', ['node']);
const more = { ship: { 'build-args': `BASE=${baseName('node')}` } };
const template = (name: string) =>
  parse(readFileSync(`examples/ecs-api/infrastructure/${name}.yml`, 'utf8')) as unknown;

/** The repository as the infrastructure's code makes it. */
function repository(): ScenarioRepository {
  const { Properties: given } = (
    template('repository') as {
      Resources: {
        Repository: {
          Properties: {
            RepositoryName: string;
            ImageTagMutability: string;
            ImageTagMutabilityExclusionFilters: { ImageTagMutabilityExclusionFilterValue: string }[];
            LifecyclePolicy: { LifecyclePolicyText: string };
          };
        };
      };
    }
  ).Resources.Repository;
  return {
    name: given.RepositoryName,
    imageTagMutability: given.ImageTagMutability,
    exclusionFilters: given.ImageTagMutabilityExclusionFilters.map(
      ({ ImageTagMutabilityExclusionFilterValue: value }) => value,
    ),
    lifecyclePolicy: JSON.parse(given.LifecyclePolicy.LifecyclePolicyText) as object,
  };
}

const open = () => deployments.open({ scenario: { repositories: [repository()] } });

test('what starts is pushed, judged and tagged, and the stack gets it by its digest', async () => {
  const { scene, commit, run } = await open();
  const sha = commit();
  const { succeeded, shipped, outputs } = await run('deploy.yml', 'image', { more });
  const main = shipped[0]!;
  expect([main.exitCode, main.errors, succeeded]).toEqual([0, [], true]);
  const { digest = '', size } = main.outputs;
  expect(scene.ecr.tags('shop/api')).toEqual({ [`sha-${sha.slice(0, 7)}`]: digest, latest: digest });
  expect(main.outputs).toMatchObject({ verdict: 'passed', 'scan-status': 'complete' });
  expect(Number(size)).toBeLessThan(500e6);
  expect(main.log).toContain('The smoke test health passed: it answered 200');
  expect(main.log).toContain('The smoke test a product with its price passed: it answered 200');
  expect(main.log.indexOf('its price passed')).toBeLessThan(main.log.indexOf('docker push'));

  const contexts = { needs: { image: { outputs } } };
  const deployed = await run('deploy.yml', 'deploy', { contexts, programs: { aws: 'test -f "$6"' } });
  const image = `${scene.ecr.host}/shop/api@${digest}`;
  expect([deployed.succeeded, deployed.calls]).toEqual([
    true,
    [
      `aws cloudformation deploy --stack-name shop-api --template-file infrastructure/service.yml --parameter-overrides Image=${image} --no-fail-on-empty-changeset`,
    ],
  ]);
  const { Image } = (template('service') as { Parameters: { Image: { AllowedPattern: string } } }).Parameters;
  expect(image).toMatch(new RegExp(`^${Image.AllowedPattern}$`));
  expect(`${scene.ecr.host}/shop/api:latest`).not.toMatch(new RegExp(`^${Image.AllowedPattern}$`));
});

test('the task is given what the smoke tests give: variables, port and path', () => {
  const { jobs } = readWorkflow('examples/ecs-api/.github/workflows/deploy.yml');
  const tests = ['check', 'image'].flatMap((job) => {
    const step = jobs[job]!.steps.find(({ uses }) => uses === 'org/ecr-ship@v1');
    return [parse(String(step!.with!['smoke-test'])) as object].flat();
  });
  const container = (
    template('service') as {
      Resources: {
        Task: {
          Properties: {
            ContainerDefinitions: {
              Environment: { Name: string; Value: string }[];
              PortMappings: { ContainerPort: number }[];
              HealthCheck: { Command: string[] };
            }[];
          };
        };
      };
    }
  ).Resources.Task.Properties.ContainerDefinitions[0]!;
  const env = Object.fromEntries(container.Environment.map(({ Name, Value }) => [Name, Value]));
  expect(tests).toHaveLength(3);
  for (const one of tests) expect(one).toMatchObject({ env, port: container.PortMappings[0]!.ContainerPort });
  expect(container.HealthCheck.Command.join(' ')).toContain('127.0.0.1:3000/api/health');
});

test('a pull request has the same proof, without credentials, and pushes nothing', async () => {
  const { scene, run, folder } = await open();
  const { jobs } = readWorkflow(`${folder}/.github/workflows/deploy.yml`);
  const github = { event_name: 'pull_request' };
  expect([isMet(jobs['check']!.if, { github }), isMet(jobs['image']!.if, { github })]).toEqual([true, false]);
  expect(jobs['check']!.permissions).toEqual({ contents: 'read' });
  const { shipped } = await run('deploy.yml', 'check', { more, event: 'pull_request' });
  const main = shipped[0]!;
  expect([main.exitCode, main.errors]).toEqual([0, []]);
  expect(main.log).toContain('passed: it answered 200');
  expect(scene.ecr.requests).toEqual([]);
});

describe('an image that does not work is stopped before it is pushed', () => {
  /** Runs the job after a change of the checkout, and gives its error and its log. */
  async function broken(path: string, change: readonly [string, string]) {
    const deployment = await open();
    deployment.edit(path, change);
    deployment.commit();
    const { succeeded, shipped } = await deployment.run('deploy.yml', 'image', { more });
    expect(succeeded).toBe(false);
    expectNothingLeft(deployment);
    expect(shipped[0]!.log).not.toContain('docker push');
    return { error: onlyError(shipped[0]!), log: shipped[0]!.log };
  }

  function expectNothingLeft({ scene }: Deployment) {
    expect(scene.ecr.tags('shop/api')).toEqual({});
    expect(scene.ecr.digests('shop/api')).toEqual([]);
  }

  test('a module that the last stage does not copy', async () => {
    const { error, log } = await broken('Dockerfile', [
      'COPY --from=build /app/node_modules node_modules\n',
      '',
    ]);
    expect(error).toContain('In the smoke test health, it ended with exit code 1 before it answered');
    expect(log).toContain("Cannot find package '@shop/prices' imported from /app/dist/catalogue.mjs");
  });

  test('a variable that nobody gives', async () => {
    const { error, log } = await broken('src/config.mjs', [
      "['TAX_PERCENT']",
      "['TAX_PERCENT', 'DATABASE_URL']",
    ]);
    expect(error).toContain('it ended with exit code 1 before it answered');
    expect(log).toContain('Missing environment variable: DATABASE_URL');
  });

  test('a health endpoint that is not there', async () => {
    const { error } = await broken('.github/workflows/deploy.yml', [
      `- name: health
              env: { TAX_PERCENT: "19" }
              port: 3000
              http: { path: /api/health, body: '"status":"healthy"', within: 60s }`,
      `- name: health
              env: { TAX_PERCENT: "19" }
              http: { path: /api/healthz, within: 3s }`,
    ]);
    expect(error).toContain('within 3 s it answered 404');
  });

  test('more bytes than max-size allows, with the layers that make it large', async () => {
    const { error } = await broken('.github/workflows/deploy.yml', [
      `          max-size: 500MB
          smoke-test: |
            - name`,
      `          max-size: 5MB
          smoke-test: |
            - name`,
    ]);
    expect(error).toMatch(
      /The image is too large: linux\/\w+ has (?:at least )?\d+\.\d MB \(\d+ bytes\) compressed, and max-size allows 5\.0 MB \(5000000 bytes\)/,
    );
    expect(error).toMatch(
      /Nothing was pushed\. Its largest layers are, unpacked, \d+ MB of a base image; \d+\.\d kB of COPY \/app\/node_modules/,
    );
  });
});

test('a health endpoint that says 503 until its data is there becomes healthy late, and passes', async () => {
  const { edit, commit, run } = await open();
  edit('src/server.mjs', [
    'catalogue = await',
    'await new Promise((ready) => setTimeout(ready, 2000));\ncatalogue = await',
  ]);
  commit();
  const { shipped, succeeded } = await run('deploy.yml', 'check', { more, event: 'pull_request' });
  expect([shipped[0]!.errors, succeeded]).toEqual([[], true]);
  expect(shipped[0]!.log).toContain('passed: it answered 200');
});
