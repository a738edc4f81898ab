import type { Role } from './sessions.ts';
import type { ResourcePolicy } from './resource-policy.ts';
import type { ScenarioPublicRepository } from './public/catalog.ts';
import type { ReplicationRule } from './state.ts';

/** Every status that a scan can have. Source: ECR API reference, ImageScanStatus. `ABSENT` is ScanNotFoundException. */
export const phaseStatuses = [
  'ABSENT',
  'PENDING',
  'IN_PROGRESS',
  'COMPLETE',
  'ACTIVE',
  'FAILED',
  'UNSUPPORTED_IMAGE',
  'SCAN_ELIGIBILITY_EXPIRED',
  'FINDINGS_UNAVAILABLE',
  'LIMIT_EXCEEDED',
  'IMAGE_ARCHIVED',
] as const;

/** One vulnerability, in words that both scanners' shapes are made from. */
export interface ScenarioFinding {
  readonly id: string;
  /** Passed on as it is, known or not. */
  readonly severity: string;
  readonly package?: string;
  readonly version?: string;
  readonly fixedIn?: string;
  readonly score?: number;
  /** The CVSS vector. */
  readonly vector?: string;
  readonly description?: string;
  readonly uri?: string;
  /** What only the enhanced scanner tells. YES where `fixedIn` is given and NO where it is not, by default. */
  readonly fixAvailable?: string;
  readonly exploitAvailable?: string;
  readonly vendorSeverity?: string;
  readonly packageManager?: string;
  readonly filePath?: string;
}

/** What a scan answers from `afterMs` after its start on. */
export interface ScanPhase {
  readonly afterMs: number;
  /** One of `phaseStatuses`; the parser of scenario files sees to it. */
  readonly status: string;
  /** ECR's own words for the status by default, where they are known. */
  readonly description?: string;
  /**
   * `late`: the status is there before time of completion and findings are. `empty`: completed, but nothing found yet.
   * `counted`: completed and counted, but not one finding is given yet. `half`: the first half of them so far.
   * `bare`: completed, with an empty list and no counts, as enhanced scanning was seen to answer before its findings are
   * attached and, for ever, for a clean image.
   */
  readonly findings?: 'late' | 'empty' | 'counted' | 'half' | 'bare' | 'all';
  /** An answer that lies: what the true answer is merged with. `null` takes a member away (RFC 7396). */
  readonly lie?: Readonly<Record<string, unknown>>;
}

export interface GeneratedFindings {
  readonly count: number;
  readonly severities: readonly string[];
}

/** Findings for the manifests that match; the first rule that matches decides. */
export interface ScanResult {
  readonly match: { readonly platform?: string; readonly repository?: string; readonly digest?: string };
  readonly phases?: readonly ScanPhase[];
  readonly findings?: readonly ScenarioFinding[];
  /** So many findings more, spread over the severities in turn. */
  readonly generate?: GeneratedFindings;
}

export interface ScenarioRepository {
  readonly name: string;
  readonly imageTagMutability?: string;
  readonly exclusionFilters?: readonly string[];
  /** Who may do what, from other accounts too. */
  readonly policy?: ResourcePolicy;
  readonly lifecyclePolicy?: object;
}

/** The registry of another account or region, on a loopback address of its own: the first on 127.0.0.2. */
export interface ScenarioRegistry {
  readonly account: string;
  readonly region: string;
  readonly repositories?: readonly ScenarioRepository[];
}

/** What is copied by itself to other registries, and how that goes. */
export interface ScenarioReplication {
  readonly rules?: readonly ReplicationRule[];
  /** How long a copy takes; 2 seconds by default, at AWS mostly less than 30 minutes. */
  readonly takesMs?: number;
  /** The destinations where it fails then, and with which code. */
  readonly failures?: readonly {
    readonly region: string;
    readonly registryId?: string;
    readonly failureCode: string;
  }[];
}

/** How much there may be. */
export interface Quotas {
  readonly imagesPerRepository: number;
  readonly tagsPerImage: number;
  readonly referrersPerSubject: number;
}

/** Source: ECR user guide, "Amazon ECR service quotas"; for referrers the ECR API reference. */
export const usualQuotas: Quotas = {
  imagesPerRepository: 100_000,
  tagsPerImage: 1000,
  referrersPerSubject: 100,
};

/** A registry to begin with, and what its scanner finds. */
export interface Scenario {
  readonly description: string;
  readonly scanning: {
    readonly type: 'BASIC' | 'ENHANCED';
    readonly frequency: 'SCAN_ON_PUSH' | 'CONTINUOUS_SCAN' | 'MANUAL';
    /** Whether an image that no tag names is scanned by itself: not certain for AWS, and yes by default. */
    readonly untagged?: 'scanned' | 'ignored';
    /** Repositories that the frequency is for, with `*` as a wildcard; all by default. */
    readonly filters?: readonly string[];
  };
  readonly repositories: readonly ScenarioRepository[];
  /** Further registries, each on a loopback address of its own. They are there from the start of the server on. */
  readonly registries?: readonly ScenarioRegistry[];
  /** Roles that can be assumed, each with the policy that says by whom. */
  readonly roles?: readonly Role[];
  /** Smaller than ECR's own, so that they can be met. */
  readonly quotas?: Partial<Quotas>;
  /**
   * Whether a manifest with a `subject` is taken, as by default, or refused as ECR did until 2026 (405).
   * Source: moby/buildkit#5747, aws/containers-roadmap#2783.
   */
  readonly subjects?: 'taken' | 'refused';
  /** How long an archived image takes to come back; 3 seconds by default. */
  readonly archive?: { readonly restoreMs: number };
  readonly replication?: ScenarioReplication;
  /** Of ECR Public; none by default. */
  readonly publicRepositories?: readonly ScenarioPublicRepository[];
  readonly phases: readonly ScanPhase[];
  readonly results: readonly ScanResult[];
}

/** What a registry is without a scenario: basic scanning when asked for, and nothing found. */
export const emptyScenario: Scenario = {
  description: 'basic scanning by hand, nothing found',
  scanning: { type: 'BASIC', frequency: 'MANUAL' },
  repositories: [],
  phases: [
    { afterMs: 0, status: 'IN_PROGRESS' },
    { afterMs: 300, status: 'COMPLETE', findings: 'all' },
  ],
  results: [],
};
