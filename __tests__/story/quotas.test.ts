import { describe, expect, test } from '@jest/globals';
import type { ListedImage } from '../../src/ports.ts';
import { builtDigest, imageFrom, inputs, memoryWorld, run, ship } from '../support/memory-world.ts';

const attached = (count: number): ListedImage[] =>
  Array<ListedImage>(count).fill({ tags: [], subject: builtDigest });
const warnings = (log: readonly string[]) =>
  log.filter((line) => /^warning: .*(?:quota|of the 100)/.test(line));

describe('quotas that are near are a warning before they bite', () => {
  test('images of the repository, counted beside the build', async () => {
    const world = memoryWorld({ crowd: [Array<ListedImage>(90_000).fill({ tags: [], subject: undefined })] });
    const report = await ship(inputs({ tags: 'v1' }), run, world);
    expect(report.failure).toBeUndefined();
    expect(warnings(world.log)).toEqual([
      expect.stringContaining("has 90,000 images, and ECR's default quota is 100,000"),
    ]);
  });

  test.each(['ship', 'build'])('what is attached to the image, with mode %s', async (mode) => {
    const world = memoryWorld({ crowd: [attached(93)] });
    const report = await ship(inputs({ mode, tags: mode === 'build' ? '' : 'v1' }), run, world);
    expect(report.failure).toBeUndefined();
    expect(warnings(world.log)).toEqual([expect.stringContaining('the image has 93 of the 100 signatures')]);
    // Whoever signs it next sees the warning before.
    expect(world.journal.join('\n')).not.toContain('count referrers');
  });

  test.each([
    { attached: 95, told: 1 },
    { attached: 12, told: 0 },
    { attached: new Error('denied'), told: 0 },
  ])('what is attached to an image that is published: $attached', async ({ attached, told }) => {
    const world = memoryWorld({ tags: { v1: imageFrom(undefined) }, attached });
    const report = await ship(inputs({ mode: 'publish', from: 'v1', tags: 'production' }), run, world);
    expect(report.failure).toBeUndefined();
    expect(warnings(world.log)).toHaveLength(told);
    expect(world.journal.filter((effect) => effect.startsWith('count referrers'))).toHaveLength(1);
  });

  test('and nothing is said or asked besides where they are far', async () => {
    const world = memoryWorld({ crowd: [attached(12)] });
    await ship(inputs({ tags: 'v1' }), run, world);
    expect(warnings(world.log)).toEqual([]);
    expect(world.journal.filter((effect) => effect === 'sweep')).toHaveLength(1);
  });
});
