import { matches } from './conditions.ts';

/** An identity-based policy, as far as actions and resources are concerned. */
export interface PolicyDocument {
  readonly Statement: readonly {
    readonly Effect: 'Allow' | 'Deny';
    readonly Action: string | readonly string[];
    readonly Resource: string | readonly string[];
  }[];
}

export type Decision = 'allowed' | 'denied' | 'not allowed';

/**
 * An explicit deny wins; without a matching allow the answer is no. Source: IAM user guide, "Policy evaluation logic".
 */
export function decide(policy: PolicyDocument, action: string, resource: string): Decision {
  const effects = policy.Statement.filter(
    (statement) =>
      list(statement.Action).some((pattern) => matches(action.toLowerCase(), pattern.toLowerCase())) &&
      list(statement.Resource).some((pattern) => matches(resource, pattern)),
  ).map(({ Effect }) => Effect);
  return effects.includes('Deny') ? 'denied' : effects.includes('Allow') ? 'allowed' : 'not allowed';
}

/** IAM's sentence for a denied request. Source: IAM user guide, "Troubleshoot access denied error messages". */
export function denialText(
  {
    principal,
    action,
    resource,
  }: { readonly principal: string; readonly action: string; readonly resource: string },
  decision: Exclude<Decision, 'allowed'>,
  kind: 'identity-based' | 'resource-based' = 'identity-based',
): string {
  const why =
    decision === 'denied'
      ? `with an explicit deny in ${kind === 'identity-based' ? 'an' : 'a'} ${kind} policy`
      : `because no ${kind} policy allows the ${action} action`;
  return `User: ${principal} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
}

/** Refuses a policy with more than is enforced here: ignoring a condition would allow too much. */
export function requireEnforceable(policy: PolicyDocument): void {
  for (const [index, statement] of policy.Statement.entries()) {
    const foreign = Object.keys(statement).filter(
      (key) => !['Sid', 'Effect', 'Action', 'Resource'].includes(key),
    );
    if (foreign.length > 0)
      throw new Error(
        `Statement[${String(index)}] has ${foreign.join(', ')}, which local-ecr does not enforce`,
      );
  }
}

function list(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

/**
 * ECR's own filters only support `*`. Source: ECR API reference, ImageTagMutabilityExclusionFilter,
 * ScanningRepositoryFilter.
 */
export function matchesFilter(text: string, filter: string): boolean {
  return new RegExp(
    `^${escaped(filter)
      .replaceAll('?', String.raw`\?`)
      .replaceAll('*', '.*')}$`,
    's',
  ).test(text);
}

function escaped(pattern: string): string {
  return pattern.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
}
