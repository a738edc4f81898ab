import type { Inputs } from './inputs.ts';
import type { Platform, Tag } from './names.ts';

/** Facts of the workflow run, read once from the runner's environment. */
export interface RunFacts {
  /** The commit that is built, 40 hexadecimal digits; undefined outside a workflow. */
  readonly sha: string | undefined;
  /** `<run id>-<attempt>`, or `local` outside a workflow. */
  readonly runLabel: string;
  /** Where this run can be looked at. */
  readonly runUrl: string | undefined;
  /** `AWS_REGION` or `AWS_DEFAULT_REGION`. */
  readonly region: string | undefined;
}

/** A name that the image gets when it has passed. */
export interface PlannedName {
  readonly tag: Tag;
  /**
   * `fixed`: bound to a commit or a full version, so that it should never name another image.
   * `moving`: names whichever image is newest (`latest`, `1`, `1.2`).
   */
  readonly kind: 'fixed' | 'moving';
}

/**
 * How the candidate gets into the registry without a name that a person would pull.
 * - `by-digest`: the builder pushes it with no tag at all.
 * - `by-tag`: buildx or the engine pushes it under the candidate tag, which is removed in the end.
 */
export type PushStrategy = 'by-digest' | 'by-tag';

/** The tool that builds. */
export interface Builder {
  readonly tool: 'buildx' | 'docker-build';
  readonly push: PushStrategy;
  /** Whether one build can make several platforms. */
  readonly multiPlatform: boolean;
  /** Whether `--provenance` is understood. */
  readonly provenanceFlag: boolean;
  /** What it builds for when no platform is asked for; undefined where it does not say. */
  readonly nativePlatform: Platform | undefined;
  /** For people: versions, driver, image store. */
  readonly description: string;
  /** What is lost with this builder, if anything. */
  readonly notice: string | undefined;
}

/** What every run's candidate tag begins with. */
export const candidatePrefix = 'candidate-';

/** Everything that will be done, decided before anything is done. */
export interface Plan {
  readonly inputs: Inputs;
  readonly names: readonly PlannedName[];
  readonly builder: Builder;
  /** Unique to this run; used only where the builder cannot push by digest. */
  readonly candidateTag: Tag;
}
