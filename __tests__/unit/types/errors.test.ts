import { describe, expect, test } from '@jest/globals';
import { asShipError, ShipError } from '../../../src/types/errors.ts';
import { clause, messageOf } from '../../../src/types/text.ts';

describe('ShipError', () => {
  test('says what happened and what to do in one message, and keeps the parts', () => {
    const cause = new Error('inner');
    const error = new ShipError({
      code: 'build-failed',
      what: 'It broke.',
      next: 'Mend it.',
      details: 'd',
      cause,
    });
    expect(error.message).toBe('It broke. Mend it.');
    expect(error).toMatchObject({
      name: 'ShipError',
      code: 'build-failed',
      what: 'It broke.',
      next: 'Mend it.',
      details: 'd',
      cause,
    });
  });
});

describe('asShipError', () => {
  test('leaves a ShipError as it is', () => {
    const error = new ShipError({ code: 'push-failed', what: 'a', next: 'b' });
    expect(asShipError(error)).toBe(error);
  });

  test('makes an internal error of any other error, with its stack for an issue', () => {
    const thrown = new TypeError('x is not a function.');
    const error = asShipError(thrown);
    expect(error.code).toBe('internal');
    expect(error.what).toBe('Something happened that ecr-ship did not foresee: x is not a function.');
    expect(error.details).toBe(thrown.stack);
    expect(error.cause).toBe(thrown);
  });

  test('takes a thrown text', () => {
    const error = asShipError('boom!');
    expect(error.what).toBe('Something happened that ecr-ship did not foresee: boom.');
    expect(error.details).toBe('boom!');
  });
});

describe('clause', () => {
  test.each([
    { name: 'drops the full stop', text: 'It failed.', clause: 'It failed' },
    { name: 'drops a run of ends', text: 'really?!... ', clause: 'really' },
    { name: 'puts lines together', text: ' a\r\n\tb\n', clause: 'a b' },
    { name: 'keeps stops inside', text: 'a. b: c.', clause: 'a. b: c' },
    { name: 'keeps a closing bracket', text: 'no (a.)', clause: 'no (a.)' },
    { name: 'keeps 600 characters', text: 'x'.repeat(600), clause: 'x'.repeat(600) },
    { name: 'shortens 601 characters', text: 'x'.repeat(601), clause: `${'x'.repeat(599)}…` },
    { name: 'gives nothing for nothing', text: ' \n', clause: '' },
  ])('$name', ({ text, clause: wanted }) => {
    expect(clause(text)).toBe(wanted);
  });
});

test('messageOf takes errors and anything else', () => {
  expect(messageOf(new Error('a'))).toBe('a');
  expect(messageOf(42)).toBe('42');
});
