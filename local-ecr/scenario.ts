import type { Role } from './sessions.ts';
import type { ResourcePolicy } from './resource-policy.ts';
import type { ScenarioPublicRepository } from './public/catalog.ts';
import type { ReplicationRule } from './state.ts';

/**
 * Every status that a scan can have. Source: ECR API reference, ImageScanStatus. `ABSENT` means ScanNotFoundException.
 */
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

/** One vulnerability, from which both scanners' formats are made. */
export interface ScenarioFinding {
  readonly id: string;
  /** Passed on unchanged, known or not. */
  readonly severity: string;
  readonly package?: string;
  readonly version?: string;
  readonly fixedIn?: string;
  readonly score?: number;
  /** The CVSS vector. */
  readonly vector?: string;
  readonly description?: string;
  readonly uri?: string;
  /** Only in the enhanced scanner's answers; by default YES if `fixedIn` is given and NO otherwise. */
  readonly fixAvailable?: string;
  readonly exploitAvailable?: string;
  readonly vendorSeverity?: string;
  readonly packageManager?: string;
  readonly filePath?: string;
}

/** What a scan answers from `afterMs` after its start. */
export interface ScanPhase {
  readonly afterMs: number;
  /** One of `phaseStatuses`, which the parser of scenario files checks. */
  readonly status: string;
  /** By default ECR's own description of the status, if known. */
  readonly description?: string;
  /**
   * `late`: the status comes before the time of completion and the findings. `empty`: completed, but nothing found
   * yet. `counted`: completed and counted, but no finding is listed yet. `half`: only the first half of them so far.
   * `bare`: completed, with an empty list and no counts, as enhanced scanning was observed to answer before its
   * findings are attached and, permanently, for a clean image.
   */
  readonly findings?: 'late' | 'empty' | 'counted' | 'half' | 'bare' | 'all';
  /** Merged into the true answer, to make it false. `null` removes a member (RFC 7396). */
  readonly lie?: Readonly<Record<string, unknown>>;
}

export interface GeneratedFindings {
  readonly count: number;
  readonly severities: readonly string[];
}

/** Findings for the manifests that match; the first matching rule decides. */
export interface ScanResult {
  readonly match: { readonly platform?: string; readonly repository?: string; readonly digest?: string };
  readonly phases?: readonly ScanPhase[];
  readonly findings?: readonly ScenarioFinding[];
  /** This many more findings, spread evenly over the severities. */
  readonly generate?: GeneratedFindings;
}

export interface ScenarioRepository {
  readonly name: string;
  readonly imageTagMutability?: string;
  readonly exclusionFilters?: readonly string[];
  /** Who may do what, also from other accounts. */
  readonly policy?: ResourcePolicy;
  readonly lifecyclePolicy?: object;
}

/** The registry of another account or region, on its own loopback address: the first one on 127.0.0.2. */
export interface ScenarioRegistry {
  readonly account: string;
  readonly region: string;
  readonly repositories?: readonly ScenarioRepository[];
}

/** Which images are replicated to other registries, and how that goes. */
export interface ScenarioReplication {
  readonly rules?: readonly ReplicationRule[];
  /** How long a copy takes; by default 2 seconds, at AWS usually less than 30 minutes. */
  readonly takesMs?: number;
  /** The destinations where it then fails, and with which code. */
  readonly failures?: readonly {
    readonly region: string;
    readonly registryId?: string;
    readonly failureCode: string;
  }[];
}

/** The quotas of a registry. */
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

/** A registry's initial content, and what its scanner finds. */
export interface Scenario {
  readonly description: string;
  readonly scanning: {
    readonly type: 'BASIC' | 'ENHANCED';
    readonly frequency: 'SCAN_ON_PUSH' | 'CONTINUOUS_SCAN' | 'MANUAL';
    /** Whether an untagged image is scanned automatically: yes by default; it is not certain what AWS does. */
    readonly untagged?: 'scanned' | 'ignored';
    /** The repositories to which the frequency applies, with `*` as a wildcard; by default all. */
    readonly filters?: readonly string[];
  };
  readonly repositories: readonly ScenarioRepository[];
  /** Further registries, each on its own loopback address. They exist from the start of the server. */
  readonly registries?: readonly ScenarioRegistry[];
  /** Roles that can be assumed, each with its trust policy. */
  readonly roles?: readonly Role[];
  /** Quotas smaller than ECR's own, so that tests can reach them. */
  readonly quotas?: Partial<Quotas>;
  /**
   * Whether a manifest with a `subject` is accepted, as by default, or refused as ECR did until 2026 (405).
   * Source: moby/buildkit#5747, aws/containers-roadmap#2783.
   */
  readonly subjects?: 'taken' | 'refused';
  /** How long restoring an archived image takes; by default 3 seconds. */
  readonly archive?: { readonly restoreMs: number };
  readonly replication?: ScenarioReplication;
  /** Repositories of ECR Public; by default none. */
  readonly publicRepositories?: readonly ScenarioPublicRepository[];
  readonly phases: readonly ScanPhase[];
  readonly results: readonly ScanResult[];
}

/** A registry without a scenario: basic scanning on request, and no findings. */
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
