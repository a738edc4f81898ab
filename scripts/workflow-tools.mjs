// zizmor and actionlint, which lint workflows: of the versions and hashes in scripts/tools, kept in the cache folder.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureDebianPackage, ensureUnpacked, wrapProgram } from './engines/apt.mjs';
import { once, projectDir } from './engines/cache.mjs';
import { findProgram, run, say } from './engines/command.mjs';
import { machine } from './engines/machine.mjs';

const pins = join(projectDir, 'scripts/tools');

/** The path of zizmor: a program that its package on PyPI carries. */
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
    // Module and build caches of its own, so that nothing stays in the person's.
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

/** A Python that has pip: the machine's, or the distribution's unpacked. */
async function pip() {
  const python = findProgram('python3');
  const works = python && (await run(python, ['-m', 'pip', '--version']).then(Boolean, () => false));
  if (works) return { python, env: process.env };
  const root = await unpacked('Python with pip', () => ensureDebianPackage('python3-pip'));
  const env = { ...process.env, PYTHONPATH: join(root, 'usr/lib/python3/dist-packages') };
  if (python) return { python, env };
  return {
    python: await wrapProgram(root, 'usr/bin/python3'),
    env: { ...env, PYTHONHOME: join(root, 'usr') },
  };
}

/** Debian's Go: it need not be the one that scripts/tools/go.mod names, which it takes as a module if it is older. */
const debianGo = {
  bookworm: { release: 'trixie', version: '1.24' },
  trixie: { release: 'trixie', version: '1.24' },
};

/** A Go that can take a newer toolchain as a module (1.21): the machine's, or Debian's unpacked. */
async function goProgram() {
  const go = findProgram('go', `${process.env.PATH ?? ''}:/usr/local/go/bin`);
  const version = go && /go1\.(\d+)/.exec(await run(go, ['version'], { cwd: '/' }).catch(() => ''));
  if (version && Number(version[1]) >= 21) return { go, env: {} };
  const { release, version: wanted } = debianGo[machine().codename] ?? {};
  const root = await unpacked('Go 1.21 or newer', () => {
    if (!release) throw new Error(`no package of ${machine().name} is known`);
    return ensureUnpacked({ names: [`golang-${wanted}-go`, `golang-${wanted}-src`], release });
  });
  return { go: join(root, `usr/lib/go-${wanted}/bin/go`), env: { GOTOOLCHAIN: 'auto' } };
}

async function unpacked(what, unpack) {
  try {
    return await unpack();
  } catch (error) {
    throw new Error(`${what} is needed, and could not be unpacked: ${error.message}`, { cause: error });
  }
}
