import type { Digest } from './digest.ts';
import type { Platform } from './names.ts';
import type { Finding } from './scan.ts';

/** A file of findings as the input names it. */
export interface FindingsPlace {
  readonly path: string;
  /** The platform that it is about; undefined if the file itself tells. */
  readonly platform: Platform | undefined;
}

/** What another scanner's file says, wherever the file is. Its texts are foreign: escape them. */
export interface ScanSaid {
  /** The scanners, each with its version if the file gives one: `Trivy 0.69.3`. */
  readonly tools: readonly string[];
  /** The digests by which it names its image; empty if it has none that can be compared. */
  readonly subjects: readonly Digest[];
  /** Milliseconds since 1970; undefined if the file does not say. */
  readonly endedAt: number | undefined;
  readonly findings: readonly Finding[];
}

/** Another scanner's file, and what it says. */
export interface ForeignScan extends FindingsPlace, ScanSaid {}

/** A scan that belongs to one platform's manifest of this run's image. */
export interface AssignedScan extends ForeignScan {
  readonly platform: Platform;
  readonly digest: Digest;
}
