import type { DockerLogin } from '../types/credentials.ts';

export interface DockerResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How long a command may print nothing, and how long it may take, in milliseconds. */
export interface Patience {
  readonly quietMs: number;
  readonly totalMs: number;
  /**
   * How long it may be silent while next to nothing leaves the machine: `push-stalled` is thrown then. Watched where the engine
   * sends its bytes from this machine; elsewhere nobody can know.
   */
  readonly stillMs?: number;
}

/** How a docker command is run. */
export interface DockerOptions {
  /** Variables besides those of the job. */
  readonly env?: Readonly<Record<string, string>>;
  /** Streams its output to the log as it comes, fenced so that it cannot issue workflow commands. */
  readonly show: boolean;
  /**
   * Lines that it has printed before are left out, and are no sign of life: without a terminal `docker push` prints `Waiting` ten times
   * a second for as long as nothing happens. Tried with Docker 26.1 and containerd's store.
   */
  readonly onlyNews?: true;
  /** Takes what is shown, as it comes, in pieces that may end anywhere. */
  readonly onShown?: (text: string) => void;
  /** Called when its process runs. */
  readonly onStarted?: () => void;
  /** Until this is settled nothing is shown, and nothing noted: the command runs beside something that is told first. */
  readonly shownFrom?: Promise<void>;
  /** Kills it: nobody needs it any more. */
  readonly signal?: AbortSignal;
  /** When it is given up; that of an answer by default. */
  readonly patience?: Patience;
  /** Whether the engine does the work: then it is asked whether it lives while the command says nothing. */
  readonly engine?: boolean;
}

/** The engine's own interface, where it can be asked without docker. Source: moby, api/docs. */
export interface EngineApi {
  /**
   * Makes one request; undefined where nothing but docker can reach the engine (ssh, TLS), or must not be passed over.
   * Throws an Error whose message is a clause where there is no whole answer in time.
   * @param path with its query, and without a version, so that any engine answers
   */
  request(method: 'GET' | 'POST' | 'DELETE', path: string): Promise<EngineAnswer | undefined>;
}

/** What buildx can be asked without docker; undefined where only `docker buildx inspect` can tell. */
export interface Buildx {
  /** The driver of the builder that it would use; `''` where none was made or chosen, so that it is the engine's own. */
  driver(): Promise<string | undefined>;
  /** Takes a process, and so some ten times as long. */
  version(): Promise<string | undefined>;
}

/** What an engine answers. */
export interface EngineAnswer {
  readonly status: number;
  readonly body: string;
}

/** An address of the engine's machine on which a container's port can be published, so that this process can ask it. */
export interface Publishing {
  /** Undefined: none that this process reaches is known. */
  readonly address: string | undefined;
  /** Whether other machines reach it too. */
  readonly isOpen: boolean;
  /** Why it is not 127.0.0.1, as a clause; undefined where it is, or nobody can tell. */
  readonly why: string | undefined;
}

/** The docker command line. Exit codes decide; what it prints only explains. */
export interface Docker {
  /**
   * Runs `docker` with an argument vector, no shell and an empty standard input.
   * Throws `docker-missing` where there is no docker to run, `build-failed`, `push-failed` or `engine-unreachable` for
   * a build, a push and anything else that was given up, `engine-unreachable` where the engine is frozen, and the reason
   * of the run's signal when that aborts. Whatever it was that started a process: it has ended by then.
   */
  run(args: readonly string[], options: DockerOptions): Promise<DockerResult>;
  /** Answers in milliseconds what a process needs tenths of a second for. Whoever uses it can do without. */
  readonly engine?: EngineApi;
  /** Not there where docker has to be asked. */
  readonly buildx?: Buildx;
  /** Where a port that a container publishes is asked from this process. */
  readonly publishing?: () => Promise<Publishing>;
  /** A path for a file that docker writes for us, and what it wrote; removed after reading. */
  withOutputFile<T>(use: (path: string, read: () => Promise<string>) => Promise<T>): Promise<T>;
}

/** A private docker configuration directory beside the person's own. */
export interface DockerConfig {
  /** Chooses the directory's path without making it, so that it can be saved in state first. */
  choosePath(): string;
  /** Makes it: the person's own settings and some logins. Gives the variables that select it. */
  install(
    path: string,
    logins: readonly DockerLogin[],
  ): Promise<Readonly<Record<'DOCKER_CONFIG' | 'BUILDX_CONFIG', string>>>;
  /** Puts another login into it, in the place of the one for that host. */
  renew(path: string, login: DockerLogin): Promise<void>;
  /**
   * Puts a login into the person's own configuration.
   * @param path of a file that is to keep what was there before; it may be secret
   */
  share(path: string, login: DockerLogin): Promise<void>;
  /** Takes that back. No error if it was not done. */
  unshare(path: string): Promise<void>;
  /** Makes a folder of the same kind that holds secrets for a build, a file each, which nobody else can read. */
  putSecrets(
    path: string,
    secrets: readonly { readonly name: string; readonly text: string }[],
  ): Promise<void>;
  /** Removes it. No error if it is not there. */
  remove(path: string): Promise<void>;
}
