// After a build: fails unless dist/ is what the commit contains. `git status` also detects new and deleted chunks.
import { script } from './child.mjs';
import { projectDir } from './engines/cache.mjs';
import { run } from './engines/command.mjs';

await script(async () => {
  const changed = await run('git', ['status', '--porcelain', '--untracked-files=all', '--', 'dist'], {
    cwd: projectDir,
  });
  if (changed)
    throw new Error(
      `dist/ is not what the sources build; run \`npm run build\` and commit it:\n${changed.trimEnd()}`,
    );
});
