/** What the runner says about the event that started this run. Source: GitHub docs, "Default environment variables". */
export interface RunnerEvent {
  /** `GITHUB_EVENT_NAME`; empty outside a workflow. */
  readonly name: string;
  /** `GITHUB_REF`, such as `refs/heads/main`. */
  readonly ref: string;
  /** `GITHUB_SHA`. */
  readonly sha: string;
  /** `GITHUB_REPOSITORY`, such as `team/app`. */
  readonly repository: string;
  /** `GITHUB_SERVER_URL`. */
  readonly serverUrl: string;
  /** The JSON of `GITHUB_EVENT_PATH`; undefined where there is none. All of it is foreign. */
  readonly payload: unknown;
}

/** What a run is about, in git's terms. */
export type GitRef =
  | { readonly kind: 'branch'; readonly name: string }
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'pull-request'; readonly number: number }
  /** A temporary branch on which GitHub tries a merge. It names nothing that lasts. */
  | { readonly kind: 'merge-queue'; readonly base: string }
  | { readonly kind: 'none' };

/** What is known about the repository of the workflow; labels and the default branch come from it. */
export interface SourceRepository {
  /** Whether GitHub described it, in a payload or an answer: then what is missing here does not exist. */
  readonly isDescribed: boolean;
  readonly name: string | undefined;
  readonly description: string | undefined;
  /** The page that a person looks at. */
  readonly url: string | undefined;
  readonly defaultBranch: string | undefined;
  /** SPDX identifier. */
  readonly license: string | undefined;
}

/** An event in this project's words, whatever its payload looks like. */
export interface EventFacts {
  readonly name: string;
  readonly ref: GitRef;
  /** The commit that the event is about: of a pull request the merge of both sides. */
  readonly commit: string | undefined;
  /** The newest commit of a pull request's own branch. */
  readonly headCommit: string | undefined;
  /** The branch that a pull request or a merge queue merges into. */
  readonly baseBranch: string | undefined;
  /** Whether it is a release that its author marked as a pre-release. */
  readonly isMarkedPreRelease: boolean;
  /** A commit whose time the payload gives. */
  readonly dated: DatedCommit | undefined;
  readonly repository: SourceRepository;
}

export interface DatedCommit {
  readonly sha: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Which commit an image is made from, and who says so. */
export type CommitOrigin =
  /** The repository at the workspace's root. */
  | 'checkout'
  /** The event; there is no checkout that could say another one. */
  | 'event'
  /** The input pull-request-commit asks for the pull request's own commit. */
  | 'pull-request-head'
  /** The build context is a Git URL that ends with the commit. */
  | 'context'
  /** The image that is published says it. */
  | 'image'
  /** Nobody: what is built may be another commit than the event's, and none is named. */
  | 'unverified';

/** A ref that an event tells of, and the commits that it tells of it. */
export interface Claim {
  readonly ref: GitRef;
  /** Each of these is the ref's commit: of a pull request the merge that GitHub made, and its own newest one. */
  readonly commits: readonly string[];
  readonly baseBranch: string | undefined;
}

/**
 * Which ref a run may speak for: whose name, and with a branch or a tag `latest` and `is_default_branch`, belong to
 * what it builds.
 */
export interface Voice {
  /** What the event is about. */
  readonly about: GitRef;
  /** What the run may speak for; `none` where what is built is not proven to be the commit of a ref. */
  readonly ref: GitRef;
  /** The same for people, with the reason: `the branch main (…)`. */
  readonly says: string;
  /** Where the run may not speak for what the event is about: what follows from that, and what to do, in sentences. */
  readonly doubt: { readonly what: string; readonly next: string } | undefined;
  readonly baseBranch: string | undefined;
  /**
   * - `ref`: what is built is the commit of the ref, as the event tells it.
   * - `other`: it is another commit, or an unknown one; the run was started by somebody who may write here.
   * - `stranger`: it may be anybody's.
   */
  readonly trust: 'ref' | 'other' | 'stranger';
  /** Why, as a clause that follows "because". */
  readonly why: string;
  /** Why the files of the checkout may be a stranger's, as a clause that follows "because"; undefined: they are not. */
  readonly strangers: string | undefined;
  /** What is built; undefined where that is not certain. */
  readonly commit: string | undefined;
}

/** Everything that names and labels are made from. */
export interface Source extends Voice {
  readonly event: string;
  /** The commit whose files are built, where it is certain; names and labels may speak of a pull request's own one. */
  readonly built: string | undefined;
  readonly commitOrigin: CommitOrigin;
  /** How many digits of the commit names show. */
  readonly shortLength: number;
  /** Whether the event is a release that its author marked as a pre-release. */
  readonly isMarkedPreRelease: boolean;
  /** Milliseconds since 1970. */
  readonly committedAt: number | undefined;
  readonly repository: SourceRepository;
  /** Where the build context lies, if that is a repository or an archive somewhere else; not there where it is that of the workflow. */
  readonly elsewhere?: string;
}
