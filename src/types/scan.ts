import type { Digest } from './digest.ts';
import type { Platform } from './names.ts';
import type { Tally } from './tally.ts';

/** From worst to mildest. `undefined` is ECR's own word for "no priority known". */
export const severities = ['critical', 'high', 'medium', 'low', 'informational', 'undefined'] as const;
export type Severity = (typeof severities)[number];

/** How many findings each severity has. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

export type Scanner = 'basic' | 'enhanced';

/** One vulnerability in one package, in the same form for both scanners. All texts are foreign: escape them. */
export interface Finding {
  /** `CVE-2024-12345`, or the scanner's own identifier; `unnamed` if there is none. */
  readonly id: string;
  readonly severity: Severity;
  /** The scanner's own word, if it is not one of ours (`UNTRIAGED`, `SEVERE`). Made by `parseSeverity`. */
  readonly severityAsGiven?: string;
  readonly package?: string;
  readonly installed?: string;
  readonly fixedIn?: string;
  /** Whether the scanner says that there is a fix; absent if it does not say. `partial`: for some of its packages. */
  readonly fix?: 'yes' | 'partial' | 'no';
  /** CVSS base score, 0 to 10. */
  readonly score?: number;
  readonly description?: string;
  readonly uri?: string;
  /** The scanner's word for a finding that it does not treat as active: `SUPPRESSED`, `CLOSED`. */
  readonly setAside?: string;
  /** The names of the scanners that report it; absent if only Amazon ECR does. */
  readonly saidBy?: readonly string[];
}

/** The name of the registry's own scanners beside others. */
const ownScanner = 'Amazon ECR';

/** The names of the scanners that report a finding. */
export function scannersOf({ saidBy = [ownScanner] }: Finding): readonly string[] {
  return saidBy;
}

/** The id of a finding that has none: no two of these are the same, and no exception covers one. */
export const unnamed = 'unnamed';

/** Why there is no complete result for a manifest. */
export type IncompleteReason =
  | 'unsupported'
  | 'failed'
  | 'timed-out'
  | 'not-started'
  | 'expired'
  | 'limited'
  | 'archived'
  | 'unavailable'
  | 'unknown-status'
  /** ECR is not asked, and no other scanner's file is about this platform. */
  | 'not-given';

interface PlatformScanBase {
  readonly platform: Platform;
  readonly digest: Digest;
}

/** One platform's manifest was scanned, and every page of findings was read. */
export interface CompleteScan extends PlatformScanBase {
  readonly outcome: 'complete';
  /**
   * `unknown`: the configuration may not be read, and the findings do not tell which scanner it was. `none`: ECR did
   * not scan.
   */
  readonly scanner: Scanner | 'unknown' | 'none';
  /** Other scanners that contributed findings, each with its version. */
  readonly others?: readonly string[];
  /** Why ECR did not scan, as a clause. */
  readonly instead?: string;
  /** Milliseconds since 1970; undefined if unknown. */
  readonly completedAt: number | undefined;
  readonly findings: readonly Finding[];
}

/** There is no complete result for this manifest, which is not the same as no findings. */
export interface IncompleteScan extends PlatformScanBase {
  readonly outcome: 'incomplete';
  readonly reason: IncompleteReason;
  /** ECR's own message, or ours if it gave none. */
  readonly detail: string;
  /** What the last answer listed, if it listed any: these count, although there may be more. */
  readonly findings?: readonly Finding[];
}

export type PlatformScan = CompleteScan | IncompleteScan;

/**
 * What is known about an image's vulnerabilities. Only `complete` may ever lead to `passed`. `off` says who switched
 * it off.
 */
export type ScanReport =
  | { readonly kind: 'off'; readonly why: string }
  | { readonly kind: 'complete'; readonly platforms: readonly CompleteScan[] }
  | { readonly kind: 'incomplete'; readonly platforms: readonly PlatformScan[] };

/**
 * When a repository's images are scanned. `manual`: basic scanning waits for a request, enhanced scanning leaves the
 * repository out. `unknown`: the configuration may not be read.
 */
export type ScanFrequency = 'on-push' | 'continuous' | 'manual' | 'unknown';

/** How a registry scans one repository: read from its configuration, or learnt from its answers. */
export interface ScanSettings {
  readonly scanner: Scanner | 'unknown';
  readonly frequency: ScanFrequency;
  /** A sentence if the configuration could not be read: why, and what is done instead. */
  readonly notice?: string;
}

/** The registry's answer to a request to scan one manifest. */
export type ScanStart =
  | { readonly kind: 'started' }
  /** ECR scans an image at most once in 24 hours, so it has been scanned or is being scanned. */
  | { readonly kind: 'already-scanned' }
  /** The registry uses enhanced scanning, which starts by itself and refuses requests. */
  | { readonly kind: 'starts-by-itself' }
  /** The image is not visible yet, or the API is too busy: ask again. */
  | { readonly kind: 'not-now'; readonly detail: string }
  | { readonly kind: 'refused'; readonly reason: IncompleteReason; readonly detail: string };

/** What the registry says about one manifest's scan at one moment. */
export type ScanAnswer =
  | { readonly kind: 'no-scan'; readonly detail: string }
  /** The API is too busy, or has a temporary fault. */
  | { readonly kind: 'busy'; readonly detail: string }
  /** The answer is about another image, or contradicts itself, so nothing in it is trusted. `detail` is a clause. */
  | { readonly kind: 'contradiction'; readonly detail: string }
  | { readonly kind: 'status'; readonly page: ScanPage };

/** One page of DescribeImageScanFindings in our terms, for the image that was asked about. */
export interface ScanPage {
  /** Known from the shape of the findings, or from a status that only one scanner has. */
  readonly scanner: Scanner | 'unknown';
  /** ECR's ScanStatus unchanged, including unknown values. */
  readonly status: string;
  readonly detail?: string;
  /** Milliseconds since 1970; absent until the findings exist. */
  readonly completedAt?: number;
  /** ECR's own count of all the image's findings; undefined if it gives none. */
  readonly counts?: Tally;
  /** Whether there is a list of findings, even an empty one. */
  readonly hasList: boolean;
  /** Findings on this page as ECR counts them: one that names several packages becomes several of ours. */
  readonly listed: Tally;
  /** Those of them that Inspector has set aside, and may not count. */
  readonly setAside: Tally;
  readonly findings: readonly Finding[];
  readonly nextToken?: string;
}
