import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startJob } from '../__tests__/support/runner.ts';
import { startLocalEcr, type LocalEcrOptions } from '../local-ecr/index.ts';
import { ensureDebianPackage, type RunningEngine } from '../scripts/engines/index.mjs';
import { timeProcess } from './measure.ts';

/** An image of some size, built after a change to its source, with the same tags either way. */
export interface LargeSetting {
  readonly engine: RunningEngine;
  readonly context: string;
  readonly node: string;
  readonly tags: readonly string[];
  readonly registry: LocalEcrOptions;
}

/**
 * Replaces the image that a real Dockerfile builds on: made once from Debian's and npm's packages, because none is
 * pulled here.
 */
const base = 'ecr-ship-bench/node:1';

const baseDockerfile = `FROM scratch
COPY root/ /
COPY node_modules/ /app/node_modules/
`;

const dockerfile = `FROM ${base} AS build
WORKDIR /src
COPY app/ ./
RUN ["/bin/node", "build.js"]

FROM ${base}
COPY --from=build /src/out/ /app/
CMD ["/bin/node", "/app/server.js"]
`;

/** Joins the source into one file, as a bundler does. */
const buildScript = `const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
mkdirSync('out', { recursive: true });
writeFileSync('out/server.js', ['greeting.js', 'server.js'].map((name) => readFileSync(name, 'utf8')).join('\\n'));
`;

const server = `require('node:http').createServer((_, answer) => answer.end(greeting)).listen(3000);\n`;

/**
 * Writes the source of a realistic service, on a base image with Node, Debian's C library and npm packages, and with
 * a build stage.
 * @param folder for the base image; the source goes to `context`
 */
export async function makeLargeContext(
  engine: RunningEngine,
  { folder, context }: { readonly folder: string; readonly context: string },
): Promise<void> {
  const root = join(folder, 'root');
  mkdirSync(join(root, 'bin'), { recursive: true });
  const copying = { recursive: true, verbatimSymlinks: true } as const;
  for (const name of ['libc6', 'libgcc-s1', 'libstdc++6']) {
    const unpacked = await ensureDebianPackage(name);
    for (const part of ['lib', 'lib64', 'usr/lib'])
      if (existsSync(join(unpacked, part))) cpSync(join(unpacked, part), join(root, part), copying);
  }
  cpSync(process.execPath, join(root, 'bin/node'));
  const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));
  for (const name of ['@aws-sdk', '@smithy', 'yaml', 'semver', 'undici'])
    cpSync(join(modules, name), join(folder, 'node_modules', name), copying);
  writeFileSync(join(folder, 'Dockerfile'), baseDockerfile);
  const env = { ...process.env, ...engine.env };
  await timeProcess('docker', ['build', '-q', '--provenance=false', '-t', base, '.'], env, folder);
  mkdirSync(join(context, 'app'), { recursive: true });
  writeFileSync(join(context, 'app/build.js'), buildScript);
  writeFileSync(join(context, 'app/server.js'), server);
  writeFileSync(join(context, 'Dockerfile'), dockerfile);
}

let changes = 0;
/** Changes the source before every turn, as every commit does. */
function change(context: string): void {
  changes += 1;
  writeFileSync(join(context, 'app/greeting.js'), `const greeting = 'hello ${String(changes)}';\n`);
}

/** docker build with all tags, and docker push of each: what people write without an action. */
export async function largeByHand({ engine, context, node, tags, registry }: LargeSetting): Promise<number> {
  change(context);
  const ecr = await startLocalEcr(registry);
  const job = startJob({ inputs: { mode: 'login' }, node, env: { ...engine.env, ...ecr.env } });
  const { exitCode, log } = await job.main();
  if (exitCode !== 0) throw new Error(`the login failed:\n${log}`);
  const env = { ...process.env, ...job.laterEnv() };
  const names = tags.map((tag) => `${ecr.host}/team/app:${tag}`);
  const options = ['-q', '--provenance=false', '--label', `turn=${String(changes)}`];
  const build = ['build', ...options, ...names.flatMap((name) => ['-t', name]), '.'];
  let time = await timeProcess('docker', build, env, context);
  for (const name of names) time += await timeProcess('docker', ['push', '-q', name], env);
  await job.post();
  job.remove();
  await ecr.close();
  return time;
}

/** The same by a run, main and post, without a scan. */
export async function largeByRun({ engine, context, node, tags, registry }: LargeSetting): Promise<LargeRun> {
  change(context);
  const ecr = await startLocalEcr(registry);
  const inputs = { repository: 'team/app', tags: tags.join('\n'), scan: 'off', provenance: 'false' };
  const job = startJob({ inputs, workspace: context, node, env: { ...engine.env, ...ecr.env } });
  const main = await job.main();
  const post = await job.post();
  job.remove();
  await ecr.close();
  if (main.exitCode !== 0) throw new Error(`the run failed:\n${main.log}`);
  return { ms: main.ms + post.ms, size: /\| Size +\| ([^|]+) \|/.exec(main.summary)?.[1]?.trim() ?? '' };
}

export interface LargeRun {
  readonly ms: number;
  /** As in the summary. */
  readonly size: string;
}
