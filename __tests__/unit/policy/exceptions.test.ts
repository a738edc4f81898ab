import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { acceptanceBy, exceptionUses } from '../../../src/policy/exceptions.ts';
import { exception, finding } from '../support/values.ts';

const day = (text: string) => Date.parse(`${text}T12:00:00Z`);

describe('an exception covers', () => {
  const openssl = finding('critical', 'CVE-1', { package: 'openssl' });
  test.each([
    { name: 'its id in any package', of: exception('CVE-1'), is: true },
    { name: 'its id in its package', of: exception('CVE-1', { package: 'openssl' }), is: true },
    { name: 'no other package', of: exception('CVE-1', { package: 'openssl-libs' }), is: false },
    { name: 'no other id', of: exception('CVE-10'), is: false },
    { name: 'no id that only begins like it', of: exception('CVE'), is: false },
    { name: 'no id in other letters', of: exception('cve-1'), is: false },
  ])('$name: $is', ({ of, is }) => {
    expect(acceptanceBy([of], 0)(openssl).inForce).toBe(is ? of : undefined);
  });

  test('nothing without a package where it names one', () => {
    const nothing = { inForce: undefined, expired: undefined };
    const of = acceptanceBy([exception('CVE-1', { package: 'openssl' }), exception('unnamed')], 0);
    expect(of(finding('critical', 'CVE-1'))).toEqual(nothing);
    expect(of(finding('critical', 'unnamed'))).toEqual(nothing);
  });
});

test('an exception holds through its last day, and not a millisecond longer', () => {
  const list = [exception('CVE-1', { expires: '2026-03-10' })];
  const at = (time: string) => acceptanceBy(list, Date.parse(time))(finding('low', 'CVE-1'));
  expect(at('2026-03-10T23:59:59.999Z')).toEqual({ inForce: list[0], expired: undefined });
  expect(at('2026-03-11T00:00:00.000Z')).toEqual({ inForce: undefined, expired: list[0] });
});

test('where one has expired and another holds, the one that holds decides', () => {
  const list = [
    exception('CVE-1', { expires: '2026-01-01' }),
    exception('CVE-1', { expires: '2026-12-31', package: 'openssl' }),
  ];
  const found = acceptanceBy(list, day('2026-06-01'))(finding('low', 'CVE-1', { package: 'openssl' }));
  expect(found.inForce).toBe(list[1]);
});

test('one that has expired has only the findings that no other accepts, for only they count again', () => {
  const openssl = finding('low', 'CVE-1', { package: 'openssl' });
  const zlib = finding('low', 'CVE-1', { package: 'zlib' });
  const list = [
    exception('CVE-1', { expires: '2026-01-01' }),
    exception('CVE-1', { expires: '2026-12-31', package: 'openssl' }),
  ];
  const uses = (...found: (typeof openssl)[]) =>
    exceptionUses(list, found, day('2026-06-01'), true).map(({ state, findings }) => ({ state, findings }));
  expect(uses(openssl, zlib)).toEqual([
    { state: 'expired', findings: [zlib] },
    { state: 'applied', findings: [openssl] },
  ]);
  expect(uses(openssl)).toEqual([
    { state: 'unused', findings: [] },
    { state: 'applied', findings: [openssl] },
  ]);
});

describe('what became of an exception', () => {
  const one = [finding('low', 'CVE-1')];
  test.each([
    { name: 'it covers a finding', now: '2026-06-01', found: one, full: true, state: 'applied' },
    { name: 'more than 14 days are left', now: '2026-12-17', found: one, full: true, state: 'applied' },
    { name: '14 days are left', now: '2026-12-18', found: one, full: true, state: 'ending' },
    { name: 'it is its last day', now: '2026-12-31', found: one, full: true, state: 'ending' },
    { name: 'it is over', now: '2027-01-01', found: one, full: true, state: 'expired' },
    { name: 'it covers nothing', now: '2026-12-31', found: [], full: true, state: 'unused' },
    { name: 'it is over and covers nothing', now: '2027-01-01', found: [], full: true, state: 'unused' },
    {
      name: 'nothing was seen, but not all was scanned',
      now: '2026-06-01',
      found: [],
      full: false,
      state: 'unknown',
    },
    {
      name: 'a finding was seen, though not all was scanned',
      now: '2026-06-01',
      found: one,
      full: false,
      state: 'applied',
    },
  ])('$name: $state', ({ now, found, full, state }) => {
    const given = exception('CVE-1', { expires: '2026-12-31' });
    expect(exceptionUses([given], found, day(now), full)).toEqual([
      { exception: given, state, findings: found },
    ]);
  });
});

test('the time of warning and the end are exact', () => {
  const given = exception('CVE-1', { expires: '2026-12-31' });
  const end = Date.parse('2027-01-01T00:00:00Z');
  const at = (now: number) => exceptionUses([given], [finding('low', 'CVE-1')], now, true)[0]?.state;
  const fortnight = 14 * 24 * 3600_000;
  expect([at(end - fortnight - 1), at(end - fortnight), at(end - 1), at(end)]).toEqual([
    'applied',
    'ending',
    'ending',
    'expired',
  ]);
});

describe('many exceptions and many findings', () => {
  const ids = fc.constantFrom('CVE-1', 'CVE-2', 'unnamed');
  const packages = fc.constantFrom(undefined, 'a', 'b');
  const someExceptions = fc.array(
    fc
      .record({ id: ids, package: packages, endsAt: fc.constantFrom(0, 2) })
      .map(({ id, ...more }) => exception(id, more)),
    { maxLength: 6 },
  );
  const someFindings = fc.array(
    fc
      .record({ id: ids, package: packages })
      .map(({ id, package: of }) => finding('low', id, of === undefined ? {} : { package: of })),
    { maxLength: 6 },
  );

  test('are held against each other as one by one', () => {
    fc.assert(
      fc.property(someExceptions, someFindings, (exceptions, findings) => {
        const covers = (of: (typeof exceptions)[number], found: (typeof findings)[number]) =>
          found.id !== 'unnamed' &&
          of.id === found.id &&
          (of.package === undefined || of.package === found.package);
        const acceptance = acceptanceBy(exceptions, 1);
        for (const found of findings) {
          expect(acceptance(found)).toEqual({
            inForce: exceptions.find((of) => of.endsAt > 1 && covers(of, found)),
            expired: exceptions.find((of) => of.endsAt <= 1 && covers(of, found)),
          });
        }
        expect(exceptionUses(exceptions, findings, 1, true).map((use) => use.findings)).toEqual(
          exceptions.map((of) =>
            findings.filter(
              (found) =>
                covers(of, found) &&
                (of.endsAt > 1 || !exceptions.some((other) => other.endsAt > 1 && covers(other, found))),
            ),
          ),
        );
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    { name: 'of different ids', id: (n: number) => `CVE-${String(n)}`, of: () => 'p', each: 1 },
    { name: 'of one id', id: () => 'CVE-1', of: (n: number) => `p${String(n)}`, each: 1 },
    { name: 'of one id and package', id: () => 'CVE-1', of: () => 'p', each: 500 },
  ])('$name: each is looked at a few times, and not once for each of the others', ({ id, of, each }) => {
    let reads = 0;
    const counted = <T extends object>(value: T): T =>
      new Proxy(value, {
        get(target, name) {
          if (name === 'id') reads += 1;
          return Reflect.get(target, name) as unknown;
        },
      });
    const numbers = [...Array(500).keys()];
    const findings = numbers.map((n) => counted(finding('low', id(n), { package: of(n) })));
    // All of them are over, where the others have to be asked as well.
    const exceptions = numbers.map((n) => counted(exception(id(n), { package: of(n), endsAt: 0 })));
    const uses = exceptionUses(exceptions, findings, 0, true);
    expect(uses.map((use) => use.findings.length)).toEqual(numbers.map(() => each));
    expect(reads).toBeGreaterThan(numbers.length);
    expect(reads).toBeLessThan(15 * numbers.length);
  });
});
