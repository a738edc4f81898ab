import { describe, expect, test } from '@jest/globals';
import { imageFrom, inputs, memoryWorld, run, ship } from '../support/memory-world.ts';

const candidate = 'candidate-4711-1-abcd1234';
const other = imageFrom('f'.repeat(40));

describe('a job that is cancelled', () => {
  test.each([
    'authorize',
    'install docker config',
    'docker buildx build',
    'docker tag',
    'docker push',
    'read scan',
    'put v1.2.3',
    'put latest',
  ])('at "%s" does nothing more, leaves no candidate, and says so', async (cancelledAt) => {
    const world = memoryWorld({ cancelledAt, tags: { latest: other } });
    const report = await ship(inputs({ tags: 'latest\nv1.2.3' }), run, world);
    expect(report.failure?.code).toBe('cancelled');
    const after = world.journal.slice(world.journal.indexOf(cancelledAt) + 1);
    expect(after.filter((word) => /^(put|docker (?!image rm)|install|read)/.test(word))).toEqual([]);
    expect(world.tags.has(candidate)).toBe(false);
    expect(JSON.parse(world.state.get('undo') ?? '[]')).toEqual(
      world.journal.includes('undo: folder, job-variables')
        ? [expect.objectContaining({ kind: 'folder' }), expect.objectContaining({ kind: 'job-variables' })]
        : expect.any(Array),
    );
  });

  test('moves no tag that it had not moved, and reports those that it had', async () => {
    const world = memoryWorld({ cancelledAt: 'put v1.2.3', tags: { latest: other } });
    const report = await ship(inputs({ tags: 'latest\nv1.2.3' }), run, world);
    expect(world.tags.get('latest')).toBe(other.manifest.digest);
    expect(report.tags.find(({ tag }) => tag === 'latest')?.outcome).not.toBe('set');
  });
});
