// npm packages that only a test or a linter needs, with the versions and hashes in a folder of scripts/tools; kept in
// the cache folder.
import { createHash } from 'node:crypto';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { once, projectDir } from './engines/cache.mjs';
import { run } from './engines/command.mjs';

const files = ['package.json', 'package-lock.json'];

/**
 * The folder of the packages that a folder of scripts/tools pins. Throws an error of one line if they are not available.
 */
export async function ensureNpmTool(name) {
  const pins = join(projectDir, 'scripts/tools', name);
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(join(pins, file)));
  const dir = await once(`tools/${name}-${hash.digest('hex').slice(0, 8)}`, async (temporary) => {
    for (const file of files) await copyFile(join(pins, file), join(temporary, file));
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: temporary,
    });
  });
  return join(dir, 'node_modules');
}
