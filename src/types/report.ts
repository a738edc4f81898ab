import type { BaselineImage } from './baseline.ts';
import type { Decision } from './decision.ts';
import type { DestinationResult } from './destination.ts';
import type { ShipError } from './errors.ts';
import type { Exceptions } from './exceptions.ts';
import type { UnwrittenFile } from './files.ts';
import type { ForeignScan } from './foreign-scan.ts';
import type { Candidate, ImageExtent, TagResult, VerifiedImage, Repository } from './image.ts';
import type { Inputs } from './inputs.ts';
import type { Builder, Plan, RunFacts } from './plan.ts';
import type { RepositoryPosture } from './posture.ts';
import type { ReplicaResult } from './replica.ts';
import type { ScanReport } from './scan.ts';
import type { SmokeResult } from './smoke.ts';
import type { Verdict } from './verdict.ts';

export const phases = [
  'plan',
  'login',
  'collect',
  'decide',
  'build',
  'smoke',
  'join',
  'verify',
  'size',
  'scan',
  'baseline',
  'judge',
  'copy',
  'tag',
  'replicate',
  'hand-over',
  'clean-up',
] as const;
export type PhaseName = (typeof phases)[number];

/** How long one phase took. */
export interface Timing {
  readonly phase: PhaseName;
  readonly ms: number;
}

/**
 * Everything that a run has found out, filled as the story goes on. Whatever is missing was not reached. It holds no
 * secret, so that all of it may be shown.
 */
export interface Report {
  readonly run: RunFacts;
  /** Where to write the result; also known if another input is invalid. */
  readonly resultFile: string | undefined;
  readonly inputs: Inputs | undefined;
  readonly plan: Plan | undefined;
  readonly builder: Builder | undefined;
  /** The commands that `mode: plan` would run, as one would type them; undefined if no builder was asked. */
  readonly preview: readonly string[] | undefined;
  readonly repository: Repository | undefined;
  /** The host to which `mode: login` has logged in, and until when (milliseconds since 1970). */
  readonly login: { readonly host: string; readonly expiresAt: number } | undefined;
  /** The ARN of the caller, as AWS STS gives it; only asked for if a file needs it. */
  readonly caller: string | undefined;
  /** How the repository is configured, as far as the role may see it. */
  readonly posture: RepositoryPosture | undefined;
  readonly decision: Decision | undefined;
  /** The engine's id of an image that is not pushed. */
  readonly imageId: string | undefined;
  /** The results of the smoke tests that ran. */
  readonly smoke: readonly SmokeResult[];
  readonly candidate: Candidate | undefined;
  readonly image: VerifiedImage | undefined;
  readonly exceptions: Exceptions | undefined;
  /** The image to which the first moving tag pointed before this run set any tag; undefined if there was none. */
  readonly baseline: BaselineImage | undefined;
  /** The bytes of the unpacked image, as this machine's engine says; undefined if not known. */
  readonly unpackedSize: number | undefined;
  /** By how many compressed bytes the image is larger than the baseline, if that is another image whose size is known. */
  readonly sizeChange: number | undefined;
  /** The baseline's size and layers, if they were read anyway or asked for. */
  readonly before: ImageExtent | undefined;
  /** What other scanners have found, file by file. */
  readonly foreign: readonly ForeignScan[];
  readonly scan: ScanReport | undefined;
  readonly verdict: Verdict | undefined;
  readonly tags: readonly TagResult[];
  /** What became of the image in each further repository. */
  readonly destinations: readonly DestinationResult[];
  /** How far ECR's own copies are, if the run waited for them. */
  readonly replicas: readonly ReplicaResult[];
  /** Whether removing the candidate's tag removed the image, because it was the last one. */
  readonly candidateRemoved: boolean;
  /** Every docker command that was run, as one would type it. */
  readonly commands: readonly string[];
  readonly timings: readonly Timing[];
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly finishedAt: number;
  /** The files that were asked for but cannot be written, so that they are missing, or as they were before. */
  readonly unwritten: readonly UnwrittenFile[];
  /** Why the run failed, if it did. */
  readonly failure: ShipError | undefined;
}
