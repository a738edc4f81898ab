// Bundles the action into dist/, the same bytes from the same sources: nothing of an earlier build stays, no cache.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { endAs, runChild, script } from './child.mjs';
import { projectDir } from './engines/cache.mjs';
import { ensurePackages } from './packages.mjs';

await script(async () => {
  await ensurePackages();
  await rm(join(projectDir, 'dist'), { recursive: true, force: true });
  const ncc = join(projectDir, 'node_modules/@vercel/ncc/dist/ncc/cli.js');
  const args = [
    'build',
    'src/index.ts',
    '-o',
    'dist',
    '--target',
    'es2022',
    '--license',
    'licenses.txt',
    '--no-cache',
  ];
  const ending = await runChild(process.execPath, [ncc, ...args], { cwd: projectDir });
  endAs(ending);
  if (ending.code === 0 && !existsSync(join(projectDir, 'dist/index.js')))
    throw new Error('the build made no dist/index.js');
});
