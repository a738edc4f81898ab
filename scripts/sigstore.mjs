// @sigstore/oci, with which actions/attest finds a login and attaches to an image: for tests. It is pinned with
// promise-retry, which it needs but does not declare. It is not a package of the project, because no program of the
// project needs it.
import { join } from 'node:path';
import { ensureNpmTool } from './npm-tool.mjs';

/** The path of the package. Throws an error of one line if it is not available. */
export const ensureSigstoreOci = async () => join(await ensureNpmTool('sigstore'), '@sigstore/oci');
