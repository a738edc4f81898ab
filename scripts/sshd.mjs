// The ssh server of OpenSSH for tests, unpacked where the machine has none: nothing is installed, and no service starts.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDebianPackage, wrapProgram } from './engines/apt.mjs';
import { findProgram } from './engines/command.mjs';
import { whyNoPrivateEngine } from './engines/machine.mjs';

const clients = ['ssh', 'ssh-agent', 'ssh-add', 'ssh-keygen'];

/** The path of the server and the settings that it needs where it is; or in one line why there is none. */
export async function ensureSshd() {
  // It gets accounts of its own in a mount namespace, as private engines get folders.
  const why = whyNoPrivateEngine();
  if (why !== undefined) return { why };
  const lacking = clients.filter((name) => findProgram(name) === undefined);
  if (lacking.length > 0) return { why: `git over ssh needs ${lacking.join(', ')}: install openssh-client` };
  const own = findProgram('sshd');
  if (own !== undefined) return { sshd: own, settings: [] };
  try {
    const root = await ensureDebianPackage('openssh-server');
    return { sshd: await wrapProgram(root, 'usr/sbin/sshd'), settings: settingsOf(root) };
  } catch (error) {
    return { why: `there is no ssh server: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** OpenSSH 9.8 and newer have parts in programs of their own, and look for them where they are installed. Source: sshd_config(5). */
function settingsOf(root) {
  const parts = { SshdSessionPath: 'sshd-session', SshdAuthPath: 'sshd-auth' };
  return Object.entries(parts).flatMap(([name, program]) => {
    const path = join(root, 'usr/lib/openssh', program);
    return existsSync(path) ? [`${name} ${path}`] : [];
  });
}
