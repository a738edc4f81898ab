import { describe, expect, test } from '@jest/globals';
import { parseInputs } from '../../../src/inputs/inputs.ts';
import { secretValues } from '../../../src/inputs/secret-values.ts';
import type { RawInputs } from '../../../src/types/inputs.ts';
import { rawInputs, shipErrorOf } from '../support/values.ts';

const errorOf = (given: Partial<RawInputs>) => shipErrorOf(() => parseInputs(rawInputs(given), undefined));

describe('a build input that cannot be used', () => {
  test.each<[Partial<RawInputs>, string]>([
    [
      { builder: '--driver x' },
      'Input builder is "--driver x"; allowed: one value, without the option itself',
    ],
    [{ 'build-contexts': 'shared' }, 'Input build-contexts is "shared"; allowed: name=<folder or address>'],
    [
      { 'cache-from': '--cache-from=x' },
      'Input cache-from is "--cache-from=x"; allowed: values without the option',
    ],
    [{ 'secret-envs': 'a=b=c d' }, 'allowed: id=VARIABLE'],
    [{ 'secret-files': './.npmrc' }, 'Input secret-files is "./.npmrc"; allowed: id=path'],
    [
      { provenance: 'maximum' },
      'Input provenance is "maximum"; allowed: true, false, or parameters such as mode=max',
    ],
    [{ 'no-cache': 'yes' }, 'Input no-cache is "yes"; allowed: true or false (write true)'],
  ])('%j', (given, what) => {
    expect(errorOf(given).what).toContain(what);
  });

  test.each(['hunter2', 'npm: hunter2', 'ok=hunter2\nhunter2', '"id=hunter2'])(
    'a secret that cannot be read is not shown: %j',
    (secrets) => {
      const error = errorOf({ secrets });
      expect(error.what).toContain('Input secrets');
      expect(JSON.stringify([error.message, error.details])).not.toContain('hunter2');
      expect(secretValues(rawInputs({ secrets }), () => undefined).join()).toContain('hunter2');
    },
  );

  test('an empty secret is told by its name: the repository may not have it', () => {
    expect(errorOf({ secrets: 'npm=' }).what).toContain('allowed: a value for npm');
  });

  test('no secret is shown where the mode does not know it', () => {
    const error = errorOf({ mode: 'publish', from: '1', secrets: 'npm=hunter2' });
    expect(error.message).not.toContain('hunter2');
  });
});

test('every value that an input holds or names is known before anything is said', () => {
  const raw = rawInputs({ secrets: 'a=one\n"b=two\nthree"', 'secret-envs': 'c=FOUR,FIVE' });
  const variables: Readonly<Record<string, string>> = { FOUR: 'four', FIVE: '' };
  expect(secretValues(raw, (name) => variables[name])).toEqual(['one', 'two\nthree', 'four']);
});
