import { clause, messageOf } from './text.ts';

/** What kind of thing went wrong. It is stable: the result file carries it, and tools may match on it. */
export type ErrorCode =
  | 'invalid-input'
  | 'no-names'
  | 'invalid-exceptions'
  | 'checkout-unreadable'
  | 'docker-missing'
  | 'engine-unreachable'
  | 'builder-unfit'
  | 'no-credentials'
  | 'no-oidc-token'
  | 'role-refused'
  | 'wrong-account'
  | 'base-image-refused'
  | 'quota-reached'
  | 'access-denied'
  | 'repository-not-found'
  | 'image-not-found'
  | 'registry-failed'
  | 'registry-unreachable'
  | 'build-failed'
  | 'push-failed'
  | 'verify-failed'
  | 'policy-failed'
  | 'copy-failed'
  | 'tag-taken'
  | 'tag-immovable'
  | 'older-commit'
  | 'naming-failed'
  | 'file-failed'
  | 'cancelled'
  | 'timed-out'
  | 'internal';

export interface ShipErrorOptions {
  readonly code: ErrorCode;
  /** What happened, as one or more whole sentences. */
  readonly what: string;
  /** What the person should do now, as one or more whole sentences. */
  readonly next: string;
  /** More lines for the log, such as a policy statement to copy. Never a secret. */
  readonly details?: string;
  readonly cause?: unknown;
}

/** The one error type of this project: a code, what happened, what to do next, and the cause. */
export class ShipError extends Error {
  readonly code: ErrorCode;
  readonly what: string;
  readonly next: string;
  readonly details: string | undefined;

  constructor(options: ShipErrorOptions) {
    super(`${options.what} ${options.next}`, { cause: options.cause });
    this.name = 'ShipError';
    this.code = options.code;
    this.what = options.what;
    this.next = options.next;
    this.details = options.details;
  }
}

/** Any thrown value as a ShipError. What is not one already is a defect of this action, and says so. */
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
