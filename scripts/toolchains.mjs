// Toolchains for tools from source: a Go and a Python with pip, the machine's own or Debian's, unpacked into the cache.
import { join } from 'node:path';
import { ensureDebianPackage, ensureUnpacked, wrapProgram } from './engines/apt.mjs';
import { findProgram, run } from './engines/command.mjs';
import { machine } from './engines/machine.mjs';

/** A Python with pip: the machine's, or the distribution's unpacked. */
export async function pip() {
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

/** Debian's Go. It need not be the version in a go.mod: if it is older, it fetches that one as a module. */
const debianGo = {
  bookworm: { release: 'trixie', version: '1.24' },
  trixie: { release: 'trixie', version: '1.24' },
};

/** A Go that can fetch a newer toolchain as a module (1.21): the machine's, or Debian's unpacked. */
export async function goProgram() {
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
