import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { disagreement } from '../../../src/scan/disagreement.ts';
import { counts } from '../../support/scan-page.ts';

type Numbers = Readonly<Record<string, number>>;

test.each<{ name: string; counted: Numbers; listed: Numbers; setAside?: Numbers; says: string | undefined }>([
  { name: 'nothing', counted: {}, listed: {}, says: undefined },
  { name: 'none counted is not counted', counted: { HIGH: 0 }, listed: {}, says: undefined },
  { name: 'the same', counted: { HIGH: 2, LOW: 1 }, listed: { LOW: 1, HIGH: 2 }, says: undefined },
  {
    name: 'another severity',
    counted: { CRITICAL: 1 },
    listed: { LOW: 1 },
    says: '1 CRITICAL counted, 0 listed; 0 LOW counted, 1 listed',
  },
  { name: 'fewer listed', counted: { LOW: 5 }, listed: { LOW: 4 }, says: '5 LOW counted, 4 listed' },
  { name: 'more listed', counted: { LOW: 4 }, listed: { LOW: 5 }, says: '4 LOW counted, 5 listed' },
  {
    name: 'a word that is not counted',
    counted: {},
    listed: { SEVERE: 1 },
    says: '0 SEVERE counted, 1 listed',
  },
  {
    name: 'set aside and counted',
    counted: { HIGH: 2 },
    listed: { HIGH: 2 },
    setAside: { HIGH: 1 },
    says: undefined,
  },
  {
    name: 'set aside, not counted',
    counted: { HIGH: 1 },
    listed: { HIGH: 2 },
    setAside: { HIGH: 1 },
    says: undefined,
  },
  {
    name: 'set aside, and one more that is not counted',
    counted: { HIGH: 0 },
    listed: { HIGH: 2 },
    setAside: { HIGH: 1 },
    says: '0 HIGH counted, 2 listed',
  },
  {
    name: 'so many words that not all are named',
    counted: Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`W${String(n)}`, 1])),
    listed: {},
    says: `${Array.from({ length: 8 }, (_, n) => `1 W${String(n)} counted, 0 listed`).join('; ')}; and others`,
  },
])('$name', ({ counted, listed, setAside = {}, says }) => {
  expect(disagreement(counts(counted), counts(listed), counts(setAside))).toBe(says);
});

test('agrees with itself and with nothing else', () => {
  const tally = fc.dictionary(
    fc.constantFrom('CRITICAL', 'HIGH', 'LOW', 'SEVERE'),
    fc.integer({ min: 1, max: 9 }),
  );
  fc.assert(
    fc.property(tally, tally, (a, b) => {
      expect(disagreement(counts(a), counts(a), counts({}))).toBeUndefined();
      const isSame = ['CRITICAL', 'HIGH', 'LOW', 'SEVERE'].every((key) => (a[key] ?? 0) === (b[key] ?? 0));
      expect(disagreement(counts(a), counts(b), counts({})) === undefined).toBe(isSame);
    }),
  );
});
