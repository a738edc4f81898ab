export type Flavour = 'classic' | 'buildx' | 'containerd';

export interface Engine {
  readonly name: Flavour;
  /** Whether set-up has started it (and stops it); otherwise it is the person's own. */
  readonly private: boolean;
  /** What a process needs in its environment to reach it: PATH with the right docker first, DOCKER_HOST, DOCKER_CONFIG. */
  readonly env: Readonly<Record<string, string>>;
  /** Holds cli-plugins/docker-buildx for the flavours that have buildx. */
  readonly dockerConfigDir: string;
  /** The engine's socket, where it is private. */
  readonly socket?: string;
  readonly capabilities: {
    readonly buildx: boolean;
    readonly containerd: boolean;
    readonly version: string;
    readonly architecture: string;
  };
}

export interface RunningEngine extends Engine {
  stop(): Promise<void>;
}

export interface MissingEngine {
  readonly name: Flavour;
  readonly why: string;
}

export const flavours: readonly Flavour[];

export function ensureEngines(
  wanted?: readonly Flavour[],
  options?: { readonly required?: boolean },
): Promise<{ engines: RunningEngine[]; missing: MissingEngine[]; stop(): Promise<void> }>;

export function demoEngine(options?: { readonly needs?: 'multi-platform' }): Promise<RunningEngine>;

/** The folder with the unpacked content of a package of the machine's distribution and of what it depends on. */
export function ensureDebianPackage(name: string): Promise<string>;

/** The path of an openssl: the machine's, or the distribution's unpacked. */
export function openssl(): Promise<string>;
/** The path of the program that sets up networks. */
export function ipProgram(): Promise<string>;

type Arch = 'amd64' | 'arm64';

/** The path of a static busybox; default: for the machine's own architecture. */
export function busybox(arch?: Arch): Promise<string>;

/** Copies busybox to `<dir>/<arch>/busybox` for each architecture, as `COPY $TARGETARCH/busybox` expects it. */
export function copyBusybox(dir: string, arches?: readonly Arch[]): Promise<void>;
