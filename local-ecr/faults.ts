/** Something that goes wrong on purpose. */
export interface Fault {
  /** `PutImage`, `DescribeImages`, `PUT manifest`, `POST upload`, ... */
  readonly operation: string;
  /** Only of requests whose path ends so: `/manifests/latest`. */
  readonly path?: string;
  /** How often; for ever where it is not given. */
  readonly times?: number;
  /** The connection is cut instead of an answer. */
  readonly reset?: boolean;
  /** What was asked for is done, and the connection is cut in the place of the answer that says so. */
  readonly lost?: boolean;
  /** The answer comes so much later. */
  readonly delayMs?: number;
  /** An error answer: of the API with `type`, of the HTTP interface with `code`. */
  readonly status?: number;
  readonly type?: string;
  readonly code?: string;
  readonly message?: string;
  /** The true answer of the API is merged with this: an answer that lies. `null` takes a member away (RFC 7396). */
  readonly lie?: Readonly<Record<string, unknown>>;
  /** The answer is 200 and these bytes, whatever was asked for. */
  readonly body?: string;
  /** The answer is 200 and never ends: a megabyte after the other, or one byte every so many milliseconds. */
  readonly endless?: 'pouring' | { readonly dripMs: number };
  /** The answer is 307 to this address. */
  readonly location?: string;
}

/** Faults that are switched on, each used up as often as it says. */
export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** The fault that this request meets, if any. */
  take(operation: string, path: string): Fault | undefined;
}

export function startFaults(): Faults {
  let faults: { fault: Fault; left: number }[] = [];
  return {
    add(fault) {
      faults.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    clear() {
      faults = [];
    },
    take(operation, path) {
      const entry = faults.find(
        ({ fault, left }) => left > 0 && fault.operation === operation && path.endsWith(fault.path ?? ''),
      );
      if (entry !== undefined) entry.left -= 1;
      return entry?.fault;
    },
  };
}
