import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatDate } from '../../../src/plan/dates.ts';

const at = Date.UTC(2026, 2, 4, 5, 6, 7, 89);

function format(text?: string, zone?: string, when = at) {
  return formatDate(when, {
    positional: text === undefined ? [] : [text],
    named: new Map(zone === undefined ? [] : [['tz', zone]]),
  });
}

const given = (value: string) => ({ ok: true, value });

/** What moment-timezone 0.6 with moment 2.30 gives, which docker/metadata-action uses. */
describe('every token as moment has it', () => {
  test.each([
    { text: 'YYYY YY Y', utc: '2026 26 2026', kolkata: '2026 26 2026' },
    { text: 'YYYYMMDD', utc: '20260304', kolkata: '20260304' },
    { text: 'YYYYMMDD-HHmmss', utc: '20260304-050607', kolkata: '20260304-103607' },
    { text: 'YYYY.MM.DD', utc: '2026.03.04', kolkata: '2026.03.04' },
    { text: 'YYYYMMDDTHHmmss[Z]', utc: '20260304T050607Z', kolkata: '20260304T103607Z' },
    { text: 'X', utc: '1772600767', kolkata: '1772600767' },
    { text: 'x', utc: '1772600767089', kolkata: '1772600767089' },
    { text: 'Q Qo', utc: '1 1st', kolkata: '1 1st' },
    { text: 'M Mo MM MMM MMMM', utc: '3 3rd 03 Mar March', kolkata: '3 3rd 03 Mar March' },
    { text: 'D Do DD', utc: '4 4th 04', kolkata: '4 4th 04' },
    { text: 'DDD DDDo DDDD', utc: '63 63rd 063', kolkata: '63 63rd 063' },
    {
      text: 'd do dd ddd dddd e E',
      utc: '3 3rd We Wed Wednesday 3 3',
      kolkata: '3 3rd We Wed Wednesday 3 3',
    },
    { text: 'w wo ww gg gggg', utc: '10 10th 10 26 2026', kolkata: '10 10th 10 26 2026' },
    { text: 'W Wo WW GG GGGG', utc: '10 10th 10 26 2026', kolkata: '10 10th 10 26 2026' },
    { text: 'H HH h hh k kk', utc: '5 05 5 05 5 05', kolkata: '10 10 10 10 10 10' },
    { text: 'A a', utc: 'AM am', kolkata: 'AM am' },
    { text: 'm mm s ss', utc: '6 06 7 07', kolkata: '36 36 7 07' },
    { text: 'Hmm hmm Hmmss hmmss', utc: '506 506 50607 50607', kolkata: '1036 1036 103607 103607' },
    { text: 'S SS SSS SSSSSS', utc: '0 08 089 089000', kolkata: '0 08 089 089000' },
    { text: 'Z ZZ', utc: '+00:00 +0000', kolkata: '+05:30 +0530' },
    { text: '[v]YYYY', utc: 'v2026', kolkata: 'v2026' },
    { text: '[YYYY] YYYY', utc: 'YYYY 2026', kolkata: 'YYYY 2026' },
    { text: '[a]b]', utc: 'a]b', kolkata: 'a]b' },
    { text: String.raw`\YYYY-\MM`, utc: 'YYYY-MM', kolkata: 'YYYY-MM' },
    { text: '[', utc: '[', kolkata: '[' },
    { text: '$& $1', utc: '$& $1', kolkata: '$& $1' },
    {
      text: 'dddd, MMMM Do YYYY, h:mm:ss a',
      utc: 'Wednesday, March 4th 2026, 5:06:07 am',
      kolkata: 'Wednesday, March 4th 2026, 10:36:07 am',
    },
  ])('$text', ({ text, utc, kolkata }) => {
    expect(format(text)).toEqual(given(utc));
    expect(format(text, 'Asia/Kolkata')).toEqual(given(kolkata));
  });
});

test.each([
  { hour: 0, text: '0 12 24 AM' },
  { hour: 11, text: '11 11 11 AM' },
  { hour: 12, text: '12 12 12 PM' },
  { hour: 23, text: '23 11 23 PM' },
])('the clock at $hour', ({ hour, text }) => {
  expect(format('H h k A', 'UTC', Date.UTC(2026, 2, 4, hour))).toEqual(given(text));
});

test.each([
  { day: 1, text: '1st' },
  { day: 2, text: '2nd' },
  { day: 3, text: '3rd' },
  { day: 11, text: '11th' },
  { day: 12, text: '12th' },
  { day: 13, text: '13th' },
  { day: 21, text: '21st' },
  { day: 30, text: '30th' },
])('$text', ({ day, text }) => {
  expect(format('Do', 'UTC', Date.UTC(2026, 0, day))).toEqual(given(text));
});

describe('weeks and days at the turn of a year', () => {
  test.each([
    { day: '2021-01-03', us: '2021-02', iso: '2020-53', ofYear: '003' },
    { day: '2021-01-04', us: '2021-02', iso: '2021-01', ofYear: '004' },
    { day: '2024-02-29', us: '2024-09', iso: '2024-09', ofYear: '060' },
    { day: '2024-12-29', us: '2025-01', iso: '2024-52', ofYear: '364' },
    { day: '2024-12-30', us: '2025-01', iso: '2025-01', ofYear: '365' },
    { day: '2024-12-31', us: '2025-01', iso: '2025-01', ofYear: '366' },
    { day: '2026-01-01', us: '2026-01', iso: '2026-01', ofYear: '001' },
    { day: '2026-12-27', us: '2027-01', iso: '2026-52', ofYear: '361' },
    { day: '2027-01-01', us: '2027-01', iso: '2026-53', ofYear: '001' },
  ])('$day', ({ day, us, iso, ofYear }) => {
    expect(format('gggg-ww', 'UTC', Date.parse(day))).toEqual(given(us));
    expect(format('GGGG-WW', 'UTC', Date.parse(day))).toEqual(given(iso));
    expect(format('DDDD', 'UTC', Date.parse(day))).toEqual(given(ofYear));
  });

  test('Sunday is the last day of an ISO week', () => {
    expect(format('E e', 'UTC', Date.parse('2021-01-03'))).toEqual(given('7 0'));
  });
});

describe('time zones, with no format: ISO 8601', () => {
  test.each([
    { when: '2026-03-29T00:59:59Z', zone: 'Europe/Berlin', iso: '2026-03-29T01:59:59+01:00' },
    { when: '2026-03-29T01:00:00Z', zone: 'Europe/Berlin', iso: '2026-03-29T03:00:00+02:00' },
    { when: '2026-10-25T00:30:00Z', zone: 'Europe/Berlin', iso: '2026-10-25T02:30:00+02:00' },
    { when: '2026-10-25T01:30:00Z', zone: 'Europe/Berlin', iso: '2026-10-25T02:30:00+01:00' },
    { when: '2026-03-08T06:59:59Z', zone: 'America/New_York', iso: '2026-03-08T01:59:59-05:00' },
    { when: '2026-03-08T07:00:00Z', zone: 'America/New_York', iso: '2026-03-08T03:00:00-04:00' },
    { when: '2026-03-04T05:06:07Z', zone: 'America/St_Johns', iso: '2026-03-04T01:36:07-03:30' },
    { when: '2026-03-04T05:06:07Z', zone: 'Asia/Kathmandu', iso: '2026-03-04T10:51:07+05:45' },
    { when: '2025-12-31T10:00:00Z', zone: 'Pacific/Kiritimati', iso: '2026-01-01T00:00:00+14:00' },
    { when: '2026-03-04T05:06:07Z', zone: 'Europe/London', iso: '2026-03-04T05:06:07Z' },
    { when: '2026-07-04T05:06:07Z', zone: 'Europe/London', iso: '2026-07-04T06:06:07+01:00' },
    { when: '2026-03-04T05:06:07Z', zone: undefined, iso: '2026-03-04T05:06:07Z' },
    { when: '1970-01-01T00:00:00Z', zone: 'UTC', iso: '1970-01-01T00:00:00Z' },
  ])('$when in $zone', ({ when, zone, iso }) => {
    expect(format(undefined, zone, Date.parse(when))).toEqual(given(iso));
  });

  test('a week number after a change of the clocks', () => {
    const when = Date.parse('2022-06-25T22:07:04Z');
    expect(format('gggg-ww', 'Europe/Berlin', when)).toEqual(given('2022-27'));
  });

  test('an empty format is none', () => {
    expect(format('')).toEqual(given('2026-03-04T05:06:07Z'));
  });

  test('whatever the zone, the text means the same instant', () => {
    const zones = ['UTC', 'Asia/Seoul', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe'];
    const seconds = fc.integer({ min: 0, max: 4_102_444_800 });
    fc.assert(
      fc.property(seconds, fc.constantFrom(...zones), (second, zone) => {
        const text = format(undefined, zone, second * 1000);
        expect(text.ok && Date.parse(text.value)).toBe(second * 1000);
        expect(format('X', zone, second * 1000)).toEqual(given(String(second)));
      }),
    );
  });
});

describe('what is refused', () => {
  test.each(['z', 'zz', 'N', 'y', 'YYYYY', 'ggggg', 'GGGGG', 'LT', 'L', 'lll', 'nightly-YYYY'])(
    'the token in %s, whose answer depends on more than the instant',
    (text) => {
      expect(format(text)).toEqual({
        ok: false,
        allowed: expect.stringContaining(`(this one is not: ${JSON.stringify(text)})`),
      });
    },
  );

  test('such a letter in brackets is only text', () => {
    expect(format('[nightly]-YYYY')).toEqual(given('nightly-2026'));
  });

  test.each(['Mars/Olympus', '', 'Europe'])('the zone %j', (zone) => {
    expect(format('YYYY', zone)).toEqual({
      ok: false,
      allowed: `a time zone such as UTC or Europe/Berlin, not ${JSON.stringify(zone)}`,
    });
  });

  test('an argument that is not tz', () => {
    expect(formatDate(at, { positional: ['YYYY'], named: new Map([['zone', 'UTC']]) })).toEqual({
      ok: false,
      allowed: 'for a date the argument tz, not "zone"',
    });
  });

  test('two formats', () => {
    expect(formatDate(at, { positional: ['YYYY', 'UTC'], named: new Map() })).toEqual({
      ok: false,
      allowed: 'one format for a date, not 2',
    });
  });
});
