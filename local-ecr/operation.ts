import type { Parameters } from './parameters.ts';
import type { Caller } from './principals.ts';
import type { Registry } from './registry.ts';

/** One request to the API, which its caller may make. */
export interface ApiCall {
  readonly registry: Registry;
  readonly parameters: Parameters;
  /** Host and port through which the caller reached the server. */
  readonly host: string;
  readonly caller: Caller;
}

/** Handles a request, and returns the response's members. Throws AwsError. */
export type Operation = (call: ApiCall) => object | Promise<object>;

export type Operations = Readonly<Record<string, Operation>>;
