// The npm packages: installed if they are missing or do not match package-lock.json. Only uses Node built-ins,
// because this runs before there are any packages.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { script } from './child.mjs';
import { projectDir, withLock } from './engines/cache.mjs';
import { run, say } from './engines/command.mjs';

export async function ensurePackages() {
  if (!(await stale())) return;
  await withLock('packages', async () => {
    if (!(await stale())) return;
    const start = performance.now();
    try {
      await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: projectDir });
    } catch (error) {
      throw new Error(`the npm packages could not be installed: ${npmProblem(error)}`, { cause: error });
    }
    if (await stale())
      throw new Error('package-lock.json does not fit package.json: run `npm install` and commit it');
    say(`installed the npm packages (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  });
}

async function stale() {
  const read = (file) => readFile(join(projectDir, file), 'utf8').then(JSON.parse);
  const wanted = await read('package-lock.json');
  return !isInstalled(wanted, await read('node_modules/.package-lock.json').catch(() => undefined));
}

/**
 * Pure: whether what npm has recorded as installed is exactly what the lock file requires. Only a package that declares
 * itself for other machines may be missing; the lock file names those too, so nothing that it does not name may exist.
 */
export function isInstalled(wanted, installed, here = thisMachine()) {
  if (!installed?.packages) return false;
  for (const [path, entry] of Object.entries(wanted.packages)) {
    // The project itself.
    if (path === '') continue;
    const there = installed.packages[path];
    if (!there && entry.optional && !isFor(entry, here)) continue;
    if (there?.version !== entry.version || there.integrity !== entry.integrity) return false;
  }
  return Object.keys(installed.packages).every((path) => path in wanted.packages);
}

/** What npm compares a package's `os`, `cpu` and `libc` with; `libc` only exists on Linux. */
function thisMachine() {
  const { platform: os, arch: cpu } = process;
  if (os !== 'linux') return { os, cpu };
  return { os, cpu, libc: process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl' };
}

function isFor(entry, here) {
  return ['os', 'cpu', 'libc'].every((what) => {
    const listed = [entry[what] ?? []].flat();
    const [barred, allowed] = [
      listed.filter((x) => x.startsWith('!')),
      listed.filter((x) => !x.startsWith('!')),
    ];
    return !barred.includes(`!${here[what]}`) && (allowed.length === 0 || allowed.includes(here[what]));
  });
}

function npmProblem(error) {
  const lines = (error.stderr ?? '').split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, ''));
  return lines.find((line) => line.trim() && !/^(code|npm warn) /.test(line)) ?? error.message;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await script(ensurePackages);
