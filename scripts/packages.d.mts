interface Entry {
  readonly version?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

interface Lock {
  readonly packages: Readonly<Record<string, Entry>>;
}

export function ensurePackages(): Promise<void>;
export function isInstalled(
  wanted: Lock,
  installed: Lock | undefined,
  here?: { readonly os: string; readonly cpu: string; readonly libc?: string },
): boolean;
