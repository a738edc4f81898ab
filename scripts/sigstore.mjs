// @sigstore/oci, by which actions/attest finds a login and attaches to an image: for tests. It is pinned with promise-retry,
// which it needs and does not name. It is no package of the project, which none of its programs needs.
import { join } from 'node:path';
import { ensureNpmTool } from './npm-tool.mjs';

/** The path of the package. Throws one line where it cannot be had. */
export const ensureSigstoreOci = async () => join(await ensureNpmTool('sigstore'), '@sigstore/oci');
