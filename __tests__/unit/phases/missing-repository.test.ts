import { describe, expect, test } from '@jest/globals';
import { missingFrom } from '../../../src/phases/missing-repository.ts';
import { ShipError } from '../../../src/types/errors.ts';

const missing = new ShipError({
  code: 'repository-not-found',
  what: 'There is no repository team/x.',
  next: 'Correct the inputs repository, aws-region or registry-id, or set create-repository: true.',
});

describe('a repository that is missing is told with the input that names it', () => {
  test.each([
    ['from', 'Correct the input from: it names the repository in which the image lies.'],
    [
      'destinations',
      'Correct the input destinations, or make that repository before: create-repository makes the one of the input repository alone.',
    ],
    [
      'scan-repository',
      'Correct the input scan-repository, or make that repository before: create-repository makes the one of the input repository alone.',
    ],
  ] as const)('%s', (input, next) => {
    const { code, what } = missing;
    expect(missingFrom(input, missing)).toMatchObject({ code, what, next, cause: missing });
  });

  test('and any other error stays as it is', () => {
    const denied = new ShipError({ code: 'access-denied', what: 'No.', next: 'Ask.' });
    expect(missingFrom('from', denied)).toBe(denied);
    expect(missingFrom('from', 'text')).toBe('text');
  });
});
