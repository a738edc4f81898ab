import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { DescribeRepositoriesCommand, ECRClient } from '@aws-sdk/client-ecr';
import { afterEach, describe, expect, test } from '@jest/globals';

const project = fileURLToPath(new URL('../..', import.meta.url));
let running: ChildProcessByStdio<null, Readable, Readable> | undefined;

afterEach(() => {
  running?.kill('SIGKILL');
  running = undefined;
});

/** The command, without what `npm run` does before it. */
function command(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'local-ecr/cli.ts', ...args], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running = child;
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    child,
    ended,
    output: () => output,
    async says(text: RegExp): Promise<RegExpExecArray> {
      for (;;) {
        const match = text.exec(output);
        if (match !== null) return match;
        if (child.exitCode !== null) throw new Error(`ended with ${String(child.exitCode)}: ${output}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}

describe('npm run local-ecr', () => {
  test('starts, tells how to reach it, logs requests, and stops when interrupted', async () => {
    const { child, ended, says } = command('--port', '0', '--scenario', 'clean', '--repository', 'my/own');
    await says(/Stop it with Ctrl-C/);
    const [, endpoint = ''] = await says(/export AWS_ENDPOINT_URL_ECR=(http:\/\/127\.0\.0\.1:\d+)/);
    const client = new ECRClient({
      endpoint,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    });
    const { repositories } = await client.send(new DescribeRepositoriesCommand({}));
    client.destroy();
    expect(repositories?.map(({ repositoryName }) => repositoryName)).toEqual(['team/app', 'my/own']);
    await says(/200 api DescribeRepositories/);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  }, 30_000);

  test('hints at what is there, and says plainly that a port is in use', async () => {
    const first = command('--port', '0', '--scenario', 'clean');
    await first.says(/Stop it with Ctrl-C/);
    expect(first.output()).not.toContain('aws ecr create-repository');
    expect(first.output()).toContain('/team/app:1');
    expect(first.output()).toContain('act --network host --env AWS_ENDPOINT_URL_ECR');
    const [, port = ''] = await first.says(/answers on http:\/\/127\.0\.0\.1:(\d+)/);
    const second = command('--port', port, '--public-port', '0');
    expect(await second.ended).toBe(2);
    expect(second.output()).toContain(`the port ${port} of 127.0.0.1 is in use`);
    first.child.kill('SIGKILL');
    const empty = command('--port', '0');
    await empty.says(/aws ecr create-repository --repository-name team\/app/);
  }, 60_000);

  test.each([
    ['a port that is none', ['--port', 'x'], '--port takes a whole number from 0 to 65535, not "x"'],
    [
      'an account that is none',
      ['--account', '123'],
      '--account takes the 12 digits of an account, not "123"',
    ],
    ['a region that is none', ['--region', 'mars'], '--region takes a region such as eu-west-1, not "mars"'],
    ['a repository that ECR does not take', ['--repository', 'UP'], '--repository takes 2 to 256 lower-case'],
    [
      'the main registry once more',
      ['--port', '0', '--registry', '123456789012/eu-west-1'],
      '123456789012/eu-west-1 is the main registry, which is there anyway',
    ],
    // There Node's own mkdir tries for ever.
    [
      'a folder below /proc',
      ['--port', '0', '--data', '/proc/x'],
      'nothing can be kept in the folder "/proc/x"',
    ],
    [
      'a folder that takes nothing',
      ['--port', '0', '--data', '/proc/self'],
      'nothing can be kept in the folder',
    ],
    [
      'a scenario that cannot be read',
      ['--scenario', './no.json'],
      'the scenario "./no.json" cannot be read',
    ],
    ['a flag that is none', ['--what'], "Unknown option '--what'"],
    ['a flag that is none, with all that there are', ['--what'], '--latency MS'],
    [
      'a scenario that is not there',
      ['--scenario', 'nightmare'],
      'there is no scenario nightmare; there are archived, clean, critical, demo, index',
    ],
  ])(
    'refuses %s',
    async (_case, args, text) => {
      const { ended, output } = command(...args);
      expect([await ended, output()]).toEqual([2, expect.stringContaining(text)]);
    },
    30_000,
  );
});
