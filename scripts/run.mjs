// node scripts/run.mjs <file.ts> [arguments…]: runs a TypeScript program after the set-up that it needs.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { endAs, runChild, script } from './child.mjs';
import { projectDir } from './engines/cache.mjs';
import { ensurePackages } from './packages.mjs';

await script(async () => {
  const [file, ...args] = process.argv.slice(2);
  if (!file || !existsSync(join(projectDir, file)))
    throw new Error(`no such program: ${file ?? '(none named)'}`);
  await ensurePackages();
  // As an address, because the program may be started from any folder.
  const tsx = pathToFileURL(join(projectDir, 'node_modules/tsx/dist/loader.mjs')).href;
  endAs(await runChild(process.execPath, ['--import', tsx, join(projectDir, file), ...args]));
});
