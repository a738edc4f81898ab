import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  clause,
  inWords,
  visible,
  visibleInColour,
  withoutColour,
  withoutOrders,
} from '../../../src/types/text.ts';
import { graphemes } from '../support/texts.ts';

/** Written out here once more, so that a gap in the sanitiser's own list is seen. */
const dangerous =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Cs}/u;

const any = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    fc.constantFrom(
      '\u001b',
      '[',
      ']',
      '0',
      ';',
      'm',
      'K',
      '\u0007',
      '\\',
      '\r',
      '\n',
      '\t',
      '\u202e',
      '\ud83d',
      '\u200d',
    ),
    graphemes({ minLength: 1, maxLength: 1 }),
  ),
  maxLength: 40,
});

describe('visible', () => {
  test.each([
    {
      name: 'plain text',
      text: 'naïve Größe 日本語 – “x” 1.0\tz\nnext',
      shown: 'naïve Größe 日本語 – “x” 1.0\tz\nnext',
    },
    { name: 'an escape', text: 'a\u001b[2Jb', shown: String.raw`a\u001b[2Jb` },
    {
      name: 'a bell, a backspace, a delete',
      text: '\u0007\u0008\u007f',
      shown: String.raw`\u0007\u0008\u007f`,
    },
    { name: 'a C1 control', text: '\u009b2J\u0085', shown: String.raw`\u009b2J\u0085` },
    { name: 'a carriage return', text: 'passed\rfailed', shown: String.raw`passed\u000dfailed` },
    { name: 'letters turned round', text: '\u202egnp.exe\u202c', shown: String.raw`\u202egnp.exe\u202c` },
    {
      name: 'isolates and marks',
      text: '\u2066\u2069\u200e\u200f\u061c',
      shown: String.raw`\u2066\u2069\u200e\u200f\u061c`,
    },
    { name: 'separators of lines', text: 'a\u2028b\u2029c', shown: String.raw`a\u2028b\u2029c` },
    {
      name: 'what has no width',
      text: 'lat\u200best\u200c\u200d\ufeff',
      shown: String.raw`lat\u200best\u200c\u200d\ufeff`,
    },
    { name: 'half a character', text: '\ud800x\udc00', shown: String.raw`\ud800x\udc00` },
    { name: 'a tag character', text: 'a\u{e0041}', shown: String.raw`a\u{e0041}` },
    { name: 'a whole emoji', text: '⚠️ 👩‍💻 👩🏽‍🚀 🏳️‍🌈', shown: '⚠️ 👩‍💻 👩🏽‍🚀 🏳️‍🌈' },
    { name: 'a joiner that joins nothing', text: '👩\u200d', shown: String.raw`👩\u200d` },
  ])('$name', ({ text, shown }) => {
    expect(visible(text)).toBe(shown);
  });

  test('leaves nothing that acts or is not seen, and changes nothing the second time', () => {
    fc.assert(
      fc.property(any, (text) => {
        const shown = visible(text);
        expect(dangerous.test(shown)).toBe(false);
        expect(visible(shown)).toBe(shown);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('visibleInColour', () => {
  test.each([
    { name: 'colours stay', text: '\u001b[1;31mred\u001b[0m', shown: '\u001b[1;31mred\u001b[0m' },
    { name: 'the cursor stays where it is', text: 'a\u001b[2K\u001b[1A\u001b[3;4Hb\u001b[?25l', shown: 'ab' },
    {
      name: 'the window keeps its title',
      text: '\u001b]0;owned\u0007x\u001b]8;;http://e.example\u001b\\y',
      shown: 'xy',
    },
    {
      name: 'no device is asked or set',
      text: 'a\u001bP$q"p\u001b\\b\u001bcc\u001b(0d\u001b7',
      shown: 'abcd',
    },
    { name: 'an escape that means nothing is seen', text: 'a\u001b', shown: String.raw`a\u001b` },
    { name: 'so is what has no end', text: '\u001b]0;title', shown: String.raw`\u001b]0;title` },
    { name: 'so are others', text: '\u009b2J\u202e', shown: String.raw`\u009b2J\u202e` },
  ])('$name', ({ text, shown }) => {
    expect(visibleInColour(text)).toBe(shown);
  });

  test('but for colours it leaves nothing that acts', () => {
    fc.assert(
      fc.property(any, (text) => {
        const shown = visibleInColour(text);
        expect(dangerous.test(withoutColour(shown))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('withoutOrders', () => {
  test.each([
    { text: '::error::x', shown: String.raw`\::error::x` },
    { text: 'a\n \t\u2003::error::x', shown: `a\n \t\u2003${String.raw`\::`}error::x` },
    { text: 'a ##[error]x', shown: String.raw`a #\#[error]x` },
    { text: '###[[group]', shown: String.raw`##\#[[group]` },
    { text: 'std::vector', shown: 'std::vector' },
  ])('$text', ({ text, shown }) => {
    expect(withoutOrders(text)).toBe(shown);
    expect(withoutOrders(shown)).toBe(shown);
  });
});

describe('clause', () => {
  test('is one line that can be seen, without a full stop and without credentials', () => {
    expect(
      clause('cannot  reach\n https://me:hunter2@example.com/x?a=1&access_token=abc \u001b[31m.\n'),
    ).toBe(String.raw`cannot reach https://***@example.com/x?a=1&access_token=*** \u001b[31m`);
  });

  test('does not cut through a credential, nor through a character', () => {
    const long = `${'x'.repeat(585)} https://user:${'s'.repeat(60)}@example.com`;
    expect(clause(long)).not.toContain('sss');
    expect(clause(`${'x'.repeat(598)}👍${'y'.repeat(9)}`)).toBe(`${'x'.repeat(598)}…`);
  });
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('several things in words: %j', (items, words) => {
  expect(inWords(items)).toBe(words);
});
