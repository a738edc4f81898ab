/** What every rule has. Texts may contain expressions, which are evaluated when the run's facts are known. */
interface RuleBase {
  /** The rule as the user wrote it. */
  readonly text: string;
  /** `true`, `false`, or an expression that gives one of them. */
  readonly enable: string;
  /** Rules with a higher priority come first. */
  readonly priority: number;
  /** Whether the tag moves; undefined means that its content decides. */
  readonly moves: boolean | undefined;
  /** Undefined means the flavor's. */
  readonly prefix: string | undefined;
  readonly suffix: string | undefined;
}

/** A version whose parts a pattern picks. */
interface VersionRule {
  readonly pattern: string;
  /** Undefined means the git tag. */
  readonly value: string | undefined;
  /** The first group of this expression is the version. */
  readonly match: RegExp | undefined;
}

/** A rule that gives one tag or none. Grammar and meaning are docker/metadata-action's; see docs/reference/tags.md. */
export type TagRule = RuleBase &
  (
    | { readonly type: 'schedule'; readonly pattern: string }
    | ({ readonly type: 'semver' } & VersionRule)
    | ({ readonly type: 'pep440' } & VersionRule)
    | {
        readonly type: 'match';
        readonly pattern: RegExp;
        readonly group: number;
        readonly value: string | undefined;
      }
    | { readonly type: 'edge'; readonly branch: string | undefined }
    | { readonly type: 'ref'; readonly event: 'branch' | 'tag' | 'pr' }
    | { readonly type: 'raw'; readonly value: string }
    | { readonly type: 'sha'; readonly format: 'short' | 'long' }
  );

/** What applies to all rules. */
export interface Flavor {
  /**
   * `auto`: a version or a git tag also gives `latest`. `highest`: only if ECR holds no higher version; the run's
   * partial versions follow the same rule.
   */
  readonly latest: 'auto' | 'true' | 'false' | 'highest';
  readonly prefix: string;
  /** Whether `latest` has the prefix too. */
  readonly prefixLatest: boolean;
  readonly suffix: string;
  readonly suffixLatest: boolean;
}

/**
 * Looks for a regular expression in a text: what its groups hold, null where it is not in it, and `endless` where that was
 * not found out within a second.
 */
export type Search = (expression: RegExp, text: string) => readonly (string | undefined)[] | null | 'endless';
