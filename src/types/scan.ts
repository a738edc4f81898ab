import type { Digest } from './digest.ts';
import type { Platform } from './names.ts';
import type { Tally } from './tally.ts';

/** From the worst to the mildest. `undefined` is ECR's own word for "no priority known". */
export const severities = ['critical', 'high', 'medium', 'low', 'informational', 'undefined'] as const;
export type Severity = (typeof severities)[number];

/** How many findings there are of each severity. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

export type Scanner = 'basic' | 'enhanced';

/** One vulnerability in one package, in one model for both scanners. All texts are foreign: escape them. */
export interface Finding {
  /** `CVE-2024-12345`, or the scanner's own identifier; `unnamed` where there is none. */
  readonly id: string;
  readonly severity: Severity;
  /** The scanner's own word, where it is not one of ours (`UNTRIAGED`, `SEVERE`). Made by `parseSeverity`. */
  readonly severityAsGiven?: string;
  readonly package?: string;
  readonly installed?: string;
  readonly fixedIn?: string;
  /** Whether the scanner says that there is a fix; absent where it does not say. `partial`: for some of its packages. */
  readonly fix?: 'yes' | 'partial' | 'no';
  /** CVSS base score, 0 to 10. */
  readonly score?: number;
  readonly description?: string;
  readonly uri?: string;
  /** The scanner's word for a finding that it does not show as active: `SUPPRESSED`, `CLOSED`. */
  readonly setAside?: string;
  /** Who says it, by name; absent where that is Amazon ECR alone. */
  readonly saidBy?: readonly string[];
}

/** How the registry's own scanners are called beside others. */
export const ownScanner = 'Amazon ECR';

/** Who says a finding, by name. */
export function scannersOf({ saidBy = [ownScanner] }: Finding): readonly string[] {
  return saidBy;
}

/** The id of a finding that has none: no two of these are the same one, and no exception can mean one of them. */
export const unnamed = 'unnamed';

/** Why a manifest has no full answer. */
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
   * `unknown`: the configuration may not be read, and nothing was found that would tell the scanners apart. `none`: ECR has
   * no part in it.
   */
  readonly scanner: Scanner | 'unknown' | 'none';
  /** Other scanners whose findings are among these, each with its version. */
  readonly others?: readonly string[];
  /** Why ECR has no part in it, as a clause. */
  readonly instead?: string;
  /** Milliseconds since 1970; undefined where nobody says. */
  readonly completedAt: number | undefined;
  readonly findings: readonly Finding[];
}

/** There is no full answer for this manifest. That is not the same as no findings. */
export interface IncompleteScan extends PlatformScanBase {
  readonly outcome: 'incomplete';
  readonly reason: IncompleteReason;
  /** ECR's own words, or ours where it said nothing. */
  readonly detail: string;
}

export type PlatformScan = CompleteScan | IncompleteScan;

/**
 * What is known about an image's vulnerabilities. Only `complete` may ever lead to `passed`.
 * `off` carries who switched it off, because silence is not an answer.
 */
export type ScanReport =
  | { readonly kind: 'off'; readonly why: string }
  | { readonly kind: 'complete'; readonly platforms: readonly CompleteScan[] }
  | { readonly kind: 'incomplete'; readonly platforms: readonly PlatformScan[] };

/**
 * When a repository's images are scanned. `manual`: basic scanning waits to be asked, enhanced scanning leaves the
 * repository out. `unknown`: the configuration may not be read.
 */
export type ScanFrequency = 'on-push' | 'continuous' | 'manual' | 'unknown';

/** How a registry scans one repository: read from its configuration, or learnt from its answers. */
export interface ScanSettings {
  readonly scanner: Scanner | 'unknown';
  readonly frequency: ScanFrequency;
  /** A sentence when the configuration could not be read: why, and what is done instead. */
  readonly notice?: string;
}

/** What the registry answers when it is asked to scan one manifest. */
export type ScanStart =
  | { readonly kind: 'started' }
  /** The limit of one scan per image in 24 hours was met: the image has been scanned, or is being scanned. */
  | { readonly kind: 'already-scanned' }
  /** The registry uses enhanced scanning, which starts by itself and refuses to be asked. */
  | { readonly kind: 'starts-by-itself' }
  /** The image is not seen yet, or the API is too busy: to be asked again. */
  | { readonly kind: 'not-now'; readonly detail: string }
  | { readonly kind: 'refused'; readonly reason: IncompleteReason; readonly detail: string };

/** What the registry says about one manifest's scan at one moment. */
export type ScanAnswer =
  | { readonly kind: 'no-scan'; readonly detail: string }
  /** The API is too busy, or has a fault that passes. */
  | { readonly kind: 'busy'; readonly detail: string }
  /** The answer is about another image, or contradicts itself: nothing in it is believed. `detail` is a clause. */
  | { readonly kind: 'contradiction'; readonly detail: string }
  | { readonly kind: 'status'; readonly page: ScanPage };

/** One page of DescribeImageScanFindings in our words, about the image that was asked for. */
export interface ScanPage {
  /** Told by the shape of the findings, or by a status that only one scanner has. */
  readonly scanner: Scanner | 'unknown';
  /** ECR's ScanStatus as it came, unknown values included. */
  readonly status: string;
  readonly detail?: string;
  /** Milliseconds since 1970; absent until the findings are there. */
  readonly completedAt?: number;
  /** ECR's own count of all findings of the image; undefined where it gives none. */
  readonly counts?: Tally;
  /** Whether there is a list of findings, be it empty. */
  readonly hasList: boolean;
  /** Findings on this page as ECR counts them: one of them may name several packages, which are several of ours. */
  readonly listed: Tally;
  /** Those of them that Inspector has set aside, and may not count. */
  readonly setAside: Tally;
  readonly findings: readonly Finding[];
  readonly nextToken?: string;
}
