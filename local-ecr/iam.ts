/** An identity-based policy, as far as it decides about actions and resources. Conditions are not supported. */
export interface PolicyDocument {
  readonly Statement: readonly {
    readonly Effect: 'Allow' | 'Deny';
    readonly Action: string | readonly string[];
    readonly Resource: string | readonly string[];
  }[];
}

/** Whether a policy allows an action: an explicit deny wins, without a matching allow the answer is no. */
export function allows(policy: PolicyDocument, action: string, resource: string): boolean {
  const matching = policy.Statement.filter(
    (statement) =>
      list(statement.Action).some((pattern) => matches(action.toLowerCase(), pattern.toLowerCase())) &&
      list(statement.Resource).some((pattern) => matches(resource, pattern)),
  );
  return (
    matching.some(({ Effect }) => Effect === 'Allow') && !matching.some(({ Effect }) => Effect === 'Deny')
  );
}

function list(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

/** `*` is any run of characters, `?` any one. Source: IAM user guide, "Wildcards in IAM policies". */
export function matches(text: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}
