import { hold, matches, unknownOperators, type Conditions, type Facts } from './conditions.ts';

/** A resource's policy: a repository's, or the trust policy of a role. */
export interface ResourcePolicy {
  readonly Statement: readonly ResourceStatement[] | ResourceStatement;
}

interface ResourceStatement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: '*' | Readonly<Record<string, string | readonly string[]>>;
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Condition?: Conditions;
}

/** Who asks: an account's session or user, or somebody for whom an identity provider vouches. */
export interface Asker {
  /** The ARN of the session or user, or of the identity provider. */
  readonly arn: string;
  /** The role, if it is a session. */
  readonly roleArn?: string;
  /** Undefined for an identity provider. */
  readonly accountId: string | undefined;
}

/**
 * - `allowed`: by name, or because everybody is.
 * - `delegated`: the account is allowed, so its own policies decide.
 */
export type ResourceDecision = 'allowed' | 'delegated' | 'denied' | 'not allowed';

/**
 * Evaluates a resource's policy. Source: IAM user guide, "AWS JSON policy elements: Principal", "Policy evaluation
 * logic".
 */
export function decideResource(
  policy: ResourcePolicy,
  action: string,
  asker: Asker,
  facts: Facts,
): ResourceDecision {
  const found = [policy.Statement]
    .flat()
    .filter((statement) => isFor(statement, action) && hold(statement.Condition ?? {}, facts))
    .map(({ Effect, Principal }) => ({ Effect, match: matchOf(Principal, asker) }))
    .filter(({ match }) => match !== undefined);
  if (found.some(({ Effect }) => Effect === 'Deny')) return 'denied';
  if (found.some(({ match }) => match === 'direct')) return 'allowed';
  return found.length > 0 ? 'delegated' : 'not allowed';
}

function isFor({ Action, NotAction }: ResourceStatement, action: string): boolean {
  const meets = (patterns: string | readonly string[]) =>
    [patterns].flat().some((pattern) => matches(action.toLowerCase(), pattern.toLowerCase()));
  return NotAction === undefined ? meets(Action ?? []) : !meets(NotAction);
}

function matchOf(principal: ResourceStatement['Principal'], asker: Asker): 'direct' | 'account' | undefined {
  if (principal === undefined) return undefined;
  if (principal === '*') return 'direct';
  const named = [principal[asker.accountId === undefined ? 'Federated' : 'AWS'] ?? []].flat();
  const own = [asker.arn, asker.roleArn, ...(asker.accountId === undefined ? [] : ['*'])];
  if (named.some((name) => own.includes(name))) return 'direct';
  const isAccount = (name: string) =>
    name === asker.accountId || new RegExp(`^arn:aws[a-z-]*:iam::${asker.accountId ?? ''}:root$`).test(name);
  return asker.accountId !== undefined && named.some(isAccount) ? 'account' : undefined;
}

/** Refuses a policy with more than is enforced here. */
export function requireEnforceableTrust(policy: ResourcePolicy): void {
  for (const { Condition = {} } of [policy.Statement].flat()) {
    const unknown = unknownOperators(Condition);
    if (unknown.length > 0)
      throw new Error(`the condition ${unknown.join(', ')} is none that local-ecr enforces`);
  }
}
