import { expect, test } from '@jest/globals';
import { retryWhileAbsent } from '../../../src/publish/patience.ts';
import { fakeClock, fakeLog } from '../support/world.ts';

async function ask(presentFrom: number) {
  const clock = fakeClock(0);
  const at: number[] = [];
  const found = await retryWhileAbsent('the thing', { clock, log: fakeLog() }, () => {
    at.push(clock.now());
    return Promise.resolve(at.length >= presentFrom ? ['here', 'and more'] : []);
  });
  return { found, at };
}

test.each([
  { name: 'there at once: no waiting', presentFrom: 1, found: 'here', at: [0] },
  { name: 'there at the third time', presentFrom: 3, found: 'here', at: [0, 250, 750] },
  {
    name: 'there at the last time',
    presentFrom: 8,
    found: 'here',
    at: [0, 250, 750, 1750, 3750, 7750, 15_750, 30_750],
  },
  {
    name: 'never there',
    presentFrom: 9,
    found: undefined,
    at: [0, 250, 750, 1750, 3750, 7750, 15_750, 30_750],
  },
])('$name', async ({ presentFrom, found, at }) => {
  expect(await ask(presentFrom)).toEqual({ found, at });
});
