import { expect, test } from '@jest/globals';
import { startWaiting } from '../../../src/publish/waiting.ts';

function watched() {
  let now = 5000;
  const log: string[] = [];
  const slept: number[] = [];
  const waiting = startWaiting({
    clock: {
      now: () => now,
      sleep: (ms) => {
        slept.push(ms);
        now += ms;
        return Promise.resolve();
      },
    },
    log: {
      info: (text) => log.push(text),
      debug: () => undefined,
      notice: () => undefined,
      warning: () => undefined,
      group: async (_title, work) => work(),
    },
  });
  return { waiting, log, slept, pass: (ms: number) => (now += ms) };
}
const text = (minutes: string) => `for ${minutes} min`;

test.each([
  { after: 0, pause: 1000 },
  { after: 3999, pause: 1000 },
  { after: 8000, pause: 2000 },
  { after: 60_000, pause: 15_000 },
  { after: 3600_000, pause: 15_000 },
  { after: 8000, most: 300, pause: 300 },
  { after: 8000, most: 9000, pause: 2000 },
])('after $after ms, with $most ms left, the pause takes $pause ms', async ({ after, most, pause }) => {
  const { waiting, slept, pass } = watched();
  pass(after);
  await waiting.pause(text, most);
  expect(slept).toEqual([pause]);
  expect(waiting.waitedMs()).toBe(after + pause);
});

test('the log gets a word once a minute, not in the first', async () => {
  const { waiting, log } = watched();
  while (waiting.waitedMs() < 200_000) await waiting.pause(text);
  expect(log).toEqual(['for 1 min', 'for 2 min', 'for 3 min']);
});
