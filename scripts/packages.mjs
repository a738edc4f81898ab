// The npm packages: installed when they are missing or not those of package-lock.json. Node built-ins only, since this
// runs before there are any packages.
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
      await install();
    } catch (error) {
      throw new Error(`the npm packages could not be installed: ${npmProblem(error)}`, { cause: error });
    }
    if (await stale())
      throw new Error('package-lock.json does not fit package.json: run `npm install` and commit it');
    say(`installed the npm packages (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  });
}

/**
 * `npm ci`, and where it finds the lock file incomplete `npm install` without saving, which takes the same versions
 * and checks the same hashes. npm 11.19 (not 10) refuses a lock file that lacks optional packages of other platforms,
 * and a lock file written where the registry does not carry those lacks them. What is installed is compared with the
 * lock file afterwards, so a lock file that is out of date in any other way still is an error.
 */
async function install() {
  const options = ['--no-audit', '--no-fund', '--loglevel=error'];
  try {
    await run('npm', ['ci', ...options], { cwd: projectDir });
  } catch (error) {
    if (!/\bcode EUSAGE\b/.test(error.stderr) || !/Missing: .* from lock file/.test(error.stderr))
      throw error;
    await run('npm', ['install', '--no-save', ...options], { cwd: projectDir });
  }
}

async function stale() {
  const read = (file) => readFile(join(projectDir, file), 'utf8').then(JSON.parse);
  const wanted = await read('package-lock.json');
  return !isInstalled(wanted, await read('node_modules/.package-lock.json').catch(() => undefined));
}

/** Pure: whether what npm has noted as installed is what the lock file wants, this machine's platform allowed for. */
export function isInstalled(wanted, installed) {
  if (!installed?.packages) return false;
  for (const [path, { version, integrity, optional }] of Object.entries(wanted.packages)) {
    // The project itself.
    if (path === '') continue;
    const there = installed.packages[path];
    if (!there && optional) continue;
    if (there?.version !== version || there.integrity !== integrity) return false;
  }
  // An optional package that the lock file does not name is one for this platform.
  return Object.entries(installed.packages).every(
    ([path, { optional }]) => optional || path in wanted.packages,
  );
}

function npmProblem(error) {
  const lines = (error.stderr ?? '').split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, ''));
  return lines.find((line) => line.trim() && !/^(code|npm warn) /.test(line)) ?? error.message;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await script(ensurePackages);
