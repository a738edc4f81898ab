import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { inputDefaults } from '../../src/inputs/table.ts';
import { parseInputs } from '../../src/inputs/inputs.ts';
import type { RawInputs } from '../../src/types/inputs.ts';
import { evaluated, valueOf, type Contexts } from '../support/expressions.ts';
import {
  readWorkflow,
  scriptOf,
  startScripts,
  type Ran,
  type ScriptRunner,
  type WorkflowStep,
} from '../support/workflow-steps.ts';

const ship = readWorkflow('.github/workflows/ship.yml');
const runners: ScriptRunner[] = [];
const scripts = (programs: Readonly<Record<string, string>> = {}) => {
  const runner = startScripts(programs);
  runners.push(runner);
  return runner;
};
afterEach(() => {
  for (const runner of runners.splice(0)) runner.remove();
});

/** mikefarah's yq as it is on GitHub's runners, as far as it is used: YAML on standard input, JSON on standard output. */
const yq = `[ "$*" = '--output-format=json --indent=0 .' ] || exit 9
exec '${process.execPath}' --input-type=module -e "
  import { parse } from '${import.meta.resolve('yaml')}';
  import { text } from 'node:stream/consumers';
  process.stdout.write(JSON.stringify(parse(await text(process.stdin))));"`;

/** What a caller gives, and what is taken where it gives nothing. */
function inputsOf(workflow: typeof ship, given: Readonly<Record<string, unknown>>): Contexts {
  const declared = Object.entries(workflow.on.workflow_call?.inputs ?? {});
  return {
    inputs: { ...Object.fromEntries(declared.map(([name, one]) => [name, one.default ?? ''])), ...given },
  };
}

const caller = { 'role-to-assume': 'arn:aws:iam::123456789012:role/ship', 'aws-region': 'eu-west-1' };
const plan = (images: string, more: Readonly<Record<string, unknown>> = {}): Promise<Ran> =>
  scripts({ yq }).run(scriptOf(ship.jobs['plan']), inputsOf(ship, { ...caller, images, ...more }));

/** The rows of a matrix. */
function rowsOf(job: string, planned: Ran): Record<string, string>[] {
  const contexts = { needs: { plan: { outputs: planned.outputs } } };
  const { include } = valueOf(ship.jobs[job]?.strategy?.matrix ?? '', contexts) as {
    include: Record<string, string>[];
  };
  return include;
}

describe('the plan of ship.yml', () => {
  const yaml = `
backend: { repository: team/backend, context: backend, build-args: "A=1\\nB=2" }
frontend:
  repository: team/frontend
  platforms: linux/amd64
  tags: |
    type=sha
    latest
`;

  test.each([
    ['YAML', yaml],
    [
      'JSON',
      JSON.stringify({
        backend: { repository: 'team/backend', context: 'backend', 'build-args': 'A=1\nB=2' },
        frontend: { repository: 'team/frontend', platforms: 'linux/amd64', tags: 'type=sha\nlatest\n' },
      }),
    ],
  ])('makes a row of each platform, and of each image, from %s', async (_, images) => {
    const planned = await plan(images);
    expect(planned).toMatchObject({ exitCode: 0, log: '' });
    const builds = rowsOf('build', planned);
    expect(builds.map(({ name, platform, runner }) => [name, platform, runner])).toEqual([
      ['backend', 'linux/amd64', 'ubuntu-24.04'],
      ['backend', 'linux/arm64', 'ubuntu-24.04-arm'],
      ['frontend', 'linux/amd64', 'ubuntu-24.04'],
    ]);
    expect(builds[0]).toMatchObject({ context: 'backend', 'build-args': 'A=1\nB=2', file: '' });
    expect(rowsOf('publish', planned)).toMatchObject([
      { name: 'backend', platforms: 'linux/amd64,linux/arm64', tags: '' },
      { name: 'frontend', platforms: 'linux/amd64', tags: 'type=sha\nlatest\n' },
    ]);
  });

  test.each([
    ['nothing', '', 'there is no image'],
    ['a list', '["team/app"]', 'images is no map'],
    ['no image', '{}', 'there is no image'],
    [
      'an unknown key',
      '{"app":{"repository":"a","dockerfile":"x"}}',
      'app has dockerfile; known are repository',
    ],
    ['no repository', '{"app":{"context":"."}}', 'app has no repository'],
    ['a name that is a path', '{"../app":{"repository":"a"}}', '../app is no name'],
    [
      'a platform without a runner',
      '{"app":{"repository":"a","platforms":"linux/s390x"}}',
      'runners has no linux/s390x',
    ],
  ])('ends with a clear error for %s', async (_, images, error) => {
    const planned = await plan(images);
    expect(planned.exitCode).not.toBe(0);
    expect(planned.log).toContain(error);
    expect(planned.outputs).toEqual({});
  });

  test('takes nothing that is given for a command, or for an output of its own', async () => {
    const evil = '$(touch evil)`touch evil`\nimages=[]\n::set-output name=x::y';
    const planned = await plan(JSON.stringify({ app: { repository: evil, tags: evil } }));
    expect(planned.exitCode).toBe(0);
    expect(Object.keys(planned.outputs)).toEqual(['images', 'builds']);
    expect(rowsOf('publish', planned)).toMatchObject([{ name: 'app', repository: evil, tags: evil }]);
  });
});

/** The inputs of a step of this action, as the runner gives them. */
function rawOf(step: WorkflowStep | undefined, contexts: Contexts): RawInputs {
  const given = Object.entries(step?.with ?? {}).map(([name, text]) => [
    name,
    evaluated(String(text), contexts),
  ]);
  return { ...inputDefaults, ...Object.fromEntries(given.filter(([, text]) => text !== '')) } as RawInputs;
}

const own = (workflow: typeof ship, job: string) =>
  workflow.jobs[job]?.steps.find(({ uses }) => uses === 'org/ecr-ship@v1');

describe('the step of this action takes what it is given', () => {
  const digest = `sha256:${'a'.repeat(64)}`;

  test('by ship.yml', async () => {
    const planned = await plan('{"app":{"repository":"team/app","max-size":"500MB"}}');
    const given = { ...inputsOf(ship, caller), secrets: { 'build-secrets': '' } };
    const [build] = rowsOf('build', planned);
    const built = parseInputs(rawOf(own(ship, 'build'), { ...given, matrix: build }), undefined);
    expect(built).toMatchObject({
      mode: 'build',
      maxSize: 500_000_000,
      build: { platforms: ['linux/amd64'] },
    });
    const [image] = rowsOf('publish', planned);
    const steps = { join: { outputs: { from: digest } } };
    const published = parseInputs(rawOf(own(ship, 'publish'), { ...given, matrix: image, steps }), undefined);
    expect(published).toMatchObject({ mode: 'publish', from: { images: { digests: [digest] } } });
  });

  test.each([
    ['rollback', { from: 'sha-0123456', tags: 'production' }, { ifOlder: 'move' }],
    [
      'promote',
      { from: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app@${digest}` },
      { ifOlder: 'keep' },
    ],
  ])('by %s.yml', (name, more, expected) => {
    const workflow = readWorkflow(`.github/workflows/${name}.yml`);
    const given = inputsOf(workflow, {
      ...caller,
      repository: 'team/app',
      environment: 'production',
      ...more,
    });
    const parsed = parseInputs(rawOf(own(workflow, 'publish'), given), undefined);
    expect(parsed).toMatchObject({ mode: 'publish', repository: 'team/app', ...expected });
  });
});

describe('what was built is joined', () => {
  const join_ = (built: readonly object[]) => {
    const runner = scripts();
    mkdirSync(join(runner.temp, 'builds'));
    built.forEach((one, n) => {
      writeFileSync(join(runner.temp, 'builds', `${String(n)}.json`), JSON.stringify(one));
    });
    const matrix = { name: 'app', platforms: 'linux/amd64,linux/arm64' };
    return runner.run(scriptOf(ship.jobs['publish'], 'join'), { matrix });
  };
  const amd64 = { name: 'app', platform: 'linux/amd64', digest: 'sha256:a' };
  const arm64 = { name: 'app', platform: 'linux/arm64', digest: 'sha256:b' };

  test('where all platforms are there, and of this image alone', async () => {
    const { outputs } = await join_([
      arm64,
      amd64,
      { name: 'app+1', platform: 'linux/amd64', digest: 'sha256:c' },
    ]);
    expect(outputs).toEqual({ from: 'sha256:a\nsha256:b' });
  });

  test.each([
    ['one is missing', [amd64], 'app was not built for linux/arm64'],
    ['none is there', [], 'app was not built for linux/amd64, linux/arm64'],
  ])('and is not where %s', async (_, built, error) => {
    const ran = await join_(built);
    expect(ran.exitCode).not.toBe(0);
    expect(ran.log).toContain(error);
    expect(ran.outputs).toEqual({});
  });
});

describe('the map of results', () => {
  const matrix = { name: 'app', repository: 'team/app' };
  const noteOf = async (outputs: object | undefined) => {
    const runner = scripts();
    const steps = { ship: { outputs: outputs ?? {} } };
    expect(await runner.run(scriptOf(ship.jobs['publish'], 'note'), { matrix, steps })).toMatchObject({
      exitCode: 0,
    });
    mkdirSync(join(runner.temp, 'more'), { recursive: true });
    const ran = await runner.run(scriptOf(ship.jobs['result'], 'join'), {});
    return JSON.parse(ran.outputs['images'] ?? '') as Record<string, unknown>;
  };

  test('has what the action gave, the size as a number', async () => {
    const platforms = { 'linux/amd64': { digest: 'sha256:a', size: 5, image: 'uri@sha256:a' } };
    expect(
      await noteOf({
        repository: 'team/app',
        uri: 'uri',
        image: 'uri@sha256:a',
        digest: 'sha256:a',
        'fixed-tag': '1.2.3',
        'image-tag': 'uri:1.2.3',
        size: '5',
        verdict: 'passed',
        platforms: JSON.stringify(platforms),
        error: '$(touch evil)',
      }),
    ).toEqual({
      app: {
        repository: 'team/app',
        uri: 'uri',
        image: 'uri@sha256:a',
        digest: 'sha256:a',
        'fixed-tag': '1.2.3',
        'image-tag': 'uri:1.2.3',
        size: 5,
        verdict: 'passed',
        platforms,
      },
    });
  });

  test('says of an image that never came to this step that it failed', async () => {
    expect(await noteOf(undefined)).toMatchObject({
      app: { repository: 'team/app', digest: '', image: '', size: null, verdict: 'failed', platforms: {} },
    });
  });
});
