import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { publishedElsewhere } from '../../../src/adapters/docker/published-ports.ts';

const folder = mkdtempSync(join(tmpdir(), 'ecr-ship-published-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const outside = { name: 'runner', isContainer: false };
const never = () => Promise.reject(new Error('docker was asked'));

describe('the engine of another machine', () => {
  test.each<[address: string, host: string | undefined]>([
    ['tcp://docker:2375', 'docker'],
    ['tcp://10.0.0.7:2376', '10.0.0.7'],
    ['ssh://deploy:secret@build.example.org', 'build.example.org'],
    ['ssh://localhost', 'localhost'],
    ['tcp://127.0.0.1:2375', undefined],
    ['tcp://localhost:2375', undefined],
    ['unix:///var/run/docker.sock', undefined],
    ['npipe:////./pipe/docker_engine', undefined],
    ['nonsense', undefined],
  ])('%s: %s', async (address, host) => {
    const why = await publishedElsewhere({ DOCKER_HOST: address, DOCKER_CONFIG: folder }, never, outside);
    expect(why).toBe(host === undefined ? undefined : `the engine is on another machine, ${host}`);
  });

  test('is known by its context too', async () => {
    const meta = join(folder, 'contexts/meta', createHash('sha256').update('far').digest('hex'));
    mkdirSync(meta, { recursive: true });
    const context = { Name: 'far', Endpoints: { docker: { Host: 'ssh://build.example.org' } } };
    writeFileSync(join(meta, 'meta.json'), JSON.stringify(context));
    const env = { DOCKER_CONTEXT: 'far', DOCKER_CONFIG: folder };
    expect(await publishedElsewhere(env, never, outside)).toContain('build.example.org');
    expect(await publishedElsewhere({ ...env, DOCKER_CONTEXT: 'other' }, never, outside)).toBeUndefined();
  });
});

test.each<[what: string, exitCode: number, mode: string, isElsewhere: boolean]>([
  ['a container of the engine', 0, 'github_network_1\n', true],
  ['a container of the engine in its machine’s network', 0, 'host\n', false],
  ['a container of another engine', 1, '', false],
])('a job in %s', async (_, exitCode, stdout, isElsewhere) => {
  const asked: (readonly string[])[] = [];
  const why = await publishedElsewhere(
    { DOCKER_CONFIG: folder },
    (args) => {
      asked.push(args);
      return Promise.resolve({ exitCode, stdout });
    },
    { name: '0123456789ab', isContainer: true },
  );
  expect(asked).toEqual([
    ['container', 'inspect', '--format', '{{.HostConfig.NetworkMode}}', '0123456789ab'],
  ]);
  expect(why !== undefined).toBe(isElsewhere);
});
