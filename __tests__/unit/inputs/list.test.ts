import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readList, type Entry } from '../../../src/inputs/list.ts';
import { parseBuildArg, parseLabel } from '../../../src/inputs/names-and-values.ts';
import { parseLines, type Parsed } from '../../../src/inputs/parsed.ts';

const parts = (text: string, kind: 'lines' | 'parts') =>
  readList(text, kind).map((entry) =>
    'why' in entry ? [entry.line, entry.why] : [entry.line, ...entry.parts.map((part) => part.text)],
  );

describe('a list of lines', () => {
  test.each([
    { text: '', is: [] },
    { text: '\n \n\t\n', is: [] },
    {
      text: 'a\nb',
      is: [
        [1, 'a'],
        [2, 'b'],
      ],
    },
    {
      text: 'a\r\nb\r\r\nc\rd\r\n',
      is: [
        [1, 'a'],
        [2, 'b'],
        [3, 'c\rd'],
      ],
    },
    { text: '# first\n  # indented\n a ', is: [[3, 'a']] },
    { text: 'a,b', is: [[1, 'a,b']] },
    { text: 'A={"b":1,"c":[2]}', is: [[1, 'A={"b":1,"c":[2]}']] },
    { text: 'A="b"', is: [[1, 'A="b"']] },
    { text: 'A=5"', is: [[1, 'A=5"']] },
    { text: '"A=b,c"', is: [[1, 'A=b,c']] },
    {
      text: '"A=first\n  second"\nB=2',
      is: [
        [1, 'A=first\n  second'],
        [3, 'B=2'],
      ],
    },
    { text: '"A=first\r\nsecond"', is: [[1, 'A=first\nsecond']] },
    { text: '"A=first\n# not a comment"', is: [[1, 'A=first\n# not a comment']] },
    { text: '"A=say ""hello"""', is: [[1, 'A=say "hello"']] },
    {
      text: 'x\n"A=b" c',
      is: [
        [1, 'x'],
        [2, 'text-after-quote'],
      ],
    },
    {
      text: 'x\n\n"A=b',
      is: [
        [1, 'x'],
        [3, 'open-quote'],
      ],
    },
    {
      text: 'A="first\nsecond"',
      is: [
        [1, 'open-quote'],
        [2, 'second"'],
      ],
    },
  ])('$text', ({ text, is }) => {
    expect(parts(text, 'lines')).toEqual(is);
  });
});

describe('a list with commas', () => {
  test.each([
    {
      text: 'a, b\nc',
      is: [
        [1, 'a', 'b'],
        [2, 'c'],
      ],
    },
    { text: 'a,', is: [[1, 'a', '']] },
    { text: '"a,b" , c', is: [[1, 'a,b', 'c']] },
    {
      text: 'a,"b\nc",d\ne',
      is: [
        [1, 'a', 'b\nc', 'd'],
        [3, 'e'],
      ],
    },
    { text: 'type=raw,value="a"', is: [[1, 'field']] },
    {
      text: 'a\n"b',
      is: [
        [1, 'a'],
        [2, 'field'],
      ],
    },
    { text: '"a"b,c', is: [[1, 'field']] },
  ])('$text', ({ text, is }) => {
    expect(parts(text, 'parts')).toEqual(is);
  });
});

test('whatever stands in quotes as a spreadsheet writes it, on whatever lines, is read back', () => {
  const value = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', '#', '=', '{'), maxLength: 12 });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), (values) => {
      const quoted = values.map((text) => `"${text.replaceAll('"', '""')}"`);
      for (const kind of ['lines', 'parts'] as const) {
        const entries = readList(quoted.join('\n'), kind) as Entry[];
        expect(entries.map((entry) => entry.parts[0]?.text)).toEqual(values);
      }
      const [one] = readList(quoted.join(' , '), 'parts') as Entry[];
      expect(one?.parts.map(({ text }) => text)).toEqual(values);
    }),
    { numRuns: 500 },
  );
});

const given = (text: string, parse: (line: string) => Parsed<string>) => {
  const read = parseLines(text, parse);
  return read.ok ? read.value : read.bad.map(({ item, line }) => `${String(line)}: ${item}`);
};

describe('build-args', () => {
  test.each([
    { text: 'A=1\n# B=2\nC', is: ['A=1', 'C'] },
    { text: '"A=1\n2"', is: ['A=1\n2'] },
    { text: 'A={"b":[1,2]}', is: ['A={"b":[1,2]}'] },
    { text: 'A={\n  "b": 1\n}', is: ['2: "b": 1', '3: }'] },
    { text: '- A=1', is: ['1: - A=1'] },
    { text: 'A: 1', is: ['1: A: 1'] },
    { text: "'A=1'", is: ["1: 'A=1'"] },
    { text: '{"A":"1"}', is: ['1: {"A":"1"}'] },
    { text: '["A=1"]', is: ['1: ["A=1"]'] },
    { text: 'A="first\nsecond"', is: ['1: A="first', '2: second"'] },
    { text: 'A=1\nlast words', is: ['2: last words'] },
  ])('$text', ({ text, is }) => {
    expect(given(text, parseBuildArg)).toEqual(is);
  });
});

describe('labels', () => {
  test.each([
    { text: 'a.b/c=My app, really', is: ['a.b/c=My app, really'] },
    { text: 'index:a=b', is: ['index:a=b'] },
    { text: '# a=b\r\nc=\r\n', is: ['c='] },
    { text: '"a=b', is: ['1: "a=b'] },
    { text: '#a=b\n-a=b', is: ['2: -a=b'] },
    { text: 'a: b', is: ['1: a: b'] },
    { text: '}', is: ['1: }'] },
  ])('$text', ({ text, is }) => {
    expect(given(text, parseLabel)).toEqual(is);
  });
});
