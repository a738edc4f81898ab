import { AwsError, RegistryError } from './errors.ts';
import { decide, denialText, requireEnforceable, type PolicyDocument } from './iam.ts';

/** Who calls, and what they may do. */
export interface Caller {
  readonly accessKeyId: string;
  readonly arn: string;
  /** IAM's sentence where the caller may not; undefined where they may. */
  denial(action: string, resource: string): string | undefined;
}

export interface Principals {
  caller(accessKeyId: string): Caller;
  /** A policy for one access key, or for all that have none of their own. */
  setPolicy(policy: PolicyDocument | undefined, accessKeyId?: string): void;
}

/** Every access key is a session of one role, and may do everything until a policy says otherwise. */
export function startPrincipals(accountId: string): Principals {
  const everybody = '*';
  const policies = new Map<string, PolicyDocument>();
  return {
    caller(accessKeyId) {
      const arn = `arn:aws:sts::${accountId}:assumed-role/local-ecr/${accessKeyId}`;
      return {
        accessKeyId,
        arn,
        denial(action, resource) {
          const policy = policies.get(accessKeyId) ?? policies.get(everybody);
          const decision = policy === undefined ? 'allowed' : decide(policy, action, resource);
          return decision === 'allowed' ? undefined : denialText(arn, action, resource, decision);
        },
      };
    },
    setPolicy(policy, accessKeyId = everybody) {
      if (policy === undefined) return void policies.delete(accessKeyId);
      requireEnforceable(policy);
      policies.set(accessKeyId, policy);
    },
  };
}

/** Throws AccessDeniedException. */
export function requireApi(caller: Caller, action: string, resource: string): void {
  const denial = caller.denial(action, resource);
  if (denial !== undefined) throw new AwsError('AccessDeniedException', denial);
}

/** Throws the HTTP interface's DENIED. */
export function requireHttp(caller: Caller, action: string, resource: string): void {
  const denial = caller.denial(action, resource);
  if (denial !== undefined) throw new RegistryError('DENIED', denial, 403);
}
