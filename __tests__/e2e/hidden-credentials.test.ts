import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { engine } from '../support/engines.ts';
import { fakeDocker } from '../support/fake-docker.ts';
import { startJob, type StepResult } from '../support/runner.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();
const made: { remove(): void }[] = [];
afterEach(() => {
  made.splice(0).forEach((one) => one.remove());
});

/** Everything that is left of a step and that somebody may read, but for the commands that tell the runner what to hide. */
function left(step: StepResult, ...folders: readonly string[]): string {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => readFileSync(path, 'utf8')),
  );
  const { outputs, state, env, summary, stderr, errors, warnings, notices } = step;
  const log = step.log.replaceAll(/^::add-mask::.*$/gm, '');
  return [
    log,
    stderr,
    summary,
    JSON.stringify({ outputs, state, env, errors, warnings, notices }),
    ...files,
  ].join('\n');
}

const reports = { 'result-file': 'result.json', 'evidence-file': 'evidence.md', 'sarif-file': 'x.sarif' };

interface Row {
  readonly name: string;
  readonly context: string;
  /** What must not be seen, in any spelling. */
  readonly hidden: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: 'user and password',
    context: 'https://ci:hunter2-hunter2@git.example.com/a.git#main',
    hidden: ['hunter2'],
  },
  { name: 'a token', context: 'https://ghp_hunter2hunter2@github.com/a/b.git', hidden: ['hunter2'] },
  {
    name: 'an encoded password',
    context: 'https://ci:hunter2%40%2Fx%27y@git.example.com/a.git',
    hidden: ['hunter2'],
  },
  {
    name: 'quotes and dollars in it',
    context: `https://ci:hunter2'$x"y@git.example.com/a.git`,
    hidden: ['hunter2', `$x"y`],
  },
  { name: 'over ssh', context: 'ssh://deploy:hunter2hunter2@git.example.com/a.git', hidden: ['hunter2'] },
  { name: 'as scp writes it', context: 'deploy:hunter2hunter2@git.example.com:a.git', hidden: ['hunter2'] },
  {
    name: 'a token in the query',
    context: 'https://git.example.com/a.git?access_token=hunter2&ref=main',
    hidden: ['hunter2'],
  },
  {
    name: 'in a query of its own name',
    context: 'https://git.example.com/a.git?jwt=hunter2hunter2',
    hidden: ['hunter2'],
  },
  {
    name: 'so long that an error cuts it',
    context: `https://ci:${'hunter2'.repeat(120)}@git.example.com/a.git`,
    hidden: ['hunter2'],
  },
];

describe('the credentials of a build context reach nothing that is left', () => {
  test.each(rows)('$name', async ({ context, hidden }) => {
    // It prints the address as the person gave it, decoded and in pieces, and fails with it.
    const docker = fakeDocker(`
for word in "$@"; do last="$word"; done
echo "#1 load git source $last"
last="$GIVEN"
printf '%s' "$last" | sed 's/%40/@/g; s/%2F/\\//g; s/%27/\\x27/g'; echo
echo "ERROR: failed to fetch remote $last: exit status 128, could not read from $last" >&2
exit 1`);
    const job = startJob({
      inputs: { repository: 'team/app', tags: 'v1', push: 'false', context, ...reports },
      // Over ssh a job without an agent would end before the build.
      env: { ...docker.env, RUNNER_DEBUG: '1', GIVEN: context, SSH_AUTH_SOCK: '/run/agent' },
    });
    made.push(docker, job);
    const main = await job.main();
    const post = await job.post();
    expect([main.exitCode, main.errors.length]).toEqual([1, 1]);
    expect(main.log).toContain('load git source');
    const all = left(main, job.temp, job.workspace) + left(post);
    for (const text of hidden) expect(all).not.toContain(text);
    // The runner is told before it could see it, so that it hides what a program of ours prints by itself too.
    expect(main.log.indexOf('::add-mask::')).toBe(0);
    expect(main.masks.some((mask) => mask.includes(hidden[0] ?? '-'))).toBe(true);
    expect(readFileSync(join(job.workspace, 'result.json'), 'utf8')).toContain('***');
  });

  test('nor do those in the plan, in labels, build-args and an input that cannot be used', async () => {
    const docker = fakeDocker('true');
    const inputs = {
      repository: 'team/app',
      tags: 'v1',
      context: 'https://me:hunter2hunter2@git.example.com/a.git',
      labels: 'from=https://me:hunter2hunter3@git.example.com/a.git',
      'build-args': 'INDEX=https://me:hunter2hunter4@pypi.example.com/simple\nNAMED',
      ...reports,
    };
    const env = { ...docker.env, NAMED: 'https://me:hunter2hunter5@example.com/' };
    for (const more of [
      { mode: 'plan' },
      { push: 'false' },
      { mode: 'plan', platforms: 'https://me:hunter2hunter6@example.com/' },
      { mode: 'plan', context: `-${inputs.context}${'x'.repeat(200)}` },
      { mode: 'plan', tags: 'type=wrong,value=https://me:hunter2hunter7@example.com/' },
    ]) {
      const job = startJob({ inputs: { ...inputs, ...more }, env });
      made.push(job);
      const main = await job.main();
      expect(left(main, job.temp, job.workspace)).not.toContain('hunter2');
    }
    made.push(docker);
  });

  test('with a real engine that cannot reach it', async () => {
    const { ship, workspace } = await scene(engine('containerd'));
    const context = 'http://me:hunter2hunter2@127.0.0.1:1/a.git?access_token=hunter2hunter3#main';
    const { main, post } = await ship({ context, ...reports });
    expect([main.exitCode, main.errors.length]).toEqual([1, 1]);
    expect(left(main, workspace) + left(post)).not.toContain('hunter2');
  });

  test('docker gets a user and a password as a secret for their host, and the rest of the address as it is', async () => {
    const docker = fakeDocker(`
for word in "$@"; do
  case "$word" in id=GIT_AUTH_HEADER.git.example.com,src=*) cp "\${word#*src=}" "$RUNNER_TEMP/header" ;; esac
  last="$word"
done
printf '%s\n' "$@" > "$RUNNER_TEMP/words"
printf %s "$last" > "$RUNNER_TEMP/seen"`);
    const context = 'https://me:hunter2hunter2@git.example.com/a.git?access_token=abcdefgh#main';
    const job = startJob({
      inputs: { repository: 'team/app', tags: 'v1', push: 'false', context },
      env: docker.env,
    });
    made.push(docker, job);
    const main = await job.main();
    expect(main.errors).toEqual([]);
    const seen = (name: string) => readFileSync(join(job.temp, name), 'utf8');
    expect(seen('seen')).toBe('https://git.example.com/a.git?access_token=abcdefgh#main');
    expect(seen('header')).toBe(`basic ${btoa('me:hunter2hunter2')}`);
    expect(seen('words')).not.toContain('hunter2');
    expect(main.summary).toContain('docker buildx build --provenance=false');
    expect(main.summary).toContain('--secret id=GIT_AUTH_HEADER.git.example.com');
    expect(main.summary).toContain('https://git.example.com/a.git?access_token=***#main');
  });
});
