import type { Digest } from './digest.ts';
import type { BuildRecord } from './build-record.ts';
import type { ImageExtent } from './image.ts';
import type { Platform, Tag } from './names.ts';
import type { PlannedTag } from './plan.ts';

/** Which commit an image says it was made from, in its label org.opencontainers.image.revision. */
export type Revision =
  | { readonly kind: 'known'; readonly commit: string }
  /** Half a sentence on why it is not known. */
  | { readonly kind: 'unknown'; readonly why: string };

/** The image that a name stands for before this run, as its labels describe it. */
export interface Holder {
  readonly digest: Digest;
  /** Whether its labels could be read. */
  readonly isReadable: boolean;
  readonly revision: Revision;
  /** What it was made from, where ecr-ship made it and knew. */
  readonly record: BuildRecord | undefined;
  /** The first of the names that it was given when it was made. */
  readonly version: string | undefined;
  /** Empty where the image does not say. */
  readonly platforms: readonly Platform[];
  /** What it takes, as its manifests say, which were read anyway; undefined where it is no image that can be read. */
  readonly extent?: ImageExtent;
}

/**
 * What will become of one name, known before anything is built:
 * - `new`: nobody has it.
 * - `once`: nobody has it, and once it is set it cannot move, although it is meant to.
 * - `same`: it stands for the image that is reused.
 * - `moves`: it stands for another image, and will stand for this one.
 * - `kept-back`: it stands for a higher version or a newer commit, and stays where it is.
 */
export interface TagDecision {
  readonly name: PlannedTag;
  readonly state: 'new' | 'once' | 'same' | 'moves' | 'kept-back';
  /** The image that it stands for now. */
  readonly holder: Digest | undefined;
  /** The version that this image says it is, where its labels were read. Foreign text. */
  readonly holderVersion?: string;
  /** What keeps it back, as a clause. */
  readonly because?: string;
}

/** Whether there is something to build, and what becomes of each name. */
export type Decision =
  | {
      readonly kind: 'build';
      readonly names: readonly TagDecision[];
      /** Images of this very commit that this run may not go on with, and why. */
      readonly remade: readonly Remade[];
    }
  /** The image is given, and nothing is built. */
  | { readonly kind: 'given'; readonly digest: Digest; readonly names: readonly TagDecision[] }
  /** The image was made from the same before, or from a commit since which nothing has changed below reuse-paths. */
  | {
      readonly kind: 'reuse';
      readonly digest: Digest;
      readonly names: readonly TagDecision[];
      /** The image's own commit, where it is not the one of this run. */
      readonly since: string | undefined;
    };

/** An image of this run's commit that was made otherwise. */
export interface Remade {
  readonly tag: Tag;
  readonly digest: Digest;
  /** In what it differs, as a clause. */
  readonly why: string;
}
