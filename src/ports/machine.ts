import type { ReportFile, UnwrittenFile, UsedFile, WantedFile } from '../types/files.ts';
import type { CheckoutHead, TreeState } from '../types/checkout.ts';

/** The checkout at the workspace's root. Nothing in it is ever executed. */
export interface Checkout {
  /** Whether a path leads to a file or a folder on this machine. */
  exists(path: string): Promise<boolean>;
  /** Whether a path leads to a folder; links are followed. */
  isFolder(path: string): Promise<boolean>;
  /** Its commit, and what surrounds a local build context (a folder, relative to the workspace or absolute). */
  head(context: string): Promise<CheckoutHead>;
  /** When a commit was made, in milliseconds since 1970. */
  committedAt(sha: string): Promise<number | undefined>;
  /**
   * Whether the files that docker would get are those of the commit; without a commit everything differs.
   * @param file the Dockerfile
   * @param reports files that an earlier run of this action may have left, which do not change the image
   */
  treeState(
    commit: string | undefined,
    context: string,
    file: string | undefined,
    reports?: readonly string[],
  ): Promise<TreeState>;
  /** The text of a file, by its path relative to the workspace or absolute; undefined if there is none. */
  readText(path: string): Promise<string | undefined>;
  /**
   * The text of a file that an earlier step has left in the workspace or in RUNNER_TEMP; undefined if there is
   * none. Throws `file-failed`, also if the file has more than `most` bytes.
   */
  readLeft(path: string, most: number): Promise<string | undefined>;
}

/**
 * The files that a run leaves. They may be in the workspace and in RUNNER_TEMP, but not where other steps take
 * commands or settings from.
 */
export interface ReportFiles {
  /**
   * Checks whether files can be written, without changing anything. Returns those that cannot be.
   * @param used files of other inputs, none of which may be overwritten
   */
  check(wanted: readonly WantedFile[], used: readonly UsedFile[]): Promise<readonly UnwrittenFile[]>;
  /** Writes a file and any missing folders. Returns the file if that fails. */
  write(file: ReportFile): Promise<UnwrittenFile | undefined>;
}

/** The history of the checkout, as deep as it was fetched. */
export interface History {
  /** Whether `newer` is `older` or descends from it; `unknown` if the history is not deep enough. */
  descends(newer: string, older: string): Promise<'yes' | 'no' | 'unknown'>;
  /**
   * The paths matching some globs (a leading `!` excludes) that differ between two commits; `unknown` if one of the
   * commits is missing. `why` is a clause.
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

/** What people read while the job runs. Every text is one or more plain lines; none can act as a workflow command. */
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
  /** Hides a secret in all later log lines. */
  mask(secret: string): void;
  /** Hands a value to the post step. Never a secret. */
  saveState(key: StateKey, value: string): void;
  /** Sets a variable for this process and for the later steps of the job. */
  exportVariable(name: string, value: string): void;
  /** Sets an output that holds a secret, unchanged; mask it first. */
  setSecretOutput(name: string, value: string): void;
  /** A variable of this process. */
  variable(name: string): string | undefined;
  /** The end of this run's candidate tag: when it was made, and a few random letters and digits. */
  shortId(): string;
}

type StateKey = 'undo';

/**
 * Asks a server on this machine once, with POST if there is a body. Never throws.
 * @param withinMs how long the whole answer may take
 */
export type HttpProbe = (url: URL, body: string | undefined, withinMs: number) => Promise<ProbeAnswer>;

export type ProbeAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  | { readonly kind: 'none'; readonly why: string };

/** Processes of this machine that outlive whoever started them. */
export interface Processes {
  /**
   * Ends a process and everything that it has started, and waits for that; `gone` if it no longer runs, or its
   * number belongs to another process.
   */
  end(child: Child): Promise<'ended' | 'gone'>;
}

/** A process, identified by its number and its start time as the machine gives it, because numbers are reused. */
export interface Child {
  readonly pid: number;
  readonly startedAt: string;
  readonly command: string;
}
