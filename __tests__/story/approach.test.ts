import { expect, test } from '@jest/globals';
import { inputs, memoryWorld, run, ship } from '../support/memory-world.ts';

test.each([
  { given: { tags: 'latest' }, expected: ['approach 8', 'connect'] },
  { given: { mode: 'login', tags: '' }, expected: ['approach 2', 'connect'] },
  { given: { mode: 'plan', tags: 'latest' }, expected: [] },
  { given: { push: 'false', tags: 'latest' }, expected: [] },
])(
  'with $given the registry is told of before it is connected to: $expected',
  async ({ given, expected }) => {
    const world = memoryWorld();
    const steps: string[] = [];
    const report = await ship(inputs(given), run, {
      ...world,
      world: (tether) => {
        const ports = world.world(tether);
        return {
          ...ports,
          approach: (_, questions) => void steps.push(`approach ${String(questions)}`),
          connect: (target) => {
            steps.push('connect');
            return ports.connect(target);
          },
        };
      },
    });
    expect(report.failure).toBeUndefined();
    expect([...new Set(steps)]).toEqual(expected);
  },
);
