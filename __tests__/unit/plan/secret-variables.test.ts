import { expect, test } from '@jest/globals';
import { unsetSecrets } from '../../../src/plan/secret-variables.ts';
import { inputs } from '../support/values.ts';

test('a variable that the job does not have gives an empty secret, which is a warning', () => {
  const { build } = inputs({ 'secret-envs': 'npm=NPM_TOKEN,AWS_KEY,EMPTY', secrets: 'own=abc' });
  expect(unsetSecrets(build, (name) => ({ AWS_KEY: 'x', EMPTY: '' })[name])).toEqual([
    'The input secret-envs takes the secret npm from NPM_TOKEN, a variable that this job does not have: the build gets an empty one. ' +
      'Set it by env: in the step, or leave the secret out.',
  ]);
});
