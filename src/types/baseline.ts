import type { Digest } from './digest.ts';
import type { Platform, Tag } from './names.ts';
import type { CompleteScan, Finding } from './scan.ts';

/** The image to which a moving tag of this run pointed when the run looked: what people have pulled until now. */
export interface BaselineImage {
  readonly tag: Tag;
  readonly digest: Digest;
  /** It cannot be read, and is not restored just for a comparison. */
  readonly isArchived?: boolean;
}

/** What a new image is compared with. `unasked`: the policy does not ask what is new. */
export type Baseline =
  | { readonly kind: 'unasked' }
  | { readonly kind: 'absent' }
  /** `why` is a clause that follows a colon. */
  | { readonly kind: 'unreadable'; readonly image: BaselineImage; readonly why: string }
  | { readonly kind: 'read'; readonly image: BaselineImage; readonly platforms: readonly CompleteScan[] };

export interface PlatformFinding {
  readonly platform: Platform;
  readonly finding: Finding;
}

/** How an image differs from its baseline. If there is nothing to compare with, every finding is new. */
export type Comparison =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly image: BaselineImage; readonly why: string }
  | {
      readonly kind: 'compared';
      readonly image: BaselineImage;
      /** How many findings only the image has. */
      readonly added: number;
      /** How many findings both have. */
      readonly stayed: number;
      /** What only the baseline has. */
      readonly fixed: readonly PlatformFinding[];
      /** Platforms that the baseline lacks: every finding on them is new. */
      readonly newPlatforms: readonly Platform[];
    };
