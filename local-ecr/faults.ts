/** The parts of a server, to distinguish its requests. */
export type RequestKind = 'api' | 'registry' | 'sts' | 'oidc' | 'public-api' | 'public-registry' | 'layers';

/** A fault that is injected on purpose. */
export interface Fault {
  /** `PutImage`, `DescribeImages`, `PUT manifest`, `POST upload`, ... */
  readonly operation: string;
  /** Only requests whose path ends with this: `/manifests/latest`. */
  readonly path?: string;
  /** Only clients whose user agent contains this: `docker`, `ecr-ship`. */
  readonly from?: string;
  /** Only requests to this part of the server. */
  readonly kind?: RequestKind;
  /** Only requests with this in their path, or, for an API, in their body: a repository's name, an action of STS. */
  readonly about?: string;
  /** How many matching requests pass first. */
  readonly after?: number;
  /** How often the fault occurs; for ever by default. */
  readonly times?: number;
  /** Called when a request meets this fault, before it is answered. */
  readonly met?: () => void;
  /** The request is accepted and never answered. */
  readonly silent?: boolean;
  /** The connection is cut instead of an answer. */
  readonly reset?: boolean;
  /** The request is carried out, and the connection is cut instead of the answer. */
  readonly lost?: boolean;
  /** Half of the true answer: the connection is `cut` there, or the half is sent as if it were `whole`. */
  readonly half?: 'cut' | 'whole';
  /** The answer is delayed by this time; the request waits. */
  readonly delayMs?: number;
  /** The request is carried out at once, and only its answer is delayed. */
  readonly lateMs?: number;
  /** An error answer: with `type` for an API, with `code` for the HTTP interface. */
  readonly status?: number;
  readonly type?: string;
  readonly code?: string;
  readonly message?: string;
  /** Merged into the API's true answer, to make it false. `null` removes a member (RFC 7396). */
  readonly lie?: Readonly<Record<string, unknown>>;
  /** Answers `status`, by default 200, and these bytes to any request, and does nothing else. */
  readonly body?: string;
  /** The content type of these bytes. */
  readonly contentType?: string;
  /** The answer is 200 and never ends: one megabyte after another, or one byte every `dripMs` milliseconds. */
  readonly endless?: 'pouring' | { readonly dripMs: number };
  /** The answer is 307 to this address. */
  readonly location?: string;
}

/** The active faults; each is used up after as many times as it says. */
export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** The fault for this request, if any. */
  take(request: FaultyRequest): Fault | undefined;
}

/** What a fault may match. */
export interface FaultyRequest {
  readonly kind: RequestKind;
  readonly operation: string;
  readonly path: string;
  readonly userAgent: string;
  /** Only for requests to an API, which are short. */
  readonly body: string;
}

export function startFaults(): Faults {
  let faults: { fault: Fault; toPass: number; left: number }[] = [];
  return {
    add(fault) {
      faults.push({ fault, toPass: fault.after ?? 0, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    clear() {
      faults = [];
    },
    take(request) {
      for (const entry of faults) {
        if (entry.left <= 0 || !isFor(entry.fault, request)) continue;
        if (entry.toPass > 0) {
          entry.toPass -= 1;
          continue;
        }
        entry.left -= 1;
        entry.fault.met?.();
        return entry.fault;
      }
      return undefined;
    },
  };
}

function isFor(fault: Fault, { kind, operation, path, userAgent, body }: FaultyRequest): boolean {
  return (
    fault.operation === operation &&
    (fault.kind ?? kind) === kind &&
    `${path}\n${body}`.includes(fault.about ?? '') &&
    path.endsWith(fault.path ?? '') &&
    userAgent.toLowerCase().includes(fault.from ?? '')
  );
}
