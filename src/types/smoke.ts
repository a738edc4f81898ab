/** How an image proves that it works. */
export type Proof =
  /** A command in it ends with exit code 0. */
  | { readonly kind: 'command'; readonly command: readonly string[] }
  /** It answers over HTTP. */
  | {
      readonly kind: 'http';
      readonly path: string;
      readonly status: number;
      /** What the body must contain. */
      readonly body: string | undefined;
    }
  /** Its built-in emulator of AWS Lambda answers an event without an error. */
  | { readonly kind: 'lambda'; readonly event: string }
  /** Its own HEALTHCHECK reports healthy. */
  | { readonly kind: 'health' };

/** A smoke test: the image is started before anything is pushed, and has to prove that it works. */
export interface SmokeTest {
  /** For people. */
  readonly name: string;
  readonly proof: Proof;
  /** How long it may take from its start, in milliseconds. */
  readonly withinMs: number;
  /** The container's port to ask. */
  readonly port: number;
  /** `NAME=value`; nothing of the job's own environment is there. */
  readonly env: readonly string[];
  readonly readOnly: boolean;
  /** Whether its port may be open to other machines if it cannot be asked otherwise. */
  readonly openPort: boolean;
  /** As docker takes it: `512m`, `2g`. */
  readonly memory: string;
}

/** The result of one test. */
export interface SmokeResult {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** What was seen, as a clause. */
  readonly detail: string;
  readonly ms: number;
}
