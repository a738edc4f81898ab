import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readList } from '../../../src/inputs/list.ts';
import { parseAttributes } from '../../../src/inputs/tags/attributes.ts';
import { parseTagRules } from '../../../src/inputs/tags/rules.ts';
import { graphemes } from '../support/texts.ts';

const common = { enable: 'true', prefix: undefined, suffix: undefined };

describe('one rule of each type, with its defaults', () => {
  test.each([
    { line: 'nightly', rule: { ...common, type: 'raw', value: 'nightly', priority: 200 } },
    { line: 'type=raw,value=a=b', rule: { ...common, type: 'raw', value: 'a=b', priority: 200 } },
    { line: 'type=raw,nightly', rule: { ...common, type: 'raw', value: 'nightly', priority: 200 } },
    { line: 'value=nightly', rule: { ...common, type: 'raw', value: 'nightly', priority: 200 } },
    { line: 'type=schedule', rule: { ...common, type: 'schedule', pattern: 'nightly', priority: 1000 } },
    {
      line: "type=schedule,pattern={{date 'YYYYMMDD'}}",
      rule: { ...common, type: 'schedule', pattern: "{{date 'YYYYMMDD'}}", priority: 1000 },
    },
    {
      line: 'type=semver,pattern=v{{major}}.{{minor}}',
      rule: {
        ...common,
        type: 'semver',
        pattern: 'v{{major}}.{{minor}}',
        value: undefined,
        match: undefined,
        priority: 900,
      },
    },
    {
      line: 'type=pep440,pattern={{version}},value=1.2rc1,match=/^v(.*)$/i',
      rule: {
        ...common,
        type: 'pep440',
        pattern: '{{version}}',
        value: '1.2rc1',
        match: /^v(.*)$/i,
        priority: 900,
      },
    },
    {
      line: String.raw`type=match,pattern=\d+\.\d+`,
      rule: { ...common, type: 'match', pattern: /\d+\.\d+/, group: 0, value: undefined, priority: 800 },
    },
    {
      line: String.raw`type=match,"pattern=^release(\d{1,2})",group=1`,
      rule: {
        ...common,
        type: 'match',
        pattern: /^release(\d{1,2})/,
        group: 1,
        value: undefined,
        priority: 800,
      },
    },
    { line: 'type=edge', rule: { ...common, type: 'edge', branch: undefined, priority: 700 } },
    { line: 'type=edge,branch=dev', rule: { ...common, type: 'edge', branch: 'dev', priority: 700 } },
    { line: 'type=ref,event=branch', rule: { ...common, type: 'ref', event: 'branch', priority: 600 } },
    { line: 'type=ref,event=tag', rule: { ...common, type: 'ref', event: 'tag', priority: 600 } },
    {
      line: 'type=ref,event=pr',
      rule: { ...common, type: 'ref', event: 'pr', priority: 600, prefix: 'pr-' },
    },
    {
      line: 'type=ref,event=pr,prefix=',
      rule: { ...common, type: 'ref', event: 'pr', priority: 600, prefix: '' },
    },
    { line: 'type=sha', rule: { ...common, type: 'sha', format: 'short', priority: 100, prefix: 'sha-' } },
    {
      line: 'type=sha,format=long,prefix=,suffix=-x,priority=-7,enable={{is_default_branch}}',
      rule: {
        type: 'sha',
        format: 'long',
        prefix: '',
        suffix: '-x',
        priority: -7,
        enable: '{{is_default_branch}}',
      },
    },
    {
      line: ' TYPE = sha , Prefix = x- ',
      rule: { ...common, type: 'sha', format: 'short', priority: 100, prefix: 'x-' },
    },
    {
      line: "{{date 'X' tz='UTC'}}",
      rule: { ...common, type: 'raw', value: "{{date 'X' tz='UTC'}}", priority: 200 },
    },
  ])('$line', ({ line, rule }) => {
    expect(parseTagRules(line)).toEqual({ ok: true, value: [{ text: line.trim(), ...rule }] });
  });
});

test('a rule a line; blank lines and comments are passed over, indented ones too', () => {
  const parsed = parseTagRules('\r\n# first\n  type=sha\r\n\n   # second, type=sha\nlatest\n');
  expect(parsed.ok && parsed.value.map(({ text }) => text)).toEqual(['type=sha', 'latest']);
});

describe('what is refused, and what would be right', () => {
  test.each([
    { line: '', says: 'at least one rule, such as type=sha or a plain word' },
    { line: '# only a comment', says: 'at least one rule' },
    { line: 'type=semvar,pattern=x', says: 'not "semvar" (did you mean semver?)' },
    { line: 'type=Semver,pattern=x', says: 'not "Semver" (did you mean semver?)' },
    {
      line: 'type=toString',
      says: 'the types schedule, semver, pep440, match, edge, ref, raw, sha, not "toString"',
    },
    { line: 'type=semver,patern={{version}}', says: 'not "patern" (did you mean pattern?)' },
    {
      line: 'typ=sha',
      says: 'for type=raw the attributes type, value, enable, priority, prefix, suffix, moves, not "typ" (did you mean type?)',
    },
    { line: 'type=sha,constructor=x', says: 'not "constructor"' },
    { line: 'type=sha,value=x', says: 'for type=sha the attributes type, format,' },
    { line: 'type=semver', says: 'for type=semver a pattern such as {{version}}' },
    { line: 'type=pep440,pattern=', says: 'for type=pep440 a pattern such as {{version}}' },
    {
      line: 'type=semver,pattern={{version}},match=v.*',
      says: 'as match a regular expression with a group around the version, not "v.*"',
    },
    { line: 'type=semver,pattern={{version}},match=(', says: 'as match a regular expression' },
    { line: 'type=match', says: 'for type=match a pattern such as' },
    { line: 'type=match,pattern=(', says: 'for type=match a pattern such as' },
    { line: 'type=match,pattern=/a/q', says: 'not "/a/q"' },
    { line: 'type=match,pattern=(a),group=2', says: 'a group from 0 to 1, which the pattern "(a)" has' },
    { line: 'type=match,pattern=(a),group=-1', says: 'a group from 0 to 1' },
    { line: 'type=match,pattern=(a),group=1.0', says: 'a group from 0 to 1' },
    {
      line: String.raw`type=match,pattern=\d{1,2}`,
      says: 'not "2}"; put a field with a comma in double quotes',
    },
    {
      line: 'type=semver,pattern={{version}},v1.2.3',
      says: 'for type=semver name=value between commas, not "v1.2.3"',
    },
    { line: 'type=ref', says: 'for type=ref event=branch, event=tag or event=pr' },
    { line: 'type=ref,event=tags', says: 'event=pr, not "tags"' },
    { line: 'type=raw', says: 'for type=raw a value' },
    { line: 'type=sha,format=medium', says: 'for type=sha format=short or format=long, not "medium"' },
    { line: 'type=sha,priority=high', says: 'a whole number as priority, not "high"' },
    { line: 'type=sha,priority=1.5', says: 'a whole number as priority, not "1.5"' },
    { line: 'type=sha,priority=1e3', says: 'a whole number as priority, not "1e3"' },
    { line: 'type=sha,enable=', says: 'enable=true, enable=false or an expression that gives one, not ""' },
    { line: 'type=sha,enable=yes', says: 'not "yes" (write true)' },
    { line: 'type=sha,moves=maybe', says: 'moves=true or moves=false, not "maybe"' },
    { line: 'foo # the rest', says: 'a comment on a line of its own, not after a rule' },
    { line: 'foo,bar', says: 'each attribute once, and value is there twice' },
    { line: 'type=raw,value=a,VALUE=b', says: 'each attribute once, and value is there twice' },
    { line: "type=raw,value={{date 'YYYY,MM'}}", says: 'a field that holds a comma is put in double quotes' },
    { line: 'foo,', says: 'something before and after each comma' },
    { line: 'type=sha,,prefix=x', says: 'something before and after each comma' },
    { line: 'type=raw,"value=a', says: 'double quotes around a whole field, as in "value=a,b"' },
    { line: 'type=raw,value="a"', says: 'double quotes around a whole field' },
    { line: 'type=raw,"value=a"b', says: 'double quotes around a whole field' },
  ])('$line', ({ line, says }) => {
    expect(parseTagRules(line)).toEqual({
      ok: false,
      bad: [
        {
          item: line,
          allowed: expect.stringContaining(says),
          line: line === '' || line.startsWith('#') ? undefined : 1,
        },
      ],
    });
  });

  test('of several lines all bad ones are named', () => {
    expect(parseTagRules('type=ref\ntype=sha\ntype=raw')).toEqual({
      ok: false,
      bad: [
        { item: 'type=ref', allowed: 'for type=ref event=branch, event=tag or event=pr', line: 1 },
        { item: 'type=raw', allowed: 'for type=raw a value', line: 3 },
      ],
    });
  });
});

describe('regular expressions', () => {
  test.each([
    { given: '/v(.*)/i', is: '/v(.*)/i' },
    { given: '/a/g', is: '/a/' },
    { given: '/a/gyi', is: '/a/i' },
    { given: 'a/b', is: String.raw`/a\/b/` },
    { given: '//', is: String.raw`/\/\//` },
    { given: '/(?<year>[0-9]+)/u', is: '/(?<year>[0-9]+)/u' },
  ])('$given', ({ given, is }) => {
    const parsed = parseTagRules(`type=match,pattern=${given}`);
    expect(parsed.ok && parsed.value.map((rule) => rule.type === 'match' && String(rule.pattern))).toEqual([
      is,
    ]);
  });

  test.each([
    { pattern: '(a)|(b)', most: 2 },
    { pattern: '(?:a)(?<b>c)', most: 1 },
    { pattern: String.raw`\(a\)[(]`, most: 0 },
    { pattern: '(?=(a))', most: 1 },
    { pattern: '(a)|', most: 1 },
  ])('$pattern has $most groups', ({ pattern, most }) => {
    expect(parseTagRules(`type=match,pattern=${pattern},group=${String(most)}`).ok).toBe(true);
    expect(parseTagRules(`type=match,pattern=${pattern},group=${String(most + 1)}`).ok).toBe(false);
  });
});

test('whatever attributes are written, quoted as a spreadsheet quotes them, they are read back', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}$/);
  const value = graphemes({ maxLength: 12 }).map((text) => text.trim());
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, minLength: 1 }),
      (attributes) => {
        const fields = attributes.map(([key, text]) => `"${key}=${text.replaceAll('"', '""')}"`);
        for (const line of [fields.join(','), fields.join(' , ')]) {
          const [entry, ...others] = readList(line, 'parts');
          expect(others).toEqual([]);
          expect(entry !== undefined && 'parts' in entry && parseAttributes(entry.parts)).toEqual({
            ok: true,
            value: new Map(attributes),
          });
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('any line at all is read or refused, and never breaks the parser', () => {
  const pieces = fc.constantFrom(
    'type=',
    'match',
    'semver',
    'raw',
    'pattern=',
    '"',
    ',',
    '=',
    '{{',
    '}}',
    '/',
    '(',
    '#',
    ' ',
    'a',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 15 }), (parts) => {
      expect(typeof parseTagRules(parts.join('')).ok).toBe('boolean');
    }),
    { numRuns: 1000 },
  );
});
