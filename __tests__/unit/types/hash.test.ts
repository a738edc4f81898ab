import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hash64 } from '../../../src/types/hash.ts';

// Source: draft-eastlake-fnv, "64-bit FNV-1a test vectors".
test.each([
  ['', 0xcbf29ce484222325n],
  ['a', 0xaf63dc4c8601ec8cn],
  ['foobar', 0x85944171f73967e8n],
])('%j', (text, bits) => {
  expect(hash64(text)).toBe(bits);
});

test('is what its definition says, of any text', () => {
  const defined = (text: string) =>
    new TextEncoder()
      .encode(text)
      .reduce(
        (state, byte) => BigInt.asUintN(64, (state ^ BigInt(byte)) * 0x100000001b3n),
        0xcbf29ce484222325n,
      );
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 0, max: 0x10ffff }), (text, code) => {
      const given = text + String.fromCodePoint(code);
      return hash64(given) === defined(given);
    }),
  );
});
