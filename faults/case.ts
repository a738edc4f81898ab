import type { Fault } from '../local-ecr/index.ts';
import type { GitHubFault } from './github.ts';
import type { SceneName } from './scenes.ts';

/** What is attacked; each case belongs to one group. */
export const groups = [
  'api',
  'registry',
  'push',
  'docker',
  'engine',
  'signals',
  'clock',
  'files',
  'scenes',
  'scene signals',
  'smoke',
  'github',
] as const;
export type Group = (typeof groups)[number];

/** A moment of a run, seen from outside. */
export type Moment =
  /** This long after main has started. */
  | { readonly kind: 'after'; readonly ms: number }
  /** When such a request arrives; its answer is held back for `holdMs`, so that the run is in the middle of it. */
  | { readonly kind: 'request'; readonly fault: Fault; readonly holdMs: number }
  /** When the build waits for a file that the Dockerfile adds. */
  | { readonly kind: 'build' }
  /** When a docker command starts; it is held for `holdMs` before it does anything. */
  | { readonly kind: 'docker'; readonly command: DockerCommand; readonly holdMs: number };

/** The docker commands of a run, by what they do. */
export type DockerCommand =
  | 'info'
  | 'inspect'
  | 'build'
  | 'push'
  | 'image rm'
  | 'network create'
  | 'run'
  | 'container inspect'
  | 'logs'
  | 'container rm'
  | 'network rm';

/** What the docker command does instead of, or besides, its work. */
export interface DockerFault {
  readonly on: DockerCommand;
  /** `hangs-after` has done its work by then; `floods` prints 600 MB and then does its work. */
  readonly how: 'fails' | 'hangs' | 'hangs-after' | 'is-killed' | 'floods' | 'floods-errors' | 'says-nothing';
  /** How often; for ever by default. */
  readonly times?: number;
  /** What it prints to stderr if it fails. */
  readonly says?: string;
}

/** What is wrong with the files and folders that the runner gives to the step. */
export type BadPlace =
  | 'temp-full'
  | 'temp-read-only'
  | 'temp-missing'
  | 'output-full'
  | 'state-full'
  | 'summary-full'
  | 'env-full';

/** One fault, injected into one job: main, then post. Everything else is as in a run that succeeds. */
export interface FaultCase {
  /** `DescribeImages: 500 for ever`; unique. */
  readonly name: string;
  readonly group: Group;
  /** What the run is asked to do, and where; by default `ship`. */
  readonly scene?: SceneName;
  /** The command of the image, a script for busybox, if the image is to be started. */
  readonly script?: string;
  /** How the registry scans; by default on push. */
  readonly scanning?: 'on-push' | 'manual' | 'enhanced';
  /** How long a scan takes; by default 150 ms. */
  readonly scanMs?: number;
  /** Whether the scanner finds what the policy forbids. */
  readonly image?: 'good' | 'bad';
  readonly inputs?: Readonly<Record<string, string>>;
  readonly requests?: readonly Fault[];
  readonly docker?: DockerFault;
  readonly github?: GitHubFault;
  /** Attacks the engine at a moment: frozen until main has ended, or killed for good. */
  readonly engine?: { readonly how: 'frozen' | 'killed'; readonly at: Moment };
  /** `cancel` does what the runner does: SIGINT, SIGTERM after 7.5 s, SIGKILL 2.5 s later. `kill` is SIGKILL at once. */
  readonly signal?: { readonly how: 'cancel' | 'kill'; readonly at: Moment };
  /** How far main's and post's clock is off. */
  readonly clockOffMs?: number;
  readonly place?: BadPlace;
  /** Whether the faults last through post; otherwise everything works again by then. */
  readonly holdsInPost?: boolean;
  /** The moment at which the registry's token expires. */
  readonly tokenExpiresAt?: Moment;
  /** Whether a second job follows, without any fault, which must succeed and leave no candidate. */
  readonly next?: 'at once' | 'a day later';
  /** How main must end; `either` if both are right. */
  readonly expect: 'passes' | 'fails' | 'either';
  /** What the error must contain, all of it, if main fails. */
  readonly cause?: readonly RegExp[];
  /** What it must not contain, because it would mislead. */
  readonly astray?: RegExp;
  /** The most seconds that main may take; by default 60. */
  readonly capS?: number;
  /**
   * Whether a run may never reach the fault, because the number of calls is not fixed; for other cases that is a failure.
   */
  readonly mayMiss?: boolean;
  /** Only with `--all`: it takes long, or another case shows nearly the same. */
  readonly extra?: boolean;
  /** Runs after all others, beside others of its kind. */
  readonly alone?: boolean;
  /** Spends its time waiting, so that others can run beside it. */
  readonly waits?: boolean;
}
