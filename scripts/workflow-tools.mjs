// zizmor, actionlint and GitHub's own parser, which lint workflows: with the versions and hashes in scripts/tools,
// kept in the cache folder.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { once, projectDir } from './engines/cache.mjs';
import { run, say } from './engines/command.mjs';
import { ensureNpmTool } from './npm-tool.mjs';
import { goProgram, pip } from './toolchains.mjs';

const pins = join(projectDir, 'scripts/tools');

/** The path of zizmor, a program in its package on PyPI. */
export const ensureZizmor = () =>
  ensureTool('zizmor', ['requirements.txt'], async (dir) => {
    const { python, env } = await pip();
    const options = ['--quiet', '--no-deps', '--only-binary=:all:', '--require-hashes', '--no-compile'];
    const args = ['install', ...options, '--target', dir, '-r', join(pins, 'requirements.txt')];
    await run(python, ['-m', 'pip', ...args], { cwd: dir, env });
  });

/** The path of actionlint, built from its source: no registry has the program itself. */
export const ensureActionlint = () =>
  ensureTool('actionlint', ['go.mod', 'go.sum'], async (dir) => {
    const work = join(dir, 'work');
    await mkdir(join(dir, 'bin'));
    await mkdir(work);
    for (const name of ['go.mod', 'go.sum']) await copyFile(join(pins, name), join(work, name));
    const { go, env } = await goProgram();
    // Separate module and build caches, so that nothing stays in the user's.
    const own = {
      GOPATH: join(work, 'path'),
      GOMODCACHE: join(work, 'path/pkg/mod'),
      GOCACHE: join(work, 'cache'),
      GOFLAGS: '-modcacherw',
      GOWORK: 'off',
    };
    const out = join(dir, 'bin/actionlint');
    await run(go, ['build', '-trimpath', '-o', out, 'github.com/rhysd/actionlint/cmd/actionlint'], {
      cwd: work,
      env: { ...process.env, CGO_ENABLED: '0', ...own, ...env },
    });
    await rm(work, { recursive: true });
  });

/** The folder of the package with which GitHub's editors read workflows. */
export const ensureWorkflowParser = async () =>
  join(await ensureNpmTool('workflow-parser'), '@actions/workflow-parser');

async function ensureTool(name, files, make) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(join(pins, file)));
  const key = `${name}-${process.platform}-${process.arch}-${hash.digest('hex').slice(0, 8)}`;
  const dir = await once(`tools/${key}`, async (temporary) => {
    const start = performance.now();
    await make(temporary);
    say(`set up ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  });
  return join(dir, 'bin', name);
}
