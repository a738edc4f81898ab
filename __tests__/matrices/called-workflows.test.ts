import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { engine } from '../support/engines.ts';
import { evaluated, valueOf, type Contexts } from '../support/expressions.ts';
import { quickScans, type Scene } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';
import { readWorkflow, scriptOf, startScripts, type WorkflowJob } from '../support/workflow-steps.ts';

/*
 * ship.yml with everything of it but GitHub: matrices and expressions by GitHub's own evaluator, scripts by bash, the step of this
 * action by the bundle, and artifacts as folders.
 */
const scene = scenesOfThisFile();
const { on, jobs } = readWorkflow('.github/workflows/ship.yml');
const caller = readWorkflow('examples/workflows/several-images.yml');

/** Runs the action with what a step of a job gives it; role and region are the local ECR's own. */
async function act({ ship }: Scene, job: WorkflowJob | undefined, contexts: Contexts) {
  const step = job?.steps.find(({ uses }) => uses === 'org/ecr-ship@v1');
  const given = Object.entries(step?.with ?? {})
    .filter(([name]) => name !== 'role-to-assume' && name !== 'aws-region')
    .map(([name, text]) => [name, evaluated(String(text), contexts)] as const)
    .filter(([, text]) => text !== '');
  const { main } = await ship({ tags: '', labels: '', ...Object.fromEntries(given) });
  return main;
}

test('ship.yml builds each platform, joins and publishes each image, and gives one map', async () => {
  const where = await scene(engine('containerd'), {
    scenario: { ...quickScans, repositories: [{ name: 'team/backend' }, { name: 'team/frontend' }] },
    files: {
      'backend/Dockerfile': 'FROM scratch\nCOPY Dockerfile /\n',
      'frontend/Dockerfile': 'FROM scratch\nCOPY Dockerfile /\nLABEL of=frontend\n',
    },
  });
  const runner = startScripts();
  const images = JSON.stringify({
    backend: { repository: 'team/backend', context: 'backend' },
    frontend: { repository: 'team/frontend', context: 'frontend', platforms: 'linux/amd64' },
    broken: { repository: 'team/backend', context: 'frontend', file: 'missing/Dockerfile' },
  });
  const declared = Object.entries(on.workflow_call?.inputs ?? {}).map(([name, one]) => [
    name,
    one.default ?? '',
  ]);
  const inputs = { ...Object.fromEntries(declared), images, tags: 'v1.2.3' } as Record<string, unknown>;
  const secrets = { 'build-secrets': '' };

  const planned = await runner.run(scriptOf(jobs['plan']), { inputs });
  expect(planned).toMatchObject({ exitCode: 0 });
  const needs = { plan: { outputs: planned.outputs } };
  const rows = (job: string) =>
    (valueOf(jobs[job]?.strategy?.matrix ?? '', { needs }) as { include: Record<string, string>[] }).include;

  // Every job has a RUNNER_TEMP of its own; what it uploads is what the next one downloads.
  const uploaded = join(runner.folder, 'uploaded');
  mkdirSync(uploaded);
  for (const matrix of rows('build')) {
    const main = await act(where, jobs['build'], { inputs, secrets, matrix });
    expect([matrix['name'], main.exitCode]).toEqual([matrix['name'], matrix['name'] === 'broken' ? 1 : 0]);
    if (main.exitCode !== 0) continue;
    const machine = startScripts();
    const noted = await machine.run(scriptOf(jobs['build'], 'note'), {
      matrix,
      steps: { ship: { outputs: main.outputs } },
    });
    expect(noted).toMatchObject({
      exitCode: 0,
      outputs: { artifact: expect.stringMatching(/^build\+[\w.+-]+$/) },
    });
    cpSync(join(machine.temp, 'builds'), join(uploaded, 'builds'), { recursive: true });
    machine.remove();
  }
  for (const matrix of rows('publish')) {
    const machine = startScripts();
    cpSync(join(uploaded, 'builds'), join(machine.temp, 'builds'), { recursive: true });
    const joined = await machine.run(scriptOf(jobs['publish'], 'join'), { matrix });
    const { exitCode, outputs } =
      joined.exitCode === 0
        ? await act(where, jobs['publish'], { inputs, matrix, steps: { join: { outputs: joined.outputs } } })
        : { exitCode: 1, outputs: {} };
    expect([matrix['name'], exitCode]).toEqual([matrix['name'], matrix['name'] === 'broken' ? 1 : 0]);
    const noted = await machine.run(scriptOf(jobs['publish'], 'note'), {
      matrix,
      steps: { ship: { outputs } },
    });
    expect(noted).toMatchObject({ exitCode: 0 });
    cpSync(join(machine.temp, 'images'), join(runner.temp, 'images'), { recursive: true });
    machine.remove();
  }
  const { outputs } = await runner.run(scriptOf(jobs['result'], 'join'), {});
  runner.remove();

  const result = JSON.parse(outputs['images'] ?? '') as Record<string, Record<string, unknown>>;
  const tagOf = (repository: string) => where.ecr.tags(repository)['v1.2.3'] ?? 'none';
  expect(result).toMatchObject({
    backend: {
      repository: 'team/backend',
      image: `${where.ecr.host}/team/backend@${tagOf('team/backend')}`,
      'image-tag': `${where.ecr.host}/team/backend:v1.2.3`,
      verdict: 'passed',
      size: expect.any(Number),
      platforms: { 'linux/amd64': {}, 'linux/arm64': {} },
    },
    frontend: { digest: tagOf('team/frontend'), 'fixed-tag': 'v1.2.3', verdict: 'passed' },
    broken: { digest: '', image: '', verdict: 'failed' },
  });
  // The job of the caller reads it as the example says.
  const step = scriptOf(caller.jobs['release']);
  const read = startScripts();
  const said = await read.run(step, { needs: { images: { outputs: { images: outputs['images'] } } } });
  read.remove();
  expect(said.log.trim()).toBe(
    `release ${String(result['backend']?.['image'])} and ${String(result['frontend']?.['image'])}`,
  );
});

describe('ship.yml with a bake or compose file', () => {
  const files = {
    'compose.yaml': `services:
  backend:
    image: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/backend:dev
    build: { context: backend, args: { NODE: "22" } }
  frontend:
    image: team/frontend
    build: { context: ., dockerfile: web/Dockerfile, target: prod }
  db: { image: postgres }
`,
    'docker-bake.hcl': `group "default" { targets = ["api", "web"] }
target "api" {
  context = "backend"
  tags = ["team/api:1", "team/api:latest"]
  platforms = ["linux/arm64"]
  cache-from = ["type=gha"]
}
target "web" { dockerfile = "web/Dockerfile" }
target "odd" {
  tags = ["team/odd"]
  contexts = { base = "docker-image://alpine" }
}
`,
  };

  async function plan(given: Readonly<Record<string, string>>) {
    const where = await scene(engine('containerd'), { scenario: quickScans, files });
    const runner = startScripts({}, where.workspace);
    const declared = Object.entries(on.workflow_call?.inputs ?? {}).map(([name, one]) => [
      name,
      one.default ?? '',
    ]);
    const inputs = { ...Object.fromEntries(declared), ...given } as Record<string, unknown>;
    const ran = await runner.run(scriptOf(jobs['plan']), { inputs }, engine('containerd').env);
    runner.remove();
    const of = (name: string) =>
      ran.exitCode === 0
        ? (JSON.parse(ran.outputs[name] ?? '') as { include: Record<string, string>[] }).include
        : [];
    return { ...ran, images: of('images'), builds: of('builds') };
  }

  test('its services are the images, with repository, Dockerfile and arguments', async () => {
    const { exitCode, images, builds } = await plan({ 'bake-file': 'compose.yaml' });
    expect(exitCode).toBe(0);
    expect(images).toMatchObject([
      {
        name: 'backend',
        repository: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/backend',
        context: 'backend',
        file: 'backend/Dockerfile',
        'build-args': 'NODE=22',
        platforms: 'linux/amd64,linux/arm64',
      },
      { name: 'frontend', repository: 'team/frontend', file: './web/Dockerfile', target: 'prod' },
    ]);
    expect(builds.map(({ name, runner }) => `${String(name)} ${String(runner)}`)).toEqual([
      'backend ubuntu-24.04',
      'backend ubuntu-24.04-arm',
      'frontend ubuntu-24.04',
      'frontend ubuntu-24.04-arm',
    ]);
  });

  test('what images says of a target goes before, and is needed where a target has no tag', async () => {
    const images = 'web: { repository: team/web, tags: v1 }';
    expect((await plan({ 'bake-file': 'docker-bake.hcl', images })).images).toMatchObject([
      { name: 'api', repository: 'team/api', platforms: 'linux/arm64' },
      { name: 'web', repository: 'team/web', tags: 'v1', file: './web/Dockerfile' },
    ]);
    const one = await plan({ 'bake-file': 'docker-bake.hcl', 'bake-targets': 'api' });
    expect(one.images.map(({ name }) => name)).toEqual(['api']);
    expect(await plan({ 'bake-file': 'docker-bake.hcl' })).toMatchObject({
      exitCode: 1 + 4,
      log: expect.stringContaining('web has no repository'),
    });
  });

  test.each([
    [
      'what it cannot build as the file says',
      { 'bake-file': 'docker-bake.hcl', 'bake-targets': 'odd' },
      'the target odd has contexts',
    ],
    ['a file that is not there', { 'bake-file': 'missing.yaml' }, 'missing.yaml'],
    ['nothing at all', {}, 'there is no image: give images or bake-file'],
  ])('ends at once for %s', async (_, given, words) => {
    const { exitCode, log } = await plan(given);
    expect([exitCode > 0, log.includes(words), log]).toEqual([true, true, log]);
  });
});
