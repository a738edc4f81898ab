// BuildKit as a separate process, as people run it beside their runners: for tests. Its daemon is built from its Go
// module with the versions and hashes in scripts/tools/buildkit, and kept in the cache folder; its runc is the engines'.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheDir, once, projectDir } from './engines/cache.mjs';
import { run, say } from './engines/command.mjs';
import { extrasRequired } from './extra-tools.mjs';
import { goProgram } from './toolchains.mjs';
import { programsOf } from './engines/flavours.mjs';
import { whyNoPrivateEngine } from './engines/machine.mjs';

const pins = join(projectDir, 'scripts/tools/buildkit');
const files = ['go.mod', 'go.sum'];
const module = 'github.com/moby/buildkit';

/** The version of the pinned module. */
export const version = new RegExp(`${module} (v\\S+)`).exec(readFileSync(join(pins, 'go.mod'), 'utf8'))[1];

/**
 * The paths of the daemon and of its runc, with the variables that they need, or one line that says why they are not
 * available.
 */
export async function ensureBuildkitd(env = process.env) {
  const why = whyNoPrivateEngine();
  if (why !== undefined) return { why };
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(pins, file)));
  const place = `tools/buildkitd-${process.arch}-${hash.digest('hex').slice(0, 8)}`;
  if (!existsSync(join(cacheDir(), place)) && !extrasRequired(env))
    return { why: 'an extra: with ECR_SHIP_EXTRAS=required BuildKit is built, which takes minutes' };
  try {
    const dir = await once(place, build);
    const { engine, libraries } = await programsOf('containerd');
    const variables = {
      PATH: `${dirname(engine.runc)}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
      LD_LIBRARY_PATH: libraries.join(':'),
    };
    return { path: join(dir, 'buildkitd'), runc: engine.runc, env: variables };
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) };
  }
}

async function build(dir) {
  const { go, env: own } = await goProgram();
  say(`building BuildKit ${version}, which takes minutes the first time`);
  const start = performance.now();
  for (const file of files) await copyFile(join(pins, file), join(dir, file));
  const named = `-s -w -X ${module}/version.Version=${version}`;
  const args = [
    'build',
    '-trimpath',
    '-buildvcs=false',
    '-ldflags',
    named,
    '-o',
    'buildkitd',
    `${module}/cmd/buildkitd`,
  ];
  const env = { ...process.env, CGO_ENABLED: '0', GOTOOLCHAIN: 'auto', GOWORK: 'off', GOFLAGS: '', ...own };
  await run('nice', ['-n', '10', go, ...args], { cwd: dir, env, timeout: 3600_000 });
  for (const file of files) await rm(join(dir, file));
  say(`built BuildKit ${version} (${((performance.now() - start) / 1000).toFixed(0)} s)`);
}
