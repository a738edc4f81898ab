import type { Credentials, DockerLogin } from './types/credentials.ts';
import type { Digest } from './types/digest.ts';
import type { ReportFile, UnwrittenFile, UsedFile, WantedFile } from './types/files.ts';
import type { RegistryTarget, Repository, StoredManifest } from './types/image.ts';
import type { RepositoryName, Tag } from './types/names.ts';
import type { CheckoutHead, TreeState } from './types/checkout.ts';
import type { Posture } from './types/posture.ts';
import type { RepositorySettings } from './types/repository-settings.ts';
import type { SourceRepository } from './types/source.ts';
import type { ScanAnswer, ScanSettings, ScanStart } from './types/scan.ts';

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
  readonly connect: (target: RegistryTarget) => Registry;
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

/** The checkout at the workspace's root. Nothing that it holds is ever run. */
export interface Checkout {
  /** Whether a path leads to a file or a folder on this machine. */
  exists(path: string): Promise<boolean>;
  /** Whether it leads to a folder; a link counts as what it leads to. */
  isFolder(path: string): Promise<boolean>;
  /** Its commit, and what lies around a local build context (a folder, relative to the workspace or absolute). */
  head(context: string): Promise<CheckoutHead>;
  /** When a commit was made, in milliseconds since 1970. */
  committedAt(sha: string): Promise<number | undefined>;
  /**
   * Whether what docker would get is what the commit holds; without a commit everything differs.
   * @param file the Dockerfile
   * @param reports files of this action that an earlier run may have left there, and that make no image another one
   */
  treeState(
    commit: string | undefined,
    context: string,
    file: string | undefined,
    reports?: readonly string[],
  ): Promise<TreeState>;
  /** A file's text by its path, relative to the workspace or absolute; undefined where there is none. */
  readText(path: string): Promise<string | undefined>;
  /**
   * The text of a file that an earlier step has left, in the workspace or in RUNNER_TEMP; undefined where there is none.
   * Throws `file-failed`, also for one of more than so many bytes.
   */
  readLeft(path: string, most: number): Promise<string | undefined>;
}

/** The files that a run leaves. They may be in the workspace and in RUNNER_TEMP, and in no place that other steps obey. */
export interface ReportFiles {
  /**
   * Tries whether files can be written, and leaves everything as it was; gives those that cannot be.
   * @param used files of other inputs, none of which may be written over
   */
  check(wanted: readonly WantedFile[], used: readonly UsedFile[]): Promise<readonly UnwrittenFile[]>;
  /** Writes one, folders included; gives it back where that cannot be done. */
  write(file: ReportFile): Promise<UnwrittenFile | undefined>;
}

/** GitHub's API. Undefined where there is no token, or no answer: then the run goes on with what it knows. */
export interface GitHubApi {
  repository(): Promise<SourceRepository | undefined>;
  /** When a commit was made, in milliseconds since 1970. */
  committedAt(sha: string): Promise<number | undefined>;
  /** How a commit relates to another one: whether it descends from it, precedes it, or neither. */
  compare(base: string, head: string): Promise<'same' | 'descends' | 'precedes' | 'diverged' | undefined>;
  /**
   * Puts a comment on a pull request, in the place of the one with the same marker that the owner of the token has written;
   * nobody else's is touched. Never throws.
   */
  keepComment(comment: Comment): Promise<CommentOutcome>;
}

/** What a comment is to say. */
export interface Comment {
  readonly pullRequest: number;
  /** Its first line, by which it is known again; nothing of it is shown. */
  readonly marker: string;
  /** All of it, which begins with the marker. */
  readonly text: string;
}

export type CommentOutcome =
  | { readonly kind: 'created' | 'updated' | 'unchanged' }
  /** There is no token, or nobody says whose API it is for. */
  | { readonly kind: 'not-asked' }
  /** `why` is a clause. */
  | { readonly kind: 'forbidden' | 'failed'; readonly why: string };

/** The history of the checkout, as deep as it was fetched. */
export interface History {
  /** Whether `newer` descends from `older`, or is the same; `unknown` where the history is not deep enough. */
  descends(newer: string, older: string): Promise<'yes' | 'no' | 'unknown'>;
  /**
   * The paths below some globs (a leading `!` takes paths out) that two commits have otherwise; `unknown` where one of
   * them is not there. `why` is a clause.
   */
  changed(since: string, until: string, globs: readonly string[]): Promise<ChangedPaths>;
}

export type ChangedPaths =
  | { readonly kind: 'known'; readonly paths: readonly string[] }
  | { readonly kind: 'unknown'; readonly why: string };

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

/** What a person reads while the job runs. Every text is one or more plain lines; none can act as a workflow command. */
export interface Log {
  readonly info: (text: string) => void;
  readonly debug: (text: string) => void;
  readonly notice: (text: string) => void;
  /** @param at the line of the checkout that it is about */
  readonly warning: (text: string, at?: { readonly file: string; readonly line: number }) => void;
  /** Runs `work` inside a foldable group. */
  group<T>(title: string, work: () => Promise<T> | T): Promise<T>;
}

/** The job around this step: what outlives the process. */
export interface Job {
  /** Hides a secret in every log line from now on. */
  mask(secret: string): void;
  /** Hands a value to the post step. Never a secret. */
  saveState(key: StateKey, value: string): void;
  /** Sets a variable for this process and for the later steps of the job. */
  exportVariable(name: string, value: string): void;
  /** Sets an output that holds a secret, as it is; mask it first. */
  setSecretOutput(name: string, value: string): void;
  /** A variable of this process. */
  variable(name: string): string | undefined;
  /** The end of this run's candidate tag: when it was made, and a few random letters and digits. */
  shortId(): string;
}

export type StateKey = 'undo';

/**
 * Asks a server on this machine once; where there is a body, by POST. Never throws.
 * @param withinMs how long the whole answer may take
 */
export type HttpProbe = (url: URL, body: string | undefined, withinMs: number) => Promise<ProbeAnswer>;

export type ProbeAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  | { readonly kind: 'none'; readonly why: string };

/** Processes of this machine that outlive whoever started them. */
export interface Processes {
  /** Ends one and all that it has started, and waits for that; `gone` where it is another process by now, or none. */
  end(child: Child): Promise<'ended' | 'gone'>;
}

/** A process by its number, and by the time of its start, as the machine says it: numbers are used again. */
export interface Child {
  readonly pid: number;
  readonly startedAt: string;
  readonly command: string;
}

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

/** Which buildx there is, and which builder it would use. */
export interface BuildxFacts {
  readonly version: string;
  /** `''` where no builder was made or chosen, so that it is the engine's own. */
  readonly driver: string;
}

/** What an engine answers. */
export interface EngineAnswer {
  readonly status: number;
  readonly body: string;
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
  /** Asks buildx what it is; undefined where only `docker buildx inspect` can tell which builder it would use. */
  readonly buildx?: () => Promise<BuildxFacts | undefined>;
  /**
   * Why a port that a container publishes on 127.0.0.1 is none of this machine, as a clause; undefined where it is one, or
   * nobody can tell.
   */
  readonly publishedElsewhere?: () => Promise<string | undefined>;
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

/** What DescribeImages says about one image. */
export interface ImageFacts {
  readonly digest: Digest;
  readonly tags: readonly string[];
  readonly mediaType: string | undefined;
  /** Milliseconds since 1970. */
  readonly pushedAt: number;
  /** Where it cannot be pulled: in the archive, or on its way back. */
  readonly archive?: 'archived' | 'activating';
}

/** What became of one manifest PUT. */
export type PutOutcome =
  | { readonly kind: 'set'; readonly digest: Digest }
  /** The tag exists and may not move. Compare digests to know whether that matters. */
  | { readonly kind: 'immutable'; readonly detail: string };

/** One account's registry in one region, behind one set of errors (ShipError). */
export interface Registry {
  /** A login for docker and for what is asked of the registry's HTTP interface from now on. */
  login(): Promise<Credentials>;
  /** The ARN of the caller; undefined where it cannot be learnt, which is never a reason to fail. */
  callerArn(): Promise<string | undefined>;
  /** The host of the caller's own registry, where a login does not say it. */
  readonly ownHost?: () => Promise<string>;
  /** Binds a handle to one repository. Asking begins at once, beside what the registry says of the repository itself. */
  open(name: RepositoryName): Opening;
}

/** What can be asked of one repository as soon as its name is known. */
export interface RepositoryPorts {
  readonly manifests: Manifests;
  readonly blobs: Blobs;
  readonly images: Images;
  readonly tags: Tags;
  /** Absent where the registry has no scanner. */
  readonly scanner?: Scanner;
  /** Absent where repositories cannot be made. */
  readonly creation?: Creation;
  /** Absent where there is nothing to read. */
  readonly posture?: PostureReader;
  /** Absent where nothing is archived. */
  readonly archive?: Archive;
  /** Opens so many connections to the registry before they are needed. Never fails; absent where that gains nothing. */
  connectAhead?(count: number): void;
  /** The registry's own time in milliseconds since 1970, by its last answer: a runner's clock may be off by hours. */
  now(): number;
}

/** A handle whose repository has yet to say what it is. */
export interface Opening extends RepositoryPorts {
  /** Asks the registry what it is, once. Throws `repository-not-found` and what every call throws. */
  opened(): Promise<OpenRepository>;
}

/** Makes a repository. */
export interface Creation {
  /** Makes it with its policies and tags, unless it is there already: then nothing of it is changed. */
  create(settings: RepositorySettings): Promise<'created' | 'there'>;
}

/** Reads how a repository is kept, as far as this role may see it. */
export interface PostureReader {
  read(): Promise<Posture>;
}

/** Where images are kept that nobody can pull until they are back. */
export interface Archive {
  /** Asks for one back, which takes minutes. Throws `image-archived` where that is refused. */
  restore(digest: Digest): Promise<void>;
}

/** A handle bound to one repository, with what the registry says of it. */
export interface OpenRepository extends Repository, RepositoryPorts {}

export interface Manifests {
  /** The manifests that are there, by digest; absent ones are left out. */
  read(digests: readonly Digest[]): Promise<readonly StoredManifest[]>;
  /**
   * A small blob such as an image's config, as text, whose bytes have this digest and this length; undefined where this
   * role may not read blobs.
   */
  readBlob(blob: BlobReference): Promise<string | undefined>;
  /** Stores the exact manifest under its digest, without a tag; what it refers to has to be there. */
  write(manifest: StoredManifest): Promise<void>;
}

/** The large parts of images, which nobody here looks into. */
export interface Blobs {
  has(blob: BlobReference): Promise<boolean>;
  /** The bytes of a blob, as they come; they end with an error where they are others than its digest says. */
  open(blob: BlobReference): Promise<AsyncIterable<Uint8Array>>;
  /**
   * Brings a blob here: taken over from another repository of this registry where the registry does that, else
   * uploaded. Tried again after a passing fault, for which its bytes are opened anew.
   */
  bring(blob: BlobReference, source: BlobSource): Promise<'mounted' | 'uploaded'>;
}

/** Where a blob is, and how its bytes are had. */
export interface BlobSource {
  /** A repository of the same registry that has it; undefined where the registry is another one. */
  readonly mountFrom: RepositoryName | undefined;
  readonly open: () => Promise<AsyncIterable<Uint8Array>>;
}

export interface Images {
  /** The images that are there; absent ones are left out. */
  describe(ids: readonly ImageId[]): Promise<readonly ImageFacts[]>;
}

export interface Tags {
  /** The manifests that tags point to now; tags that nobody has are left out. */
  read(tags: readonly Tag[]): Promise<ReadonlyMap<Tag, StoredManifest>>;
  /**
   * Every tag of the repository, those of archived images too.
   * @param mostPages thousands of images after which it is enough; by default all are read
   */
  list(mostPages?: number): Promise<readonly string[]>;
  /** Writes the exact manifest again under a tag. */
  set(tag: Tag, manifest: StoredManifest): Promise<PutOutcome>;
  /** Removes a tag; removing an image's last tag removes the image, which is said. */
  remove(tag: Tag): Promise<'removed' | 'absent'>;
}

export interface Scanner {
  settings(): Promise<ScanSettings>;
  /** @param withinMs how long the answer may take; `not-now` where it takes longer */
  start(digest: Digest, withinMs: number): Promise<ScanStart>;
  /** One page of a manifest's scan, its status included; `busy` where there is no answer by the deadline. */
  read(digest: Digest, page: PageRequest): Promise<ScanAnswer>;
}

/** A blob as a manifest refers to it: what it has to be, and how many bytes it has. */
export interface BlobReference {
  readonly digest: Digest;
  readonly size: number;
}

/** Which page of findings: the first one without a token. ECR gives 1 to 1000 at once. */
export interface PageRequest {
  readonly size: number;
  readonly token?: string;
  /** How long its answer may take, in milliseconds. */
  readonly withinMs?: number;
}

export type ImageId = { readonly digest: Digest } | { readonly tag: Tag };
