// Tools written in Go that tests use and the project does not: built from the Go module proxy once, kept in the cache folder.
// go itself checks what it gets against the checksum database, as its settings (GOPROXY, GOSUMDB) have it.
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cacheDir, once } from './engines/cache.mjs';
import { run, say } from './engines/command.mjs';
import { extrasRequired } from './extra-tools.mjs';
import { goProgram } from './toolchains.mjs';

/** The slowest machine that is waited for: a large tool takes a quarter of an hour on two busy cores. */
const longestBuildMs = 3600_000;

/**
 * The path of the program that a package builds, such as `github.com/sigstore/cosign/v3/cmd/cosign` of `v3.1.3`; or why it
 * cannot be had, in one line. It is built only where ECR_SHIP_EXTRAS is `required`, or in CI.
 * @param {string} module
 * @param {string} version
 * @returns {Promise<{ readonly path: string } | { readonly why: string }>}
 */
export async function goTool(module, version) {
  const name = basename(module);
  const dir = `tools/${name}-${version}`;
  const built = join(cacheDir(), dir, name);
  if (existsSync(built)) return { path: built };
  if (!extrasRequired(process.env))
    return {
      why: `${name} ${version} is not built here; with ECR_SHIP_EXTRAS=required it is, which takes minutes`,
    };
  try {
    const { go, env: own } = await goProgram();
    await once(dir, async (temporary) => {
      say(`building ${name} ${version}, which takes minutes the first time`);
      const env = { ...process.env, ...own, GOBIN: temporary, GOFLAGS: '-trimpath' };
      await run('nice', ['-n', '10', go, 'install', `${module}@${version}`], {
        env,
        timeout: longestBuildMs,
      });
    });
    return { path: built };
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) };
  }
}
