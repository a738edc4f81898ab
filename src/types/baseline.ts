import type { Digest } from './digest.ts';
import type { Platform, Tag } from './names.ts';
import type { CompleteScan, Finding } from './scan.ts';

/** The image that a moving name of this run named when the run looked: what people pull until now. */
export interface BaselineImage {
  readonly tag: Tag;
  readonly digest: Digest;
  /** Not there to be read: it is not brought back only to be compared with. */
  readonly isArchived?: boolean;
}

/** What a new image is compared with. `unasked`: the policy does not care what is new. */
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

/** How an image differs from its baseline. Where there is nothing to compare with, every finding is new. */
export type Comparison =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly image: BaselineImage; readonly why: string }
  | {
      readonly kind: 'compared';
      readonly image: BaselineImage;
      /** How many findings the baseline does not have. */
      readonly added: number;
      /** How many findings both have. */
      readonly stayed: number;
      /** What the baseline has and the image has not. */
      readonly fixed: readonly PlatformFinding[];
      /** Platforms that the baseline does not have: every finding on them is new. */
      readonly newPlatforms: readonly Platform[];
    };
