// What this machine is, and whether a private Docker engine can run on it.
import { readFileSync } from 'node:fs';
import { findProgram } from './command.mjs';

/** Debian's names of architectures. */
export const debianArch = { x64: 'amd64', arm64: 'arm64' }[process.arch];

export function parseOsRelease(text) {
  const fields = {};
  for (const [, key, value] of text.matchAll(/^([A-Z_]+)=(.*)$/gm))
    fields[key] = value.replace(/^["']|["']$/g, '');
  return fields;
}

export function machine() {
  let os = {};
  try {
    os = parseOsRelease(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    // Not Linux.
  }
  return {
    id: os.ID ?? process.platform,
    codename: os.VERSION_CODENAME ?? '',
    name: os.PRETTY_NAME ?? process.platform,
    root: process.getuid?.() === 0,
    admin: hasCapability(SYS_ADMIN) && hasCapability(NET_ADMIN),
  };
}

/** Why a private engine cannot run here, in one line that says what to do; undefined if it can. */
export function whyNoPrivateEngine(here = machine()) {
  const otherwise = 'start a Docker engine that `docker info` reaches';
  if (!['debian', 'ubuntu'].includes(here.id) || !findProgram('apt-get')) {
    return `no private Docker engine on ${here.name} (only on Debian and Ubuntu): ${otherwise}`;
  }
  if (!debianArch) return `no private Docker engine on ${process.arch}: ${otherwise}`;
  if (!here.root) return `a private Docker engine needs root: run the command as root, or ${otherwise}`;
  if (!here.admin) {
    return `a private Docker engine needs the capabilities SYS_ADMIN and NET_ADMIN (a container without --privileged?): ${otherwise}`;
  }
  return undefined;
}

const NET_ADMIN = 12n;
const SYS_ADMIN = 21n;

function hasCapability(number) {
  try {
    const mask = /^CapEff:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    return mask !== undefined && ((BigInt(`0x${mask}`) >> number) & 1n) === 1n;
  } catch {
    return false;
  }
}
