import type { ReportFile, UnwrittenFile, UsedFile, WantedFile } from '../types/files.ts';
import type { CheckoutHead, TreeState } from '../types/checkout.ts';

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
