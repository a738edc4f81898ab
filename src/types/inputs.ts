import type { RegistryTarget } from './image.ts';
import type { AccountId, Platform, Region, RepositoryName, Tag } from './names.ts';
import type { Flavor, TagRule } from './rules.ts';
import type { Policy } from './verdict.ts';

/** What the person wrote in `with:`, by input name; an empty text where nothing was given. */
export type RawInputs = Readonly<Record<InputName, string>>;

/** The names of all inputs; `src/inputs/table.ts` has the rest of what there is to say of each. */
export type InputName =
  | 'mode'
  | 'repository'
  | 'registry-id'
  | 'aws-region'
  | 'role-to-assume'
  | 'role-session-name'
  | 'role-duration'
  | 'audience'
  | 'allowed-account-ids'
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
  | 'push'
  | 'scan'
  | 'fail-on'
  | 'only-fixable'
  | 'only-new'
  | 'exceptions'
  | 'on-incomplete-scan'
  | 'scan-timeout'
  | 'login'
  | 'summary'
  | 'result-file'
  | 'evidence-file'
  | 'sarif-file'
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
}

/** What to do where a name that should never move is taken. */
export type IfExists = 'reuse' | 'fail' | 'move';

/** What to do where a moving name stands for an image of a newer commit. */
export type IfOlder = 'keep' | 'fail' | 'move';

/** What the run is to do: `ship` builds and publishes; `plan` says what would be done and touches nothing. */
export type Mode = 'ship' | 'plan';

/** The inputs, parsed: no text in here has to be looked at again. Each mode has its own, and what they share. */
export type Inputs = ShipInputs | PlanInputs;

/** Builds an image, and publishes it where there is a target. */
export interface ShipInputs extends SharedInputs {
  readonly mode: 'ship';
  /** Where the image is published; undefined with `push: false`. */
  readonly target: RegistryTarget | undefined;
}

/** Publishes nothing. */
export interface PlanInputs extends SharedInputs {
  readonly mode: 'plan';
  readonly target: undefined;
}

interface SharedInputs {
  readonly repository: RepositoryName;
  /** Undefined: the caller's own account. */
  readonly registryId: AccountId | undefined;
  /** Undefined only where nothing is published, so that AWS is not asked. */
  readonly region: Region | undefined;
  /** Accounts that the credentials may belong to; empty: any. */
  readonly allowedAccountIds: readonly AccountId[];
  readonly tagRules: readonly TagRule[];
  readonly flavor: Flavor;
  readonly ifExists: IfExists;
  /** Globs: an image counts as made from this commit if nothing below them has changed since its own; empty: no. */
  readonly reusePaths: readonly string[];
  readonly ifOlder: IfOlder;
  readonly pullRequestCommit: 'merge' | 'head';
  readonly build: BuildInputs;
  readonly push: boolean;
  readonly scan: 'auto' | 'off';
  readonly policy: Policy;
  /** The tag of the image that findings are compared with; undefined: the first moving name of the run. */
  readonly baselineTag: Tag | undefined;
  /** Path of the exceptions file; undefined: `defaultExceptionsFile`, if it is there. */
  readonly exceptionsFile: string | undefined;
  readonly scanTimeoutMs: number;
  readonly login: 'job' | 'step';
  readonly summary: boolean;
  readonly resultFile: string | undefined;
  readonly evidenceFile: string | undefined;
  readonly sarifFile: string | undefined;
  /** What was given and means nothing in this mode. */
  readonly idle: readonly InputName[];
}
