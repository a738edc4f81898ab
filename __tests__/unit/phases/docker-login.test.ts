import { expect, test } from '@jest/globals';
import { besideOurs } from '../../../src/phases/docker-login.ts';
import { host } from '../support/values.ts';

const ours = [{ host, basic: 'QVdTOm91cnM=' }];
const given = (registry: string) => ({ host: registry, username: 'u', password: 'hunter2' });

test('a login that is given to the host of the run does not take the place of its own, and that is said', () => {
  const { further, messages } = besideOurs(ours, [given(host), given('ghcr.io')]);
  expect(further).toEqual([{ host: 'ghcr.io', basic: btoa('u:hunter2') }]);
  expect(messages).toEqual([
    {
      level: 'notice',
      text: `The login to ${host} in the input registry-logins is not used: this step logs in there itself.`,
    },
  ]);
});
