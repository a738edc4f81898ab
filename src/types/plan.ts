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
  /** Where people can see this run. */
  readonly runUrl: string | undefined;
  /** `AWS_REGION` or `AWS_DEFAULT_REGION`. */
  readonly region: string | undefined;
  /** `SOURCE_DATE_EPOCH` as given, in seconds since 1970. Source: reproducible-builds.org. */
  readonly sourceDateEpoch: string | undefined;
  /** The folder of this action's docs, with a slash at its end; undefined if the version that runs is not known. */
  readonly docs?: string | undefined;
}

/**
 * `fixed`: belongs to a commit or a full version, so it should never point to another image.
 * `moving`: points to whichever image is newest (`latest`, `1`, `1.2`, a branch, a date).
 */
export type TagKind = 'fixed' | 'moving';

/** A tag that the image gets when it has passed. */
export interface PlannedTag {
  readonly tag: Tag;
  readonly kind: TagKind;
  /** The version from which it was made, if any. */
  readonly version?: Version;
  /** Whether it is the name of the branch or pull request itself, and follows it. */
  readonly isOfRef?: boolean;
  /** Set if this is a moving tag that may only move to a higher version. */
  readonly claim?: VersionClaim;
}

/** What a tag says about its version: it is compared with tags that have the same text around theirs. */
export interface VersionClaim {
  readonly version: Version;
  /** Among which versions it has to be the highest: all, or those with the same first numbers. */
  readonly within: 'all' | 'major' | 'minor' | 'patch';
  readonly before: string;
  readonly after: string;
}

/** The result of one rule. */
export interface RuleOutcome {
  /** As the user wrote it. */
  readonly rule: string;
  readonly tag: Tag | undefined;
  /** A clause. */
  readonly why: string;
  /** Whether it gave no tag although the user has reason to expect one. */
  readonly isSurprise: boolean;
  /** What the user may not know about the tag, in sentences. */
  readonly notice?: string;
}

/**
 * How the candidate gets into the registry without a tag that anybody would pull.
 * - `by-digest`: the builder pushes it without a tag.
 * - `by-tag`: buildx or the engine pushes it under the candidate tag, which is removed in the end.
 */
type PushStrategy = 'by-digest' | 'by-tag';

/** The tool that builds. */
export interface Builder {
  readonly tool: 'buildx' | 'docker-build';
  readonly push: PushStrategy;
  /** Whether one build can make several platforms. */
  readonly multiPlatform: boolean;
  /** Whether it accepts `--provenance`. */
  readonly provenanceFlag: boolean;
  /** Whether it can add attestations to an image. */
  readonly attestations: boolean;
  /** Whether it can export its cache to another place than the image. */
  readonly cacheExport: boolean;
  /** Whether it can check a Dockerfile without building it. */
  readonly checks: boolean;
  /** Whether it reads the query of a Git URL (`?branch=…&subdir=…`), or reports that it cannot. */
  readonly gitQuery: boolean;
  /** Whether annotations get into the manifest. */
  readonly annotations: boolean;
  /** Whether the engine that builds keeps only unpacked images, so that the size it reports is the unpacked one. */
  readonly graphDriver: boolean;
  /**
   * The host name of the machine whose loopback the engine can push to; undefined if that is uncertain, or if the engine
   * remembers by host what it has pushed, as one without containerd's image store does.
   */
  readonly machine: string | undefined;
  /** The platform for which it builds if none is requested; undefined if it does not say. */
  readonly nativePlatform: Platform | undefined;
  /** For people: versions, driver, image store. */
  readonly description: string;
  /** What does not work with this builder, if anything. */
  readonly notice: string | undefined;
}

/** What every run's candidate tag begins with. */
export const candidatePrefix = 'candidate-';

/** Everything that can be decided from the inputs and the event, before Docker or AWS is asked anything. */
export interface Plan {
  readonly inputs: Inputs;
  readonly source: Source;
  readonly tags: readonly PlannedTag[];
  readonly rules: readonly RuleOutcome[];
  /** `name=value`, sorted by name. */
  readonly labels: readonly string[];
  /** `name=value`, or `level:name=value`, sorted by name. */
  readonly annotations: readonly string[];
  /** What the user should know before the build, in sentences. */
  readonly warnings: readonly string[];
  readonly notices: readonly string[];
  /** What makes the image; undefined if that is not certain. It is stored in the labels. */
  readonly record: BuildRecord | undefined;
  /** The file that lists what this Dockerfile alone leaves out of its context, which not every builder reads. */
  readonly ignoreFile?: string;
  /** Unique to this run; used only if the builder cannot push by digest. */
  readonly candidateTag: Tag;
  readonly smokeTests: readonly SmokeTest[];
  /**
   * The job's `DOCKER_DEFAULT_PLATFORM`, for which docker builds if no platform is requested; absent if it is not set.
   */
  readonly defaultPlatform?: string | undefined;
  /** The platform that this machine runs without emulation; undefined if it is not known. */
  readonly runnerPlatform: Platform | undefined;
  /**
   * The folder for the values of secrets during the build, and for what the classic builder clones; it does not exist
   * before.
   */
  readonly secretFolder: string;
}
