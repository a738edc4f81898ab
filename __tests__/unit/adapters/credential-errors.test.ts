import { afterEach, describe, expect, test } from '@jest/globals';
import { noCredentials } from '../../../src/adapters/aws/credential-errors.ts';
import { ShipError } from '../../../src/types/errors.ts';

const thrown = (name: string, message: string) => Object.assign(new Error(message), { name });

describe('where there is nobody to ask for credentials', () => {
  test('the job has none, and is told who makes them', () => {
    const chain = thrown('CredentialsProviderError', 'Could not load credentials from any providers');
    const { code, what, next } = noCredentials(chain);
    expect([code, what]).toEqual(['no-credentials', 'This job has no AWS credentials.']);
    expect(next).toContain('aws-actions/configure-aws-credentials');
    expect(next).toContain('pull requests from forks');
  });
});

describe('half of a key', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  test.each([
    ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
    ['AWS_SECRET_ACCESS_KEY', 'AWS_ACCESS_KEY_ID'],
  ])('is none, and what is missing beside %s is named', (there, missing) => {
    process.env = { ...before, [there]: 'x', [missing]: '' };
    const chain = thrown('CredentialsProviderError', 'Could not load credentials from any providers');
    expect(noCredentials(chain).what).toBe(
      `This job has no AWS credentials: ${there} is set, and ${missing} is not, or is empty.`,
    );
  });
});

describe('a provider that fails', () => {
  test.each([
    {
      who: 'a web-identity token file',
      error: thrown('Error', "ENOENT: no such file or directory, open '/run/token'"),
      words: "ENOENT: no such file or directory, open '/run/token'",
      next: 'Write that file before this step',
    },
    {
      who: 'a token file that may not be read',
      error: thrown('Error', "EACCES: permission denied, open '/run/token'"),
      words: "EACCES: permission denied, open '/run/token'",
      next: 'Write that file before this step',
    },
    {
      who: 'STS, whose role does not trust this workflow',
      error: thrown('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity'),
      words: 'AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity',
      next: 'Let the trust policy of the role allow this workflow',
    },
    {
      who: 'STS, which does not know GitHub',
      error: thrown(
        'InvalidIdentityToken',
        'No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com',
      ),
      words:
        'InvalidIdentityToken: No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com',
      next: 'Add token.actions.githubusercontent.com to the identity providers',
    },
    {
      who: 'STS, of a token that is over',
      error: thrown(
        'ExpiredTokenException',
        'Token expired: current date/time must be before the expiration',
      ),
      words: 'ExpiredTokenException: Token expired: current date/time must be before the expiration',
      next: 'Get the credentials right before this step',
    },
    {
      who: 'SSO',
      error: thrown(
        'CredentialsProviderError',
        'The SSO session associated with this profile has expired. To refresh this SSO session run aws sso login with the corresponding profile.',
      ),
      words:
        'The SSO session associated with this profile has expired. To refresh this SSO session run aws sso login with the corresponding profile',
      next: 'A job cannot sign in by a browser',
    },
    {
      who: 'a profile',
      error: thrown(
        'CredentialsProviderError',
        'Could not resolve credentials using profile: [prod] in configuration/credentials file(s).',
      ),
      words: 'Could not resolve credentials using profile: [prod] in configuration/credentials file(s)',
      next: 'Correct AWS_PROFILE',
    },
    {
      who: "a container's endpoint",
      error: thrown('CredentialsProviderError', 'Error: connect ECONNREFUSED 169.254.170.2:80'),
      words: 'Error: connect ECONNREFUSED 169.254.170.2:80',
      next: 'Look at the AWS_ variables of the job',
    },
    {
      who: "an instance's metadata",
      error: thrown('TimeoutError', 'TimeoutError from instance metadata service'),
      words: 'TimeoutError from instance metadata service',
      next: 'Look at the AWS_ variables of the job',
    },
  ])('is told in its own words, and is not tried again: $who', ({ error, words, next }) => {
    const told = noCredentials(error);
    expect([told.code, told.what]).toEqual([
      'no-credentials',
      `The AWS credentials of this job could not be obtained from where the job says they are: ${words}.`,
    ]);
    expect(told.next.startsWith(next)).toBe(true);
    expect(told.next).not.toMatch(/run the job again|network/i);
    expect(told.cause).toBe(error);
  });

  test('and passes on to others, which have nothing, is told in what it said on the way', () => {
    const chain = thrown('CredentialsProviderError', 'Could not load credentials from any providers');
    expect(noCredentials(chain, 'Command failed: /bin/sso').what).toBe(
      'The AWS credentials of this job could not be obtained from where the job says they are: Command failed: /bin/sso.',
    );
  });

  test('and says all that itself is left as it is', () => {
    const own = new ShipError({ code: 'access-denied', what: 'a', next: 'b' });
    expect(noCredentials(own)).toBe(own);
  });
});
