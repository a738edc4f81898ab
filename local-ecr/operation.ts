import type { Parameters } from './parameters.ts';
import type { Caller } from './principals.ts';
import type { Registry } from './registry.ts';

/** One request of the API, its caller allowed to make it. */
export interface ApiCall {
  readonly registry: Registry;
  readonly parameters: Parameters;
  /** Host and port that the caller reached the server by. */
  readonly host: string;
  readonly caller: Caller;
}

/** Takes a request, gives the response's members. Throws AwsError. */
export type Operation = (call: ApiCall) => object | Promise<object>;

export type Operations = Readonly<Record<string, Operation>>;
