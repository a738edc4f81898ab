import { describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { bytesSent } from '../../../src/adapters/docker/engine-traffic.ts';
import { watchForStall } from '../../../src/adapters/docker/stall-watch.ts';

/** Waits until a push is told to have stalled; false where whoever counts has been asked so often and it is not. */
async function stalls(
  count: (look: number) => number | undefined,
  most: number,
  isHeard = false,
): Promise<boolean> {
  let looks = 0;
  const asked: { over: () => void } = { over: () => undefined };
  const enough = new Promise<false>((resolve) => {
    asked.over = () => resolve(false);
  });
  const told = new Promise<true>((resolve) => {
    const watch = watchForStall(
      120,
      () =>
        Promise.resolve(() => {
          looks += 1;
          if (looks >= most) asked.over();
          if (isHeard) watch.heard();
          return Promise.resolve(count(looks));
        }),
      () => resolve(true),
    );
    void enough.then(() => watch.stop());
  });
  return Promise.race([told, enough]);
}

describe('a silent push has stalled', () => {
  test('where next to nothing leaves the machine', async () => {
    expect(await stalls((look) => 1_000_000 + look, 1000)).toBe(true);
  });

  test('and has not where bytes leave it, however few at a time', async () => {
    expect(await stalls((look) => look * 1024, 40)).toBe(false);
  });

  test('and has not where docker says something now and then', async () => {
    expect(await stalls(() => 0, 40, true)).toBe(false);
  });

  test('and nobody knows where the bytes cannot be counted', async () => {
    const told = stalls(() => undefined, 1000);
    expect(await Promise.race([told, sleep(500, false)])).toBe(false);
  });
});

test('bytes are those of all interfaces, where the bridge of the engine is one of them', () => {
  const text = `Inter-|   Receive                                                |  Transmit
 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
    lo: 563 2 0 0 0 0 0 0 563 2 0 0 0 0 0 0
  eth0:7 2 0 0 0 0 0 0 1000 2 0 0 0 0 0 0
docker0:       0       0    0    0    0     0          0         0        1       0    0    0    0     0       0          0
`;
  expect(bytesSent(text, 'docker0')).toBe(1564);
  expect(bytesSent(text, 'docker1')).toBeUndefined();
  expect(bytesSent('', 'docker0')).toBeUndefined();
});
