import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { dockerCli } from '../../src/adapters/docker/docker-cli.ts';
import { startTimeOf, type StartedProcess } from '../../src/adapters/machine/processes.ts';
import { startSecrets } from '../../src/adapters/machine/secrets.ts';
import type { Docker } from '../../src/ports.ts';
import { ShipError } from '../../src/types/errors.ts';
import { latch } from '../../src/types/latch.ts';
import { fakeDocker } from '../support/fake-docker.ts';

const variables = { ...process.env };
const cleanUps: (() => void)[] = [];
beforeEach(() => {
  delete process.env['DOCKER_HOST'];
});
afterEach(() => {
  cleanUps.splice(0).forEach((clean) => clean());
  process.env = { ...variables };
});

/** Far more than any of these processes takes by itself, and no test waits for it. */
const long = { quietMs: 600_000, totalMs: 600_000 };
const timings = { askAfterMs: 20, answerMs: 50, againMs: 20, frozenMs: 200 };

/** A docker that does what some lines of a shell say, and who has been told of its processes. */
function setUp(script: string, info?: string) {
  const fake = fakeDocker(script, info);
  cleanUps.push(fake.remove);
  process.env['PATH'] = fake.env['PATH'];
  const run = new AbortController();
  const started: StartedProcess[] = [];
  const ended: number[] = [];
  const children = {
    started: (child: StartedProcess) => void started.push(child),
    ended: (pid: number) => void ended.push(pid),
  };
  const docker = dockerCli({ secrets: startSecrets(), signal: run.signal, children, timings });
  return { docker, run, started, ended, file: (name: string) => join(fake.folder, name) };
}

async function failureOf(running: ReturnType<Docker['run']>): Promise<ShipError> {
  const error: unknown = await running.then(
    () => new Error('it did not fail'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof ShipError) return error;
  throw error;
}

const isAlive = ({ pid, startedAt }: Pick<StartedProcess, 'pid' | 'startedAt'>) =>
  startTimeOf(pid) === startedAt;

test('what a process has printed before it may be shown is not lost where it has ended by then', async () => {
  // More than a pipe and a stream hold, so that it does not end before all of it is read.
  const { docker, started } = setUp('head -c 200000 /dev/zero | tr "\\0" e; echo why >&2; exit 3');
  const { opened: shownFrom, open: show } = latch();
  const running = docker.run(['build', '.'], { show: true, shownFrom, patience: long });
  while (started.length === 0 || isAlive(started[0]!)) await sleep(5);
  show();
  const { exitCode, stdout, stderr } = await running;
  expect([exitCode, stdout.length, stderr]).toEqual([3, 200_000, 'why\n']);
});

test('a process is ended before its time by a signal of its own', async () => {
  const { docker, started } = setUp('while :; do sleep 1; done');
  const own = new AbortController();
  const options = {
    show: true,
    shownFrom: new Promise<void>(() => undefined),
    signal: own.signal,
    patience: long,
  };
  const running = docker.run(['build', '.'], options);
  while (started.length === 0) await sleep(5);
  own.abort(new Error('there is nothing to build'));
  await expect(running).rejects.toThrow('there is nothing to build');
  expect(isAlive(started[0]!)).toBe(false);
});

test.each([
  { by: 'its own signal, for nobody needs it any more: it is killed', isOwn: true, wasAsked: false },
  { by: 'the end of the run: it is asked first', isOwn: false, wasAsked: true },
])('a process that is ended by $by', async ({ isOwn, wasAsked }) => {
  const { docker, run, started, file } = setUp(
    'here=$(dirname "$0"); trap \'touch "$here/asked"; exit 1\' TERM; exec 2>/dev/null; touch "$here/ready"; while :; do sleep 0.05; done',
  );
  const own = new AbortController();
  const running = docker.run(['build', '.'], { show: true, signal: own.signal, patience: long });
  running.catch(() => undefined);
  while (!existsSync(file('ready'))) await sleep(5);
  (isOwn ? own : run).abort(new Error('over'));
  await expect(running).rejects.toThrow('over');
  expect(isAlive(started[0]!)).toBe(false);
  expect(existsSync(file('asked'))).toBe(wasAsked);
});

test('a console that the job asks for is none of ours', async () => {
  process.env['BUILDKIT_PROGRESS'] = 'tty';
  const { docker } = setUp('echo "progress: $BUILDKIT_PROGRESS"');
  const { stdout } = await docker.run(['build', '.'], { show: true, patience: long });
  expect(stdout).toContain('progress: plain');
});

test('a folder for temporary files that nobody has made is made', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'ecr-ship-temp-'));
  cleanUps.push(() => rmSync(parent, { recursive: true, force: true }));
  process.env['RUNNER_TEMP'] = join(parent, 'not/there');
  const { docker } = setUp('exit 0');
  const seen = await docker.withOutputFile(async (path) => Promise.resolve(path));
  expect(seen.startsWith(join(parent, 'not/there/ecr-ship-build-'))).toBe(true);
});

test('a folder for what docker writes is told before it is there, and when it is gone', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'ecr-ship-temp-'));
  cleanUps.push(() => rmSync(parent, { recursive: true, force: true }));
  process.env['RUNNER_TEMP'] = parent;
  const told: string[] = [];
  const tell = (word: string) => (path: string) =>
    void told.push(`${word} ${path} ${String(existsSync(path))}`);
  const docker = dockerCli({
    secrets: startSecrets(),
    signal: new AbortController().signal,
    children: { started: () => undefined, ended: () => undefined },
    folders: { planned: tell('planned'), removed: tell('removed') },
  });
  const folder = await docker.withOutputFile((path) => Promise.resolve(dirname(path)));
  expect(told).toEqual([`planned ${folder} false`, `removed ${folder} false`]);
});

test('one that cannot be made is a plain error, and none of ours', async () => {
  process.env['RUNNER_TEMP'] = '/proc/nowhere';
  const { docker } = setUp('exit 0');
  const error: unknown = await docker
    .withOutputFile((path) => Promise.resolve(path))
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    code: 'file-failed',
    next: expect.stringContaining('RUNNER_TEMP') as unknown,
  });
});

describe('when the run is cancelled', () => {
  test.each([
    { name: 'shown', show: true },
    { name: 'quiet', show: false },
  ])('a $name process and its group have ended before run() throws the reason', async ({ show }) => {
    const { docker, run, started, ended, file } = setUp(`
trap '' TERM INT
(trap '' TERM; echo up >"$FOLDER/up"; while :; do sleep 1; done) &
echo $! >"$FOLDER/other"
wait; while :; do sleep 1; done`);
    const env = { FOLDER: file('.') };
    const running = docker.run(['push', 'x'], { env, show, patience: long });
    while (!existsSync(file('up')) || !existsSync(file('other'))) await sleep(5);
    const pid = Number(readFileSync(file('other'), 'utf8'));
    const other = { pid, startedAt: startTimeOf(pid) };
    expect([started.length, started[0]?.command, isAlive(started[0]!), ended]).toEqual([
      1,
      'docker push',
      true,
      [],
    ]);
    const reason = new Error('cancelled');
    run.abort(reason);
    await expect(running).rejects.toBe(reason);
    expect([isAlive(started[0]!), isAlive(other)]).toEqual([false, false]);
    expect(ended).toEqual([started[0]?.pid]);
  });

  test('no process is started any more', async () => {
    const { docker, run, started } = setUp('true');
    const reason = new Error('cancelled');
    run.abort(reason);
    await expect(docker.run(['push', 'x'], { show: true })).rejects.toBe(reason);
    await expect(docker.run(['info'], { show: false })).rejects.toBe(reason);
    expect(started).toEqual([]);
  });
});

describe('a command that hangs', () => {
  const short = { quietMs: 100, totalMs: 600_000 };

  test.each([
    { args: ['info', '--format', 'x'], show: false, code: 'engine-unreachable', name: 'docker info' },
    { args: ['image', 'rm', 'x'], show: false, code: 'engine-unreachable', name: 'docker image rm' },
    { args: ['buildx', 'ls'], show: false, code: 'engine-unreachable', name: 'docker buildx ls' },
    { args: ['push', 'x'], show: true, code: 'push-failed', name: 'docker push' },
    { args: ['build', '.'], show: true, code: 'build-failed', name: 'docker build' },
    { args: ['buildx', 'build', '.'], show: true, code: 'build-failed', name: 'docker buildx build' },
  ])('and says nothing is ended: $name', async ({ args, show, code, name }) => {
    const { docker, started } = setUp('sleep 600', 'sleep 600');
    const error = await failureOf(docker.run(args, { show, patience: short }));
    expect([error.code, error.what]).toEqual([
      code,
      `\`${name}\` hung and was ended: it had said nothing for 0 s.`,
    ]);
    expect(isAlive(started[0]!)).toBe(false);
  });

  test('and talks is ended too', async () => {
    const { docker, started } = setUp('while :; do echo working; sleep 0.01; done');
    const patience = { quietMs: 600_000, totalMs: 300 };
    const error = await failureOf(docker.run(['build', '.'], { show: true, patience }));
    expect([error.code, error.what]).toEqual([
      'build-failed',
      '`docker build` hung and was ended: it had not ended after 0 s.',
    ]);
    expect(isAlive(started[0]!)).toBe(false);
  });

  test('is not one that says something now and then', async () => {
    const { docker } = setUp('for i in 1 2 3 4 5 6; do echo $i; sleep 0.2; done');
    const patience = { quietMs: 1000, totalMs: 600_000 };
    expect((await docker.run(['build', '.'], { show: true, patience })).stdout).toBe('1\n2\n3\n4\n5\n6\n');
  });

  test('is none that waits for an answer: its input is empty', async () => {
    const { docker } = setUp('cat; echo "no input"');
    expect(await docker.run(['build', '-'], { show: true, patience: long })).toEqual({
      exitCode: 0,
      stdout: 'no input\n',
      stderr: '',
    });
  });
});

describe('a command that says the same again and again', () => {
  const waiting =
    'for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do echo "a: Waiting"; sleep 0.1; done; echo "a: Pushed"';
  const patience = { quietMs: 700, totalMs: 60_000 };

  test('is given up as a silent one where only news count', async () => {
    const { docker } = setUp(waiting);
    const error = await failureOf(docker.run(['push', 'x'], { show: true, patience, onlyNews: true }));
    expect(error.code).toBe('push-failed');
  });

  test('goes on where all that it says counts', async () => {
    const { docker } = setUp(waiting);
    const { stdout } = await docker.run(['push', 'x'], { show: true, patience });
    expect(stdout).toBe(`${'a: Waiting\n'.repeat(20)}a: Pushed\n`);
  });

  test('is shown without what it has said before', async () => {
    const { docker } = setUp(waiting);
    const news: string[] = [];
    const patient = { quietMs: 30_000, totalMs: 60_000 };
    const { stdout } = await docker.run(['push', 'x'], {
      show: true,
      patience: patient,
      onlyNews: true,
      onShown: (text) => news.push(text),
    });
    expect(stdout).toBe('a: Waiting\na: Pushed\n');
    expect(news.join('')).toBe(stdout);
  });
});

/** An engine behind a socket of its own that answers, or does not. */
async function engine(answers: boolean) {
  const folder = mkdtempSync(join(tmpdir(), 'fake-engine-'));
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (answers) response.end('OK');
  });
  const socket = join(folder, 'docker.sock');
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  cleanUps.push(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });
  process.env['DOCKER_HOST'] = `unix://${socket}`;
  return asked;
}

describe('an engine that does not answer', () => {
  test('ends the command that waits for it', async () => {
    const asked = await engine(false);
    const { docker, started } = setUp('echo pushing; sleep 600');
    const error = await failureOf(docker.run(['push', 'x'], { show: true, patience: long, engine: true }));
    expect([error.code, error.what]).toEqual([
      'engine-unreachable',
      'The Docker engine has not answered for 0 s, so `docker push` was ended.',
    ]);
    expect(asked.length).toBeGreaterThan(1);
    expect(new Set(asked)).toEqual(new Set(['/_ping']));
    expect(isAlive(started[0]!)).toBe(false);
  });

  test('is asked by docker itself where it has no socket', async () => {
    const { docker, file } = setUp(`
[ "$1" != version ] || { echo asked >>"$FOLDER/asked"; exit 1; }
sleep 600`);
    const env = { FOLDER: file('.'), DOCKER_HOST: 'tcp://127.0.0.1:9' };
    const running = docker.run(['build', '.'], { env, show: true, patience: long, engine: true });
    expect((await failureOf(running)).code).toBe('engine-unreachable');
    expect(readFileSync(file('asked'), 'utf8').split('\n').length).toBeGreaterThan(2);
  });

  test('does not matter to a builder elsewhere', async () => {
    const asked = await engine(false);
    const { docker } = setUp('sleep 1; echo built');
    const { stdout } = await docker.run(['buildx', 'build', '.'], { show: true, patience: long });
    expect([stdout, asked]).toEqual(['built\n', []]);
  });

  test('is none that answers, however long the command is silent', async () => {
    const asked = await engine(true);
    const { docker } = setUp('sleep 1; echo built');
    const { stdout } = await docker.run(['build', '.'], { show: true, patience: long, engine: true });
    expect([stdout, asked.length > 1]).toEqual(['built\n', true]);
  });
});
