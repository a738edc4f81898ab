import type { DockerLogin } from '../types/credentials.ts';

export interface DockerResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How long a command may print nothing, and how long it may take in all, in milliseconds. */
export interface Patience {
  readonly quietMs: number;
  readonly totalMs: number;
  /**
   * How long it may be silent while next to nothing leaves the machine, in milliseconds; then `push-stalled` is
   * thrown. Only watched if the engine sends its bytes from this machine.
   */
  readonly stillMs?: number;
}

/** How to run a docker command. */
export interface DockerOptions {
  /** Variables in addition to the job's. */
  readonly env?: Readonly<Record<string, string>>;
  /** Streams the output to the log, fenced so that it cannot issue workflow commands. */
  readonly show: boolean;
  /**
   * Leaves out lines that it has printed before, and does not count them as a sign of life: without a terminal
   * `docker push` prints `Waiting` ten times a second for as long as nothing happens. Tried with Docker 26.1 and
   * containerd's store.
   */
  readonly onlyNews?: true;
  /** Receives what is shown, in pieces that may end anywhere. */
  readonly onShown?: (text: string) => void;
  /** Called when the process runs. */
  readonly onStarted?: () => void;
  /** Nothing is shown or recorded until this settles: the command runs beside something that is reported first. */
  readonly shownFrom?: Promise<void>;
  /** Kills the command, because it is no longer needed. */
  readonly signal?: AbortSignal;
  /** When to give up; by default `answerPatience`. */
  readonly patience?: Patience;
  /** Whether the engine does the work: it is then asked for a sign of life while the command is silent. */
  readonly engine?: boolean;
}

/** The engine's own API, if it can be reached without docker. Source: moby, api/docs. */
export interface EngineApi {
  /**
   * Makes one request. Undefined if only docker can reach the engine (ssh, TLS), or docker must not be bypassed.
   * Throws an Error whose message is a clause if there is no complete answer in time.
   * @param path with its query but without a version, so that any engine answers
   */
  request(method: 'GET' | 'POST' | 'DELETE', path: string): Promise<EngineAnswer | undefined>;
}

/** What can be learnt about buildx without docker; undefined if only `docker buildx inspect` can tell. */
interface Buildx {
  /** The driver of the builder that it would use; `''` if none was made or chosen, so that it is the engine's own. */
  driver(): Promise<string | undefined>;
  /** Starts a process, which takes some ten times as long. */
  version(): Promise<string | undefined>;
}

/** An answer of the engine. */
export interface EngineAnswer {
  readonly status: number;
  readonly body: string;
}

/** An address of the engine's machine on which to publish a container's port, so that this process can reach it. */
export interface Publishing {
  /** Undefined if no address is known that this process reaches. */
  readonly address: string | undefined;
  /** Whether other machines reach it too. */
  readonly isOpen: boolean;
  /** Why it is not 127.0.0.1, as a clause; undefined if it is, or if that is unknown. */
  readonly why: string | undefined;
}

/** The docker command line. Exit codes decide; what it prints only explains. */
export interface Docker {
  /**
   * Runs `docker` with an argument vector, no shell and an empty standard input. Throws `docker-missing` if there
   * is no docker; `build-failed`, `push-failed` or `engine-unreachable` if a build, a push or another command is
   * given up; `engine-unreachable` if the engine is frozen; and the reason of the run's signal if that aborts. In
   * every case the process has ended by then.
   */
  run(args: readonly string[], options: DockerOptions): Promise<DockerResult>;
  /** Answers in milliseconds what takes a process tenths of a second. Callers must be able to do without it. */
  readonly engine?: EngineApi;
  /** Absent if docker has to be asked. */
  readonly buildx?: Buildx;
  /** Finds where this process can reach a port that a container publishes. */
  readonly publishing?: () => Promise<Publishing>;
  /** Gives `use` the path of a file for docker to write, and a function that reads it; the file is then removed. */
  withOutputFile<T>(use: (path: string, read: () => Promise<string>) => Promise<T>): Promise<T>;
}

/** A private docker configuration folder beside the user's own. */
export interface DockerConfig {
  /** Chooses the folder's path without making it, so that it can be saved in the job's state first. */
  choosePath(): string;
  /** Makes it from the user's own settings and some logins. Returns the variables that select it. */
  install(
    path: string,
    logins: readonly DockerLogin[],
  ): Promise<Readonly<Record<'DOCKER_CONFIG' | 'BUILDX_CONFIG', string>>>;
  /** Adds a login to it, in place of the previous one for that host. */
  renew(path: string, login: DockerLogin): Promise<void>;
  /**
   * Adds a login to the user's own configuration.
   * @param path of a file that keeps the previous content, which may be secret
   */
  share(path: string, login: DockerLogin): Promise<void>;
  /** Undoes `share`. Does nothing if there is nothing to undo. */
  unshare(path: string): Promise<void>;
  /** Makes a folder, which nobody else can read, with one file for each secret of a build. */
  putSecrets(
    path: string,
    secrets: readonly { readonly name: string; readonly text: string }[],
  ): Promise<void>;
  /** Removes it. Does nothing if it is not there. */
  remove(path: string): Promise<void>;
}
