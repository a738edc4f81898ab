import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { startJob, type Job, type StepResult } from '../support/runner.ts';

const jobs: Job[] = [];

afterEach(() => {
  jobs.splice(0).forEach((job) => job.remove());
});

/** Runs `mode: plan`, which needs neither docker nor AWS, for what GitHub tells of an event. */
async function planOf(
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
  payload: object = {},
): Promise<StepResult> {
  const event = { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main' };
  const job = startJob({
    inputs: { repository: 'team/app', mode: 'plan', ...inputs },
    env: { ...event, ...env },
  });
  jobs.push(job);
  writeFileSync(join(job.temp, 'event.json'), JSON.stringify(payload));
  return job.main();
}

test('inputs that there are not are told with the nearest right word, and the run goes on', async () => {
  const main = await planOf({}, { INPUT_FAIL_ON: 'high', INPUT_TAG: 'v1', 'INPUT_MASK-PASSWORD': 'true' });
  expect(main.warnings.join('\n')).toContain('There is no input "fail_on"; did you mean fail-on?');
  expect(main.warnings.join('\n')).toContain('There is no input "tag"; did you mean tags?');
  expect(main.warnings.join('\n')).toContain(
    'There is no input "mask-password": the password is always masked.',
  );
  expect([main.exitCode, main.outputs['tag-names']]).toEqual([0, 'main\nsha-0123456']);
});

test.each([
  { ref: 'refs/tags/lobu-v15.0.0-beta.1', names: 'lobu-v15.0.0-beta.1\nsha-0123456' },
  { ref: 'refs/tags/v0.2.1.0-rc1', names: 'v0.2.1.0-rc1\nsha-0123456' },
  { ref: 'refs/tags/chart-1.2.3', names: 'chart-1.2.3\nsha-0123456\nlatest' },
])('$ref', async ({ ref, names }) => {
  expect((await planOf({}, { GITHUB_REF: ref })).outputs['tag-names']).toBe(names);
});

test('the variables of docker/metadata-action hold', async () => {
  const main = await planOf({ tags: 'type=sha' }, { DOCKER_METADATA_SHORT_SHA_LENGTH: '12' });
  expect(main.outputs['tag-names']).toBe('sha-0123456789ab');
});

test('a plan without a tag shows its rules and fails', async () => {
  const main = await planOf({ tags: 'type=ref,event=tag' }, {});
  expect(main.log).toContain('type=ref,event=tag  –  the branch main is not a tag');
  expect([main.exitCode, main.errors.length]).toEqual([1, 1]);
  expect(main.errors[0]).toContain('No rule of the input tags gives this run a tag');
});

test('a file that is not there is told before anything else', async () => {
  const main = await planOf({ file: 'docker/prod.Dockerfile' }, {});
  expect(main.errors).toEqual([
    expect.stringContaining('Input file is "docker/prod.Dockerfile", and there is no such file'),
  ]);
});
