interface Module {
  readonly nameForCondition?: string | null;
  readonly chunks?: readonly (number | string)[];
  readonly modules?: readonly Module[];
}

interface License {
  readonly name: string;
  readonly version: string;
  /** SPDX expression, as the package states it. */
  readonly license?: string | undefined;
  readonly repository?: string | undefined;
  readonly texts: readonly string[];
}

export function bundledFolders(stats: {
  readonly modules: readonly (Module & { readonly chunks: readonly (number | string)[] })[];
}): string[];
export function isLicenseFile(name: string): boolean;
export function readLicense(folder: string): Promise<License>;
export function licensesFile(
  packages: readonly License[],
  lenders?: Readonly<Record<string, string>>,
): string;
