interface Lock {
  packages?: Record<string, { version?: string; integrity?: string; optional?: boolean }>;
}

export function ensurePackages(): Promise<void>;
export function isInstalled(wanted: Required<Lock>, installed: Lock | undefined): boolean;
