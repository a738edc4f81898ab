import { expect, test } from '@jest/globals';
import { imageFrom, inputs, memoryWorld, run, ship } from '../support/memory-world.ts';

test('an image that the runtime does not take gets no tag, and nothing is scanned', async () => {
  const live = imageFrom('0123456789abcdef0123456789abcdef01234567', { architecture: 's390x' });
  const world = memoryWorld({ tags: { rc: live } });
  const given = { mode: 'publish', from: 'rc', tags: 'stable', runtime: 'lambda' };
  const report = await ship(inputs(given), run, world);
  expect(report.failure?.code).toBe('runtime-unfit');
  expect(report.failure?.what).toContain(
    'AWS Lambda runs linux/amd64, linux/arm64, and the image is for linux/s390x',
  );
  expect(world.journal).not.toContain('read scan');
  expect([...world.tags.keys()]).toEqual(['rc']);
  const elsewhere = memoryWorld({ tags: { rc: live } });
  expect((await ship(inputs({ ...given, runtime: 'any' }), run, elsewhere)).failure).toBeUndefined();
});

test('an image of one platform passes', async () => {
  const world = memoryWorld();
  const report = await ship(inputs({ tags: 'v1.0.0', runtime: 'lambda' }), run, world);
  expect(report.failure).toBeUndefined();
  expect(world.tags.has('v1.0.0')).toBe(true);
});

test('an image that is too large for it is not even pushed, where the engine says how large it is', async () => {
  const world = memoryWorld({ unpackedSize: 11 * 1024 ** 3 });
  const report = await ship(inputs({ tags: 'v1.0.0', runtime: 'lambda' }), run, world);
  expect(report.failure?.code).toBe('runtime-unfit');
  expect(report.failure?.what).toContain('it has at least 11811160064 bytes where it is unpacked');
  expect(world.journal).not.toContain('docker push');
  const fine = memoryWorld({ unpackedSize: 1024 });
  const passed = await ship(inputs({ tags: 'v1.0.0', runtime: 'lambda' }), run, fine);
  expect(passed.failure).toBeUndefined();
  expect(passed.unpackedSize).toBe(1024);
});
