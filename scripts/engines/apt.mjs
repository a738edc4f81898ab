// Debian packages without installing them: downloaded and verified by apt, and unpacked into the cache with `dpkg
// -x`. apt runs with its own lists, archives and sources, so nothing on the machine changes: no package is installed,
// no service started, no list refreshed, and the machine's own apt sees no index of another release.
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseSources, rewriteSources } from './apt-sources.mjs';
import { cacheDir, once, withLock } from './cache.mjs';
import { run, say } from './command.mjs';
import { debianArch, machine } from './machine.mjs';

/**
 * The folder with the unpacked content of some packages.
 * @param {object} want
 * @param {string[]} want.names the packages
 * @param {string[]} [want.optional] only if the release has them
 * @param {boolean} [want.dependencies] also their dependencies that are not installed on the machine
 * @param {string} [want.release] code name; default: the machine's own
 * @param {string} [want.arch] Debian's name of the architecture; default: the machine's own
 */
export async function ensureUnpacked({ names, optional = [], dependencies = false, ...where }) {
  const { release = machine().codename, arch = debianArch } = where;
  const key = createHash('sha256')
    .update(JSON.stringify([names, optional, dependencies]))
    .digest('hex')
    .slice(0, 8);
  return once(`debian/${release}-${arch}/${names[0]}-${key}`, async (temporary) => {
    const start = performance.now();
    const apt = await privateApt(release, arch);
    const debs = join(temporary, 'debs');
    await mkdir(debs);
    await withLock(`apt-${release}-${arch}`, () =>
      download(apt, { names, optional, dependencies, arch }, debs),
    );
    for (const file of (await readdir(debs)).filter((file) => file.endsWith('.deb'))) {
      await run('dpkg', ['-x', join(debs, file), temporary]);
    }
    await rm(debs, { recursive: true });
    say(
      `unpacked ${names.join(', ')} of ${release} (${arch}, ${((performance.now() - start) / 1000).toFixed(1)} s)`,
    );
  });
}

/** The unpacked content of one package and its dependencies. */
export const ensureDebianPackage = (name, where = {}) =>
  ensureUnpacked({ names: [name], dependencies: true, ...where });

/** The folders with an unpacked package's shared libraries. */
export async function libraryDirs(root) {
  const dirs = [];
  for (const lib of ['usr/lib', 'lib']) {
    for (const entry of await readdir(join(root, lib)).catch(() => [])) {
      if (entry.endsWith('-linux-gnu')) dirs.push(join(root, lib, entry));
    }
  }
  return dirs;
}

/** Wraps a program of an unpacked package, so that it finds its own libraries wherever the cache is. */
export async function wrapProgram(root, program, extraArgs = '') {
  const wrapper = join(root, 'bin-wrapped', program.split('/').at(-1));
  if (existsSync(wrapper)) return wrapper;
  const libraries = (await libraryDirs(root)).map((dir) => `$root${dir.slice(root.length)}`).join(':');
  await mkdir(join(root, 'bin-wrapped'), { recursive: true });
  await writeFile(
    wrapper,
    `#!/bin/sh\nroot=$(cd "$(dirname "$0")/.." && pwd)\n` +
      `LD_LIBRARY_PATH="${libraries}\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" exec "$root/${program}" ${extraArgs} "$@"\n`,
  );
  await chmod(wrapper, 0o755);
  return wrapper;
}

async function download(apt, { names, optional, dependencies, arch }, dir) {
  await refresh(apt);
  const known = [];
  for (const name of optional) {
    const found = await run('apt-cache', ['-c', apt.conf, 'show', name]).then(Boolean, () => false);
    if (found) known.push(name);
  }
  const wanted = new Set([...names, ...known]);
  if (dependencies) for (const name of await missing(apt, [...wanted])) wanted.add(name);
  const args = [
    '-c',
    apt.conf,
    'download',
    ...[...wanted].map((name) => (arch === debianArch ? name : `${name}:${arch}`)),
  ];
  try {
    await run('apt-get', args, { cwd: dir });
  } catch {
    // The lists may name a version that the archive has replaced since.
    await refresh(apt, { force: true });
    await run('apt-get', args, { cwd: dir });
  }
}

/** The packages that installing these would add to this machine. */
async function missing(apt, names) {
  const plan = await run('apt-get', [
    '-c',
    apt.conf,
    '--simulate',
    '--no-install-recommends',
    'install',
    ...names,
  ]);
  return [...plan.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name);
}

async function refresh({ conf, lists, label }, { force = false } = {}) {
  const stamp = join(lists, 'refreshed');
  const age = await stat(stamp).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => Infinity,
  );
  if (!force && age < 24 * 3600_000) return;
  say(`reading the package lists of ${label}`);
  // Without this, apt-get update succeeds even if it could not fetch a list.
  await run('apt-get', ['-c', conf, '-o', 'APT::Update::Error-Mode=any', 'update']);
  await writeFile(stamp, '');
}

/** A configuration for apt that shares only the proxy settings and the installed packages with the machine. */
async function privateApt(release, arch) {
  const { codename, id } = machine();
  const dir = join(cacheDir(), 'apt', `${release}-${arch}`);
  const lists = join(dir, 'lists');
  for (const sub of ['lists/partial', 'cache/archives/partial', 'none'])
    await mkdir(join(dir, sub), { recursive: true });
  const keyring = release === codename ? undefined : await distributionKeyring(id);
  const sources = rewriteSources(await machineSources(), {
    from: codename,
    to: release,
    keyring,
    architecture: arch,
  });
  if (!sources)
    throw new Error(`apt has no source for ${codename}: add the distribution's own archive to /etc/apt`);
  await writeFile(join(dir, 'ecr-ship.sources'), sources);
  const conf = join(dir, 'apt.conf');
  await writeFile(
    conf,
    [
      // The machine's hooks (they empty its cache, wake its desktop) must not run here.
      ...['APT::Update::Pre-Invoke', 'APT::Update::Post-Invoke', 'APT::Update::Post-Invoke-Success'].map(
        (x) => `#clear ${x};`,
      ),
      '#clear APT::Architectures;',
      `APT::Architectures { "${debianArch}"; ${arch === debianArch ? '' : `"${arch}"; `}};`,
      `Dir::State "${dir}";`,
      `Dir::State::lists "${lists}";`,
      'Dir::State::status "/var/lib/dpkg/status";',
      `Dir::Cache "${join(dir, 'cache')}";`,
      `Dir::Log "${dir}";`,
      `Dir::Etc::sourcelist "${join(dir, 'ecr-ship.sources')}";`,
      `Dir::Etc::sourceparts "${join(dir, 'none')}";`,
      `Dir::Etc::preferences "/dev/null";`,
      `Dir::Etc::preferencesparts "${join(dir, 'none')}";`,
      // The user _apt may not be able to read the cache; downloads are verified all the same.
      'APT::Sandbox::User "root";',
      'Acquire::Languages "none";',
      'Acquire::Retries "2";',
      '',
    ].join('\n'),
  );
  return { conf, lists, label: `${release} (${arch})` };
}

/**
 * The keys that sign another release: an older machine may not have them, but the current keyring package of its own
 * release, verified with the keys that it has, does.
 */
async function distributionKeyring(id) {
  const root = await ensureUnpacked({ names: [`${id}-archive-keyring`] });
  return join(root, 'usr/share/keyrings', `${id}-archive-keyring.gpg`);
}

async function machineSources() {
  const files = ['/etc/apt/sources.list'];
  const parts = await readdir('/etc/apt/sources.list.d').catch(() => []);
  for (const name of parts.sort())
    if (/\.(list|sources)$/.test(name)) files.push(`/etc/apt/sources.list.d/${name}`);
  const entries = [];
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => '');
    entries.push(...parseSources(text, file.endsWith('.sources') ? 'sources' : 'list'));
  }
  return entries;
}
