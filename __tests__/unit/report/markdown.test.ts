import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marked, type Token, type Tokens } from 'marked';
import { code, escapeMarkdown, link, table } from '../../../src/report/markdown.ts';
import { graphemes } from '../support/texts.ts';

/** The text that a reader sees of HTML that marked made. */
function shown(html: string): string {
  return html
    .replace(/&#(\d+);/g, (_, n: string) => String.fromCodePoint(Number(n)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

const parsed = (markdown: string): string => marked.parse(markdown, { gfm: true, async: false });

/** As a reader sees it: the comment that parts a sign from its word is shown as nothing. */
const render = (markdown: string): string => parsed(markdown).replaceAll('<!-- -->', '');

/** What GitHub looks for mentions, addresses and issues in: every piece of text by itself, its references read. */
const pieces = (markdown: string): string[] =>
  parsed(markdown)
    .split(/<[^>]*>/)
    .map(shown);

/** Texts full of what Markdown, HTML and GitHub give a meaning to. */
const markup = [
  ...Array.from('&<>|`*_{}[]()#!~\\@:$-+=."\'/ \n\t1aé'),
  '<b>',
  '<!--',
  '</td>',
  '&amp;',
  '&#124;',
  '&#x7c;',
  '](https://e.example)',
  '![x](https://e.example/i.png)',
  'https://e.example',
  'www.e.example',
  'WWW.e.example',
  'me@e.example',
  '@team',
  '#12',
  '```',
  '~~~',
  '---',
  '1. ',
  '2) ',
  '- ',
  '+ ',
  '# ',
  '> ',
  '[^1]',
  '[x]: https://e.example',
  '\r\n',
  '\u2028',
  '😀',
];
const foreign = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...markup), { maxLength: 12 }).map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: graphemes({ maxLength: 30 }) },
);
const collapsed = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('escapeMarkdown', () => {
  test.each([
    { name: 'a plain word stays', text: 'openssl 3.0.2-0ubuntu1.18', escaped: 'openssl 3.0.2-0ubuntu1.18' },
    { name: 'a bar', text: 'a|b', escaped: 'a&#124;b' },
    { name: 'a tag', text: '<img>', escaped: '&#60;img&#62;' },
    { name: 'an ampersand', text: '&lt;', escaped: '&#38;lt;' },
    { name: 'lines are put together', text: 'a\r\n\n b', escaped: 'a b' },
    { name: 'a mention', text: '@team', escaped: '&#64;<!-- -->team' },
    { name: 'an address of e-mail', text: 'me@x.y', escaped: 'me&#64;<!-- -->x.y' },
    { name: 'an issue', text: 'a#12', escaped: 'a&#35;<!-- -->12' },
    { name: 'a sign that begins nothing', text: '@ # a@', escaped: '&#64; &#35; a&#64;' },
    { name: 'a web address', text: 'http://x', escaped: 'http&#58;//x' },
    { name: 'a web address without its scheme', text: 'www.x', escaped: 'www&#46;x' },
    { name: 'what begins a list', text: '- a', escaped: '&#45; a' },
    { name: 'what begins a numbered list', text: '12. a', escaped: '12&#46; a' },
    { name: 'a version at the beginning', text: '1.2. 3', escaped: '1.2. 3' },
    { name: 'what begins a formula', text: '$x$', escaped: '&#36;x&#36;' },
    { name: 'spaces around it', text: ' a ', escaped: 'a' },
  ])('$name', ({ text, escaped }) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test('in a paragraph: exactly the text, no tag, no link', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        fc.pre(collapsed(text) !== '');
        const html = render(escapeMarkdown(text));
        const inside = /^<p>([^<>]*)<\/p>\n$/.exec(html)?.[1];
        expect(inside === undefined ? html : shown(inside)).toBe(collapsed(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('nobody is called, and no issue: what reads the page after its Markdown finds the signs alone', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const escaped = escapeMarkdown(text);
        const found = pieces(`x ${escaped}\n\n| A |\n| --- |\n| ${escaped} |`);
        expect(found.filter((piece) => /[@#]\S/.test(piece))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('in a heading, a list and bold type: exactly the text', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const wanted = collapsed(text);
        fc.pre(wanted !== '');
        const escaped = escapeMarkdown(wanted);
        const html = render(`## x ${escaped}\n\n- ${escaped}\n\n**${escaped}**`);
        const parts =
          /^<h2>x ([^<>]*)<\/h2>\n<ul>\n<li>([^<>]*)<\/li>\n<\/ul>\n<p><strong>([^<>]*)<\/strong><\/p>\n$/.exec(
            html,
          );
        expect(parts === null ? html : parts.slice(1).map(shown)).toEqual([wanted, wanted, wanted]);
      }),
      { numRuns: 1000 },
    );
  });

  test('in a table: as many cells as before, each exactly its text', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(foreign, foreign, foreign), { minLength: 1, maxLength: 3 }), (rows) => {
        const markdown = table(
          ['A', 'B', 'C'],
          rows.map((row) => row.map(escapeMarkdown)),
        ).join('\n');
        const html = render(markdown);
        const cells = [...html.matchAll(/<td>([^<>]*)<\/td>/g)].map(([, cell]) => shown(cell ?? ''));
        expect(cells).toEqual(rows.flat().map(collapsed));
        expect(/<(?!\/?(?:table|thead|tbody|tr|th|td)>)/.exec(html)).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });
});

describe('code', () => {
  test.each([
    { name: 'a digest', text: 'a@sha256:b', shown: '`a@sha256:b`' },
    { name: 'a backtick cannot end it', text: 'a`b', shown: "`a'b`" },
    { name: 'a bar cannot end the cell', text: 'a|b', shown: '`a¦b`' },
    { name: 'a line feed cannot end the row', text: 'a\nb', shown: '`a b`' },
  ])('$name', ({ text, shown: wanted }) => {
    expect(code(text)).toBe(wanted);
  });
});

/** All links of some Markdown, wherever they stand. */
function linksOf(markdown: string): Tokens.Link[] {
  const found: Tokens.Link[] = [];
  void marked.walkTokens(marked.lexer(markdown, { gfm: true }), (token: Token) => {
    if (token.type === 'link') found.push(token as Tokens.Link);
  });
  return found;
}

/** An address with its percent signs read, so that two ways to write the same one are equal. */
function octets(address: string): string {
  return address.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

describe('link', () => {
  test.each([
    {
      name: 'text and address',
      text: 'CVE-1',
      address: 'https://e.example/CVE-1',
      markdown: '[CVE-1](https://e.example/CVE-1)',
    },
    { name: 'no address', text: 'a|b', address: undefined, markdown: 'a&#124;b' },
    { name: 'no address that can be read', text: 'x', address: 'not a url', markdown: 'x' },
    { name: 'a script', text: 'x', address: 'javascript:alert(1)', markdown: 'x' },
    { name: 'data', text: 'x', address: 'data:text/html,x', markdown: 'x' },
    { name: 'a file', text: 'x', address: 'file:///etc/passwd', markdown: 'x' },
    {
      name: 'brackets in the address',
      text: 'x',
      address: 'https://e.example/a_(b)|c',
      markdown: '[x](https://e.example/a_%28b%29%7Cc)',
    },
    {
      name: 'a reference in the address',
      text: 'x',
      address: 'https://e.example/?a=1&copy;=2',
      markdown: '[x](https://e.example/?a=1&amp;copy;=2)',
    },
    {
      name: 'an address without end',
      text: 'x',
      address: `https://e.example/${'a'.repeat(2000)}`,
      markdown: 'x',
    },
    {
      name: 'brackets in the text',
      text: '](http://evil.example)',
      address: 'https://e.example/',
      markdown: '[&#93;&#40;http&#58;//evil.example&#41;](https://e.example/)',
    },
    {
      name: 'an address that is short only when it has been read',
      text: 'x',
      address: `https://e.example/${'../'.repeat(2000)}`,
      markdown: 'x',
    },
  ])('$name', ({ text, address, markdown }) => {
    expect(link(text, address)).toBe(markdown);
  });

  test('in a table: one link to that address, and no further cell', () => {
    const tail = fc.array(fc.constantFrom(...Array.from('()[]|<>\\`*_&;? "\'#%=a/'), '&copy;', '&#124;'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(foreign, tail, (text, parts) => {
        fc.pre(collapsed(text) !== '');
        const address = `https://e.example/${parts.join('')}`;
        const markdown = table(['A', 'B'], [[link(text, address), 'end']]).join('\n');
        const links = linksOf(markdown);
        expect(links).toHaveLength(1);
        expect(octets(shown(links[0]?.href ?? ''))).toBe(octets(new URL(address).href));
        const html = render(markdown);
        expect([...html.matchAll(/<td>/g)]).toHaveLength(2);
        const label = /<td><a href="[^"]*">([^<>]*)<\/a><\/td>/.exec(html)?.[1];
        expect(label === undefined ? html : shown(label)).toBe(collapsed(text));
      }),
      { numRuns: 1000 },
    );
  });
});

test('table: a rule under the header, numbers to the right', () => {
  expect(table(['Name', 'Size'], [['a', '1']], [1])).toEqual([
    '| Name | Size |',
    '| --- | --: |',
    '| a | 1 |',
  ]);
});
