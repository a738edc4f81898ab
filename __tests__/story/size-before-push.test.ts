import { expect, test } from '@jest/globals';
import { inputs, memoryWorld, run, ship, type MemoryWorld } from '../support/memory-world.ts';

/** Docker before 28, which says of an image with containerd's store no more than one size. */
function sayingOneSize(world: MemoryWorld, size: number): MemoryWorld {
  return {
    ...world,
    world: (tether) => {
      const { docker, ...ports } = world.world(tether);
      const answer = (path: string) =>
        path.includes('/json')
          ? { status: 200, body: JSON.stringify({ Size: size }) }
          : { status: 500, body: '' };
      return {
        ...ports,
        docker: { ...docker, engine: { request: (_, path) => Promise.resolve(answer(path)) } },
      };
    },
  };
}

test.each([
  { platforms: 'linux/arm64', whose: 'linux/arm64' },
  { platforms: 'linux/arm64,linux/amd64', whose: 'one of its platforms' },
])(
  'an image for $platforms that is too large is not pushed, and is told as $whose',
  async ({ platforms, whose }) => {
    const world = sayingOneSize(memoryWorld({ packedSize: 1 }), 5_000_000);
    const report = await ship(inputs({ tags: 'latest', platforms, 'max-size': '1 MB' }), run, world);
    expect(report.failure?.code).toBe('too-large');
    expect(report.failure?.what).toContain(`${whose} has at least 4.9 MB (4934464 bytes) compressed`);
    expect(world.journal).not.toContain('docker push');
  },
);
