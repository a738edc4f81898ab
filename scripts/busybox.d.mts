export function busybox(arch?: 'amd64' | 'arm64'): Promise<string>;
export function copyBusybox(dir: string, arches?: readonly ('amd64' | 'arm64')[]): Promise<void>;
