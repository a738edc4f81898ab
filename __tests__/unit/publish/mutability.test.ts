import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mayMove } from '../../../src/publish/mutability.ts';
import { matchesWildcard } from '../../../src/types/wildcard.ts';
import { tag } from '../support/values.ts';

describe('mayMove in the four modes of ECR', () => {
  test.each([
    { mode: 'MUTABLE', mutability: { default: 'mutable', exceptFilters: [] }, latest: true, release: true },
    {
      mode: 'IMMUTABLE',
      mutability: { default: 'immutable', exceptFilters: [] },
      latest: false,
      release: false,
    },
    {
      mode: 'IMMUTABLE_WITH_EXCLUSION',
      mutability: { default: 'immutable', exceptFilters: ['latest', 'dev-*'] },
      latest: true,
      release: false,
    },
    {
      mode: 'MUTABLE_WITH_EXCLUSION',
      mutability: { default: 'mutable', exceptFilters: ['v*'] },
      latest: true,
      release: false,
    },
  ] as const)('$mode', ({ mutability, latest, release }) => {
    expect(mayMove(tag('latest'), mutability)).toBe(latest);
    expect(mayMove(tag('v1.2.3'), mutability)).toBe(release);
  });
});

describe('matchesWildcard', () => {
  test.each([
    { text: 'latest', filter: 'latest', matches: true },
    { text: 'latest', filter: 'late', matches: false },
    { text: 'latest', filter: 'test', matches: false },
    { text: 'latest', filter: '*', matches: true },
    { text: 'dev-1', filter: 'dev-*', matches: true },
    { text: 'dev-', filter: 'dev-*', matches: true },
    { text: 'x-dev-1', filter: 'dev-*', matches: false },
    { text: '1.2', filter: '1.2', matches: true },
    { text: '1x2', filter: '1.2', matches: false },
    { text: 'a-b-c', filter: 'a*c', matches: true },
    { text: 'a-b-d', filter: 'a*c', matches: false },
    { text: '1', filter: '[0-9]', matches: false },
    { text: 'Latest', filter: 'latest', matches: false },
    { text: 'a', filter: '', matches: false },
  ])('$text against $filter: $matches', ({ text, filter, matches }) => {
    expect(matchesWildcard(text, filter)).toBe(matches);
  });

  /** The definition, character by character: a star takes nothing, or one character and goes on. */
  function naive(text: string, filter: string): boolean {
    if (filter === '') return text === '';
    if (filter.startsWith('*'))
      return naive(text, filter.slice(1)) || (text !== '' && naive(text.slice(1), filter));
    return text.charAt(0) === filter.charAt(0) && text !== '' && naive(text.slice(1), filter.slice(1));
  }

  test('agrees with the definition', () => {
    const characters = (all: string) =>
      fc.string({ unit: fc.constantFrom(...Array.from(all)), maxLength: 8 });
    fc.assert(
      fc.property(characters('ab.-_+$^['), characters('ab.-_+$^[**'), (text, filter) => {
        expect(matchesWildcard(text, filter)).toBe(naive(text, filter));
      }),
      { numRuns: 1000 },
    );
  });
});
