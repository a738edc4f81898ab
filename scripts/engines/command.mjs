// Runs programs, and describes in one line what went wrong.
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

/** Runs a program to its end and returns its standard output; throws an error of one line if it fails. */
export function run(program, args, options = {}) {
  const { timeout = 600_000, ...rest } = options;
  return new Promise((resolve, reject) => {
    execFile(program, args, { maxBuffer: 64 << 20, timeout, ...rest }, (error, stdout, stderr) => {
      if (!error) resolve(stdout);
      else
        reject(Object.assign(new Error(failure(program, args, error, stderr), { cause: error }), { stderr }));
    });
  });
}

function failure(program, args, error, stderr) {
  const lines = stderr.split('\n').filter((line) => line.trim());
  const why = lines.find((line) => line.startsWith('E: ')) ?? lines.at(-1) ?? error.message;
  return `${[program, ...args].join(' ').slice(0, 120)} failed: ${why.trim()}`;
}

/** The path of a program, searched as in root's login shell: PATH may lack the sbin folders. */
export function findProgram(name, path = process.env.PATH ?? '') {
  for (const dir of [...path.split(':').filter(Boolean), '/usr/sbin', '/sbin', '/usr/bin', '/bin']) {
    const file = join(dir, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not here.
    }
  }
  return undefined;
}

/** Tells the user what set-up is doing, one line each, apart from the output of what is being set up. */
export function say(line) {
  process.stderr.write(`set-up: ${line}\n`);
}
