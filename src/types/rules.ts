/** What every rule has. Texts may hold expressions; they are evaluated when the run's facts are known. */
interface RuleBase {
  /** The rule as the person wrote it. */
  readonly text: string;
  /** `true`, `false`, or an expression that gives one of them. */
  readonly enable: string;
  /** Rules with a higher one come first. */
  readonly priority: number;
  /** Whether the name moves; undefined: what it holds says so. */
  readonly moves: boolean | undefined;
  /** Undefined: the flavor's. */
  readonly prefix: string | undefined;
  readonly suffix: string | undefined;
}

/** A version whose parts a pattern picks. */
interface VersionRule {
  readonly pattern: string;
  /** Undefined: the git tag. */
  readonly value: string | undefined;
  /** The first group of this expression is the version. */
  readonly match: RegExp | undefined;
}

/** A rule that gives one tag, or none. Grammar and meaning are those of docker/metadata-action; see docs/reference/tags.md. */
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

/** What holds for all rules. */
export interface Flavor {
  /**
   * `auto`: a version or a git tag also gives `latest`; `highest`: only where ECR holds no higher version, and the
   * partial versions of the run keep to that too.
   */
  readonly latest: 'auto' | 'true' | 'false' | 'highest';
  readonly prefix: string;
  /** Whether `latest` has the prefix too. */
  readonly prefixLatest: boolean;
  readonly suffix: string;
  readonly suffixLatest: boolean;
}
