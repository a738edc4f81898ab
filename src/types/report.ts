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
 * Everything that a run found out, filled as the story goes on. Whatever is missing was not reached.
 * It holds no secret, so that every part of it may be shown.
 */
export interface Report {
  readonly run: RunFacts;
  /** Where the result is to be written; known also where another input cannot be used. */
  readonly resultFile: string | undefined;
  readonly inputs: Inputs | undefined;
  readonly plan: Plan | undefined;
  readonly builder: Builder | undefined;
  /** The commands that `mode: plan` would have run, as one would type them; undefined where no builder was asked. */
  readonly preview: readonly string[] | undefined;
  readonly repository: Repository | undefined;
  /** The registry's host that a job with `mode: login` has logged in to, and until when (milliseconds since 1970). */
  readonly login: { readonly host: string; readonly expiresAt: number } | undefined;
  /** The ARN of whoever ran this, as AWS STS says it; asked for only where a file wants it. */
  readonly caller: string | undefined;
  /** How the repository is kept, as far as it may be seen. */
  readonly posture: RepositoryPosture | undefined;
  readonly decision: Decision | undefined;
  /** By what the engine of this machine knows an image that is not pushed. */
  readonly imageId: string | undefined;
  /** What came of the smoke tests that were run. */
  readonly smoke: readonly SmokeResult[];
  readonly candidate: Candidate | undefined;
  readonly image: VerifiedImage | undefined;
  readonly exceptions: Exceptions | undefined;
  /** The image that the first moving name named before this run set any name; undefined where there was none. */
  readonly baseline: BaselineImage | undefined;
  /** The bytes that it takes where it is unpacked, as this machine's engine says; undefined where that is not known. */
  readonly unpackedSize: number | undefined;
  /** By how many compressed bytes the image is larger than the baseline, where that is another image whose size is known. */
  readonly sizeChange: number | undefined;
  /** What the baseline takes, where that was read on the way or asked for. */
  readonly before: ImageExtent | undefined;
  /** What other scanners have found, file by file. */
  readonly foreign: readonly ForeignScan[];
  readonly scan: ScanReport | undefined;
  readonly verdict: Verdict | undefined;
  readonly names: readonly TagResult[];
  /** What became of the image in each further repository. */
  readonly destinations: readonly DestinationResult[];
  /** How far ECR's own copies are, where they were waited for. */
  readonly replicas: readonly ReplicaResult[];
  /** Set when the candidate's tag was the image's last one, so that removing it removed the image. */
  readonly candidateRemoved: boolean;
  /** Every docker command that was run, as one would type it. */
  readonly commands: readonly string[];
  readonly timings: readonly Timing[];
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly finishedAt: number;
  /** The files that were asked for and cannot be written, so that they are not there, or as they were before. */
  readonly unwritten: readonly UnwrittenFile[];
  /** Why the run failed, if it did. */
  readonly failure: ShipError | undefined;
}
