import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDigest, shortDigest } from '../../../src/types/digest.ts';
import {
  parseAccountId,
  parsePlatform,
  parseRegion,
  parseRepositoryName,
  parseTag,
} from '../../../src/types/names.ts';

const hex = 'a'.repeat(64);

interface Row {
  readonly name: string;
  readonly text: string;
  readonly legal: boolean;
}

const good = (name: string, text: string): Row => ({ name: `takes ${name}`, text, legal: true });
const bad = (name: string, text: string): Row => ({ name: `refuses ${name}`, text, legal: false });

const tables: Readonly<Record<string, { parse: (text: string) => string | undefined; rows: Row[] }>> = {
  parseTag: {
    parse: parseTag,
    rows: [
      good('a word', 'latest'),
      good('a version', '1.2.3-rc.1'),
      good('a leading underscore', '_x'),
      good('128 characters', 'x'.repeat(128)),
      bad('129 characters', 'x'.repeat(129)),
      bad('nothing', ''),
      bad('a leading dot', '.x'),
      bad('a leading hyphen', '-x'),
      bad('a slash', 'a/b'),
      bad('a colon', 'a:b'),
      bad('a space', 'a b'),
      bad('a line end after it', 'latest\n'),
      bad('a plus', '1.2.3+build'),
    ],
  },
  parseRepositoryName: {
    parse: parseRepositoryName,
    rows: [
      good('two characters', 'ab'),
      good('a path', 'team/sub/app'),
      good('separators inside segments', 'my-team/the.app_one'),
      good('256 characters', 'x'.repeat(256)),
      bad('257 characters', 'x'.repeat(257)),
      bad('one character', 'a'),
      bad('upper case', 'Team/app'),
      bad('two separators in a row', 'a--b'),
      bad('a leading slash', '/ab'),
      bad('a trailing slash', 'ab/'),
      bad('two slashes', 'a//b'),
      bad('a trailing hyphen', 'ab-'),
      bad('a tag', 'ab:1'),
    ],
  },
  parseAccountId: {
    parse: parseAccountId,
    rows: [
      good('12 digits', '012345678901'),
      bad('11 digits', '12345678901'),
      bad('13 digits', '1234567890123'),
      bad('a letter', '12345678901a'),
    ],
  },
  parseRegion: {
    parse: parseRegion,
    rows: [
      good('a commercial region', 'eu-west-1'),
      good('GovCloud', 'us-gov-west-1'),
      good('China', 'cn-northwest-1'),
      good('the European sovereign cloud', 'eusc-de-east-1'),
      good('an isolated region', 'us-isob-east-1'),
      good('Mexico', 'mx-central-1'),
      bad('a zone', 'eu-west-1a'),
      bad('upper case', 'EU-WEST-1'),
      bad('a word', 'ireland'),
      bad('no number', 'eu-west'),
      bad('nothing', ''),
    ],
  },
  parsePlatform: {
    parse: parsePlatform,
    rows: [
      good('os and arch', 'linux/amd64'),
      good('a variant', 'linux/arm/v7'),
      good('windows', 'windows/amd64'),
      bad('the arch alone', 'amd64'),
      bad('four parts', 'linux/arm/v7/x'),
      bad('upper case', 'Linux/amd64'),
      bad('an empty arch', 'linux/'),
    ],
  },
  parseDigest: {
    parse: parseDigest,
    rows: [
      good('sha256', `sha256:${hex}`),
      bad('upper-case digits', `sha256:${hex.toUpperCase()}`),
      bad('63 digits', `sha256:${hex.slice(1)}`),
      bad('65 digits', `sha256:${hex}a`),
      bad('sha512', `sha512:${hex}${hex}`),
      bad('the digits alone', hex),
      bad('a line end after it', `sha256:${hex}\n`),
    ],
  },
};

describe.each(Object.entries(tables))('%s', (_, { parse, rows }) => {
  test.each(rows)('$name', ({ text, legal }) => {
    expect(parse(text)).toBe(legal ? text : undefined);
  });
});

describe('grammars, held against a reading character by character', () => {
  /** Texts near the grammar, so that both outcomes are common. */
  const near = fc.string({ unit: fc.constantFrom(...'ab0._-/:A '.split('')), maxLength: 12 });

  test('parseTag', () => {
    const isLetter = (c: string) => /[A-Za-z0-9_]/.test(c);
    fc.assert(
      fc.property(near, (text) => {
        const legal =
          text !== '' &&
          isLetter(text.charAt(0)) &&
          Array.from(text).every((c) => isLetter(c) || c === '.' || c === '-');
        expect(parseTag(text)).toBe(legal ? text : undefined);
      }),
      { numRuns: 500 },
    );
  });

  test('parseRepositoryName', () => {
    fc.assert(
      fc.property(near, (text) => {
        const legal =
          text.length >= 2 &&
          text
            .split('/')
            .every((segment) => segment.split(/[._-]/).every((part) => /^[a-z0-9]+$/.test(part)));
        expect(parseRepositoryName(text)).toBe(legal ? text : undefined);
      }),
      { numRuns: 500 },
    );
  });

  test('every repository name that the grammar can make is taken', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'z', '0', '9'), minLength: 1, maxLength: 4 });
    const segment = fc
      .tuple(word, fc.array(fc.tuple(fc.constantFrom('.', '_', '-'), word), { maxLength: 3 }))
      .map(([first, rest]) => first + rest.map(([separator, part]) => separator + part).join(''));
    const name = fc
      .array(segment, { minLength: 1, maxLength: 5 })
      .map((segments) => segments.join('/'))
      .filter((text) => text.length >= 2);
    fc.assert(
      fc.property(name, (text) => {
        expect(parseRepositoryName(text)).toBe(text);
      }),
    );
  });
});

test('shortDigest gives the first twelve digits', () => {
  const digest = parseDigest(`sha256:0123456789abcdef${'0'.repeat(48)}`);
  expect(digest === undefined ? undefined : shortDigest(digest)).toBe('0123456789ab');
});
