import { describe, expect, test } from '@jest/globals';
import { runSmokeTest } from '../../../src/checks/smoke.ts';
import type { Clock, Docker, DockerResult, HttpProbe, Log } from '../../../src/ports.ts';
import type { SmokeResult } from '../../../src/types/smoke.ts';

/** What the runtime prints instead of the image. Tried with runc 1.1 and Docker 26.1. */
const unexecuted = 'exec /start.sh: exec format error\n';
const old = 'standard_init_linux.go:228: exec user process caused: exec format error\n';

interface Scene {
  /** What `docker run` says if it refuses. */
  readonly refused?: string;
  readonly printed?: string;
  /** The platform of the image, and of the engine; '' if it does not tell. */
  readonly image?: string;
  readonly engine?: string;
  /** The body of the server's answers; without one the container has ended. */
  readonly answer?: string;
}

/** Runs a test of an HTTP server in a container that fails. */
function failing({ refused, printed = '', image = 'linux/arm64', engine = 'linux/amd64', answer }: Scene) {
  const done = (stdout: string): DockerResult => ({ exitCode: stdout === '' ? 1 : 0, stdout, stderr: '' });
  const state =
    answer === undefined
      ? { state: { Running: false, Status: 'exited', ExitCode: 255 }, ports: {} }
      : { state: { Running: true }, ports: { '3000/tcp': [{ HostPort: '32768' }] } };
  const answers: Record<string, DockerResult> = {
    'network create': done('n'),
    'run --detach': refused === undefined ? done('c') : { exitCode: 126, stdout: '', stderr: refused },
    'container inspect': done(JSON.stringify(state)),
    'logs --tail': { exitCode: 0, stdout: '', stderr: printed },
    'image inspect': done(image),
    'version --format': done(engine),
  };
  const docker = {
    run: (args: readonly string[]) => Promise.resolve(answers[args.slice(0, 2).join(' ')] ?? done('')),
  } as unknown as Docker;
  let now = 0;
  const clock = { now: () => now, sleep: (ms: number) => Promise.resolve(void (now += ms)) } as Clock;
  const probe: HttpProbe = () => Promise.resolve({ kind: 'answer', status: 500, body: answer ?? '' });
  const log = { group: (_: string, body: () => unknown) => body() } as unknown as Log;
  return runSmokeTest(
    {
      test: {
        name: 'http 1',
        proof: { kind: 'http', path: '/', status: 200, body: undefined },
        withinMs: 1000,
        port: 3000,
        env: [],
        readOnly: false,
        openPort: false,
        memory: '2g',
      },
      image: 'built',
      name: 'c',
      envFile: '/env',
      platform: undefined,
      address: '127.0.0.1',
    },
    { docker, probe, clock, log },
  );
}

const short = ({ outcome, detail }: SmokeResult) => `${outcome}: ${detail}`;
const mistake =
  'failed: it ended with exit code 255 before it answered: its program cannot be executed: a script needs a first line ' +
  'such as #!/bin/sh, and a compiled program has to be for';

describe('a program that cannot be executed', () => {
  test.each([unexecuted, old])(
    'in an image for another kind of machine is not tested: %j',
    async (printed) => {
      expect(short(await failing({ printed }))).toBe(
        'skipped: the image is for linux/arm64 and the engine is linux/amd64, without emulation (docker/setup-qemu-action gives it)',
      );
    },
  );

  test('is left out too if docker refuses to start it', async () => {
    const refused =
      'docker: Error response from daemon: runc create failed: unable to start container process: exec /start.sh: exec format error: unknown.';
    expect((await failing({ refused })).outcome).toBe('skipped');
    expect((await failing({ refused, image: 'linux/amd64' })).outcome).toBe('failed');
  });

  test('in an image for this kind of machine is a mistake, such as a script without its first line', async () => {
    expect(short(await failing({ printed: unexecuted, image: 'linux/amd64' }))).toBe(
      `${mistake} linux/amd64`,
    );
  });

  test('is a mistake as well where the engine does not tell for what it is', async () => {
    expect(short(await failing({ printed: unexecuted, image: '' }))).toBe(
      `${mistake} the platform of its image`,
    );
    expect((await failing({ printed: unexecuted, engine: '' })).outcome).toBe('failed');
  });
});

describe('an image that only speaks of a program that cannot be executed', () => {
  test('has failed if its log does, since its own program ran', async () => {
    for (const printed of ['sh: ./native: exec format error\n', `starting\n${unexecuted}`])
      expect(short(await failing({ printed }))).toBe(
        'failed: it ended with exit code 255 before it answered',
      );
  });

  test('has failed if its answer does', async () => {
    expect(short(await failing({ answer: 'Exec format error' }))).toBe(
      'failed: within 1 s it answered 500 "Exec format error", and not 200',
    );
  });
});
