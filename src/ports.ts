import type { RegistryTarget } from './types/image.ts';
import type { Search } from './types/rules.ts';
import type {
  Checkout,
  ReportFiles,
  History,
  Clock,
  Log,
  Job,
  HttpProbe,
  Processes,
  Child,
} from './ports/machine.ts';
import type { GitHubApi } from './ports/github.ts';
import type { Docker, DockerConfig } from './ports/docker.ts';
import type { Registry } from './ports/registry.ts';

/* Everybody imports the interfaces from here, and need not know which file has which. */
export type * from './ports/machine.ts';
export type * from './ports/github.ts';
export type * from './ports/docker.ts';
export type * from './ports/registry.ts';

/** What the story needs from the world. Adapters implement it; tests do so in memory. */
export interface Ports {
  readonly clock: Clock;
  readonly log: Log;
  readonly job: Job;
  readonly docker: Docker;
  readonly dockerConfig: DockerConfig;
  readonly checkout: Checkout;
  readonly history: History;
  readonly github: GitHubApi;
  readonly files: ReportFiles;
  readonly processes: Processes;
  readonly probe: HttpProbe;
  readonly search: Search;
  /** Announces a registry and how many calls will be made to it at once, so that connections can open. Never throws. */
  readonly approach: (target: RegistryTarget, questions: number) => void;
  readonly connect: (target: RegistryTarget) => Promise<Registry>;
}

/** Ties the world to a run: nothing happens after its signal, and it records every process that could outlive it. */
export interface Tether {
  readonly signal: AbortSignal;
  readonly children: {
    started(child: Child): void;
    ended(pid: number): void;
  };
  /** Folders in which docker writes files for us: announced before they are made, and after they are removed. */
  readonly folders: {
    planned(path: string): void;
    removed(path: string): void;
  };
}

/** Makes the world of one run. */
export type World = (tether: Tether) => Ports;
