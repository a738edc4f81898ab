import type { BuildOptions } from './build-options.ts';
import type { FindingsPlace } from './foreign-scan.ts';
import type { RegistryTarget, RegistryType } from './image.ts';
import type { Digest } from './digest.ts';
import type { AccountId, Platform, Region, RepositoryName, Tag } from './names.ts';
import type { EnvName } from './references.ts';
import type { RoleArn, RoleRequest } from './role.ts';
import type { Flavor, TagRule } from './rules.ts';
import type { RepositorySettings } from './repository-settings.ts';
import type { Policy } from './verdict.ts';

/** What the user wrote in `with:`, by input name; an empty text for inputs that were not given. */
export type RawInputs = Readonly<Record<InputName, string>>;

/** The names of all inputs; everything else about each is in `src/inputs/table/`. */
export type InputName =
  | 'mode'
  | 'repository'
  | 'registry-type'
  | 'registry-id'
  | 'aws-region'
  | 'role-to-assume'
  | 'source-role-to-assume'
  | 'role-session-name'
  | 'role-duration'
  | 'audience'
  | 'allowed-account-ids'
  | 'registry-logins'
  | 'create-repository'
  | 'repository-settings'
  | 'from'
  | 'tags'
  | 'flavor'
  | 'if-exists'
  | 'reuse-paths'
  | 'if-older'
  | 'pull-request-commit'
  | 'context'
  | 'file'
  | 'target'
  | 'platforms'
  | 'build-args'
  | 'labels'
  | 'annotations'
  | 'builder'
  | 'build-contexts'
  | 'secrets'
  | 'secret-envs'
  | 'secret-files'
  | 'ssh'
  | 'cache'
  | 'cache-from'
  | 'cache-to'
  | 'no-cache'
  | 'no-cache-filters'
  | 'pull'
  | 'add-hosts'
  | 'allow'
  | 'network'
  | 'shm-size'
  | 'ulimit'
  | 'cgroup-parent'
  | 'provenance'
  | 'sbom'
  | 'attests'
  | 'call'
  | 'runtime'
  | 'smoke-test'
  | 'max-size'
  | 'max-growth'
  | 'push'
  | 'scan'
  | 'fail-on'
  | 'only-fixable'
  | 'only-new'
  | 'exceptions'
  | 'on-incomplete-scan'
  | 'findings'
  | 'scan-timeout'
  | 'scan-repository'
  | 'destinations'
  | 'wait-for-replication'
  | 'login'
  | 'summary'
  | 'comment'
  | 'result-file'
  | 'evidence-file'
  | 'sarif-file'
  | 'env-file'
  | 'env-names'
  | 'github-token';

/** Where to look for exceptions if the input is empty. */
export const defaultExceptionsFile = '.github/ecr-ship.yml';

/** What the user asks to build. */
export interface BuildInputs {
  readonly context: string;
  readonly file: string | undefined;
  readonly target: string | undefined;
  readonly platforms: readonly Platform[];
  /** `NAME=value`, or `NAME` alone to take the value from the environment. */
  readonly buildArgs: readonly string[];
  /** `name=value`. */
  readonly labels: readonly string[];
  /** `name=value`, or `level:name=value`. */
  readonly annotations: readonly string[];
  readonly options: BuildOptions;
  /** A cache that needs no flags: in the repository itself, or GitHub's. */
  readonly cache: 'off' | 'registry' | 'gha';
  /** `check` runs docker's build checks on the Dockerfile, and builds nothing. */
  readonly call: 'build' | 'check';
}

/** What is to run the image. `any`: not specified. */
export type Runtime = 'any' | 'lambda' | 'ecs' | 'eks';

/** Growth in bytes, or in percent of the previous size. */
export type Growth = { readonly bytes: number } | { readonly percent: number };

/**
 * Who can use the login: `step` this step only, `job` later steps of the job too, `shared` also tools that read only
 * the user's own docker configuration.
 */
export type LoginScope = 'job' | 'step' | 'shared';

/** Whether an image is scanned and judged, and whether before or after it gets its tags. */
export type ScanWish = 'auto' | 'off' | 'after-tags';

/** What to do if a fixed tag is taken. */
export type IfExists = 'reuse' | 'fail' | 'move';

/** What to do if a moving tag points to an image of a newer commit. */
export type IfOlder = 'keep' | 'fail' | 'move';

/** The images to publish. */
export interface From {
  /** The repository as written before the digest or tag; undefined if there is none. */
  readonly repository: string | undefined;
  /** The images with these digests, or the one to which a tag points. */
  readonly images: { readonly digests: readonly Digest[] } | { readonly tag: Tag };
}

/** A further repository that gets the image. */
export interface DestinationPlace {
  /** As written in the input. */
  readonly uri: string;
  readonly name: RepositoryName;
  readonly target: RegistryTarget;
  /** The role for this repository; undefined means the run's own, if there is one. */
  readonly role: RoleArn | undefined;
}

/**
 * A repository as the user writes it: only a name, or a full URI, which also gives the kind of registry, account and
 * region.
 */
export interface RepositoryPlace {
  /** As it follows the host; a public one begins with the registry's alias. */
  readonly name: RepositoryName;
  /** Undefined for a name alone, which does not tell. */
  readonly registryType: RegistryType | undefined;
  /** A public URI does not tell the account. */
  readonly registryId: AccountId | undefined;
  /** Undefined for a public repository, which belongs to no region. */
  readonly region: Region | undefined;
}

/**
 * What the run is to do: `ship` builds and publishes, `build` does everything but the tags, `publish` tags what is in
 * the registry, `plan` says what would be done and touches nothing, `login` only logs in.
 */
export type Mode = Inputs['mode'] | 'login';

/** What a run is asked to do, completely parsed. */
export type Request = Inputs | LoginInputs;

/** The inputs of every mode that handles an image: each mode's own, and the shared ones. */
export type Inputs = ShipInputs | BuildModeInputs | PublishInputs | PlanInputs;

/** Builds an image, and publishes it if there is a target. */
export interface ShipInputs extends SharedInputs {
  readonly mode: 'ship';
  /** Where to publish the image; undefined with `push: false`. */
  readonly target: RegistryTarget | undefined;
  /** Whose credentials pull base images from ECR if nothing is published; undefined without a region. */
  readonly puller: RegistryTarget | undefined;
}

/** Builds, pushes and judges an image, and leaves the tags to a later job. */
export interface BuildModeInputs extends SharedInputs {
  readonly mode: 'build';
  readonly target: RegistryTarget;
}

/** Judges and tags images that are already in the registry. Builds nothing. */
export interface PublishInputs extends SharedInputs {
  readonly mode: 'publish';
  readonly target: RegistryTarget;
  readonly from: From;
  /** The role that may read the source, if it is not the target's. */
  readonly sourceRole: RoleRequest | undefined;
}

/** Publishes nothing. */
export interface PlanInputs extends SharedInputs {
  readonly mode: 'plan';
  readonly target: undefined;
}

/** Only logs in. */
export interface LoginInputs {
  readonly mode: 'login';
  readonly target: RegistryTarget;
  /** Whose host to log in to; undefined means that of the caller's own registry. */
  readonly repository: RepositoryName | undefined;
  /** Accounts to which the credentials may belong; empty means any. */
  readonly allowedAccountIds: readonly AccountId[];
  readonly login: LoginScope;
}

/** A separate repository in which an image is scanned. */
interface ScanRepository {
  readonly name: RepositoryName;
  /** Undefined only if nothing is published, so that AWS is not asked. */
  readonly target: RegistryTarget | undefined;
}

interface SharedInputs {
  /** As it follows the registry's host; a public one begins with the registry's alias. */
  readonly repository: RepositoryName;
  readonly registryType: RegistryType;
  /** The private repository in which a public image is scanned before it is published. */
  readonly scanRepository: ScanRepository | undefined;
  /** Undefined means the caller's own account. */
  readonly registryId: AccountId | undefined;
  /** Undefined only if nothing is published, so that AWS is not asked. */
  readonly region: Region | undefined;
  /** Accounts to which the credentials may belong; empty means any. */
  readonly allowedAccountIds: readonly AccountId[];
  /** How to create a missing repository; undefined means that a missing one is an error. */
  readonly create: RepositorySettings | undefined;
  readonly tagRules: readonly TagRule[];
  readonly flavor: Flavor;
  readonly ifExists: IfExists;
  /**
   * Globs: an image counts as made from this commit if nothing matching them has changed since its own; empty means
   * never.
   */
  readonly reusePaths: readonly string[];
  readonly ifOlder: IfOlder;
  readonly pullRequestCommit: 'merge' | 'head';
  readonly build: BuildInputs;
  readonly push: boolean;
  /** Further repositories that get the image and its tags. */
  readonly destinations: readonly DestinationPlace[];
  /** How long to wait for ECR's own copies; undefined means not at all. */
  readonly replicationTimeoutMs: number | undefined;
  readonly runtime: Runtime;
  /** The YAML of the smoke tests; empty means none. */
  readonly smokeTest: string;
  /** The most compressed bytes that one platform may have; undefined means any. */
  readonly maxSize: number | undefined;
  /** The most by which an image may be larger than the baseline. */
  readonly maxGrowth: Growth | undefined;
  /** `after-tags` is for emergencies: tags first, verdict afterwards. */
  readonly scan: ScanWish;
  readonly policy: Policy;
  /** The tag of the image to compare findings with; undefined means the first moving tag of the run. */
  readonly baselineTag: Tag | undefined;
  /** Path of the exceptions file; undefined means `defaultExceptionsFile`, if it exists. */
  readonly exceptionsFile: string | undefined;
  /** Files with the findings of other scanners. */
  readonly findings: readonly FindingsPlace[];
  readonly scanTimeoutMs: number;
  readonly login: LoginScope;
  readonly summary: boolean;
  /** Whether to comment on the pull request. */
  readonly comment: boolean;
  readonly resultFile: string | undefined;
  readonly evidenceFile: string | undefined;
  readonly sarifFile: string | undefined;
  readonly envFile: string | undefined;
  readonly envNames: readonly EnvName[];
  /** Inputs that were given but have no meaning in this mode. */
  readonly idle: readonly InputName[];
}
