/** How an image proves that it starts. */
export type Proof =
  /** A command in it ends with exit code 0. */
  | { readonly kind: 'command'; readonly command: readonly string[] }
  /** It answers over HTTP. */
  | {
      readonly kind: 'http';
      readonly path: string;
      readonly status: number;
      /** What the body has to hold. */
      readonly body: string | undefined;
    }
  /** The emulator of AWS Lambda that it carries answers an event without an error. */
  | { readonly kind: 'lambda'; readonly event: string }
  /** Its own HEALTHCHECK says that it is healthy. */
  | { readonly kind: 'health' };

/** An image is started before anything is pushed, and proves that it works. */
export interface SmokeTest {
  /** For people. */
  readonly name: string;
  readonly proof: Proof;
  /** How long it may take from its start, in milliseconds. */
  readonly withinMs: number;
  /** The port inside the container that is asked. */
  readonly port: number;
  /** `NAME=value`; nothing of the job's own environment is there. */
  readonly env: readonly string[];
  readonly readOnly: boolean;
  /** Whether its port may be open to other machines, where that is the only way to ask it. */
  readonly openPort: boolean;
  /** As docker takes it: `512m`, `2g`. */
  readonly memory: string;
}

/** What came of one test. */
export interface SmokeResult {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** What was seen, as a clause. */
  readonly detail: string;
  readonly ms: number;
}
