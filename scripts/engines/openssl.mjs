// Certificates for tests: the machine's openssl, or Debian's unpacked.
import { ensureDebianPackage, wrapProgram } from './apt.mjs';
import { findProgram } from './command.mjs';

/** The path of openssl. */
export async function openssl() {
  return (
    findProgram('openssl') ?? (await wrapProgram(await ensureDebianPackage('openssl'), 'usr/bin/openssl'))
  );
}
