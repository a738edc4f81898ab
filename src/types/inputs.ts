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

/** What the person wrote in `with:`, by input name; an empty text where nothing was given. */
export type RawInputs = Readonly<Record<InputName, string>>;

/** The names of all inputs; `src/inputs/table/` has the rest of what there is to say of each. */
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

/** Where the exceptions are looked for when the input says nothing. */
export const defaultExceptionsFile = '.github/ecr-ship.yml';

/** What to build, as the person asked for it. */
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
  /** `check` reads the Dockerfile with docker's build checks, and builds nothing. */
  readonly call: 'build' | 'check';
}

/** What is to run the image; `any`: nobody says. */
export type Runtime = 'any' | 'lambda' | 'ecs' | 'eks';

/** A growth in bytes, or as a part of what was there before. */
export type Growth = { readonly bytes: number } | { readonly percent: number };

/**
 * For whom a login is: `step` for this step alone, `job` for the later steps of the job as well, `shared` also for tools
 * that read only the person's own docker configuration.
 */
export type LoginScope = 'job' | 'step' | 'shared';

/** Whether an image is scanned and judged, and whether before or after it gets its tags. */
export type ScanWish = 'auto' | 'off' | 'after-tags';

/** What to do where a name that should never move is taken. */
export type IfExists = 'reuse' | 'fail' | 'move';

/** What to do where a moving name stands for an image of a newer commit. */
export type IfOlder = 'keep' | 'fail' | 'move';

/** The images that are published. */
export interface From {
  /** The repository that they are written with, as it is written; undefined where there is none. */
  readonly repository: string | undefined;
  /** Those with these digests, or the one that a tag points to. */
  readonly images: { readonly digests: readonly Digest[] } | { readonly tag: Tag };
}

/** A further repository that gets the image. */
export interface DestinationPlace {
  /** As it is written. */
  readonly uri: string;
  readonly name: RepositoryName;
  readonly target: RegistryTarget;
  /** The role in which it is asked; undefined: the run's own, if there is one. */
  readonly role: RoleArn | undefined;
}

/** A repository as a person writes it: a name alone, or a full URI that also gives kind of registry, account and region. */
export interface RepositoryPlace {
  /** As it stands behind the host: of a public repository with the registry's alias before it. */
  readonly name: RepositoryName;
  /** Undefined for a name alone, which does not tell. */
  readonly registryType: RegistryType | undefined;
  /** A public URI does not tell the account. */
  readonly registryId: AccountId | undefined;
  /** Of a public repository undefined: it belongs to no region. */
  readonly region: Region | undefined;
}

/**
 * What the run is to do: `ship` builds and publishes, `build` does all of it but the tags, `publish` gives tags to what
 * is in the registry, `plan` says what would be done and touches nothing, `login` only logs in.
 */
export type Mode = Inputs['mode'] | 'login';

/** What a run is asked for, parsed: no text in here has to be looked at again. */
export type Request = Inputs | LoginInputs;

/** What every mode works with that has to do with an image. Each mode has its own, and what they share. */
export type Inputs = ShipInputs | BuildModeInputs | PublishInputs | PlanInputs;

/** Builds an image, and publishes it where there is a target. */
export interface ShipInputs extends SharedInputs {
  readonly mode: 'ship';
  /** Where the image is published; undefined with `push: false`. */
  readonly target: RegistryTarget | undefined;
  /** In whose name base images in ECR are pulled where nothing is published; undefined without a region. */
  readonly puller: RegistryTarget | undefined;
}

/** Builds an image, pushes and judges it, and leaves the tags to a later job. */
export interface BuildModeInputs extends SharedInputs {
  readonly mode: 'build';
  readonly target: RegistryTarget;
}

/** Judges images that are in the registry, and gives them tags. Builds nothing. */
export interface PublishInputs extends SharedInputs {
  readonly mode: 'publish';
  readonly target: RegistryTarget;
  readonly from: From;
  /** The role that may read the source, where it is not that of the target. */
  readonly sourceRole: RoleRequest | undefined;
}

/** Publishes nothing. */
export interface PlanInputs extends SharedInputs {
  readonly mode: 'plan';
  readonly target: undefined;
}

/** Logs in. */
export interface LoginInputs {
  readonly mode: 'login';
  readonly target: RegistryTarget;
  /** Whose host is logged in to; undefined: that of the caller's own registry. */
  readonly repository: RepositoryName | undefined;
  /** Accounts that the credentials may belong to; empty: any. */
  readonly allowedAccountIds: readonly AccountId[];
  readonly login: LoginScope;
}

/** A repository of its own in which an image is scanned. */
export interface ScanRepository {
  readonly name: RepositoryName;
  /** Undefined only where nothing is published, so that AWS is not asked. */
  readonly target: RegistryTarget | undefined;
}

interface SharedInputs {
  /** As it stands behind the registry's host: of a public one with the registry's alias before it. */
  readonly repository: RepositoryName;
  readonly registryType: RegistryType;
  /** The private repository in which a public image is scanned before it is published. */
  readonly scanRepository: ScanRepository | undefined;
  /** Undefined: the caller's own account. */
  readonly registryId: AccountId | undefined;
  /** Undefined only where nothing is published, so that AWS is not asked. */
  readonly region: Region | undefined;
  /** Accounts that the credentials may belong to; empty: any. */
  readonly allowedAccountIds: readonly AccountId[];
  /** How the repository is made where it is missing; undefined: that is an error. */
  readonly create: RepositorySettings | undefined;
  readonly tagRules: readonly TagRule[];
  readonly flavor: Flavor;
  readonly ifExists: IfExists;
  /** Globs: an image counts as made from this commit if nothing below them has changed since its own; empty: no. */
  readonly reusePaths: readonly string[];
  readonly ifOlder: IfOlder;
  readonly pullRequestCommit: 'merge' | 'head';
  readonly build: BuildInputs;
  readonly push: boolean;
  /** Further repositories that get the image and its tags. */
  readonly destinations: readonly DestinationPlace[];
  /** How long ECR's own copies are waited for; undefined: not at all. */
  readonly replicationTimeoutMs: number | undefined;
  readonly runtime: Runtime;
  /** The YAML of the smoke tests; empty: none. */
  readonly smokeTest: string;
  /** The most compressed bytes of one platform; undefined: any. */
  readonly maxSize: number | undefined;
  /** The most by which an image may be larger than the baseline. */
  readonly maxGrowth: Growth | undefined;
  /** `after-tags`, in an emergency: tags first, verdict afterwards. */
  readonly scan: ScanWish;
  readonly policy: Policy;
  /** The tag of the image that findings are compared with; undefined: the first moving name of the run. */
  readonly baselineTag: Tag | undefined;
  /** Path of the exceptions file; undefined: `defaultExceptionsFile`, if it is there. */
  readonly exceptionsFile: string | undefined;
  /** SARIF files of other scanners. */
  readonly findings: readonly FindingsPlace[];
  readonly scanTimeoutMs: number;
  readonly login: LoginScope;
  readonly summary: boolean;
  /** Whether a pull request has a comment that tells of the image. */
  readonly comment: boolean;
  readonly resultFile: string | undefined;
  readonly evidenceFile: string | undefined;
  readonly sarifFile: string | undefined;
  readonly envFile: string | undefined;
  readonly envNames: readonly EnvName[];
  /** What was given and means nothing in this mode. */
  readonly idle: readonly InputName[];
}
