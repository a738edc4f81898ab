import { describe, expect, test } from '@jest/globals';
import { withCredentials } from '../../../src/adapters/docker-config.ts';
import { host } from '../support/values.ts';

const ours = {
  endpoint: `https://${host}`,
  username: 'AWS',
  password: 'secret',
  basic: 'QVdTOnNlY3JldA==',
  expiresAt: 0,
};

describe('withCredentials', () => {
  test('an empty configuration gets our login and an empty helper for our host', () => {
    expect(withCredentials({}, host, ours)).toEqual({
      auths: { [host]: { auth: 'QVdTOnNlY3JldA==' } },
      credHelpers: { [host]: '' },
    });
  });

  test('everything that is theirs stays', () => {
    const theirs = {
      auths: { 'ghcr.io': { auth: 'dTpw' }, [host]: { auth: 'b2xk' } },
      credHelpers: { 'public.ecr.aws': 'ecr-login', [host]: 'ecr-login' },
      credsStore: 'desktop',
      currentContext: 'remote',
      proxies: { default: { httpsProxy: 'http://proxy:3128' } },
      cliPluginsExtraDirs: ['/opt/plugins'],
      HttpHeaders: { 'X-Meta': 'a' },
    };
    const before = structuredClone(theirs);
    expect(withCredentials(theirs, host, ours)).toEqual({
      ...before,
      auths: { 'ghcr.io': { auth: 'dTpw' }, [host]: { auth: 'QVdTOnNlY3JldA==' } },
      credHelpers: { 'public.ecr.aws': 'ecr-login', [host]: '' },
    });
    expect(theirs).toEqual(before);
  });

  test('the password itself is nowhere but in auth', () => {
    expect(JSON.stringify(withCredentials({}, host, ours))).not.toContain('"secret"');
  });
});
