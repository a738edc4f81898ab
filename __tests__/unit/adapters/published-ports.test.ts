import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { publishing } from '../../../src/adapters/docker/published-ports.ts';

const folder = mkdtempSync(join(tmpdir(), 'ecr-ship-published-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const addresses: Readonly<Record<string, string>> = {
  docker: '172.20.0.3',
  'build.example.org': '192.0.2.7',
  'six.example.org': '2001:db8::7',
  here: '127.0.1.1',
};
/** A name server that knows some names. */
const find = (host: string) =>
  host in addresses || /^[\d.]+$/.test(host)
    ? Promise.resolve(addresses[host] ?? host)
    : Promise.reject(new Error('ENOTFOUND'));
const outside = { name: 'runner', isContainer: false, find };
const never = () => Promise.reject(new Error('docker was asked'));
const here = { address: '127.0.0.1', isOpen: false, why: undefined };
const farAway = (host: string, address: string | undefined) => ({
  address,
  isOpen: true,
  why: `the engine is on another machine, ${host}`,
});

describe('the engine of another machine', () => {
  test.each<[address: string, place: object]>([
    ['tcp://docker:2375', farAway('docker', '172.20.0.3')],
    ['tcp://10.0.0.7:2376', farAway('10.0.0.7', '10.0.0.7')],
    ['tcp://six.example.org:2376', farAway('six.example.org', '2001:db8::7')],
    ['tcp://nobody:2376', farAway('nobody', undefined)],
    ['ssh://deploy:secret@build.example.org', farAway('build.example.org', '192.0.2.7')],
    ['ssh://here', farAway('here', undefined)],
    ['ssh://localhost', farAway('localhost', undefined)],
    ['tcp://127.0.0.1:2375', here],
    ['tcp://[::1]:2375', here],
    ['tcp://localhost:2375', here],
    ['unix:///var/run/docker.sock', here],
    ['npipe:////./pipe/docker_engine', here],
    ['nonsense', here],
  ])('%s: %j', async (address, place) => {
    expect(await publishing({ DOCKER_HOST: address, DOCKER_CONFIG: folder }, never, outside)).toEqual(place);
  });

  test('is known by its context too', async () => {
    const meta = join(folder, 'contexts/meta', createHash('sha256').update('far').digest('hex'));
    mkdirSync(meta, { recursive: true });
    const context = { Name: 'far', Endpoints: { docker: { Host: 'ssh://build.example.org' } } };
    writeFileSync(join(meta, 'meta.json'), JSON.stringify(context));
    const env = { DOCKER_CONTEXT: 'far', DOCKER_CONFIG: folder };
    expect(await publishing(env, never, outside)).toEqual(farAway('build.example.org', '192.0.2.7'));
    expect(await publishing({ ...env, DOCKER_CONTEXT: 'other' }, never, outside)).toEqual(here);
  });
});

const beside = (address: string | undefined) => ({
  address,
  isOpen: false,
  why: 'this job runs in a container of that engine, with a network of its own',
});
const inspected = (mode: string, networks: object | null) => JSON.stringify({ mode, networks });

test.each<[what: string, exitCode: number, stdout: string, place: object]>([
  [
    'a container of the engine',
    0,
    inspected('github_network_1', { github_network_1: { Gateway: '172.18.0.1' } }),
    beside('172.18.0.1'),
  ],
  [
    'a container of several networks',
    0,
    inspected('a', { a: { Gateway: '' }, b: { Gateway: '172.19.0.1' } }),
    beside('172.19.0.1'),
  ],
  ['a container without a network', 0, inspected('none', { none: { Gateway: '' } }), beside(undefined)],
  ['a container whose networks nobody says', 0, inspected('x', null), beside(undefined)],
  ['a container of the engine in its machine’s network', 0, inspected('host', {}), here],
  ['a container of another engine', 1, '', here],
  ['a container of which the engine says nothing', 0, 'nonsense', here],
])('a job in %s', async (_, exitCode, stdout, place) => {
  const asked: (readonly string[])[] = [];
  const said = await publishing(
    { DOCKER_CONFIG: folder },
    (args) => {
      asked.push(args);
      return Promise.resolve({ exitCode, stdout: `${stdout}\n` });
    },
    { name: '0123456789ab', isContainer: true, find },
  );
  expect(asked.map((args) => [args.slice(0, 2), args.at(-1)])).toEqual([
    [['container', 'inspect'], '0123456789ab'],
  ]);
  expect(said).toEqual(place);
});
