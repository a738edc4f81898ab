import type { RequestRecord } from './request-record.ts';
import type { Scenario } from './scenario.ts';

export interface LocalEcrOptions {
  /** A free port by default. */
  readonly port?: number;
  /** The port of ECR Public; a free one by default. */
  readonly publicPort?: number;
  /** The aliases of the account's public registry; `local` by default. */
  readonly publicAliases?: readonly string[];
  readonly accountId?: string;
  readonly region?: string;
  /** Where images and settings are kept; a temporary folder, removed at the end, by default. */
  readonly dataDir?: string;
  readonly scenario?: Scenario;
  readonly clock?: { now(): number };
  /** 12 hours by default, as at AWS. */
  readonly tokenLifetimeMs?: number;
  /** Whether requests to the APIs have to be signed with their key's secret, and lately; their form is looked at in any case. */
  readonly verifySignatures?: boolean;
  /** What every request waits, and what the first one of a connection waits besides; nothing by default. */
  readonly latencyMs?: number;
  readonly connectionLatencyMs?: number;
  readonly onRequest?: (record: RequestRecord) => void;
}
