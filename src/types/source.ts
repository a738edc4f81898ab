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
  /** `git` in the build context. */
  | 'checkout'
  /** The event; nothing else is known. */
  | 'event'
  /** The input pull-request-commit asks for the pull request's own commit. */
  | 'pull-request-head'
  /** The build context is a Git URL that ends with the commit. */
  | 'context'
  /** The build context is a Git URL of a branch or a tag: the event's commit may be another one. */
  | 'unverified';

/** Everything that names and labels are made from. */
export interface Source {
  readonly event: string;
  readonly ref: GitRef;
  readonly commit: string | undefined;
  readonly commitOrigin: CommitOrigin;
  /** Milliseconds since 1970. */
  readonly committedAt: number | undefined;
  readonly baseBranch: string | undefined;
  readonly repository: SourceRepository;
}
