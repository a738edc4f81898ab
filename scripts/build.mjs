// Bundles the action into dist/. The same sources give the same bytes: without a cache, and nothing of an earlier
// build stays.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endAs, runChild, script } from './child.mjs';
import { projectDir } from './engines/cache.mjs';
import { bundledFolders, licensesFile, readLicense } from './licenses.mjs';
import { ensurePackages } from './packages.mjs';

const dist = join(projectDir, 'dist');

/**
 * The entry of the post step, recognised by its name. The job's state cannot tell: if the job was cancelled before
 * main saved any, post would take itself for main, and ship.
 */
const postEntry = "import './index.js';\n";

await script(async () => {
  await ensurePackages();
  await rm(dist, { recursive: true, force: true });
  const temporary = await mkdtemp(join(tmpdir(), 'ecr-ship-build-'));
  try {
    const stats = join(temporary, 'stats.json');
    const ending = await bundle(stats);
    endAs(ending);
    if (ending.code !== 0) return;
    if (!existsSync(join(dist, 'index.js'))) throw new Error('the build made no dist/index.js');
    await writeFile(join(dist, 'post.js'), postEntry);
    const folders = bundledFolders(JSON.parse(await readFile(stats, 'utf8')));
    await writeFile(join(dist, 'licenses.txt'), licensesFile(await Promise.all(folders.map(readLicense))));
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
});

/** Runs ncc, which writes webpack's statistics to the file `stats`. */
function bundle(stats) {
  const ncc = join(projectDir, 'node_modules/@vercel/ncc/dist/ncc/cli.js');
  const options = ['--target', 'es2022', '--no-cache', '--stats-out', stats];
  return runChild(process.execPath, [ncc, 'build', 'src/index.ts', '-o', 'dist', ...options], {
    cwd: projectDir,
  });
}
