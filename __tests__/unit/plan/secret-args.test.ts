import { describe, expect, test } from '@jest/globals';
import { secretArguments } from '../../../src/plan/secret-args.ts';
import { inputs, shipErrorOf } from '../support/values.ts';

const warningsFor = (buildArgs: string, variables: Readonly<Record<string, string>> = {}) =>
  secretArguments(inputs({ 'build-args': buildArgs }).build, (name) => variables[name]);

describe('a build argument that looks like a secret', () => {
  test.each([
    'NPM_TOKEN=abc',
    'db_password=abc',
    'STRIPE_API_KEY=abc',
    'aws_secret_access_key=abc',
    'X=ghp_0123456789',
    'X=AKIAIOSFODNN7EXAMPLE',
    'GITHUB_TOKEN',
  ])('%s: is a warning with what to do', (argument) => {
    const [warning = '', ...more] = warningsFor(argument, { GITHUB_TOKEN: 'x' });
    expect(more).toEqual([]);
    expect(warning).toContain(`The build argument ${argument.split('=')[0] ?? ''} looks like a secret`);
    expect(warning).not.toContain('abc');
  });

  test.each(['VERSION=1', 'TOKENIZER=fast', 'NPM_TOKEN=', 'NPM_TOKEN', 'KEYBOARD=de', 'PASSWORDLESS=true'])(
    '%s: is none',
    (argument) => {
      expect(warningsFor(argument)).toEqual([]);
    },
  );

  test.each([{ provenance: 'mode=max' }, { attests: 'type=provenance,mode=max' }])(
    'with %j it would be published: an error',
    (given) => {
      const { build } = inputs({ 'build-args': 'NPM_TOKEN=abc', ...given });
      const error = shipErrorOf(() => secretArguments(build, () => undefined));
      expect(error.what).toContain('NPM_TOKEN would be published');
    },
  );
});
