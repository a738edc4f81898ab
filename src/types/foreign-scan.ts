import type { Digest } from './digest.ts';
import type { Platform } from './names.ts';
import type { Finding } from './scan.ts';

/** A file of findings as a person names it. */
export interface FindingsPlace {
  readonly path: string;
  /** The platform that it is about; undefined where it is left to the file. */
  readonly platform: Platform | undefined;
}

/** What a file of another scanner says, wherever it lies. Its texts are foreign: escape them. */
export interface ScanSaid {
  /** Who says it, each with its version where it gives one: `Trivy 0.69.3`. */
  readonly tools: readonly string[];
  /** The digests by which it calls its image; empty where it calls it nothing that can be compared. */
  readonly subjects: readonly Digest[];
  /** Milliseconds since 1970; undefined where it does not say. */
  readonly endedAt: number | undefined;
  readonly findings: readonly Finding[];
}

/** A file of another scanner, and what it says. */
export interface ForeignScan extends FindingsPlace, ScanSaid {}

/** A scan that belongs to one platform of the image at hand. */
export interface AssignedScan extends ForeignScan {
  readonly platform: Platform;
}
