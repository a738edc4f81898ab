import type { Digest } from './digest.ts';
import type { BuildRecord } from './build-record.ts';
import type { ImageExtent } from './image.ts';
import type { Platform, Tag } from './names.ts';
import type { PlannedTag } from './plan.ts';

/** Which commit an image says it was made from, in its label org.opencontainers.image.revision. */
export type Revision =
  | { readonly kind: 'known'; readonly commit: string }
  /** Why it is not known, as a clause. */
  | { readonly kind: 'unknown'; readonly why: string };

/** The image to which a tag points before this run, as its labels describe it. */
export interface Holder {
  readonly digest: Digest;
  /** Whether its labels could be read. */
  readonly isReadable: boolean;
  readonly revision: Revision;
  /** What it was made from, if ecr-ship made it and knew. */
  readonly record: BuildRecord | undefined;
  /** The first of the tags that it got when it was made. */
  readonly version: string | undefined;
  /** Empty if the image does not say. */
  readonly platforms: readonly Platform[];
  /** Its size and layers, from manifests that were read anyway; undefined if it is not an image that can be read. */
  readonly extent?: ImageExtent;
}

/**
 * What will become of one tag, known before anything is built:
 * - `new`: it does not exist.
 * - `once`: it does not exist, and once set it cannot move, although it is meant to.
 * - `same`: it points to the image that is reused.
 * - `moves`: it points to another image, and will move to this one.
 * - `kept-back`: it points to a higher version or a newer commit, and stays there.
 */
export interface TagDecision {
  readonly planned: PlannedTag;
  readonly state: 'new' | 'once' | 'same' | 'moves' | 'kept-back';
  /** The image to which it points now. */
  readonly holder: Digest | undefined;
  /** The version that this image's labels give, if they were read. Foreign text. */
  readonly holderVersion?: string;
  /** What keeps it back, as a clause. */
  readonly because?: string;
}

/** Whether there is something to build, and what becomes of each tag. */
export type Decision =
  | {
      readonly kind: 'build';
      readonly tags: readonly TagDecision[];
      /** Images of this very commit that this run may not reuse, and why. */
      readonly remade: readonly Remade[];
    }
  /** The image is given, and nothing is built. */
  | { readonly kind: 'given'; readonly digest: Digest; readonly tags: readonly TagDecision[] }
  /** The image was made from the same before, or from a commit since which nothing below reuse-paths has changed. */
  | {
      readonly kind: 'reuse';
      readonly digest: Digest;
      readonly tags: readonly TagDecision[];
      /** The image's own commit, if it is not this run's. */
      readonly since: string | undefined;
    };

/** An image of this run's commit that was made differently. */
export interface Remade {
  readonly tag: Tag;
  readonly digest: Digest;
  /** How it differs, as a clause. */
  readonly why: string;
}
