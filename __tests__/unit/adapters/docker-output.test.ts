import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { onlyNews, showable, tailOf } from '../../../src/adapters/docker/docker-output.ts';
import { startSecrets } from '../../../src/adapters/machine/secrets.ts';

function shown(chunks: readonly Buffer[], ...known: string[]): string {
  const secrets = startSecrets();
  known.forEach(secrets.add);
  const output = showable(secrets);
  return chunks.map((chunk) => output.next(chunk)).join('') + output.end();
}

describe('an output that is shown', () => {
  const text =
    'é s3cr3t \u001b[32mok\u001b[0m\r\nline \u001b[2K\rover\n\u202e👍 ##[error]x https://u:pw@h/ end';
  const bytes = Buffer.from(text);

  test('is the same however it comes in pieces', () => {
    const whole = shown([bytes], 's3cr3t');
    expect(whole).toBe(
      String.raw`é *** ` +
        '\u001b[32mok\u001b[0m\nline \nover\n' +
        String.raw`\u202e👍 #\#[error]x https://***@h/ end`,
    );
    fc.assert(
      fc.property(fc.array(fc.nat({ max: bytes.length })), (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
        const pieces = at.slice(1).map((end, index) => bytes.subarray(at[index], end));
        expect(shown(pieces, 's3cr3t')).toBe(whole);
      }),
    );
  });

  test('of a line without an end comes in pieces, none of which has a part of a secret', () => {
    const secret = 'S'.repeat(3000);
    const secrets = startSecrets();
    secrets.add(secret);
    const output = showable(secrets);
    const line = Buffer.from(`${'x'.repeat(65_000)}${secret}${'y'.repeat(200_000)}`);
    let all = '';
    let longest = 0;
    for (let at = 0; at < line.length; at += 1000) {
      const piece = output.next(line.subarray(at, at + 1000));
      longest = Math.max(longest, piece.length);
      all += piece;
    }
    all += output.end();
    expect(all).toBe(`${'x'.repeat(65_000)}***${'y'.repeat(200_000)}`);
    expect(longest).toBeLessThan(70_000);
  });
});

describe('the end of an output', () => {
  test('is kept whole where it is short', () => {
    const tail = tailOf(100);
    ['one ', 'two ', 'three'].forEach(tail.add);
    expect(tail.text()).toBe('one two three');
  });

  test('is all that is kept of a long one', () => {
    const tail = tailOf(100);
    for (let number = 0; number < 10_000; number += 1) tail.add(`${String(number)} `);
    expect(tail.text().length).toBeGreaterThanOrEqual(100);
    expect(tail.text().length).toBeLessThan(200);
    expect(tail.text().endsWith('9998 9999 ')).toBe(true);
  });
});

test('lines that were there before are left out, and nothing else', () => {
  const news = onlyNews();
  expect(news('a: Waiting\nb: Waiting\n')).toBe('a: Waiting\nb: Waiting\n');
  expect(news('a: Waiting\na: Pushed\nb: Waiting\n')).toBe('a: Pushed\n');
  expect(news('b: Waiting\n')).toBe('');
  expect(news('no end')).toBe('no end');
  expect(news('no end')).toBe('no end');
});

test('what is remembered of lines is bounded, and all lines are shown', () => {
  const news = onlyNews();
  const lines = Array.from({ length: 20_000 }, (_, at) => `line ${String(at)}\n`);
  expect(lines.map(news).join('')).toBe(lines.join(''));
  expect(news('line 1\n')).toBe('');
});
