import type { RequestRecord } from './request-record.ts';
import type { Scenario } from './scenario.ts';

export interface LocalEcrOptions {
  /** By default a free port. */
  readonly port?: number;
  /** The port of ECR Public; by default a free one. */
  readonly publicPort?: number;
  /** The aliases of the account's public registry; by default `local`. */
  readonly publicAliases?: readonly string[];
  readonly accountId?: string;
  readonly region?: string;
  /** Where images and settings are stored; by default a temporary folder, which is removed at the end. */
  readonly dataDir?: string;
  readonly scenario?: Scenario;
  readonly clock?: { now(): number };
  /** 12 hours by default, as at AWS. */
  readonly tokenLifetimeMs?: number;
  /** Whether API requests must be signed with their key's secret, and recently; their form is checked in any case. */
  readonly verifySignatures?: boolean;
  /** How long every request waits, and how much longer the first one on a connection; by default not at all. */
  readonly latencyMs?: number;
  readonly connectionLatencyMs?: number;
  readonly onRequest?: (record: RequestRecord) => void;
}
