import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A docker that says and does what a real one does only in the hands of an attacker. */
export interface FakeDocker {
  /** Its folder, with room for the test's files. */
  readonly folder: string;
  /** Puts it before the real one. */
  readonly env: Readonly<Record<string, string>>;
  remove(): void;
}

/** docker's description of itself, for tests that do not lie about that. */
const plainInfo = JSON.stringify({
  ServerVersion: '99.0.0',
  OSType: 'linux',
  Architecture: 'x86_64',
  Driver: 'overlay2',
  ClientInfo: { Plugins: [{ Name: 'buildx', Version: 'v0.99.0' }] },
});

/**
 * Makes a docker from lines of shell.
 * @param build what it does when it builds; the words are in "$@"
 * @param info what it does when it is asked about itself
 */
export function fakeDocker(build: string, info = `echo '${plainInfo}'`): FakeDocker {
  const folder = mkdtempSync(join(tmpdir(), 'fake-docker-'));
  const script = `#!/bin/sh
case "$1 $2" in
  "info "*) ${info} ;;
  "buildx inspect") echo 'Driver: docker-container' ;;
  *)
${build}
;;
esac
`;
  writeFileSync(join(folder, 'docker'), script);
  chmodSync(join(folder, 'docker'), 0o755);
  return {
    folder,
    env: { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
