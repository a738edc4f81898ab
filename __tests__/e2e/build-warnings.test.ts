import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { engine } from '../support/engines.ts';
import { fakeDocker, type FakeDocker } from '../support/fake-docker.ts';
import { startJob } from '../support/runner.ts';
import { onlyError } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();
const made: { remove(): void }[] = [];
afterEach(() => {
  made.splice(0).forEach((one) => one.remove());
});

/** Runs main with a docker that says what newer ones do; nothing is pushed. */
async function buildWith(docker: FakeDocker, inputs: Readonly<Record<string, string>> = {}) {
  const job = startJob({
    inputs: { repository: 'team/app', tags: 'v1', push: 'false', ...inputs },
    env: docker.env,
  });
  made.push(docker, job);
  writeFileSync(join(job.workspace, 'Dockerfile.prod'), 'FROM scratch\n');
  return job.main();
}

test('what the builder warns of is beside its line of the Dockerfile', async () => {
  const docker = fakeDocker(String.raw`
printf '\n \033[33m1 warning found (use docker --debug to expand):\n\033[0m' >&2
printf ' - JSONArgsRecommended: JSON arguments recommended for CMD (line 7)\n' >&2`);
  const main = await buildWith(docker, { file: 'Dockerfile.prod' });
  expect([main.exitCode, main.errors]).toEqual([0, []]);
  expect(main.log).toMatch(
    /^::warning title=ecr-ship,file=Dockerfile\.prod,line=7::The builder warns of line 7: JSONArgsRecommended: JSON arguments recommended for CMD\.$/m,
  );
});

test('a check that finds something fails with its lines', async () => {
  const docker = fakeDocker(String.raw`
printf 'Check complete, 2 warnings have been found!\n\n'
printf '\033[33mWARNING: StageNameCasing\033[0m - https://docs.docker.com/x/\nStage name should be lowercase\nDockerfile:1\n--------------------\n   1 | >>> FROM scratch AS A\n--------------------\n\n'
printf '\033[33mWARNING: JSONArgsRecommended\033[0m - https://docs.docker.com/y/\nJSON arguments recommended\nDockerfile:2\n--------------------\n'
exit 1`);
  const main = await buildWith(docker, { call: 'check' });
  expect(main.exitCode).toBe(1);
  expect(onlyError(main)).toContain(
    'The checks of the Dockerfile found something: line 1: StageNameCasing: Stage name should be lowercase; line 2: JSONArgsRecommended',
  );
  expect(main.log).toMatch(/^::error title=ecr-ship%3A build-failed,file=Dockerfile,line=1::/m);
  expect(main.log).toMatch(/^::warning title=ecr-ship%3A build-failed,file=Dockerfile,line=2::/m);
});

test('a warning without a line and a rule, as buildx 0.13 gives it, is told as well', async () => {
  const { ship } = await scene(engine('buildx'), {
    files: { Dockerfile: 'FROM scratch\nCOPY hello.txt \\\n\n  /\n', 'hello.txt': 'hello\n' },
  });
  const { main } = await ship({ push: 'false' });
  expect([main.exitCode, main.errors]).toEqual([0, []]);
  expect(main.warnings.join('\n')).toMatch(
    /The builder warns(?: of line \d+: \w+)?: .*[Ee]mpty continuation line/,
  );
});
