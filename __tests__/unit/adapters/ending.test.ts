import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { transformSync } from '@swc/core';
import { readFileSync } from 'node:fs';

const source = readFileSync(
  fileURLToPath(new URL('../../../src/adapters/runner/ending.ts', import.meta.url)),
  'utf8',
);
const { code } = transformSync(source, { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } });

/** Runs a process that does something and then ends soon; gives its exit code or signal. */
async function ends(after: string): Promise<number | string | null> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', `${code}\n${after}\nendSoon(300);`]);
  return new Promise((resolve) => child.on('close', (exit, signal) => resolve(signal ?? exit)));
}

/** Opens a pipe that nobody writes to. */
const hanging = `
const { open } = await import('node:fs/promises');
const { execFileSync } = await import('node:child_process');
const pipe = \`\${(await import('node:os')).tmpdir()}/ecr-ship-pipe-\${process.pid}\`;
execFileSync('mkfifo', [pipe]);
void open(pipe, 'r');
setTimeout(() => execFileSync('rm', [pipe]), 100);`;

test.each([
  ['with nothing left, by itself', 'process.exitCode = 1;', 1],
  ['with a connection left, in order', 'setInterval(() => {}, 1000);', 0],
  [
    'with a connection left after a failure, in order',
    'process.exitCode = 1; setInterval(() => {}, 1000);',
    1,
  ],
  [
    'with a file operation that hangs after a failure, by force',
    `process.exitCode = 1; ${hanging}`,
    'SIGKILL',
  ],
])('a process ends: %s', async (_, after, expected) => {
  expect(await ends(after)).toBe(expected);
});
