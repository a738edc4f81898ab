import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openssl } from '../../scripts/engines/index.mjs';

/** Paths of an authority's own certificate, and of a certificate that it signed, with its key. */
export interface Certificates {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** What a server has and what a client needs, from an authority that nobody else knows. */
export interface Authority {
  readonly server: Certificates;
  readonly client: Certificates;
}

/** Makes an authority, with a certificate for a server on this machine and one for its client. */
export async function makeAuthority(folder: string): Promise<Authority> {
  mkdirSync(folder, { recursive: true });
  const program = await openssl();
  const at = (name: string) => join(folder, name);
  const run = (...args: string[]) => promisify(execFile)(program, args, { cwd: folder });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  // openssl's own settings file is not used: an unpacked package has it elsewhere.
  writeFileSync(at('openssl.cnf'), '[req]\ndistinguished_name=name\n[name]\n');
  const request = ['req', '-config', 'openssl.cnf', ...newKey];
  const ca = ['-x509', '-days', '2', '-subj', '/CN=a test', '-addext', 'basicConstraints=critical,CA:TRUE'];
  await run(...request, ...ca, '-keyout', 'ca.key', '-out', 'ca.pem');
  const signed = async (name: string, extensions: string): Promise<Certificates> => {
    writeFileSync(at(`${name}.ext`), extensions);
    await run(...request, '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.csr`);
    const by = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2'];
    await run('x509', '-req', '-in', `${name}.csr`, ...by, '-extfile', `${name}.ext`, '-out', `${name}.pem`);
    return { ca: at('ca.pem'), cert: at(`${name}.pem`), key: at(`${name}.key`) };
  };
  const server = await signed(
    'server',
    'subjectAltName=DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth\n',
  );
  return { server, client: await signed('client', 'extendedKeyUsage=clientAuth\n') };
}
