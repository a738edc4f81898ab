import type { RegistryType } from './image.ts';
import type { RoleRequest } from './role.ts';

/**
 * Something that a run leaves behind until it is taken back. It is plain data: saved in the job's state before the
 * effect, it is undone by the end of the run, by the post step after a kill, and by nobody twice.
 */
export type Undo =
  CandidateTag | LocalImage | Container | Network | ChildProcess | DockerFolder | SharedLogin | JobVariables;

/** The candidate's tag in the registry. */
export interface CandidateTag {
  readonly kind: 'candidate-tag';
  readonly registryType: RegistryType;
  readonly region: string;
  readonly registryId: string;
  /** What it was made with, to be taken on again; never its credentials. */
  readonly role?: RoleRequest;
  readonly repository: string;
  readonly tag: string;
  /** When the run began, in the registry's time; milliseconds since 1970. */
  readonly runStartedAt: number;
  /**
   * - `pushing`: it may come into being even after it was looked for.
   * - `there`: it was seen.
   * - `not-needed`: the image has tags of its own by now.
   */
  readonly state: 'pushing' | 'there' | 'not-needed';
}

/** A name in the engine of this machine; the layers stay in its cache. */
export interface LocalImage {
  readonly kind: 'local-image';
  readonly name: string;
  /** Whether later steps of the job use it, so that only the post step takes it away. */
  readonly isForJob?: boolean;
}

/** A container of a smoke test, with its volumes. */
export interface Container {
  readonly kind: 'container';
  readonly name: string;
}

/** The network of a smoke test, once its container is gone. */
export interface Network {
  readonly kind: 'network';
  readonly name: string;
}

/** A docker process, and all that it has started. */
export interface ChildProcess {
  readonly kind: 'process';
  readonly pid: number;
  /** When it was started, as the machine says it: another process may have got its number. */
  readonly startedAt: string;
  readonly command: string;
}

/** A folder with the login for docker, or with what docker writes for us. */
export interface DockerFolder {
  readonly kind: 'folder';
  readonly path: string;
  /** Whether later steps of the job use it, so that only the post step removes it. */
  readonly isForJob: boolean;
}

/** The login in the person's own docker configuration. */
export interface SharedLogin {
  readonly kind: 'shared-login';
  /** The file that keeps what was there before. */
  readonly path: string;
}

/** Variables of the job that were set: each with its value before; an empty one counts as none. */
export interface JobVariables {
  readonly kind: 'job-variables';
  readonly before: Readonly<Record<string, string>>;
}

/** Whether it stays until the job is over. */
export function isForJob(undo: Undo): boolean {
  if (undo.kind === 'shared-login') return true;
  return (
    undo.kind === 'job-variables' ||
    (undo.kind === 'local-image' && undo.isForJob === true) ||
    (undo.kind === 'folder' && undo.isForJob)
  );
}
