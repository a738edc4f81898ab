import type { RegistryType } from './image.ts';
import type { RoleRequest } from './role.ts';

/**
 * Something that a run leaves behind until it is undone. It is plain data, saved in the job's state before the
 * effect. The end of the run undoes it, or the post step if the run was killed, and never both.
 */
export type Undo =
  CandidateTag | LocalImage | Container | Network | ChildProcess | DockerFolder | SharedLogin | JobVariables;

/** The candidate's tag in the registry. */
export interface CandidateTag {
  readonly kind: 'candidate-tag';
  readonly registryType: RegistryType;
  readonly region: string;
  readonly registryId: string;
  /** The role with which it was made, to be assumed again; never its credentials. */
  readonly role?: RoleRequest;
  readonly repository: string;
  readonly tag: string;
  /** When the run began, in the registry's time; milliseconds since 1970. */
  readonly runStartedAt: number;
  /**
   * - `pushing`: it may appear even after somebody has looked for it.
   * - `there`: it was seen.
   * - `not-needed`: the image has its own tags by now.
   */
  readonly state: 'pushing' | 'there' | 'not-needed';
}

/** A name in the engine of this machine; the layers stay in its cache. */
export interface LocalImage {
  readonly kind: 'local-image';
  readonly name: string;
  /** Whether later steps of the job use it, so that only the post step removes it. */
  readonly isForJob?: boolean;
}

/** A container of a smoke test, with its volumes. */
export interface Container {
  readonly kind: 'container';
  readonly name: string;
}

/** The network of a smoke test, to be removed after its container. */
export interface Network {
  readonly kind: 'network';
  readonly name: string;
}

/** A docker process, and everything that it has started. */
export interface ChildProcess {
  readonly kind: 'process';
  readonly pid: number;
  /** When it started, as the machine gives it: another process may have got its number. */
  readonly startedAt: string;
  readonly command: string;
}

/** A folder with the login for docker, or with files that docker writes for us. */
export interface DockerFolder {
  readonly kind: 'folder';
  readonly path: string;
  /** Whether later steps of the job use it, so that only the post step removes it. */
  readonly isForJob: boolean;
}

/** The login in the user's own docker configuration. */
export interface SharedLogin {
  readonly kind: 'shared-login';
  /** The file that keeps the previous content. */
  readonly path: string;
}

/** Variables of the job that were set, each with its previous value; empty if it had none. */
export interface JobVariables {
  readonly kind: 'job-variables';
  readonly before: Readonly<Record<string, string>>;
}

/** Whether it stays until the end of the job. */
export function isForJob(undo: Undo): boolean {
  if (undo.kind === 'shared-login') return true;
  return (
    undo.kind === 'job-variables' ||
    (undo.kind === 'local-image' && undo.isForJob === true) ||
    (undo.kind === 'folder' && undo.isForJob)
  );
}
