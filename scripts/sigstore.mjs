// @sigstore/oci, by which actions/attest finds a login and attaches to an image: for tests. Of the version and hashes in
// scripts/tools/sigstore, kept in the cache folder, with promise-retry, which it needs and does not name. It is no package of the project, which none of its programs needs.
import { createHash } from 'node:crypto';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { once, projectDir } from './engines/cache.mjs';
import { run } from './engines/command.mjs';

const pins = join(projectDir, 'scripts/tools/sigstore');
const files = ['package.json', 'package-lock.json'];

/** The path of the package. Throws one line where it cannot be had. */
export async function ensureSigstoreOci() {
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(join(pins, file)));
  const dir = await once(`tools/sigstore-${hash.digest('hex').slice(0, 8)}`, async (temporary) => {
    for (const file of files) await copyFile(join(pins, file), join(temporary, file));
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: temporary,
    });
  });
  return join(dir, 'node_modules/@sigstore/oci');
}
