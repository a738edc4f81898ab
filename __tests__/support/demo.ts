import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify, stripVTControlCharacters } from 'node:util';
import { engine } from './engines.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs `npm run demo` on the newest engine; what it prints, without colours. */
export async function demo(...args: string[]): Promise<{ code: number; text: string }> {
  const env = { ...process.env, ...engine('containerd').env };
  const options = { env, maxBuffer: 1e8, cwd: root };
  return promisify(execFile)('node', ['scripts/run.mjs', 'demo/demo.ts', ...args], options).then(
    ({ stdout, stderr }) => ({ code: 0, text: stripVTControlCharacters(stdout + stderr) }),
    (error: unknown) => {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, text: stripVTControlCharacters(stdout + stderr) };
    },
  );
}

/** A text in which every run of blanks is one: what the demo wraps at 100 columns is a line again. */
export const joined = (text: string) => text.replace(/\s+/g, ' ');

/** The lines that a terminal of 100 columns would break. */
export const tooLong = (text: string) => text.split('\n').filter((line) => line.length > 100);
