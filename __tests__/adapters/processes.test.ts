import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from '@jest/globals';
import { endProcess, startTimeOf } from '../../src/adapters/machine/processes.ts';

const started: number[] = [];
afterEach(() => {
  for (const pid of started.splice(0))
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
});

/** Starts a shell as the leader of a group; gives its number once it has printed a line, and that line. */
async function start(script: string) {
  const child = spawn('/bin/sh', ['-c', script], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  const pid = child.pid!;
  started.push(pid);
  const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  child.stdout.destroy();
  return { pid, startedAt: startTimeOf(pid), command: 'sh', line };
}

test('a process is told from another one by its start', async () => {
  const child = await start('echo up; sleep 60');
  expect(child.startedAt).toMatch(/^\d+$/);
  expect(startTimeOf(process.pid)).not.toBe(child.startedAt);
  expect(startTimeOf(2 ** 22 + 1)).toBe('');
});

test.each([
  { name: 'one that ends when it is asked', script: 'sleep 60 & echo $!; wait' },
  { name: 'one that does not', script: "sleep 60 & trap '' TERM; echo $!; while :; do sleep 1; done" },
])('ends a process with its group: $name', async ({ script }) => {
  const child = await start(script);
  const grandchild = Number(child.line);
  expect(startTimeOf(grandchild)).toMatch(/^\d+$/);
  expect(await endProcess(child)).toBe('ended');
  expect([startTimeOf(child.pid), startTimeOf(grandchild)]).toEqual(['', '']);
});

test.each([
  { name: 'another process has the number now', startedAt: '1' },
  { name: 'the machine does not tell', startedAt: '' },
])('ends nothing where $name', async ({ startedAt }) => {
  const child = await start('echo up; sleep 60');
  expect(await endProcess({ ...child, startedAt })).toBe('gone');
  expect(startTimeOf(child.pid)).toBe(child.startedAt);
});

test('a process that has ended is gone', async () => {
  const child = await start('echo up; sleep 60');
  await endProcess(child);
  expect(await endProcess(child)).toBe('gone');
});
