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
  /** The JSON in `GITHUB_EVENT_PATH`; undefined if there is none. All of it is foreign. */
  readonly payload: unknown;
}

/** What a run is about, in git's terms. */
export type GitRef =
  | { readonly kind: 'branch'; readonly name: string }
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'pull-request'; readonly number: number }
  /** A temporary branch on which GitHub tries a merge. It names nothing lasting. */
  | { readonly kind: 'merge-queue'; readonly base: string }
  | { readonly kind: 'none' };

/** What is known about the workflow's repository, for labels and the default branch. */
export interface SourceRepository {
  /** Whether GitHub described it, in a payload or an answer; what is missing here then does not exist. */
  readonly isDescribed: boolean;
  readonly name: string | undefined;
  readonly description: string | undefined;
  /** The page for people. */
  readonly url: string | undefined;
  readonly defaultBranch: string | undefined;
  /** SPDX identifier. */
  readonly license: string | undefined;
}

/** An event in this project's terms, whatever its payload looks like. */
export interface EventFacts {
  readonly name: string;
  readonly ref: GitRef;
  /** The commit that the event is about; for a pull request, the merge of both sides. */
  readonly commit: string | undefined;
  /** The newest commit of a pull request's own branch. */
  readonly headCommit: string | undefined;
  /** The branch into which a pull request or a merge queue merges. */
  readonly baseBranch: string | undefined;
  /** Whether it is a release that its author marked as a pre-release. */
  readonly isMarkedPreRelease: boolean;
  /** A commit whose time is in the payload. */
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
  /** The event; there is no checkout to contradict it. */
  | 'event'
  /** The input pull-request-commit asks for the pull request's own commit. */
  | 'pull-request-head'
  /** The build context is a Git URL that ends with the commit. */
  | 'context'
  /** The published image's own label. */
  | 'image'
  /** Nobody: what is built may be another commit than the event's, so no commit is named. */
  | 'unverified';

/** A ref that an event names, and the commits that it gives for it. */
export interface Claim {
  readonly ref: GitRef;
  /**
   * Each of these counts as the ref's commit: for a pull request, the merge that GitHub made and the newest commit of
   * its branch.
   */
  readonly commits: readonly string[];
  readonly baseBranch: string | undefined;
}

/**
 * Which ref a run may speak for: the tags named after it, and for a branch or a tag also `latest` and
 * `is_default_branch`, belong to what the run builds.
 */
export interface Voice {
  /** The ref that the event is about. */
  readonly about: GitRef;
  /** The ref that the run may speak for; `none` unless what is built is proven to be the commit of a ref. */
  readonly ref: GitRef;
  /** The same for people, with the reason: `the branch main (…)`. */
  readonly says: string;
  /** If the run may not speak for the event's ref: what follows from that, and what to do, in sentences. */
  readonly doubt: { readonly what: string; readonly next: string } | undefined;
  readonly baseBranch: string | undefined;
  /**
   * - `ref`: what is built is the commit of the ref, as the event gives it.
   * - `other`: it is another or an unknown commit; somebody with write access started the run.
   * - `stranger`: anybody may have written it.
   */
  readonly trust: 'ref' | 'other' | 'stranger';
  /** Why, as a clause that follows "because". */
  readonly why: string;
  /**
   * Why strangers may have written the checkout's files, as a clause that follows "because"; undefined if they cannot
   * have.
   */
  readonly strangers: string | undefined;
  /** The commit that is built; undefined if that is not certain. */
  readonly commit: string | undefined;
}

/** Everything from which tags and labels are made. */
export interface Source extends Voice {
  readonly event: string;
  /** The commit whose files are built, if it is certain; tags and labels may instead name a pull request's own one. */
  readonly built: string | undefined;
  readonly commitOrigin: CommitOrigin;
  /** How many digits of the commit tags show. */
  readonly shortLength: number;
  /** Whether the event is a release that its author marked as a pre-release. */
  readonly isMarkedPreRelease: boolean;
  /** Milliseconds since 1970. */
  readonly committedAt: number | undefined;
  readonly repository: SourceRepository;
  /** Where the build context is, if it is a repository or an archive other than the workflow's; otherwise absent. */
  readonly elsewhere?: string;
}
