import { describe, expect, test } from '@jest/globals';
import { claimsOf } from '../../../src/adapters/aws/oidc-token.ts';
import { chainRefused, stsFailed, tokenRefused } from '../../../src/adapters/aws/role-errors.ts';
import { parseRoleArn, type RoleRequest } from '../../../src/types/role.ts';

const role: RoleRequest = {
  arn: parseRoleArn('arn:aws-us-gov:iam::123456789012:role/ship')!,
  sessionName: 'GitHubActions',
  durationSeconds: 7200,
  audience: 'sts.amazonaws.com',
};
const claims = {
  iss: 'https://token.actions.githubusercontent.com',
  sub: 'repo:org/app:ref:refs/heads/main',
  aud: 'sts.amazonaws.com',
};
const named = (name: string, message: string) => Object.assign(new Error(message), { name });
const refused = named('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity');

describe('a token that STS does not take', () => {
  test('is told by its own sub and aud, beside the statement that lets it in', () => {
    const { code, message, details = '' } = tokenRefused(role, claims, refused);
    expect(code).toBe('role-refused');
    expect(message).toContain('sub repo:org/app:ref:refs/heads/main and aud sts.amazonaws.com');
    expect(JSON.parse(details.slice(details.indexOf('{')))).toEqual({
      Effect: 'Allow',
      Principal: {
        Federated: 'arn:aws-us-gov:iam::123456789012:oidc-provider/token.actions.githubusercontent.com',
      },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
          'token.actions.githubusercontent.com:sub': 'repo:org/app:ref:refs/heads/main',
        },
      },
    });
  });

  test('GitHub Enterprise Server has its own provider', () => {
    const iss = 'https://github.example.com/_services/token';
    expect(tokenRefused(role, { ...claims, iss }, refused).details).toContain(
      'oidc-provider/github.example.com/_services/token"',
    );
  });

  test.each([
    [
      'repo:org@12/app@345:ref:refs/heads/main',
      'a policy with repo:org/app:ref:refs/heads/main does not match',
    ],
    ['repo:org/app:environment:prod', 'The job has an environment'],
    ['repo:org/app:pull_request', 'For a pull request the sub names no branch'],
  ])('sub %s: %s', (sub, says) => {
    expect(tokenRefused(role, { ...claims, sub }, refused).message).toContain(says);
  });

  test('no provider in the account: the command that makes one', () => {
    const error = named(
      'InvalidIdentityToken',
      'No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com',
    );
    expect(tokenRefused(role, claims, error).next).toContain(
      'aws iam create-open-id-connect-provider --url https://token.actions.githubusercontent.com --client-id-list sts.amazonaws.com',
    );
  });

  test('another audience: the command that adds it', () => {
    const error = named('InvalidIdentityToken', 'Incorrect token audience');
    expect(tokenRefused(role, { ...claims, aud: 'mine' }, error).next).toContain('--client-id mine');
  });
});

describe('other refusals', () => {
  test('a caller that may not chain is told the statement with its role, not with its session', () => {
    const error = named(
      'AccessDenied',
      'User: arn:aws:sts::123456789012:assumed-role/first/x is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/ship',
    );
    expect(chainRefused(role, error).details).toContain('"AWS": "arn:aws:iam::123456789012:role/first"');
  });

  test('too long a session', () => {
    const error = named(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
    expect(stsFailed(role, 'eu-west-1', error).message).toMatch(
      /no credentials for 120 minutes.*role-duration/,
    );
  });
});

describe('what a token says of itself', () => {
  const token = (claimed: object) => `e30.${Buffer.from(JSON.stringify(claimed)).toString('base64url')}.x`;
  test('its claims', () => {
    expect(claimsOf(token(claims))).toEqual(claims);
    expect(claimsOf(token({ ...claims, aud: ['one', 'two'] }))?.aud).toBe('one');
  });
  test.each(['', 'x', 'a.b.c', token({ iss: 1 }), token({})])('%s is none', (text) => {
    expect(claimsOf(text)).toBeUndefined();
  });
});
