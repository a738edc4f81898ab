// BuildKit in a process of its own, as people run it beside their runners: for tests. Its daemon is built from its Go module,
// which go verifies by the checksum database, and kept in the cache folder; its runc is that of the engines.
import { dirname, join } from 'node:path';
import { once } from './engines/cache.mjs';
import { findProgram, run, say } from './engines/command.mjs';
import { programsOf } from './engines/flavours.mjs';
import { whyNoPrivateEngine } from './engines/machine.mjs';

export const version = 'v0.34.2';

/** It needs some minutes of a processor once, which not everybody who runs the tests has to wait for. */
const isRequired = (env) => env.CI === 'true' || env.ECR_SHIP_EXTRAS === 'required';

/** The paths of the daemon and of its runc, with the variables that they need; or in one line why they cannot be had. */
export async function ensureBuildkitd(env = process.env) {
  const why = whyNoPrivateEngine();
  if (why !== undefined) return { why };
  try {
    const dir = await once(`tools/buildkitd-${process.arch}-${version}`, (temporary) => {
      if (!isRequired(env))
        throw new Error('an extra: with ECR_SHIP_EXTRAS=required it is built, which takes minutes');
      return build(temporary);
    });
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
  const go = findProgram('go', `${process.env.PATH ?? ''}:/usr/local/go/bin`);
  if (go === undefined) throw new Error('there is no go to build BuildKit with');
  say(`building BuildKit ${version}, which takes minutes the first time`);
  const start = performance.now();
  const named = `-s -w -X github.com/moby/buildkit/version.Version=${version}`;
  const args = [
    'install',
    '-trimpath',
    '-ldflags',
    named,
    `github.com/moby/buildkit/cmd/buildkitd@${version}`,
  ];
  await run('nice', ['-n', '10', go, ...args], {
    env: { ...process.env, GOBIN: dir, CGO_ENABLED: '0', GOTOOLCHAIN: 'auto' },
  });
  say(`built BuildKit ${version} (${((performance.now() - start) / 1000).toFixed(0)} s)`);
}
