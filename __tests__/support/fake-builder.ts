import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A docker on the PATH whose builder pushes by digest, and reports a given digest. */
export interface FakeBuilder {
  readonly env: Readonly<Record<string, string>>;
  close(): void;
}

/**
 * Starts a builder that lies: the image that it reports was put there by somebody else.
 * @param refusedAtFirst its output when it fails, unless it is asked for attestations in the older form
 */
export function startFakeBuilder(digest: string, refusedAtFirst?: string): FakeBuilder {
  const folder = mkdtempSync(join(tmpdir(), 'ecr-ship-fake-docker-'));
  const info = JSON.stringify({
    ServerVersion: '28.2.2',
    Driver: 'overlay2',
    OSType: 'linux',
    Architecture: 'x86_64',
    ClientInfo: { Plugins: [{ Name: 'buildx', Version: '0.30.1' }] },
  });
  const script = `#!/bin/sh
case "$1 $2" in
  'info '*) echo '${info}' ;;
  'buildx inspect') printf 'Name:   x\\nDriver: docker-container\\n' ;;
  'buildx build')
    ${refusedAtFirst === undefined ? '' : `case "$*" in *oci-artifact=false*) ;; *) echo '${refusedAtFirst}' >&2; exit 1 ;; esac`}
    while [ "$1" != --metadata-file ]; do shift; done
    echo '{"containerimage.digest":"${digest}"}' > "$2" ;;
  *) exit 1 ;;
esac
`;
  writeFileSync(join(folder, 'docker'), script, { mode: 0o755 });
  return {
    env: { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
