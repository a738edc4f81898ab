import type { SourceRepository } from '../types/source.ts';

/** GitHub's API. Results are undefined without a token or an answer; the run then goes on with what it knows. */
export interface GitHubApi {
  repository(): Promise<SourceRepository | undefined>;
  /** When a commit was made, in milliseconds since 1970. */
  committedAt(sha: string): Promise<number | undefined>;
  /** How `head` relates to `base`: whether it descends from it, precedes it, or neither. */
  compare(base: string, head: string): Promise<'same' | 'descends' | 'precedes' | 'diverged' | undefined>;
  /**
   * Writes a comment on a pull request, or updates the one with the same marker that the token's owner has written;
   * nobody else's is touched. Never throws.
   */
  keepComment(comment: Comment): Promise<CommentOutcome>;
}

/** A comment on a pull request. */
export interface Comment {
  readonly pullRequest: number;
  /** Its first line, by which it is recognised later; it is not visible. */
  readonly marker: string;
  /** The whole text, beginning with the marker. */
  readonly text: string;
}

export type CommentOutcome =
  | { readonly kind: 'created' | 'updated' | 'unchanged' }
  /** There is no token, or it is unknown whose API it is for. */
  | { readonly kind: 'not-asked' }
  /** `why` is a clause. */
  | { readonly kind: 'forbidden' | 'failed'; readonly why: string };
