import { emptyScenario, type Scenario } from '../../local-ecr/index.ts';

const provider = 'token.actions.githubusercontent.com';

/** Whose tokens the role trusts. */
export const roleSubject = 'repo:team/app:ref:refs/heads/main';

/** A registry with nothing in it, and a role for the account and for the jobs of one branch. */
export const emptyWithRole: Scenario = {
  ...emptyScenario,
  roles: [
    {
      arn: 'arn:aws:iam::123456789012:role/ship',
      trustPolicy: {
        Statement: [
          { Effect: 'Allow', Principal: { AWS: '123456789012' }, Action: 'sts:AssumeRole' },
          {
            Effect: 'Allow',
            Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${provider}` },
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: { StringEquals: { [`${provider}:sub`]: roleSubject } },
          },
        ],
      },
    },
  ],
};

/** Variables without the access key, for whoever takes a role on instead. */
export function keyless(env: Readonly<Record<string, string>>): Record<string, string> {
  const keys = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
  return Object.fromEntries(Object.entries(env).filter(([name]) => !keys.includes(name)));
}
