import { describe, expect, test } from '@jest/globals';
import { parseInputs } from '../../../src/inputs/inputs.ts';
import type { Inputs } from '../../../src/types/inputs.ts';
import { inputs, rawInputs, shipErrorOf } from '../support/values.ts';

const arn = 'arn:aws:iam::123456789012:role/teams/ship';

describe('the role of a run', () => {
  test('without role-to-assume there is none', () => {
    expect(inputs().target).not.toHaveProperty('role');
  });

  test('with it the rest has defaults', () => {
    expect(inputs({ 'role-to-assume': arn }).target).toMatchObject({
      role: { arn, sessionName: 'GitHubActions', durationSeconds: 3600, audience: 'sts.amazonaws.com' },
    });
  });

  test('in China the audience is its own', () => {
    const { target } = inputs({ 'role-to-assume': arn.replace('aws', 'aws-cn') });
    expect(target?.role?.audience).toBe('sts.amazonaws.com.cn');
  });

  test('everything can be given', () => {
    const given = {
      'role-to-assume': arn,
      'role-session-name': 'ship@main',
      'role-duration': '1h30m',
      audience: 'https://github.com/org',
      'allowed-account-ids': '123456789012, 210987654321\n123456789012',
    };
    const { target, allowedAccountIds } = inputs(given);
    expect(target?.role).toEqual({
      arn,
      sessionName: 'ship@main',
      durationSeconds: 5400,
      audience: 'https://github.com/org',
    });
    expect(allowedAccountIds).toEqual(['123456789012', '210987654321']);
  });

  test('a plan takes no role on, and says that the input means nothing', () => {
    const planned: Inputs = inputs({ mode: 'plan', 'role-to-assume': arn });
    expect(planned.target).toBeUndefined();
    expect(planned.idle).toEqual(['role-to-assume']);
  });

  test.each([
    ['role-to-assume', 'ship', 'with the account in front of the name'],
    ['role-to-assume', 'arn:aws:sts::123456789012:assumed-role/ship/x', 'not that of a session'],
    ['role-to-assume', 'arn:aws:iam::12345:role/ship', 'the ARN of a role'],
    ['role-to-assume', 'arn:aws:iam::123456789012:user/ship', 'the ARN of a role'],
    ['role-session-name', 'a b', '2 to 64 letters'],
    ['role-duration', '10m', 'from 15m to 12h'],
    ['role-duration', '13h', 'from 15m to 12h'],
    ['role-duration', '3600', 'for 3600 seconds write 3600s'],
    ['allowed-account-ids', '12345678901', '12 digits'],
  ])('%s cannot be %s', (name, text, says) => {
    const error = shipErrorOf(() => parseInputs(rawInputs({ [name]: text }), 'eu-west-1'));
    expect(error.code).toBe('invalid-input');
    expect(error.message).toContain(`Input ${name} is`);
    expect(error.message).toContain(says);
  });
});
