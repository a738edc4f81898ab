import { describe, expect, test } from '@jest/globals';
import { candidateId, candidateTime } from '../../src/undo/sweep.ts';
import { imageFrom, inputs, memoryWorld, run, ship } from '../support/memory-world.ts';

const now = Date.parse('2026-01-02T03:04:05Z');
const hour = 3600_000;
const candidateOf = (age: number) => `candidate-99-1-${candidateId(now - age, 'abcd')}`;
const left = (age: number) => imageFrom(undefined, { content: String(age), pushedAt: now - age + 60_000 });

describe('what killed runs have left', () => {
  test('is removed by the next run after a day, and nothing else is', async () => {
    const [old, young] = [candidateOf(25 * hour), candidateOf(23 * hour)];
    const others = ['candidate-99-1-abcd1234', 'candidate-of-the-year', 'v0', 'candidate-1-1-tabcdefg!'];
    const tags = Object.fromEntries([old, young, ...others].map((tag) => [tag, left(25 * hour - 120_000)]));
    const world = memoryWorld({ tags });
    const report = await ship(inputs({ tags: 'latest' }), run, world);
    expect(report.failure).toBeUndefined();
    expect([...world.tags.keys()].sort()).toEqual([young, ...others, 'latest'].sort());
    expect(world.log).toContain(`${old} was left by a run of more than a day ago.`);
  });

  test('is not what a runner is working on whose clock is days behind', async () => {
    const tag = candidateOf(72 * hour);
    const world = memoryWorld({ tags: { [tag]: left(hour) } });
    await ship(inputs({ tags: 'latest' }), run, world);
    expect(world.tags.has(tag)).toBe(true);
  });

  test('is not an image that was there before its candidate tag, for it may be in use by its digest', async () => {
    const tag = candidateOf(48 * hour);
    const world = memoryWorld({ tags: { [tag]: left(72 * hour) } });
    await ship(inputs({ tags: 'latest' }), run, world);
    expect(world.tags.has(tag)).toBe(true);
    expect(world.log.join('\n')).not.toContain(tag);
  });

  test('that cannot be removed is no failure of this run', async () => {
    const old = candidateOf(48 * hour);
    const failures = { [`remove ${old}`]: new Error('denied') };
    const world = memoryWorld({ tags: { [old]: left(48 * hour) }, failures });
    expect((await ship(inputs({ tags: 'latest' }), run, world)).failure).toBeUndefined();
    expect(world.tags.has(old)).toBe(true);
  });

  test('is not looked for by a run that sets no tag', async () => {
    const world = memoryWorld();
    await ship(inputs({ push: 'false' }), run, world);
    expect(world.journal).not.toContain('sweep');
  });
});

test('the end of a candidate tag says when it was made, to the second', () => {
  expect(candidateTime(`candidate-1-1-${candidateId(now, '0000')}`)).toBe(now);
  expect(candidateId(now, 'abcd')).toMatch(/^t[0-9a-z]{11}$/);
});
