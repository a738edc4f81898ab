import type { RequestKind } from './faults.ts';

/** One answered request, for tests and the command line. */
export interface RequestRecord {
  readonly kind: RequestKind;
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: string;
  /** How long the request was open, in milliseconds. */
  readonly ms: number;
}
