import type { RegistryTarget } from './types/image.ts';
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

/* The one door to all of them: nobody has to know in which file an interface lies. */
export type * from './ports/machine.ts';
export type * from './ports/github.ts';
export type * from './ports/docker.ts';
export type * from './ports/registry.ts';

/** What the story needs from the world. Adapters fulfil it for real, tests in memory. */
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
  /** Tells that a registry is going to be asked, and how much at once, so that connections to it may open. Never fails. */
  readonly approach: (target: RegistryTarget, questions: number) => void;
  readonly connect: (target: RegistryTarget) => Promise<Registry>;
}

/** What ties the world to a run: nothing is done after its end, and it knows of every process that could outlive it. */
export interface Tether {
  readonly signal: AbortSignal;
  readonly children: {
    started(child: Child): void;
    ended(pid: number): void;
  };
  /** Folders of ours for what docker writes: told before they are made, and when they are gone. */
  readonly folders: {
    planned(path: string): void;
    removed(path: string): void;
  };
}

/** Makes the world of one run. */
export type World = (tether: Tether) => Ports;
