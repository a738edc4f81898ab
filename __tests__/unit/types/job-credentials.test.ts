import { expect, test } from '@jest/globals';
import { hasCredentials } from '../../../src/types/job-credentials.ts';

const job =
  (variables: Readonly<Record<string, string>>) =>
  (name: string): string | undefined =>
    variables[name];

test.each([
  'AWS_ACCESS_KEY_ID',
  'AWS_PROFILE',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_CONFIG_FILE',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
])('a job with %s has credentials, but not where it is empty', (name) => {
  expect([hasCredentials(job({ [name]: 'x' })), hasCredentials(job({ [name]: '' }))]).toEqual([true, false]);
});

test('where a region is, or an endpoint, or the token of a job, there are no credentials yet', () => {
  const variables = { AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL: 'x', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x' };
  expect(hasCredentials(job(variables))).toBe(false);
});
