import type { Digest } from './digest.ts';

/** What is at the workspace's root. */
export type CheckoutHead =
  | { readonly kind: 'commit'; readonly sha: string; readonly inner: InnerRepository | undefined }
  /** There is no repository, or it has no commit yet. */
  | { readonly kind: 'none'; readonly inner: InnerRepository | undefined }
  /** There is a repository, but it cannot be read; `why` is a clause. Never treat this as "none". */
  | { readonly kind: 'unreadable'; readonly why: string };

/** A separate repository around the build context, below the workspace's root: a submodule, or a second checkout. */
export interface InnerRepository {
  readonly path: string;
  readonly sha: string | undefined;
  readonly isPinned: boolean;
}

export type TreeState =
  | { readonly kind: 'clean' }
  | {
      readonly kind: 'differs';
      readonly digest: Digest;
      readonly paths: readonly string[];
      readonly count: number;
    }
  | { readonly kind: 'unknown'; readonly why: string };
