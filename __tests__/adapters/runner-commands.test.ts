import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { exportVariable } from '../../src/adapters/runner/runner-commands.ts';

const variables = process.env;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runner-'));
  process.env = { ...variables, GITHUB_ENV: join(folder, 'env') };
  writeFileSync(join(folder, 'env'), '');
});
afterEach(() => {
  process.env = variables;
  rmSync(folder, { recursive: true, force: true });
});

/** What the runner makes of its file. Source: actions/runner, FileCommandManager.cs, EnvFileKeyValuePairs. */
function readBack(): Record<string, string> {
  const found: Record<string, string> = {};
  const lines = readFileSync(join(folder, 'env'), 'utf8').split('\n');
  for (let line = lines.shift(); line !== undefined && line !== ''; line = lines.shift()) {
    const [name = '', delimiter] = line.split('<<');
    const value = lines.splice(0, lines.indexOf(delimiter ?? ''));
    lines.shift();
    found[name] = value.join('\n');
  }
  return found;
}

test.each(['', 'a', 'a\nb', 'ghadelimiter_0', 'x\nghadelimiter_0\nY<<ghadelimiter_1\nz'])(
  'a variable of the value %j is for the later steps what it is, and sets no other one',
  (value) => {
    exportVariable('ONE', value);
    exportVariable('TWO', 'two');
    expect(readBack()).toEqual({ ONE: value, TWO: 'two' });
    expect(process.env['ONE']).toBe(value);
  },
);
