import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { identity, isAlive } from '../../scripts/engines/identity.mjs';

test('a process is known by its id and its start, until it ends', async () => {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()']);
  await once(child, 'spawn');
  const name = identity(child.pid);
  expect(isAlive(name)).toBe(true);
  child.stdin.end();
  await once(child, 'close');
  expect(isAlive(name)).toBe(false);
});

test.each([
  ['a later process with the same id', `${String(process.pid)} 1`],
  ['nothing', ''],
  ['not a process', '0 0'],
])('%s is not alive', (_what, name) => {
  expect(isAlive(name)).toBe(false);
});
