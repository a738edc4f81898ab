// openssl, to make certificates for tests: the machine's, or Debian's unpacked.
import { ensureDebianPackage, wrapProgram } from './apt.mjs';
import { findProgram } from './command.mjs';

/** The path of openssl. */
export async function openssl() {
  return (
    findProgram('openssl') ?? (await wrapProgram(await ensureDebianPackage('openssl'), 'usr/bin/openssl'))
  );
}
