/** The parts of a server, by which its requests are told apart. */
export type RequestKind = 'api' | 'registry' | 'sts' | 'oidc' | 'public-api' | 'public-registry' | 'layers';

/** Something that goes wrong on purpose. */
export interface Fault {
  /** `PutImage`, `DescribeImages`, `PUT manifest`, `POST upload`, ... */
  readonly operation: string;
  /** Only of requests whose path ends so: `/manifests/latest`. */
  readonly path?: string;
  /** Only of clients whose user agent has this in it: `docker`, `ecr-ship`. */
  readonly from?: string;
  /** Only of this part of the server. */
  readonly kind?: RequestKind;
  /** Only of requests that have this in their path, or of an API in their body: a repository's name, an action of STS. */
  readonly about?: string;
  /** So many such requests are let through before. */
  readonly after?: number;
  /** How often; for ever where it is not given. */
  readonly times?: number;
  /** Called when a request meets this fault, before anything is answered. */
  readonly met?: () => void;
  /** The request is taken, and no answer ever comes. */
  readonly silent?: boolean;
  /** The connection is cut instead of an answer. */
  readonly reset?: boolean;
  /** What was asked for is done, and the connection is cut in the place of the answer that says so. */
  readonly lost?: boolean;
  /** The true answer ends in its middle: the connection is `cut` there, or half of it comes as if it were `whole`. */
  readonly half?: 'cut' | 'whole';
  /** The answer comes so much later. */
  readonly delayMs?: number;
  /** What was asked for is done at once, and its answer is held back so long. */
  readonly lateMs?: number;
  /** An error answer: of the API with `type`, of the HTTP interface with `code`. */
  readonly status?: number;
  readonly type?: string;
  readonly code?: string;
  readonly message?: string;
  /** The true answer of the API is merged with this: an answer that lies. `null` takes a member away (RFC 7396). */
  readonly lie?: Readonly<Record<string, unknown>>;
  /** The answer is `status`, else 200, and these bytes, whatever was asked for; nothing of it is done. */
  readonly body?: string;
  /** The type of these bytes. */
  readonly contentType?: string;
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
  take(request: FaultyRequest): Fault | undefined;
}

/** What a fault may be told by. */
export interface FaultyRequest {
  readonly kind: RequestKind;
  readonly operation: string;
  readonly path: string;
  readonly userAgent: string;
  /** Of the requests of an API, which are short. */
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
