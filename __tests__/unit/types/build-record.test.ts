import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  differences,
  formatRecord,
  noRecord,
  parseRecord,
  recordParts,
  shortHash,
} from '../../../src/types/build-record.ts';
import { buildRecord } from '../support/values.ts';

const record = buildRecord(undefined, { tree: 'cd'.repeat(32) }, 1_700_000_000_000);

describe('the record of an image', () => {
  test('comes out of its label as it went in', () => {
    expect(parseRecord(formatRecord(record))).toEqual(record);
    expect(parseRecord(formatRecord(buildRecord()))).toEqual(buildRecord());
  });

  test('needs no quotes in a shell', () => {
    expect(formatRecord(record)).toMatch(/^[\w=,-]+$/);
  });

  test.each([
    { what: 'nothing', text: '' },
    { what: 'the word for none', text: noRecord },
    { what: 'another version', text: formatRecord(record).replace(/^v1/, 'v2') },
    { what: 'a part that is missing', text: formatRecord(record).replace(/,tree=[^,]+/, '') },
    { what: 'a part that is empty', text: formatRecord(record).replace(/,tree=[^,]+/, ',tree=') },
    { what: 'a part that is there twice', text: `${formatRecord(record)},tree=clean` },
    { what: 'a part that is not known', text: `${formatRecord(record)},more=x` },
    { what: 'something behind it', text: `${formatRecord(record)} ` },
    { what: 'capital letters', text: formatRecord(record).toUpperCase() },
  ])('is none: $what', ({ text }) => {
    expect(parseRecord(text)).toBeUndefined();
  });

  test('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `v1,${text}`),
        ),
        (text) => {
          parseRecord(text);
        },
      ),
    );
  });

  test('says in which parts two images differ', () => {
    expect(differences(record, record)).toEqual([]);
    for (const part of recordParts) {
      const other = { ...record, parts: { ...record.parts, [part]: 'x' } };
      expect(differences(record, other)).toEqual([part]);
    }
  });

  test('holds the beginning of a SHA-256', async () => {
    expect(await shortHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223');
  });
});
