import type { Digest } from './digest.ts';
import type { Platform } from './names.ts';
import type { PlannedName } from './plan.ts';

/** Which commit an image says it was made from, in its label org.opencontainers.image.revision. */
export type Revision =
  | { readonly kind: 'known'; readonly commit: string }
  /** Half a sentence on why it is not known. */
  | { readonly kind: 'unknown'; readonly why: string };

/** The image that a name stands for before this run. */
export interface Holder {
  readonly digest: Digest;
  readonly revision: Revision;
  /** Empty where the image does not say. */
  readonly platforms: readonly Platform[];
}

/**
 * What will become of one name, known before anything is built:
 * - `new`: nobody has it.
 * - `once`: nobody has it, and once it is set it cannot move, although it is meant to.
 * - `same`: it stands for the image that is reused.
 * - `moves`: it stands for another image, and will stand for this one.
 * - `kept-back`: a higher version has been published, and the name stays where it is.
 */
export interface NameDecision {
  readonly name: PlannedName;
  readonly state: 'new' | 'once' | 'same' | 'moves' | 'kept-back';
  /** The image that it stands for now. */
  readonly holder: Digest | undefined;
  /** The tag of the higher version that keeps it back. */
  readonly higher?: string;
}

/** Whether there is something to build, and what becomes of each name. */
export type Decision =
  | { readonly kind: 'build'; readonly names: readonly NameDecision[] }
  /** The image was made from this very commit before. */
  | { readonly kind: 'reuse'; readonly digest: Digest; readonly names: readonly NameDecision[] };
