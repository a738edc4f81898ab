import type { SourceRepository } from '../types/source.ts';

/** GitHub's API. Undefined where there is no token, or no answer: then the run goes on with what it knows. */
export interface GitHubApi {
  repository(): Promise<SourceRepository | undefined>;
  /** When a commit was made, in milliseconds since 1970. */
  committedAt(sha: string): Promise<number | undefined>;
  /** How a commit relates to another one: whether it descends from it, precedes it, or neither. */
  compare(base: string, head: string): Promise<'same' | 'descends' | 'precedes' | 'diverged' | undefined>;
  /**
   * Puts a comment on a pull request, in the place of the one with the same marker that the owner of the token has written;
   * nobody else's is touched. Never throws.
   */
  keepComment(comment: Comment): Promise<CommentOutcome>;
}

/** What a comment is to say. */
export interface Comment {
  readonly pullRequest: number;
  /** Its first line, by which it is known again; nothing of it is shown. */
  readonly marker: string;
  /** All of it, which begins with the marker. */
  readonly text: string;
}

export type CommentOutcome =
  | { readonly kind: 'created' | 'updated' | 'unchanged' }
  /** There is no token, or nobody says whose API it is for. */
  | { readonly kind: 'not-asked' }
  /** `why` is a clause. */
  | { readonly kind: 'forbidden' | 'failed'; readonly why: string };
