// A base image without a registry: Debian's static busybox, to be copied into a build context.
import { chmod, copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureUnpacked } from './apt.mjs';
import { debianArch } from './machine.mjs';

/** The path of a static busybox for amd64 or arm64 (Docker's and Debian's names agree); default: the machine's own. */
export async function busybox(arch = debianArch) {
  return join(await ensureUnpacked({ names: ['busybox-static'], arch }), 'bin/busybox');
}

/** Copies busybox to `<dir>/<arch>/busybox` for each architecture, as `COPY $TARGETARCH/busybox` expects it. */
export async function copyBusybox(dir, arches = [debianArch]) {
  for (const arch of arches) {
    await mkdir(join(dir, arch), { recursive: true });
    await copyFile(await busybox(arch), join(dir, arch, 'busybox'));
    await chmod(join(dir, arch, 'busybox'), 0o755);
  }
}
