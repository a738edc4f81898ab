import type { BuildRecord } from './build-record.ts';
import type { Inputs } from './inputs.ts';
import type { Platform, Tag } from './names.ts';
import type { SmokeTest } from './smoke.ts';
import type { RunnerEvent, Source } from './source.ts';
import type { Version } from './version.ts';

/** Facts of the workflow run, read once from the runner's environment. */
export interface RunFacts {
  readonly event: RunnerEvent;
  /** `<run id>-<attempt>`, or `local` outside a workflow. */
  readonly runLabel: string;
  /** Where this run can be looked at. */
  readonly runUrl: string | undefined;
  /** `AWS_REGION` or `AWS_DEFAULT_REGION`. */
  readonly region: string | undefined;
  /** `SOURCE_DATE_EPOCH` as it was given, in seconds since 1970. Source: reproducible-builds.org. */
  readonly sourceDateEpoch: string | undefined;
  /** The folder of this action's docs, with a slash at its end; undefined where nobody says which version runs. */
  readonly docs?: string | undefined;
}

/**
 * `fixed`: bound to a commit or a full version, so that it should never name another image.
 * `moving`: names whichever image is newest (`latest`, `1`, `1.2`, a branch, a date).
 */
export type TagKind = 'fixed' | 'moving';

/** A name that the image gets when it has passed. */
export interface PlannedTag {
  readonly tag: Tag;
  readonly kind: TagKind;
  /** The version that it was made from, if any. */
  readonly version?: Version;
  /** Whether it is the name of the branch or of the pull request itself, and goes wherever that goes. */
  readonly isOfRef?: boolean;
  /** Set where a name that moves may only move to a higher version. */
  readonly claim?: VersionClaim;
}

/** What a name says of its version: it stands among those whose tags look the same around theirs. */
export interface VersionClaim {
  readonly version: Version;
  /** Which versions it has to be the highest of: all, or those with the same first numbers. */
  readonly within: 'all' | 'major' | 'minor' | 'patch';
  readonly before: string;
  readonly after: string;
}

/** What one rule came to. */
export interface RuleOutcome {
  /** As the person wrote it. */
  readonly rule: string;
  readonly tag: Tag | undefined;
  /** Half a sentence. */
  readonly why: string;
  /** Nothing came of it, where the person has reason to expect a name. */
  readonly isSurprise: boolean;
  /** What the person may not know of the name, in sentences. */
  readonly notice?: string;
}

/**
 * How the candidate gets into the registry without a name that a person would pull.
 * - `by-digest`: the builder pushes it with no tag at all.
 * - `by-tag`: buildx or the engine pushes it under the candidate tag, which is removed in the end.
 */
type PushStrategy = 'by-digest' | 'by-tag';

/** The tool that builds. */
export interface Builder {
  readonly tool: 'buildx' | 'docker-build';
  readonly push: PushStrategy;
  /** Whether one build can make several platforms. */
  readonly multiPlatform: boolean;
  /** Whether `--provenance` is understood. */
  readonly provenanceFlag: boolean;
  /** Whether it can add attestations to an image. */
  readonly attestations: boolean;
  /** Whether it can leave its cache somewhere else than in the image. */
  readonly cacheExport: boolean;
  /** Whether it can check a Dockerfile without building it. */
  readonly checks: boolean;
  /** Whether it reads the query of a Git URL (`?branch=…&subdir=…`), or says that it cannot. */
  readonly gitQuery: boolean;
  /** Whether annotations reach the manifest. */
  readonly annotations: boolean;
  /** Whether the engine that builds keeps images unpacked alone, so that the size it says of one is its unpacked size. */
  readonly graphDriver: boolean;
  /**
   * The host name of the machine whose loopback the engine can push to; undefined if that is uncertain, or if the engine
   * remembers by host what it has pushed, as one without containerd's image store does.
   */
  readonly machine: string | undefined;
  /** What it builds for when no platform is asked for; undefined where it does not say. */
  readonly nativePlatform: Platform | undefined;
  /** For people: versions, driver, image store. */
  readonly description: string;
  /** What is lost with this builder, if anything. */
  readonly notice: string | undefined;
}

/** What every run's candidate tag begins with. */
export const candidatePrefix = 'candidate-';

/** Everything that can be decided from the inputs and the event, before anything is asked of Docker or AWS. */
export interface Plan {
  readonly inputs: Inputs;
  readonly source: Source;
  readonly names: readonly PlannedTag[];
  readonly rules: readonly RuleOutcome[];
  /** `name=value`, sorted by name. */
  readonly labels: readonly string[];
  /** `name=value`, or `level:name=value`, sorted by name. */
  readonly annotations: readonly string[];
  /** What a person should know before the build, in sentences. */
  readonly warnings: readonly string[];
  readonly notices: readonly string[];
  /** What makes the image; undefined where that is not certain. The labels carry it. */
  readonly record: BuildRecord | undefined;
  /** The file that says what this Dockerfile alone leaves out of its context, which not every builder reads. */
  readonly ignoreFile?: string;
  /** Unique to this run; used only where the builder cannot push by digest. */
  readonly candidateTag: Tag;
  readonly smokeTests: readonly SmokeTest[];
  /** `DOCKER_DEFAULT_PLATFORM` of the job, for which docker builds where no platform is asked for; not there where it is not set. */
  readonly defaultPlatform?: string | undefined;
  /** What this machine runs without emulation; undefined where nobody says. */
  readonly runnerPlatform: Platform | undefined;
  /** Where the values of secrets are put for the time of the build, and what the classic builder clones; not there before that. */
  readonly secretFolder: string;
}
