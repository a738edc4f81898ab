import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { membersOf, readJson, textOf } from '../../../src/types/json.ts';
import { Refusal } from '../../../src/types/refusal.ts';
import { anyText } from '../support/texts.ts';

describe('readJson', () => {
  test('reads what JSON.parse reads where no name is there twice', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(readJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test('refuses a name that is there twice, however it is written and wherever it is', () => {
    const name = anyText({ maxLength: 5 });
    const wrap = fc.array(fc.constantFrom('list', 'object'), { maxLength: 5 });
    fc.assert(
      fc.property(name, wrap, fc.boolean(), (key, around, isEscaped) => {
        const plain = JSON.stringify(key);
        const escaped = [...Array(key.length).keys()].map(
          (at) => `\\u${key.charCodeAt(at).toString(16).padStart(4, '0')}`,
        );
        const second = isEscaped ? `"${escaped.join('')}"` : plain;
        const text = around.reduce(
          (inner, kind) => (kind === 'list' ? `[1, ${inner}, "x"]` : `{"a\\"b": ${inner} , "c" : 2}`),
          `{${plain} : [{"z":1}] , ${second}\n:2}`,
        );
        expect(() => readJson(text)).toThrow('twice in one object');
      }),
    );
  });

  test.each([
    '{"a":{"a":{"a":1}},"b":["a","a"]}',
    '[{"a":1},{"a":2}]',
    '{"a":"\\"a\\":1","b":"{\\"b\\":2}"}',
    '{"__proto__":1,"constructor":2}',
    '{"a":"\\\\","b":1}',
  ])('takes %s', (text) => {
    expect(readJson(text)).toEqual(JSON.parse(text));
  });

  test.each([
    '',
    ' ',
    '{',
    '\ufeff{}',
    '{}{}',
    '{} x',
    "{'a':1}",
    '{"a":1,}',
    '[01]',
    'NaN',
    '{"a":1 /* */}',
    '"\u0000"',
  ])('refuses %j', (text) => {
    expect(() => readJson(text)).toThrow(new Refusal('it is not JSON'));
  });

  test('goes a hundred levels deep and no deeper, and is soon done with what is made to be deep', () => {
    const nested = (levels: number) => '[{"a":'.repeat(levels / 2) + '1' + '}]'.repeat(levels / 2);
    expect(readJson(nested(100))).toBeDefined();
    expect(() => readJson(nested(102))).toThrow(new Refusal('it is more than 100 levels deep'));
    expect(() => readJson(nested(600_000))).toThrow(Refusal);
  });
});

describe('membersOf', () => {
  test('gives members by name, none of a prototype', () => {
    const members = membersOf(readJson('{"a":1,"__proto__":{"b":2}}'), ['b'], 'it');
    expect([...members.keys()]).toEqual(['a', '__proto__']);
    expect(members.get('b')).toBeUndefined();
    expect(members.get('constructor')).toBeUndefined();
  });

  // As Go folds names: \u017f is a long s, \u212a the sign for kelvin.
  test.each(['Mask', 'MASK', 'ma\u017fk', 'mas\u212a'])('refuses %s for mask', (name) => {
    expect(() => membersOf({ mask: 1, [name]: 2 }, ['mask'], 'it')).toThrow(
      new Refusal(`it has the member "${name}", which some programs read as mask`),
    );
  });

  test.each([undefined, null, 1, 'x', true, [[]]])('refuses %j, which is no object', (value) => {
    expect(() => membersOf(value, [], 'it')).toThrow(new Refusal('it is no object'));
  });

  test('a member that has to be a text', () => {
    const members = membersOf({ a: 'x', b: null }, [], 'it');
    expect(textOf(members, 'a', 'it')).toBe('x');
    expect(textOf(members, 'c', 'it')).toBeUndefined();
    expect(() => textOf(members, 'b', 'it')).toThrow(new Refusal('it has a b that is not text'));
  });
});
