import { describe, expect, test } from '@jest/globals';
import type { DockerOptions, DockerResult, LoopbackFront } from '../../src/ports.ts';
import { repository } from '../unit/support/values.ts';
import { inputs, memoryWorld, run, ship, type MemoryWorld } from '../support/memory-world.ts';

const host = '127.0.0.1:40123';
const refused: DockerResult = {
  exitCode: 1,
  stdout: '',
  stderr: `failed to do request: Head "https://${host}/v2/": dial tcp ${host}: connect: connection refused`,
};

interface Given {
  readonly dockerfile?: string;
  /** How the engine is called by itself, and what it keeps images in. */
  readonly engine?: string;
  readonly driverType?: string;
  readonly security?: readonly string[];
  /** What the engine's pushes to the front come to, one after the other; then they succeed. */
  readonly pushes?: readonly { readonly result: DockerResult; readonly fault?: string }[];
  /** Whether the engine reaches the front. */
  readonly isReached?: boolean;
}

interface Watched {
  readonly world: MemoryWorld;
  /** The names that were pushed. */
  readonly pushed: string[];
  readonly options: DockerOptions[];
  /** The hosts that docker was logged in to, login by login. */
  readonly logins: string[][];
  readonly opened: string[];
  readonly closed: string[];
  /** The names that the engine was told to forget. */
  readonly forgotten: string[];
}

/** A world with a front on the machine `runner`. */
function withFront({
  dockerfile = 'FROM node:24\n',
  engine = 'runner',
  driverType = 'io.containerd.snapshotter.v1',
  security = ['name=seccomp,profile=builtin', 'name=cgroupns'],
  pushes = [],
  isReached = true,
}: Given = {}): Watched {
  const inner = memoryWorld({ files: { './Dockerfile': dockerfile } });
  const watched = { pushed: [], options: [], logins: [], opened: [], closed: [], forgotten: [] } as Omit<
    Watched,
    'world'
  >;
  const left = [...pushes];
  let fault: string | undefined;
  const front: LoopbackFront = {
    host,
    basic: 'ZnJvbnQ=',
    isUsed: () => isReached,
    takeFault: () => fault,
    close: () => watched.closed.push(host),
  };
  const info = {
    ServerVersion: '29.1.3',
    OSType: 'linux',
    Architecture: 'x86_64',
    Driver: 'overlayfs',
    DriverStatus: [['driver-type', driverType]],
    Name: engine,
    SecurityOptions: security,
  };
  const world: MemoryWorld = {
    ...inner,
    world: (tether) => {
      const { docker, connect, dockerConfig, ...ports } = inner.world(tether);
      return {
        ...ports,
        dockerConfig: {
          ...dockerConfig,
          install: (path, logins) => {
            watched.logins.push(logins.map((login) => login.host));
            return dockerConfig.install(path, logins);
          },
        },
        docker: {
          ...docker,
          engine: {
            request: (method, path) => {
              const name = /^\/images\/(.+?)(?::candidate-.*)?\?/.exec(path)?.[1];
              if (method === 'DELETE' && name !== undefined) watched.forgotten.push(name);
              const body = path === '/info' ? JSON.stringify(info) : '';
              return Promise.resolve({ status: path === '/info' ? 200 : 404, body });
            },
          },
          buildx: { driver: () => Promise.resolve(''), version: () => Promise.resolve('v0.30.1') },
          run: (args, options) => {
            if (args[0] !== 'push') return docker.run(args, options);
            const name = args[1] ?? '';
            watched.pushed.push(name.replace(/candidate-.*$/, 'candidate'));
            watched.options.push(options);
            const next = name.startsWith(host) ? left.shift() : undefined;
            fault = next?.fault;
            if (next !== undefined) return Promise.resolve(next.result);
            // What comes to the front is in the registry.
            return docker.run(['push', name.replace(`${host}/${repository.name}`, repository.uri)], options);
          },
        },
        connect: async (target) => {
          const registry = await connect(target);
          const openFront = (machine: string) => {
            watched.opened.push(machine);
            return Promise.resolve(machine === 'runner' ? front : undefined);
          };
          return {
            ...registry,
            open: (name) => {
              const door = registry.open(name);
              return {
                ...door,
                openFront,
                opened: async () => ({ ...(await door.opened()), openFront }),
              };
            },
          };
        },
      };
    },
  };
  return { world, ...watched };
}

const there = `${host}/${repository.name}:candidate`;
const straight = `${repository.uri}:candidate`;

describe('an engine of this machine', () => {
  test('pushes through the front, with a login of its own, and the image gets its tags as ever', async () => {
    const { world, pushed, logins, opened, closed, forgotten } = withFront();
    const report = await ship(inputs({ tags: 'v1.2.3\nlatest' }), run, world);
    expect(report.failure).toBeUndefined();
    expect(report.tags.map(({ tag, outcome }) => `${tag} ${outcome}`)).toEqual(['v1.2.3 set', 'latest set']);
    expect(opened).toEqual(['runner']);
    expect(pushed).toEqual([there]);
    expect(closed).toEqual([host]);
    expect(logins.map((hosts) => hosts.includes(host))).toEqual([false, true]);
    expect(world.journal.filter((word) => word.startsWith('remove candidate-'))).toHaveLength(1);
    expect(forgotten.sort()).toEqual([`${host}/${repository.name}`, 'ecr-ship.invalid/candidate']);
  });

  test('pushes straight to the registry where it does not reach the front', async () => {
    const { world, pushed, forgotten } = withFront({ pushes: [{ result: refused }], isReached: false });
    const report = await ship(inputs({ tags: 'latest' }), run, world);
    expect(report.failure).toBeUndefined();
    expect(pushed).toEqual([there, straight]);
    expect(world.log).toContain(
      'The engine does not reach this step there, so it pushes to the registry itself.',
    );
    expect(forgotten.sort()).toEqual(
      [`${host}/${repository.name}`, repository.uri, 'ecr-ship.invalid/candidate'].sort(),
    );
  });

  test('tries again at the front after a fault that passes', async () => {
    const result = { exitCode: 1, stdout: '', stderr: `Put "http://${host}/v2/x": EOF` };
    const { world, pushed } = withFront({ pushes: [{ result, fault: 'The registry cannot be reached.' }] });
    const report = await ship(inputs({ tags: 'latest' }), run, world);
    expect(report.failure).toBeUndefined();
    expect(pushed).toEqual([there, there]);
  });

  test('is told of by the registry itself where it fails, and why is what the front has seen', async () => {
    const result = { exitCode: 1, stdout: '', stderr: `Put "http://${host}/v2/team/app/manifests/x": EOF` };
    const fault = 'The registry cannot be reached: connect ETIMEDOUT.';
    const { world, closed } = withFront({ pushes: Array.from({ length: 9 }, () => ({ result, fault })) });
    const report = await ship(inputs({ tags: 'latest' }), run, world);
    expect(report.failure?.code).toBe('push-failed');
    expect(report.failure?.what).toContain(fault.slice(0, -1));
    expect(report.failure?.what).not.toContain(host);
    expect(closed).toEqual([host]);
    expect(report.tags.every(({ outcome }) => outcome === 'not-tried')).toBe(true);
  });
});

describe('the front is not for an engine', () => {
  test.each([
    { which: 'is on another machine', given: { engine: 'other' }, opened: ['other'] },
    { which: 'has another image store', given: { driverType: 'overlay2' }, opened: [] },
    { which: 'has a network of its own', given: { security: ['name=rootless'] }, opened: [] },
    { which: 'does not say where it is', given: { engine: '' }, opened: [] },
    {
      which: 'may take layers over from a base image in the registry',
      given: { dockerfile: `FROM ${repository.uri}:base\n` },
      opened: [],
    },
  ])('that $which', async ({ given, opened }) => {
    const watched = withFront(given);
    const report = await ship(inputs({ tags: 'latest' }), run, watched.world);
    expect(report.failure).toBeUndefined();
    expect(watched.opened).toEqual(opened);
    expect(watched.pushed).toEqual([straight]);
  });
});
