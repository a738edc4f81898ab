import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matchesWildcard } from '../../../src/types/wildcard.ts';

/** What a regular expression says of the same, which is right and may be slow. */
function expected(text: string, pattern: string): boolean {
  const expression = Array.from(pattern, (character) =>
    character === '*'
      ? '.*'
      : character === '?'
        ? '.'
        : character.replace(/[.+^${}()|[\]\\]/, String.raw`\$&`),
  );
  return new RegExp(`^${expression.join('')}$`, 'su').test(text);
}

describe('matchesWildcard', () => {
  test('says what a regular expression says', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '.', '/', '💥'), maxLength: 12 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '?', '💥'), maxLength: 8 });
    fc.assert(
      fc.property(letters, pattern, (text, given) => {
        expect(matchesWildcard(text, given, { question: true })).toBe(expected(text, given));
      }),
    );
  });

  test('takes a question mark for itself where nobody asks for more', () => {
    expect(matchesWildcard('a?', 'a?')).toBe(true);
    expect(matchesWildcard('ab', 'a?')).toBe(false);
  });

  test('does not take longer with every star', () => {
    expect(matchesWildcard('a'.repeat(2000), `${'*a'.repeat(500)}b`)).toBe(false);
  });
});
