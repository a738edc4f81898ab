import { describe, expect, test } from '@jest/globals';
import { imageFrom, inputs, memoryWorld, run, ship } from '../support/memory-world.ts';

// What is live has a layer of 1,000 bytes, and a config.
const live = imageFrom('0123456789abcdef0123456789abcdef01234567');
const liveSize = 1000 + live.config.length;
const given = { tags: 'latest', 'max-growth': '50%', 'if-older': 'move', labels: '' };

describe('an image that has grown too much', () => {
  test('is not even pushed where the engine knows its size', async () => {
    const world = memoryWorld({ tags: { latest: live }, packedSize: liveSize * 2 });
    const report = await ship(inputs(given), run, world);
    expect(report.failure?.code).toBe('too-large');
    expect(report.failure?.what).toContain(
      `by ${(liveSize / 1000).toFixed(1)} kB (${String(liveSize)} bytes) (100.0%), and max-growth allows 50%`,
    );
    expect(report.failure?.next).toMatch(/^Nothing was pushed\. /);
    expect(world.journal).not.toContain('docker push');
    expect([report.sizeChange, report.before?.size]).toEqual([liveSize, liveSize]);
    expect(world.tags.get('latest')).toBe(live.manifest.digest);
  });

  test('and one that has grown less is pushed, and compared as the registry has it', async () => {
    const world = memoryWorld({ tags: { latest: live }, packedSize: Math.floor(liveSize * 1.4) });
    const report = await ship(inputs(given), run, world);
    expect(report.failure).toBeUndefined();
    expect(report.sizeChange).toBe((report.image?.size ?? 0) - liveSize);
  });

  test('without a baseline anything goes', async () => {
    const world = memoryWorld({ packedSize: 1_000_000 });
    expect((await ship(inputs(given), run, world)).failure).toBeUndefined();
  });

  test('and where the engine does not know it, it is pushed and looked at in the registry', async () => {
    const world = memoryWorld({ tags: { latest: live } });
    const report = await ship(inputs({ ...given, 'max-growth': '0%' }), run, world);
    expect(world.journal).toContain('docker push');
    expect([report.baseline?.digest, report.before?.size]).toEqual([live.manifest.digest, liveSize]);
  });
});
