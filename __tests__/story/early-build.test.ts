import { describe, expect, test } from '@jest/globals';
import {
  imageFrom,
  inputs,
  memoryWorld,
  recordFor,
  run,
  ship,
  type MemoryWorld,
} from '../support/memory-world.ts';

const dockerfile = { './Dockerfile': 'FROM node:24\n' };
const position = (journal: readonly string[], word: string) => {
  expect(journal).toContain(word);
  return journal.indexOf(word);
};

/** A registry that lets nobody in before the build has begun. */
function withLoginAfterBuild(world: MemoryWorld): MemoryWorld {
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  return {
    ...world,
    world: (tether) => {
      const { docker, connect, ...ports } = world.world(tether);
      return {
        ...ports,
        docker: {
          ...docker,
          run: (args, options) => {
            if (args.includes('build')) begin();
            return docker.run(args, options);
          },
        },
        connect: async (target) => {
          const registry = await connect(target);
          return { ...registry, login: () => begun.then(registry.login) };
        },
      };
    },
  };
}

/** An engine and a buildx that answer by themselves, and the arguments of every build. */
function answering(world: MemoryWorld, version: string): { world: MemoryWorld; builds: string[][] } {
  const builds: string[][] = [];
  const info = { ServerVersion: '26.1.5', OSType: 'linux', Architecture: 'x86_64', Driver: 'overlay2' };
  const answer = (path: string) =>
    path === '/info' ? { status: 200, body: JSON.stringify(info) } : { status: 404, body: '' };
  return {
    builds,
    world: {
      ...world,
      world: (tether) => {
        const { docker, ...ports } = world.world(tether);
        return {
          ...ports,
          docker: {
            ...docker,
            engine: { request: (_, path) => Promise.resolve(answer(path)) },
            buildx: { driver: () => Promise.resolve(''), version: () => Promise.resolve(version) },
            run: (args, options) => {
              if (args.includes('build')) builds.push([...args]);
              return docker.run(args, options);
            },
          },
        };
      },
    },
  };
}

describe('a build that begins before buildx has said its version', () => {
  test('is the one that is pushed', async () => {
    const { world, builds } = answering(memoryWorld({ files: dockerfile }), 'v0.30.1');
    const report = await ship(inputs({ tags: 'latest' }), run, world);
    expect(report.failure).toBeUndefined();
    expect(report.builder?.description).toBe(
      'buildx 0.30.1, driver docker on Docker 26.1.5, overlay2 image store',
    );
    expect(builds).toEqual([expect.arrayContaining(['--provenance=false'])]);
  });

  test('is dropped where this buildx does not know its arguments, and built again without them', async () => {
    const { world, builds } = answering(memoryWorld({ files: dockerfile }), 'v0.9.1');
    const report = await ship(inputs({ tags: 'latest' }), run, world);
    expect(report.failure).toBeUndefined();
    expect(builds).toEqual([
      expect.arrayContaining(['--provenance=false']),
      expect.not.arrayContaining(['--provenance=false']),
    ]);
    expect(report.commands.filter((command) => command.includes('buildx build'))).toHaveLength(1);
    expect(world.log.filter((line) => line === '[Build]')).toHaveLength(1);
  });
});

describe('a build that needs no registry of ours', () => {
  test('begins before the registry is asked, and what it is built for is told first', async () => {
    const world = memoryWorld({ files: dockerfile });
    const report = await ship(inputs({ tags: 'latest' }), run, withLoginAfterBuild(world));
    expect(report.failure).toBeUndefined();
    const told = world.log.filter((line) => line.startsWith('['));
    expect(told).toEqual(['[Plan]', '[Decide]', '[Build]', '[Push]', '[Scan]', '[Tags]']);
  });

  test.each([
    {
      name: 'an image of a registry to which this run may log in',
      text: 'FROM 1.dkr.ecr.eu-west-1.amazonaws.com/a',
    },
    { name: 'an image that an argument names', text: 'ARG BASE\nFROM $BASE' },
    { name: 'a builder that pushes by itself', text: 'FROM node:24', buildx: 'container' },
  ] as const)('waits for the login with $name', async ({ text, ...more }) => {
    const world = memoryWorld({
      files: { './Dockerfile': text },
      buildx: 'buildx' in more ? more.buildx : 'docker',
    });
    await ship(inputs({ tags: 'latest' }), run, world);
    expect(position(world.journal, 'docker buildx build')).toBeGreaterThan(
      position(world.journal, 'install docker config'),
    );
  });

  test('is dropped where the image is there already, and is part of no report', async () => {
    const given = { tags: 'v1.2.3' };
    const there = imageFrom(run.event.sha, { record: await recordFor(given) });
    const world = memoryWorld({ files: dockerfile, tags: { 'v1.2.3': there } });
    const report = await ship(inputs(given), run, world);
    expect(report.failure).toBeUndefined();
    expect(report.decision?.kind).toBe('reuse');
    expect(report.commands).toEqual([]);
    expect(world.journal).not.toContain('docker push');
    expect(world.log).not.toContain('[Build]');
    expect(world.journal.filter((word) => word === 'docker image rm')).toHaveLength(1);
  });

  test('leaves nothing where a tag is taken by another image', async () => {
    const world = memoryWorld({ files: dockerfile, tags: { 'v1.2.3': imageFrom('f'.repeat(40)) } });
    const report = await ship(inputs({ tags: 'v1.2.3' }), run, world);
    expect(report.failure?.code).toBe('tag-taken');
    expect(world.journal).toContain('docker image rm');
    expect(report.commands).toEqual([]);
  });
});
