// node scripts/extra-tools.mjs [tool...]: gets other people's tools, which check what local-ecr and ecr-ship claim,
// for `npm run opinions`. No program of the project needs them. Versions and hashes are in scripts/tools/opinions;
// what is made from them is kept in the cache folder. If a tool is not available, a line says why.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { script } from './child.mjs';
import { ensureDebianPackage, wrapProgram } from './engines/apt.mjs';
import { cacheDir, once, projectDir, withLock } from './engines/cache.mjs';
import { findProgram, run, say } from './engines/command.mjs';
import { goProgram, pip } from './toolchains.mjs';

const pins = join(projectDir, 'scripts/tools/opinions');

/**
 * Every tool: its program, who delivers it, as which package, and what it checks. `pins` is a separate folder for a
 * Go tool that would otherwise change the others' versions. One that `isLarge` takes as long to build as all the
 * others together, and is built only if it may not be missing.
 */
export const extraTools = [
  {
    name: 'crane',
    from: 'go',
    package: 'github.com/google/go-containerregistry/cmd/crane',
    why: "Google's client, whose library ko, kaniko and cosign push with",
  },
  {
    name: 'oras',
    from: 'go',
    package: 'oras.land/oras/cmd/oras',
    why: 'the client of artifacts and referrers that AWS documents for ECR',
  },
  {
    name: 'conformance',
    from: 'go',
    package: 'github.com/opencontainers/distribution-spec/conformance',
    why: "the OCI distribution specification's own tests",
  },
  {
    name: 'regctl',
    from: 'go',
    package: 'github.com/regclient/regclient/cmd/regctl',
    why: 'the client that keeps closest to the specification',
  },
  {
    name: 'cosign',
    from: 'go',
    package: 'github.com/sigstore/cosign/v3/cmd/cosign',
    why: 'what people sign images with',
    pins: 'cosign',
    isLarge: true,
  },
  {
    name: 'act',
    from: 'go',
    package: 'github.com/nektos/act',
    why: 'a runner that reads workflows and action.yml as GitHub does',
  },
  { name: 'aws', from: 'python', package: 'awscli', why: 'the AWS CLI, which people set ECR up with' },
  {
    name: 'boto3',
    from: 'python',
    package: 'boto3',
    why: "AWS's SDK for Python: another signer, parser and model of ECR",
  },
  {
    name: 'moto_server',
    from: 'python',
    package: 'moto',
    why: "somebody else's imitation of the ECR and STS APIs",
  },
  {
    name: 'skopeo',
    from: 'debian',
    package: 'skopeo',
    why: "Podman's client, which copies without changing a byte",
  },
];

/** How each deliverer gets the path of a tool's program. */
const makers = { go: goTool, python: pythonTool, debian: debianTool };

/**
 * Every tool by name, with the path of its program or the reason why there is none.
 * @param {readonly string[]} [names] by default those of all tools
 * @returns {Promise<Readonly<Record<string, { path: string } | { why: string }>>>}
 */
export async function ensureExtraTools(names = extraTools.map(({ name }) => name)) {
  return withLock('tools/opinions', async () => {
    const found = {};
    for (const tool of extraTools) if (names.includes(tool.name)) found[tool.name] = await ensureTool(tool);
    // What tools are made from is only needed while they are made.
    await rm(workshop(), { recursive: true, force: true });
    return found;
  });
}

async function ensureTool(tool) {
  try {
    return { path: await makers[tool.from](tool) };
  } catch (error) {
    return { why: `there is no ${tool.name}: ${error.message}` };
  }
}

/** Modules and packages that several Go tools share are fetched and compiled once. */
const workshop = () => join(cacheDir(), 'tools/opinions-work');

async function goTool(tool) {
  const { name, pins: own = '', isLarge = false } = tool;
  const files = ['go.mod', 'go.sum'].map((file) => join(own, file));
  if (isLarge && !extrasRequired(process.env) && !existsSync(await placeOf(name, files)))
    throw new Error('with ECR_SHIP_EXTRAS=required it is built, which takes minutes');
  const dir = await made(name, files, async (temporary) => {
    const work = workshop();
    const module = join(work, 'modules', own);
    await mkdir(module, { recursive: true });
    for (const file of files) await copyFile(join(pins, file), join(work, 'modules', file));
    const { go, env } = await goProgram();
    const settings = {
      GOPATH: join(work, 'path'),
      GOMODCACHE: join(work, 'path/pkg/mod'),
      GOCACHE: join(work, 'cache'),
      GOFLAGS: '-modcacherw -buildvcs=false',
      GOWORK: 'off',
      CGO_ENABLED: '0',
    };
    const args = ['build', '-trimpath', '-ldflags=-s -w', '-o', join(temporary, name), tool.package];
    await run('nice', ['-n', '10', go, ...args], {
      cwd: module,
      env: { ...process.env, ...settings, ...env },
      timeout: longestBuildMs,
    });
  });
  return join(dir, name);
}

/** Long enough for the slowest machine: a large tool takes a quarter of an hour on two busy cores. */
const longestBuildMs = 3600_000;

/** A Python package's program, or a Python that finds the package; all packages are in one folder. */
async function pythonTool(tool) {
  const dir = await made('python', ['requirements.txt'], async (temporary) => {
    const { python, env } = await pip();
    const options = ['--quiet', '--no-deps', '--only-binary=:all:', '--no-compile'];
    const args = ['install', ...options, '--target', temporary, '-r', join(pins, 'requirements.txt')];
    await run(python, ['-m', 'pip', ...args], { cwd: temporary, env });
    await writeFile(join(temporary, 'python'), pythonWrapper(python, env.PYTHONHOME));
    await chmod(join(temporary, 'python'), 0o755);
    for (const { name, from } of extraTools) {
      if (from !== 'python' || name === 'boto3') continue;
      await writeFile(join(temporary, name), programWrapper(name));
      await chmod(join(temporary, name), 0o755);
    }
  });
  return join(dir, tool.name === 'boto3' ? 'python' : tool.name);
}

/** Python compiles what is used on first use, and only here: most of the packages never are. */
const pythonWrapper = (python, home) =>
  `#!/bin/sh\nroot=$(cd "$(dirname "$0")" && pwd)\n${home === undefined ? '' : `PYTHONHOME="${home}" `}PYTHONPATH="$root" PYTHONPYCACHEPREFIX="$root/compiled" exec "${python}" "$@"\n`;

const programWrapper = (name) =>
  `#!/bin/sh\nroot=$(cd "$(dirname "$0")" && pwd)\nexec "$root/python" "$root/bin/${name}" "$@"\n`;

async function debianTool(tool) {
  const there = findProgram(tool.name);
  if (there !== undefined) return there;
  if (!findProgram('apt-get')) throw new Error('it is a Debian package, and this machine has no apt');
  return wrapProgram(await ensureDebianPackage(tool.package), `usr/bin/${tool.name}`, '--insecure-policy');
}

/** A folder of the cache that is made again whenever one of the files that pin it has changed. */
async function made(name, files, make) {
  const place = relative(cacheDir(), await placeOf(name, files));
  return once(place, async (temporary) => {
    const start = performance.now();
    await make(temporary);
    say(`made ${name} for the second opinions (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  });
}

/** Where that folder is, or will be. */
async function placeOf(name, files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(join(pins, file)));
  const key = `${process.platform}-${process.arch}-${hash.digest('hex').slice(0, 8)}`;
  return join(cacheDir(), `tools/opinions-${name}-${key}`);
}

/** Whether no tool may be missing. */
export const extrasRequired = (env) => env.CI === 'true' || env.ECR_SHIP_EXTRAS === 'required';

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await script(async () => {
    const asked = process.argv.slice(2);
    const found = await ensureExtraTools(asked.length > 0 ? asked : undefined);
    for (const { name, why } of extraTools) {
      if (found[name] === undefined) continue;
      const { path, why: lack } = found[name];
      process.stdout.write(`${name}: ${why}\n  ${path === undefined ? `NOT THERE: ${lack}` : path}\n`);
    }
    if (Object.values(found).some(({ path }) => path === undefined)) process.exitCode = 1;
  });
}
