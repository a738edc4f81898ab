import type { ScanSettings } from './scan.ts';

/** How a repository is kept, as far as the role of the run may see it. Undefined: not to be seen. */
export interface Posture {
  readonly lifecycle: Lifecycle | 'none' | undefined;
  readonly access: RepositoryAccess | 'none' | undefined;
}

/** The same, with how images are scanned. */
export interface RepositoryPosture extends Posture {
  readonly scanning: ScanSettings;
}

/** With what layers are encrypted: `AES256`, `KMS` or `KMS_DSSE`, and with which key. */
export interface Encryption {
  readonly type: string;
  readonly key: string | undefined;
}

/** A lifecycle policy. */
export interface Lifecycle {
  readonly rules: readonly LifecycleRule[];
}

/** One rule of it. Source: ECR user guide, "Lifecycle policy properties". */
export interface LifecycleRule {
  /** The lowest one decides first. */
  readonly priority: number;
  /** `tagged`, `untagged` or `any`. */
  readonly tagStatus: string;
  /** With `*` for any run of characters; an image has to have tags for all. */
  readonly patterns: readonly string[];
  readonly prefixes: readonly string[];
  /** Whether it is about images that are archived already. */
  readonly isOfArchive: boolean;
  /** `imageCountMoreThan`, `sinceImagePushed`, `sinceImagePulled` or `sinceImageTransitioned`. */
  readonly countType: string;
  /** Images, or days. */
  readonly count: number;
  readonly action: 'remove' | 'archive';
}

/** Who may push and pull by the repository's own policy, besides roles of its account that their own policies let. */
export interface RepositoryAccess {
  readonly push: readonly string[];
  readonly pull: readonly string[];
  /** What everybody may do, whoever they are. */
  readonly open: readonly ('push' | 'pull')[];
}
