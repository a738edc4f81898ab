import { expect, test } from '@jest/globals';
import { secretValues } from '../../../src/inputs/secret-values.ts';
import { rawInputs } from '../support/values.ts';

const none = () => undefined;

test('the credentials of addresses are found in every input, and in the variables that build-args names', () => {
  const raw = rawInputs({
    context: 'https://from-context@github.com/a/b',
    'build-args': 'A=https://me:from-argument@h/\n "ECR_SHIP_TEST_INDEX" \n',
    annotations: 'a=https://me:from-annotation@h/',
  });
  const variables: Readonly<Record<string, string>> = { ECR_SHIP_TEST_INDEX: 'https://me:from-variable@h/' };
  expect(secretValues(raw, (name) => variables[name])).toEqual(
    expect.arrayContaining(['from-context', 'from-variable', 'from-argument', 'from-annotation']),
  );
});

test.each([
  ['a build argument', { 'build-args': 'NPM_TOKEN=a-secret-of-npm' }],
  ['a quoted build argument', { 'build-args': 'A=1\n"NPM_TOKEN=a-secret-of-npm"' }],
  ['a build argument that takes a variable', { 'build-args': 'A=1\n  NPM_TOKEN  ' }],
  ['a smoke test', { 'smoke-test': 'env:\n  NPM_TOKEN: "a-secret-of-npm"' }],
  ['a smoke test that cannot be read', { 'smoke-test': '{{{ NPM_TOKEN=a-secret-of-npm' }],
])('what looks like a secret in %s is found', (_where, given) => {
  const variable = (name: string) => (name === 'NPM_TOKEN' ? 'a-secret-of-npm' : undefined);
  expect(secretValues(rawInputs(given), variable)).toContain('a-secret-of-npm');
});

test('what does not look like one is not, nor what is short', () => {
  const given = {
    'build-args': 'NODE_ENV=production\nTOKEN=short\nNPM_TOKEN',
    'smoke-test': 'path: /healthz',
  };
  expect(secretValues(rawInputs(given), none)).toEqual([]);
});
