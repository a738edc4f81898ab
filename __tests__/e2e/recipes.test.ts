import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, expect, test } from '@jest/globals';
import { engine } from '../support/engines.ts';
import { evaluated } from '../support/expressions.ts';
import { quickScans } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';
import {
  readWorkflow,
  scriptOf,
  startScripts,
  type ScriptRunner,
  type WorkflowStep,
} from '../support/workflow-steps.ts';

/*
 * The workflows that deploy an image: their step of this action is run for real, with the inputs that the workflow gives it, and
 * its outputs go through GitHub's own expressions into their scripts. Programs that reach the world have stand-ins.
 */
const scene = scenesOfThisFile();
const recipe = (name: string) => readWorkflow(`examples/workflows/deploy-${name}.yml`);
const runners: ScriptRunner[] = [];
const scripts = (programs: Readonly<Record<string, string>>) => {
  const runner = startScripts(programs);
  runners.push(runner);
  return runner;
};
afterEach(() => {
  for (const runner of runners.splice(0)) runner.remove();
});

/** The inputs of a step of this action; a role and a region are the local ECR's own. */
function inputsOf({ with: given = {} }: WorkflowStep): Record<string, string> {
  const texts = Object.entries(given).map(([name, value]) => [name, String(value)] as const);
  return Object.fromEntries(texts.filter(([name]) => name !== 'role-to-assume' && name !== 'aws-region'));
}

const ownSteps = (steps: readonly WorkflowStep[] = []) =>
  steps.filter(({ uses }) => uses === 'org/ecr-ship@v1');

/** Ships what a job of a recipe ships, and gives the contexts of the job that needs it. */
async function shipped(name: string, more: Readonly<Record<string, string>> = {}) {
  const { ecr, ship } = await scene(engine('containerd'));
  const { image } = recipe(name).jobs;
  const [step] = ownSteps(image?.steps);
  if (step === undefined) throw new Error(`no step of ${name} ships`);
  const { main } = await ship({ tags: 'v1.0.0', ...inputsOf(step), ...more });
  expect([main.exitCode, main.errors]).toEqual([0, []]);
  const contexts = { steps: { ship: { outputs: main.outputs } } };
  const given = Object.entries(image?.outputs ?? {}).map(([output, text]) => [
    output,
    evaluated(text, contexts),
  ]);
  const needs = { image: { outputs: Object.fromEntries(given) as Record<string, string> } };
  return {
    ecr,
    outputs: main.outputs,
    contexts: { needs, secrets: { DEPLOYMENTS_SSH_KEY: 'key' }, vars: { DEPLOYMENTS_KNOWN_HOSTS: 'hosts' } },
  };
}

const definition = {
  tags: [{ key: 'team', value: 'app' }],
  taskDefinition: {
    taskDefinitionArn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/app:41',
    family: 'app',
    revision: 41,
    status: 'ACTIVE',
    requiresAttributes: [{ name: 'com.amazonaws.ecs.capability.ecr-auth' }],
    compatibilities: ['EC2', 'FARGATE'],
    registeredAt: '2026-01-01T00:00:00Z',
    registeredBy: 'arn:aws:iam::123456789012:role/deploy',
    cpu: '256',
    containerDefinitions: [
      { name: 'proxy', image: 'public.ecr.aws/nginx/nginx:1.27' },
      { name: 'app', image: 'old', portMappings: [{ containerPort: 3000 }] },
    ],
  },
};

const awsOfEcs = (serving: string) => `
case "$2" in
  describe-services) if [ -e registered.json ]; then echo '${serving}'; else echo app:41; fi ;;
  describe-task-definition) cat definition.json ;;
  register-task-definition) cp next.json registered.json; echo app:42 ;;
  update-service) echo '{}' ;;
  wait) ;;
  *) exit 1 ;;
esac`;

test('Amazon ECS gets the task definition of before with the image by its digest', async () => {
  const { ecr, contexts } = await shipped('ecs');
  const step = scriptOf(recipe('ecs').jobs['deploy']);
  const runner = scripts({ aws: awsOfEcs('app:42') });
  writeFileSync(join(runner.folder, 'definition.json'), JSON.stringify(definition));
  expect(await runner.run(step, contexts)).toMatchObject({ exitCode: 0 });
  const registered = JSON.parse(readFileSync(join(runner.folder, 'registered.json'), 'utf8')) as unknown;
  expect(registered).toEqual({
    family: 'app',
    cpu: '256',
    tags: definition.tags,
    containerDefinitions: [
      definition.taskDefinition.containerDefinitions[0],
      {
        name: 'app',
        image: `${ecr.host}/team/app@${ecr.tags('team/app')['v1.0.0'] ?? ''}`,
        portMappings: [{ containerPort: 3000 }],
      },
    ],
  });
  expect(runner.calls().map((call) => call.split(' ').slice(0, 3).join(' '))).toEqual([
    'aws ecs describe-services',
    'aws ecs describe-task-definition',
    'aws ecs register-task-definition',
    'aws ecs update-service',
    'aws ecs wait',
    'aws ecs describe-services',
  ]);
  expect(runner.calls()[3]).toContain('--task-definition app:42');

  const goesBack = scripts({ aws: awsOfEcs('app:41') });
  writeFileSync(join(goesBack.folder, 'definition.json'), JSON.stringify(definition));
  expect(await goesBack.run(step, contexts)).toMatchObject({
    exitCode: 1,
    log: expect.stringContaining('went back'),
  });
  const renamed = { ...step, env: { ...step.env, CONTAINER: 'web' } };
  const other = scripts({ aws: awsOfEcs('app:42') });
  writeFileSync(join(other.folder, 'definition.json'), JSON.stringify(definition));
  expect(await other.run(renamed, contexts)).toMatchObject({
    exitCode: 5,
    log: expect.stringContaining('no container web'),
  });
});

test("AWS Lambda gets its platform's own image, never the index", async () => {
  const { ecr, outputs, contexts } = await shipped('lambda', { platforms: 'linux/amd64,linux/arm64' });
  expect(outputs['media-type']).toMatch(/index|list/);
  const { digest } =
    (JSON.parse(outputs['platforms'] ?? '{}') as Record<string, { digest: string }>)['linux/arm64'] ?? {};
  const runner = scripts({ aws: 'case "$2" in publish-version) echo 7 ;; wait) ;; *) echo "{}" ;; esac' });
  expect(await runner.run(scriptOf(recipe('lambda').jobs['deploy']), contexts)).toMatchObject({
    exitCode: 0,
  });
  expect(digest).not.toBe(outputs['digest']);
  expect(runner.calls()).toEqual([
    `aws lambda update-function-code --function-name app --image-uri ${ecr.host}/team/app@${digest ?? ''}`,
    'aws lambda wait function-updated-v2 --function-name app',
    'aws lambda publish-version --function-name app --query Version --output text',
    'aws lambda update-alias --function-name app --name live --function-version 7',
  ]);
});

test('compose gets a file with both images, which its own file takes', async () => {
  const { ecr, ship, workspace } = await scene(engine('containerd'), {
    scenario: { ...quickScans, repositories: [{ name: 'team/backend' }, { name: 'team/frontend' }] },
    files: {
      'backend/Dockerfile': 'FROM scratch\nCOPY Dockerfile /\n',
      'frontend/Dockerfile': 'FROM scratch\nCOPY Dockerfile /\nLABEL of=frontend\n',
    },
  });
  const job = recipe('compose').jobs['deploy'];
  for (const step of ownSteps(job?.steps)) {
    const { main } = await ship({ tags: 'v1.0.0', ...inputsOf(step) });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
  }
  const runner = scripts({ scp: 'cp "${@: -2:1}" server.env', ssh: 'true' });
  writeFileSync(join(runner.folder, 'deploy.env'), readFileSync(join(workspace, 'deploy.env')));
  const contexts = { secrets: { DEPLOY_SSH_KEY: 'key' }, vars: { DEPLOY_KNOWN_HOSTS: 'hosts' } };
  expect(await runner.run(scriptOf(job), contexts)).toMatchObject({ exitCode: 0 });
  expect(parseEnv(readFileSync(join(runner.folder, 'server.env'), 'utf8'))).toEqual({
    IMAGE_BACKEND: `${ecr.host}/team/backend@${ecr.tags('team/backend')['v1.0.0'] ?? ''}`,
    TAG: 'v1.0.0',
    IMAGE_FRONTEND: `${ecr.host}/team/frontend@${ecr.tags('team/frontend')['v1.0.0'] ?? ''}`,
  });
  expect(runner.calls().at(-1)).toMatch(
    / deploy@app\.example\.org cd '\/srv\/app' && docker compose --env-file deploy\.env pull && docker compose --env-file deploy\.env up --detach --wait --remove-orphans$/,
  );
});

test('Argo CD gets values with the digest, once', async () => {
  const { outputs, contexts } = await shipped('argocd');
  const step = scriptOf(recipe('argocd').jobs['deploy']);
  const runner = scripts({});
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: runner.folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  git('init', '--quiet', '--bare', '--initial-branch=main', 'remote.git');
  git('clone', '--quiet', 'remote.git', 'seed');
  mkdirSync(join(runner.folder, 'seed/app'));
  writeFileSync(join(runner.folder, 'seed/app/values.yaml'), 'replicas: 2\n');
  git('-C', 'seed', 'add', '.');
  git('-C', 'seed', '-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '--quiet', '-m', 'seed');
  git('-C', 'seed', 'push', '--quiet', 'origin', 'HEAD:main');
  const local = { ...step, env: { ...step.env, REPOSITORY: `file://${join(runner.folder, 'remote.git')}` } };
  expect(await runner.run(local, contexts)).toMatchObject({ exitCode: 0 });
  const values = JSON.parse(git('-C', 'remote.git', 'show', 'main:app/app.image.json')) as unknown;
  expect(values).toEqual({
    image: { repository: outputs['uri'], digest: outputs['digest'], tag: 'v1.0.0' },
  });
  expect(git('-C', 'remote.git', 'log', '--format=%s', '-1', 'main').trim()).toBe(
    `app: v1.0.0 (${(outputs['digest'] ?? '').slice(7, 19)})`,
  );
  execFileSync('rm', ['-r', join(runner.folder, 'deployments')]);
  expect(await runner.run(local, contexts)).toMatchObject({
    exitCode: 0,
    log: expect.stringContaining('has this image already'.replace('has', 'have')),
  });
  expect(git('-C', 'remote.git', 'rev-list', '--count', 'main').trim()).toBe('2');
});
