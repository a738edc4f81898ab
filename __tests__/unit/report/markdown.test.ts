import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Marked } from 'marked';
import { code, escapeMarkdown, link, table } from '../../../src/report/markdown.ts';

const html = (markdown: string) => new Marked({ gfm: true }).parse(markdown) as string;
const decode = (text: string) =>
  text
    .replace(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('foreign text', () => {
  test.each([
    ['<script>alert(1)</script>', '<script'],
    ['![x](https://example.com/x.png)', 'img'],
    ['[click](https://example.com)', '<a '],
    ['https://example.com www.example.com WWW.example.com me@example.com', '<a '],
    ['**bold** _it_ `code` ~~gone~~', '<strong>'],
    ['# heading', '<h1'],
  ])('%s has no effect', (text, effect) => {
    expect(html(`x ${escapeMarkdown(text)}`)).not.toContain(effect);
  });

  test('shows exactly itself in a table cell, and makes no other cell', () => {
    const word = fc.string({
      unit: fc.constantFrom(...Array.from('abw.|`*_{}[]()#!~\\@:<>&/"\'')),
      minLength: 1,
    });
    fc.assert(
      fc.property(word, (text) => {
        const rendered = html(table(['h', 'i'], [['x', `.${escapeMarkdown(text)}.`]]).join('\n'));
        const cells = [...rendered.matchAll(/<td>(.*?)<\/td>/gs)].map(([, cell]) => decode(cell ?? ''));
        expect(cells).toEqual(['x', `.${text}.`]);
      }),
    );
  });

  test('is on one line', () => {
    expect(escapeMarkdown('a\nb\r\n\tc')).toBe('a b c');
  });
});

test('a code span cannot be left', () => {
  expect(code('a`b|c')).toBe("`a'b¦c`");
});

test.each([
  ['https://example.com/a?b=(c)', '[t](https://example.com/a?b=%28c%29)'],
  ['http://example.com/', '[t](http://example.com/)'],
  ['javascript:alert(1)', 't'],
  ['not an address', 't'],
  [undefined, 't'],
])('a link to %s', (address, markdown) => {
  expect(link('t', address)).toBe(markdown);
});
