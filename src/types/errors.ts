import { clause, messageOf } from './text.ts';

/**
 * What kind of thing went wrong. The codes are stable: the result file has them, and tools may match on them. Each
 * has a heading in docs/reference/errors.md, in this order.
 */
export const errorCodes = [
  'invalid-input',
  'no-tags',
  'invalid-exceptions',
  'invalid-findings',
  'checkout-unreadable',
  'docker-missing',
  'engine-unreachable',
  'builder-unfit',
  'builder-unreachable',
  'no-credentials',
  'credentials-refused',
  'credentials-expired',
  'no-oidc-token',
  'role-refused',
  'wrong-account',
  'base-image-refused',
  'quota-reached',
  'access-denied',
  'repository-not-found',
  'image-not-found',
  'image-archived',
  'registry-failed',
  'registry-unreachable',
  'build-failed',
  'smoke-failed',
  'too-large',
  'runtime-unfit',
  'push-failed',
  'push-stalled',
  'verify-failed',
  'policy-failed',
  'copy-failed',
  'tag-taken',
  'tag-immovable',
  'older-commit',
  'tagging-failed',
  'replication-failed',
  'file-failed',
  'cancelled',
  'timed-out',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** A line of the checkout that an error is about, so that the error is shown at that line. */
export interface ErrorPlace {
  /** Relative to the workspace's root. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** What is wrong there, as a full sentence. */
  readonly what: string;
}

interface ShipErrorOptions {
  readonly code: ErrorCode;
  /** What happened, in one or more full sentences. */
  readonly what: string;
  /** What the user should do now, in one or more full sentences. */
  readonly next: string;
  /** More lines for the log, not needed to know what to do. Never a secret. */
  readonly details?: string;
  /** The lines that it is about, in order. */
  readonly places?: readonly ErrorPlace[];
  readonly cause?: unknown;
}

/** The one error type of this project: a code, what happened, what to do next, and the cause. */
export class ShipError extends Error {
  readonly code: ErrorCode;
  readonly what: string;
  readonly next: string;
  readonly details: string | undefined;
  readonly places: readonly ErrorPlace[];

  constructor(options: ShipErrorOptions) {
    super(`${options.what} ${options.next}`, { cause: options.cause });
    this.name = 'ShipError';
    this.code = options.code;
    this.what = options.what;
    this.next = options.next;
    this.details = options.details;
    this.places = options.places ?? [];
  }
}

/**
 * Turns any thrown value into a ShipError. A value that is not one already is a defect of this action, and the error
 * says so.
 */
export function asShipError(thrown: unknown): ShipError {
  if (thrown instanceof ShipError) return thrown;
  return new ShipError({
    code: 'internal',
    what: `Something happened that ecr-ship did not foresee: ${clause(messageOf(thrown))}.`,
    next: 'Please open an issue with this log.',
    details: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
    cause: thrown,
  });
}
