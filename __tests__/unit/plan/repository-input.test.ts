import { expect, test } from '@jest/globals';
import { parseRepositoryInput } from '../../../src/plan/repository-input.ts';

test.each([
  ['app', undefined, undefined, 'app'],
  ['team/app-1/x_y', undefined, undefined, 'team/app-1/x_y'],
  ['123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app', '123456789012', 'eu-west-1', 'team/app'],
  ['123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/app', '123456789012', 'us-gov-west-1', 'app'],
  ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/app', '123456789012', 'cn-north-1', 'app'],
  ['123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu/app', '123456789012', 'eusc-de-east-1', 'app'],
  ['123456789012.dkr-ecr.eu-west-1.on.aws/app', '123456789012', 'eu-west-1', 'app'],
  ['123456789012.dkr-ecr-fips.us-east-1.on.aws/app', '123456789012', 'us-east-1', 'app'],
  ['123456789012.dkr.ecr.us-iso-east-1.c2s.ic.gov/app', '123456789012', 'us-iso-east-1', 'app'],
])('%s', (text, registryId, region, name) => {
  const parsed = parseRepositoryInput(text);
  expect(parsed).toEqual({ ok: true, value: { registryId, region, name } });
});

test.each([
  ['', 'the name of a private repository'],
  ['https://123456789012.dkr.ecr.eu-west-1.amazonaws.com/app', 'without https://'],
  ['team/app:latest', 'without a tag'],
  ['team/app@sha256:0', 'without a digest'],
  ['public.ecr.aws/alias/app', 'ECR Public is not supported yet'],
  ['ghcr.io/team/app', 'ghcr.io is not a host of private ECR'],
  ['1234.dkr.ecr.eu-west-1.amazonaws.com/app', 'is not a host of private ECR'],
  ['Team/App', 'lower-case'],
  ['a', '2 to 256'],
  ['team//app', 'lower-case'],
])('%s is refused', (text, says) => {
  const parsed = parseRepositoryInput(text);
  expect(parsed).toEqual({ ok: false, allowed: expect.stringContaining(says) as unknown });
});
