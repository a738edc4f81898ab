import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseBoolean, parseChoice, parseDuration } from '../../../src/inputs/scalars.ts';

describe('parseBoolean', () => {
  test.each([
    { text: 'true', value: true },
    { text: 'True', value: true },
    { text: 'TRUE', value: true },
    { text: 'false', value: false },
    { text: 'False', value: false },
    { text: 'FALSE', value: false },
    { text: 'tRuE', value: true },
    { text: ' true ', value: true },
    { text: '"true"', value: true },
    { text: "'False'", value: false },
  ])('$text', ({ text, value }) => {
    expect(parseBoolean(text)).toEqual({ ok: true, value });
  });

  test.each([
    { text: '', hint: '' },
    { text: 'null', hint: '' },
    { text: 'ture', hint: '' },
    { text: 'yes', hint: ' (write true)' },
    { text: 'ON', hint: ' (write true)' },
    { text: '1', hint: ' (write true)' },
    { text: 'no', hint: ' (write false)' },
    { text: '"off"', hint: ' (write false)' },
    { text: '0', hint: ' (write false)' },
  ])('not $text', ({ text, hint }) => {
    expect(parseBoolean(text)).toEqual({ ok: false, allowed: `true or false${hint}` });
  });
});

describe('parseChoice', () => {
  const parse = parseChoice(['reuse', 'move'], { overwrite: 'move' });

  test.each(['move', 'Move', 'MOVE', '"move"', "'move'", ' move '])('takes %j', (text) => {
    expect(parse(text)).toEqual({ ok: true, value: 'move' });
  });

  test.each([
    { text: 'overwrite', hint: ' (did you mean move?)' },
    { text: 'reuze', hint: ' (did you mean reuse?)' },
    { text: 'toString', hint: '' },
    { text: '', hint: '' },
  ])('refuses $text', ({ text, hint }) => {
    expect(parse(text)).toEqual({ ok: false, allowed: `reuse or move${hint}` });
  });
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

  test('a number without its unit is told what it would be in seconds', () => {
    expect(parseDuration('600')).toEqual({
      ok: false,
      allowed: expect.stringContaining('(for 600 seconds write 600s)'),
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
