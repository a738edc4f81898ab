import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { legalTag } from '../../../src/plan/tags/legal.ts';
import { graphemes } from '../support/texts.ts';

const legal = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;

describe('legalTag', () => {
  test.each([
    { text: 'main', tag: 'main' },
    { text: '_x', tag: '_x' },
    { text: '1.2.3', tag: '1.2.3' },
    { text: 'feat/a b&c', tag: 'feat-a-b-c' },
    { text: 'a//b', tag: 'a-b' },
    { text: 'v1.2.3+build.5', tag: 'v1.2.3-build.5' },
    { text: '-weird', tag: 'weird' },
    { text: '.dot', tag: 'dot' },
    { text: '-.-/x', tag: 'x' },
    { text: 'x-', tag: 'x-' },
    { text: 'Feature/ABC', tag: 'Feature-ABC' },
    { text: 'a'.repeat(128), tag: 'a'.repeat(128) },
  ])('$text', ({ text, tag }) => {
    expect(legalTag(text)).toBe(tag);
  });

  test.each(['', ' ', '\t\n'])('%j is nothing', (text) => {
    expect(legalTag(text)).toBeUndefined();
  });

  test.each([
    { what: 'Cyrillic letters', text: 'ветка', tag: /^[0-9a-z]{8}$/ },
    { what: 'letters beside ASCII', text: 'grün', tag: /^gr-n-[0-9a-z]{8}$/ },
    { what: 'an emoji at the end', text: 'fix-🐛', tag: /^fix-[0-9a-z]{8}$/ },
    { what: 'only hyphens', text: '---', tag: /^[0-9a-z]{8}$/ },
    { what: '129 characters', text: 'a'.repeat(129), tag: /^a{119}-[0-9a-z]{8}$/ },
    {
      what: 'a cut behind a hyphen',
      text: `${'a'.repeat(118)}-${'b'.repeat(40)}`,
      tag: /^a{118}-[0-9a-z]{8}$/,
    },
  ])('$what: what is lost is told apart by a hash', ({ text, tag }) => {
    expect(legalTag(text)).toMatch(tag);
    expect(legalTag(text)).toBe(legalTag(text));
  });

  test('the hash is the same on every machine and in every version', () => {
    expect(legalTag('grün')).toBe('gr-n-2dp371o7');
    expect(legalTag('x'.repeat(200))).toBe(`${'x'.repeat(119)}-hlfhztc5`);
  });

  test('every text gives a legal tag, or nothing where it is blank', () => {
    fc.assert(
      fc.property(graphemes({ maxLength: 300 }), (text) => {
        const tag = legalTag(text);
        if (text.trim() === '') expect(tag).toBeUndefined();
        else expect(tag).toMatch(legal);
      }),
      { numRuns: 1000 },
    );
  });

  test('a legal tag stays as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(legal), (text) => {
        expect(legalTag(text)).toBe(text);
      }),
    );
  });

  test('two long texts never give the same tag, even where they differ in one character at the end', () => {
    const long = fc.string({
      unit: fc.constantFrom('a', 'b', '/', '-', '.', 'é'),
      minLength: 129,
      maxLength: 200,
    });
    fc.assert(
      fc.property(long, fc.constantFrom('x', 'y', '/', '-', '.', 'é'), (text, end) => {
        expect(legalTag(`${text}${end}`)).not.toBe(legalTag(text));
      }),
      { numRuns: 500 },
    );
  });

  test('two texts of other letters never give the same tag', () => {
    const cyrillic = fc.string({ unit: fc.constantFrom('а', 'б', 'в', 'г'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(cyrillic, cyrillic, (one, other) => {
        expect(legalTag(one) === legalTag(other)).toBe(one === other);
      }),
      { numRuns: 500 },
    );
  });
});
