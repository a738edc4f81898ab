import type { Fault } from '../local-ecr/index.ts';
import type { GitHubFault } from './github.ts';
import type { SceneName } from './scenes.ts';

/** What is attacked; a case belongs to one of them. */
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

/** A moment of a run, seen from outside of it. */
export type Moment =
  /** So long after main was started. */
  | { readonly kind: 'after'; readonly ms: number }
  /** Such a request has come in; its answer is held back for `holdMs`, so that the run is in the middle of it. */
  | { readonly kind: 'request'; readonly fault: Fault; readonly holdMs: number }
  /** The build is waiting for a file that the Dockerfile adds. */
  | { readonly kind: 'build' }
  /** A docker command was started; it is held for `holdMs` before it does anything. */
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

/** What the docker command does in the place of, or besides, its work. */
export interface DockerFault {
  readonly on: DockerCommand;
  /** `hangs-after` has done its work by then; `floods` prints 600 MB and then does its work. */
  readonly how: 'fails' | 'hangs' | 'hangs-after' | 'is-killed' | 'floods' | 'floods-errors' | 'says-nothing';
  /** How often; for ever where it is not given. */
  readonly times?: number;
  /** What it prints to stderr where it fails. */
  readonly says?: string;
}

/** What is wrong with the places that the runner gives to the step. */
export type BadPlace =
  | 'temp-full'
  | 'temp-read-only'
  | 'temp-missing'
  | 'output-full'
  | 'state-full'
  | 'summary-full'
  | 'env-full';

/** One fault, injected into one job: main, then post. Everything that is not said is as in a run that goes well. */
export interface FaultCase {
  /** `DescribeImages: 500 for ever`; unique. */
  readonly name: string;
  readonly group: Group;
  /** What the run is asked for, and where; `ship` by default. */
  readonly scene?: SceneName;
  /** The start of the image, a script for busybox, where the image is to be started. */
  readonly script?: string;
  /** How the registry scans; on push by default. */
  readonly scanning?: 'on-push' | 'manual' | 'enhanced';
  /** How long a scan takes; 150 ms by default. */
  readonly scanMs?: number;
  /** Whether the scanner finds what must not be in the image. */
  readonly image?: 'good' | 'bad';
  readonly inputs?: Readonly<Record<string, string>>;
  readonly requests?: readonly Fault[];
  readonly docker?: DockerFault;
  readonly github?: GitHubFault;
  /** The engine, from a moment on until main has ended (frozen) or for good (killed). */
  readonly engine?: { readonly how: 'frozen' | 'killed'; readonly at: Moment };
  /** `cancel` is what the runner does: SIGINT, SIGTERM after 7.5 s, SIGKILL 2.5 s later. `kill` is SIGKILL at once. */
  readonly signal?: { readonly how: 'cancel' | 'kill'; readonly at: Moment };
  /** How far main's and post's clock goes wrong. */
  readonly clockOffMs?: number;
  readonly place?: BadPlace;
  /** The faults last through post as well; otherwise post finds a world that works again. */
  readonly holdsInPost?: boolean;
  /** The registry's token is over from a moment on. */
  readonly tokenExpiresAt?: Moment;
  /** A second job follows, without any fault, which has to pass and to leave no candidate. */
  readonly next?: 'at once' | 'a day later';
  /** How main has to end; `either` where both are right. */
  readonly expect: 'passes' | 'fails' | 'either';
  /** What the error has to name, all of it, where main fails. */
  readonly cause?: readonly RegExp[];
  /** What it must not say, because it leads astray. */
  readonly astray?: RegExp;
  /** main has to end within so many seconds; 60 by default. */
  readonly capS?: number;
  /** A run may never come to it, as the number of calls is nobody's promise; otherwise such a case proves nothing. */
  readonly mayMiss?: boolean;
  /** Only with `--all`: it takes long, or another case shows nearly the same. */
  readonly extra?: boolean;
  /** Runs when all others are over, beside others of its kind. */
  readonly alone?: boolean;
  /** Spends its time waiting, so that others may run beside it. */
  readonly waits?: boolean;
}
