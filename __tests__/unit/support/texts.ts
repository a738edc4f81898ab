import fc from 'fast-check';

// fast-check's own units of graphemes and of all characters begin with tables of them that take half a second of every file.

/** Printable characters of one code point: ASCII above all, and of the first three planes. */
const printable = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCodePoint(code)) },
  {
    weight: 2,
    arbitrary: fc
      .integer({ min: 0xa0, max: 0x2fa1f })
      .map((code) => (code >= 0xd800 && code <= 0xdfff ? 'ß' : String.fromCodePoint(code)))
      .map((character) => (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? character : 'é')),
  },
);

/** What people see as one character, and what is several: combined accents, Hangul, flags, skins, families, keycaps. */
const composed = fc.constantFrom(
  'e\u0301',
  'o\u0323\u0302',
  '\u1112\u1161\u11ab',
  'क\u094dषि',
  '🇪🇺',
  '👍🏽',
  '👩‍👩‍👧‍👦',
  '🏴‍☠️',
  '❤️',
  '1️⃣',
);

/** A text of so many characters at most, as people write them. */
export function graphemes(bounds: fc.ArrayConstraints = {}): fc.Arbitrary<string> {
  const one = fc.oneof({ weight: 6, arbitrary: printable }, { weight: 1, arbitrary: composed });
  return fc.array(one, bounds).map((characters) => characters.join(''));
}

/** A text of any code points but halves of pairs; those that mean something to a program come often. */
export function anyText(bounds: fc.ArrayConstraints = {}): fc.Arbitrary<string> {
  const code = fc.oneof(
    fc.integer({ min: 0, max: 0x7f }),
    fc.integer({ min: 0, max: 0x10ffff - 0x800 }).map((value) => (value < 0xd800 ? value : value + 0x800)),
  );
  return fc.array(code, bounds).map((codes) => String.fromCodePoint(...codes));
}
