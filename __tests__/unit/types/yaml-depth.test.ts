import { describe, expect, test } from '@jest/globals';
import { parseSmokeTests } from '../../../src/checks/smoke-input.ts';
import { parseRegistryLogins } from '../../../src/inputs/registry-logins.ts';
import { parseExceptions } from '../../../src/policy/exceptions-file.ts';
import { tooDeepAt } from '../../../src/types/yaml-depth.ts';

describe('a text that is nested deeper than anybody means', () => {
  test.each([
    { what: 'brackets', text: `a: 1\nb: ${'['.repeat(101)}`, at: 2 },
    { what: 'braces over several lines', text: '{a:\n'.repeat(101), at: 101 },
    { what: 'hyphens', text: `a:\n${'- '.repeat(101)}b`, at: 2 },
    { what: 'question marks', text: `${'? '.repeat(101)}b`, at: 1 },
    { what: 'indentation', text: `a:\n${' '.repeat(1001)}b: c`, at: 2 },
  ])('$what: is told with its line', ({ text, at }) => {
    expect(tooDeepAt(text)).toBe(at);
  });

  test.each([
    'a: [1, [2, {b: 3}]]\n',
    `a: |\n  ${'{"x": [1]}, '.repeat(500)}\n`,
    `# ${'-'.repeat(500)}\n- a\n- - b\n`,
    `text: "${'-'.repeat(500)}"\n`,
  ])('others are not: %j', (text) => {
    expect(tooDeepAt(text)).toBeUndefined();
  });

  test('is a problem wherever YAML is read, and no parser sees it', () => {
    const text = `a: ${'['.repeat(100_000)}`;
    const problem = { line: 1, what: 'it is nested deeper than 100 levels' };
    expect(parseExceptions(text, 0)).toEqual({ ok: false, problems: [problem] });
    expect(parseSmokeTests(text)).toEqual({ ok: false, problems: [problem] });
    expect(parseRegistryLogins(text).problems).toEqual([problem]);
  });
});
