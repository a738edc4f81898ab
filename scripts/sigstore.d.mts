/** The path of the package @sigstore/oci. Throws one line where it cannot be had. */
export function ensureSigstoreOci(): Promise<string>;
