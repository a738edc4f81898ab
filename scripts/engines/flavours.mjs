// Which programs make up each flavour of engine on this machine.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDebianPackage, ensureUnpacked, libraryDirs, wrapProgram } from './apt.mjs';
import { findProgram } from './command.mjs';
import { machine } from './machine.mjs';

/**
 * - classic: the distribution's docker.io with its own client, buildx hidden (on Debian 12: 20.10).
 * - buildx: docker.io with docker-buildx and the graph drivers' store (on Debian 12: Debian 13's 26.1 and 0.13.1).
 * - containerd: the same programs with the containerd image store.
 *
 * If ECR_SHIP_ENGINE_PROGRAMS names a folder, its programs take precedence for the latter two.
 */
export const flavours = ['classic', 'buildx', 'containerd'];

/** Debian 12 has no buildx; Debian 13's programs run on it unchanged, except for runc (newer C library). */
const newerRelease = { bookworm: 'trixie' };

const places = [
  '',
  'usr/bin',
  'usr/sbin',
  'bin',
  'sbin',
  'usr/libexec/docker',
  'usr/libexec/docker/cli-plugins',
  'usr/lib/docker/cli-plugins',
];

/** The programs of a flavour, by name, and the folders of shared libraries that the machine lacks. */
export async function programsOf(flavour) {
  const base = await ensureUnpacked({
    names: ['docker.io', 'containerd', 'runc'],
    optional: ['docker-cli'],
    dependencies: true,
  });
  const given = flavour === 'classic' ? [] : givenPrograms();
  const roots = flavour === 'classic' ? [base] : [...given, await modernPrograms(), base];
  const find = (name, from = roots) => {
    for (const root of from)
      for (const place of places) if (existsSync(join(root, place, name))) return join(root, place, name);
    return undefined;
  };
  const need = (name, from) => {
    const file = find(name, from);
    if (!file)
      throw new Error(
        `the Docker packages of ${machine().name} lack ${name}, so there is no ${flavour} engine`,
      );
    return file;
  };
  return {
    engine: {
      dockerd: need('dockerd'),
      containerd: need('containerd'),
      'containerd-shim-runc-v2': need('containerd-shim-runc-v2'),
      'docker-init': find('docker-init'),
      'docker-proxy': find('docker-proxy'),
      runc: need('runc', [...given, base]),
    },
    docker: need('docker'),
    buildx: flavour === 'classic' ? undefined : need('docker-buildx'),
    libraries: await libraryDirs(base),
  };
}

/** The folder of programs on which to run the tests instead, such as an engine that no distribution has yet. */
function givenPrograms() {
  const folder = process.env.ECR_SHIP_ENGINE_PROGRAMS;
  return folder ? [folder] : [];
}

async function modernPrograms() {
  const release = newerRelease[machine().codename];
  if (release)
    return ensureUnpacked({ names: ['docker.io', 'docker-cli', 'docker-buildx', 'containerd'], release });
  return ensureUnpacked({ names: ['docker.io', 'docker-buildx', 'containerd'], optional: ['docker-cli'] });
}

/** The program that makes and removes network bridges; small machines lack it. */
export async function ipProgram() {
  return findProgram('ip') ?? wrapProgram(await ensureDebianPackage('iproute2'), 'sbin/ip');
}
