import { AwsError, RegistryError } from './errors.ts';
import { decide, denialText, requireEnforceable, type PolicyDocument } from './iam.ts';
import { accountOf, startSessions, type Role, type Session, type Sessions } from './sessions.ts';
import {
  decideResource,
  requireEnforceableTrust,
  type Asker,
  type ResourcePolicy,
} from './resource-policy.ts';

/** Who makes a request, and what they may do. */
export interface Caller extends Asker {
  readonly accessKeyId: string;
  readonly accountId: string;
  /**
   * IAM's sentence if the caller may not do something; undefined if they may.
   * @param policy the resource's policy, if it has one
   */
  denial(action: string, resource: string, policy?: string): string | undefined;
  /** Whether the caller's own policies allow it. */
  may(action: string, resource: string): boolean;
}

export interface Principals {
  readonly sessions: Sessions;
  /** The clock for checking signatures; undefined if only their form is checked. */
  readonly signatures: { now(): number } | undefined;
  caller(accessKeyId: string): Caller;
  /** Sets a policy for one access key or role ARN, or for all without one of their own. */
  setPolicy(policy: PolicyDocument | undefined, of?: string): void;
  addRole(role: Role): void;
  role(arn: string): Role | undefined;
}

const everybody = '*';

/**
 * Every access key is a session of one role of its account, and may do everything there until a policy says
 * otherwise. A key that ends with an account's number belongs to that account, any other to the main one.
 */
export function startPrincipals(
  mainAccount: string,
  clock: { now(): number },
  verifySignatures = false,
): Principals {
  const policies = new Map<string, PolicyDocument>();
  const roles = new Map<string, Role>();
  const sessions = startSessions(clock);

  return {
    sessions,
    signatures: verifySignatures ? clock : undefined,
    caller(accessKeyId) {
      const session = sessions.of(accessKeyId);
      const asker = session === undefined ? askerOf(accessKeyId, mainAccount) : askerIn(session);
      const policyNow = () =>
        policies.get(accessKeyId) ??
        policies.get(asker.roleArn) ??
        session?.role.policy ??
        policies.get(everybody);
      return {
        ...asker,
        accessKeyId,
        denial: (action, resource, resourcePolicy) =>
          denialOf({ asker, policy: policyNow(), resourcePolicy }, action, resource),
        may(action, resource) {
          const policy = policyNow();
          return policy === undefined || decide(policy, action, resource) === 'allowed';
        },
      };
    },
    setPolicy(policy, of = everybody) {
      if (policy === undefined) return void policies.delete(of);
      requireEnforceable(policy);
      policies.set(of, policy);
    },
    addRole(role) {
      requireEnforceableTrust(role.trustPolicy);
      if (role.policy !== undefined) requireEnforceable(role.policy);
      roles.set(role.arn, role);
    },
    role: (arn) => roles.get(arn),
  };
}

interface Identity {
  readonly arn: string;
  readonly roleArn: string;
  readonly accountId: string;
}

function askerIn({ role, arn }: Session): Identity {
  return { arn, roleArn: role.arn, accountId: accountOf(role.arn) };
}

function askerOf(accessKeyId: string, mainAccount: string): Identity {
  const accountId = /(?:^|\D)(\d{12})$/.exec(accessKeyId)?.[1] ?? mainAccount;
  return {
    arn: `arn:aws:sts::${accountId}:assumed-role/local-ecr/${accessKeyId}`,
    roleArn: `arn:aws:iam::${accountId}:role/local-ecr`,
    accountId,
  };
}

interface Standing {
  readonly asker: Asker;
  readonly policy: PolicyDocument | undefined;
  readonly resourcePolicy: string | undefined;
}

/**
 * Within an account one of the two policies is enough, across accounts both must allow; an explicit deny in either wins.
 * Source: IAM user guide, "Policy evaluation logic", "Cross-account policy evaluation logic".
 */
function denialOf(
  { asker, policy, resourcePolicy }: Standing,
  action: string,
  resource: string,
): string | undefined {
  const asked = { principal: asker.arn, action, resource };
  const identity = policy === undefined ? 'allowed' : decide(policy, action, resource);
  if (identity === 'denied') return denialText(asked, identity);
  const facts = {
    'aws:principalarn': asker.roleArn ?? asker.arn,
    'aws:principalaccount': asker.accountId,
  };
  const byResource =
    resourcePolicy === undefined
      ? 'not allowed'
      : decideResource(JSON.parse(resourcePolicy) as ResourcePolicy, action, asker, facts);
  if (byResource === 'denied') return denialText(asked, byResource, 'resource-based');
  const owner = accountOf(resource);
  const isOwn = owner === '' || owner === asker.accountId;
  if (!isOwn && byResource === 'not allowed') return denialText(asked, byResource, 'resource-based');
  const isAllowed = identity === 'allowed' || (isOwn && byResource === 'allowed');
  return isAllowed ? undefined : denialText(asked, 'not allowed');
}

/** Throws AccessDeniedException if the caller may not do it. */
export function requireApi(caller: Caller, action: string, resource: string, policy?: string): void {
  const denial = caller.denial(action, resource, policy);
  if (denial !== undefined) throw new AwsError('AccessDeniedException', denial);
}

/** Throws the HTTP interface's DENIED if the caller may not do it. */
export function requireHttp(caller: Caller, action: string, resource: string, policy?: string): void {
  const denial = caller.denial(action, resource, policy);
  if (denial !== undefined) throw new RegistryError('DENIED', denial, 403);
}
