import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseBoolean, parseChoice, parseDuration, parseFailOn } from '../../../src/plan/scalars.ts';
import { severities } from '../../../src/types/scan.ts';

describe('parseBoolean', () => {
  test.each([
    { text: 'true', value: true },
    { text: 'True', value: true },
    { text: 'TRUE', value: true },
    { text: 'false', value: false },
    { text: 'False', value: false },
    { text: 'FALSE', value: false },
  ])('$text', ({ text, value }) => {
    expect(parseBoolean(text)).toEqual({ ok: true, value });
  });

  test.each(['', 'yes', 'no', 'on', 'off', '1', '0', ' true', 'truE', 'null'])('not %j', (text) => {
    expect(parseBoolean(text)).toEqual({ ok: false, allowed: 'true or false' });
  });
});

test('parseChoice takes its choices only', () => {
  const parse = parseChoice(['a', 'b']);
  expect(parse('b')).toEqual({ ok: true, value: 'b' });
  expect(parse('B')).toEqual({ ok: false, allowed: 'a or b' });
});

describe('parseDuration', () => {
  test.each([
    { text: '1s', ms: 1000 },
    { text: '90s', ms: 90_000 },
    { text: '10m', ms: 600_000 },
    { text: '1h30m', ms: 5_400_000 },
    { text: '1h0m5s', ms: 3_605_000 },
    { text: '6h', ms: 21_600_000 },
    { text: '21600s', ms: 21_600_000 },
  ])('$text', ({ text, ms }) => {
    expect(parseDuration(text)).toEqual({ ok: true, value: ms });
  });

  test.each([
    '',
    '0s',
    '0h0m0s',
    '10',
    '10 m',
    'm',
    '1.5h',
    '-1s',
    '1m1h',
    '1m1m',
    '1d',
    '500ms',
    '6h1s',
    '21601s',
    '10M',
    '10m\n',
  ])('not %j', (text) => {
    expect(parseDuration(text)).toEqual({
      ok: false,
      allowed: 'a time with its unit, from 1s to 6h, such as 90s, 10m or 1h30m',
    });
  });

  test('every time in range, written in any of its forms, is that time', () => {
    const part = (n: number, unit: string) => (n === 0 ? '' : `${String(n)}${unit}`);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 * 3600 }), (total) => {
        const [h, m, s] = [Math.floor(total / 3600), Math.floor((total % 3600) / 60), total % 60];
        const forms = [
          part(h, 'h') + part(m, 'm') + part(s, 's'),
          `${String(total)}s`,
          part(h * 60 + m, 'm') + part(s, 's'),
        ];
        for (const form of forms) expect(parseDuration(form)).toEqual({ ok: true, value: total * 1000 });
      }),
    );
  });
});

describe('parseFailOn', () => {
  test.each([
    { name: 'none limits nothing', text: 'none', limits: {} },
    { name: 'critical forbids that alone', text: 'critical', limits: { critical: 0 } },
    { name: 'high forbids the worse one too', text: 'high', limits: { critical: 0, high: 0 } },
    { name: 'medium', text: 'medium', limits: { critical: 0, high: 0, medium: 0 } },
    { name: 'low', text: 'low', limits: { critical: 0, high: 0, medium: 0, low: 0 } },
    {
      name: 'informational',
      text: 'informational',
      limits: { critical: 0, high: 0, medium: 0, low: 0, informational: 0 },
    },
    {
      name: 'undefined forbids everything',
      text: 'undefined',
      limits: { critical: 0, high: 0, medium: 0, low: 0, informational: 0, undefined: 0 },
    },
    {
      name: 'a budget limits only what it names',
      text: 'critical=0,high=5',
      limits: { critical: 0, high: 5 },
    },
    {
      name: 'a budget with spaces',
      text: ' medium = 12 , undefined=3',
      limits: { medium: 12, undefined: 3 },
    },
  ])('$name', ({ text, limits }) => {
    expect(parseFailOn(text)).toEqual({ ok: true, value: limits });
  });

  const form = `none, one of ${severities.join(', ')}, or a budget such as critical=0,high=5`;
  test.each([
    { name: 'an unknown severity', text: 'severe', allowed: form },
    { name: 'upper case', text: 'High', allowed: form },
    { name: 'a list of severities', text: 'critical,high', allowed: form },
    { name: 'a budget without a number', text: 'critical=', allowed: form },
    { name: 'a negative budget', text: 'critical=-1', allowed: form },
    { name: 'a fraction', text: 'critical=1.5', allowed: form },
    { name: 'a budget of seven digits', text: 'critical=1000000', allowed: form },
    { name: 'none in a budget', text: 'none=1', allowed: form },
    { name: 'a name of every object', text: 'constructor=1', allowed: form },
    { name: 'a trailing comma', text: 'critical=0,', allowed: form },
    { name: 'nothing', text: '', allowed: form },
    {
      name: 'a severity twice',
      text: 'high=0,high=1',
      allowed: 'each severity once ("high" is there twice)',
    },
  ])('not $name', ({ text, allowed }) => {
    expect(parseFailOn(text)).toEqual({ ok: false, allowed });
  });
});
