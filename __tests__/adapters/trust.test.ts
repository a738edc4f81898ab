import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { startLocalEcr, type LocalEcr, type Role } from '../../local-ecr/index.ts';
import { policyOfUse } from '../../scripts/iam-uses.ts';
import { quickClock, shipInProcess } from '../support/in-process.ts';
import { quickScans } from '../support/scene.ts';

// The trust policy of docs/reference/permissions.md, as it stands there.

const page = readFileSync(
  fileURLToPath(new URL('../../docs/reference/permissions.md', import.meta.url)),
  'utf8',
);
const trustPolicy = [...page.matchAll(/```json\n([^]*?)```/g)]
  .map(([, json = '']) => JSON.parse(json) as Role['trustPolicy'])
  .find((one) => JSON.stringify(one).includes('sts:AssumeRoleWithWebIdentity'))!;
const arn = 'arn:aws:iam::123456789012:role/ship';

const before = { ...process.env };
let ecr: LocalEcr;
beforeEach(async () => {
  ecr = await startLocalEcr({ scenario: { ...quickScans, roles: [{ arn, trustPolicy }] } });
  ecr.setPolicy(policyOfUse('login'), arn);
});
afterEach(() => ecr.close());
afterAll(() => {
  for (const key of Object.keys(process.env)) if (!(key in before)) Reflect.deleteProperty(process.env, key);
  Object.assign(process.env, before);
});

async function loginAs(subject: string) {
  const noKeys = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_EC2_METADATA_DISABLED: 'true' };
  Object.assign(process.env, ecr.env, noKeys, ecr.oidcEnv(subject));
  const inputs = { mode: 'login', repository: '', 'role-to-assume': arn };
  return (await shipInProcess(ecr, inputs, quickClock())).report.failure;
}

test.each([
  'repo:my-org/my-repo:ref:refs/heads/main',
  'repo:my-org/my-repo:ref:refs/tags/v1.4.2',
  'repo:my-org@123456/my-repo@789012:ref:refs/heads/main',
  'repo:my-org@123456/my-repo@789012:ref:refs/tags/v1.4.2',
])('lets in %s', async (subject) => {
  expect(await loginAs(subject)).toBeUndefined();
});

test.each([
  'repo:my-org/my-repo:ref:refs/heads/main2',
  'repo:my-org/my-repo:pull_request',
  'repo:my-org/my-repo-two:ref:refs/heads/main',
  'repo:my-org@123456/my-repo@789013:ref:refs/heads/main',
])('does not let in %s, and the error has the statement that would', async (subject) => {
  const failure = await loginAs(subject);
  expect([failure?.code, failure?.what]).toEqual([
    'role-refused',
    expect.stringContaining(`The token has sub ${subject} and aud sts.amazonaws.com`),
  ]);
  expect(failure?.next).toContain(subject);
});
