import type { IncomingMessage, ServerResponse } from 'node:http';
import { requireHttp, type Caller } from './principals.ts';
import { policyAt, repositoryArn, type Registry } from './registry.ts';
import type { RepositoryState } from './state.ts';

/** One request to the registry's HTTP interface, whose caller is known and allowed, and whose repository exists. */
export interface HttpCall {
  readonly registry: Registry;
  readonly caller: Caller;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly repository: RepositoryState;
  /** The last part of the path: a tag, a digest or an upload. */
  readonly reference: string;
}

/** Answers a request. Throws RegistryError or AwsError. */
export type HttpAnswer = (call: HttpCall) => Promise<void> | void;

/** Throws DENIED unless the caller may also perform an action beyond the route's own. */
export function requireFurther({ registry, caller }: HttpCall, action: string, repository: string): void {
  const arn = repositoryArn(registry, repository);
  requireHttp(caller, action, arn, policyAt(registry, arn));
}
