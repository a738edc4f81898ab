import type { ScanSettings } from './scan.ts';

/** How a repository is configured, as far as the run's role may see it. Undefined means that it may not. */
export interface Posture {
  readonly lifecycle: Lifecycle | 'none' | undefined;
  readonly access: RepositoryAccess | 'none' | undefined;
}

/** The same, and how images are scanned. */
export interface RepositoryPosture extends Posture {
  readonly scanning: ScanSettings;
}

/** How layers are encrypted: with `AES256`, `KMS` or `KMS_DSSE`, and with which key. */
export interface Encryption {
  readonly type: string;
  readonly key: string | undefined;
}

/** A lifecycle policy. */
export interface Lifecycle {
  readonly rules: readonly LifecycleRule[];
}

/** One of its rules. Source: ECR user guide, "Lifecycle policy properties". */
export interface LifecycleRule {
  /** Rules with a lower number decide first. */
  readonly priority: number;
  /** `tagged`, `untagged` or `any`. */
  readonly tagStatus: string;
  /** `*` stands for any characters; an image must have a tag for each pattern. */
  readonly patterns: readonly string[];
  readonly prefixes: readonly string[];
  /** Whether it applies to images that are already archived. */
  readonly isOfArchive: boolean;
  /** `imageCountMoreThan`, `sinceImagePushed`, `sinceImagePulled` or `sinceImageTransitioned`. */
  readonly countType: string;
  /** A number of images, or of days. */
  readonly count: number;
  readonly action: 'remove' | 'archive';
}

/** Who may push and pull by the repository's own policy, apart from roles of its account whose own policies allow it. */
export interface RepositoryAccess {
  readonly push: readonly string[];
  readonly pull: readonly string[];
  /** What everybody may do, whoever they are. */
  readonly open: readonly ('push' | 'pull')[];
}
