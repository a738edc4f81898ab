import { describe, expect, test } from '@jest/globals';
import { accessIn } from '../../../src/adapters/ecr/repository-access.ts';

const policy = (...statements: object[]) => accessIn(JSON.stringify({ Statement: statements }));
const allow = (Principal: unknown, Action: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Principal,
  Action,
  ...more,
});

describe('who may push and pull', () => {
  test('is told by name', () => {
    expect(
      policy(
        allow({ AWS: ['210987654321', 'arn:aws:iam::1:role/x'] }, ['ecr:BatchGetImage']),
        allow({ Service: 'lambda.amazonaws.com' }, 'ecr:*'),
      ),
    ).toEqual({
      push: ['lambda.amazonaws.com'],
      pull: ['210987654321', 'arn:aws:iam::1:role/x', 'lambda.amazonaws.com'],
      open: [],
    });
  });

  test.each([
    ['*', '*', ['push', 'pull']],
    [{ AWS: '*' }, 'ecr:*', ['push', 'pull']],
    [{ AWS: ['*'] }, ['ECR:batchgetimage'], ['pull']],
    ['*', ['ecr:Put*'], ['push']],
    ['*', ['ecr:DescribeImages'], []],
    [{ AWS: '123456789012' }, '*', []],
  ])('%j may do %j: open for %j', (principal, action, open) => {
    expect(policy(allow(principal, action)).open).toEqual(open);
  });

  test('a condition names somebody, an empty one nobody', () => {
    const org = { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } };
    expect(policy(allow('*', 'ecr:*', org))).toMatchObject({
      pull: ['whoever meets the conditions'],
      open: [],
    });
    expect(policy(allow('*', 'ecr:*', { Condition: {} })).open).toEqual(['push', 'pull']);
  });

  test('what is denied to everybody is open to nobody', () => {
    const deny = { Effect: 'Deny', Principal: '*', Action: 'ecr:PutImage' };
    expect(policy(allow('*', 'ecr:*'), deny).open).toEqual(['pull']);
  });

  test('NotAction leaves out what it names', () => {
    expect(policy({ Effect: 'Allow', Principal: '*', NotAction: ['ecr:PutImage'] }).open).toEqual(['pull']);
  });

  test('one statement need not be a list', () => {
    expect(accessIn(JSON.stringify({ Statement: allow('*', 'ecr:*') })).open).toEqual(['push', 'pull']);
    expect(accessIn('{}')).toEqual({ push: [], pull: [], open: [] });
  });
});
