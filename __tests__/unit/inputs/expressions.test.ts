import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluate, plain, unknownWord, wordsOf, type Scope } from '../../../src/inputs/expressions.ts';
import { notAllowed, ok } from '../../../src/inputs/parsed.ts';
import { scopeOf } from '../../../src/plan/scope.ts';
import type { Source } from '../../../src/types/source.ts';
import { commit, now, source } from '../support/values.ts';
import { graphemes } from '../support/texts.ts';

const scope: Scope = {
  sha: plain(ok('0123456')),
  branch: plain(ok(`feat/a&b='c'<$&$1>`)),
  empty: plain(ok('')),
  nested: plain(ok('{{sha}}')),
  lacking: () => notAllowed('{{lacking}} only on Sundays'),
  call: ({ positional, named }) => ok(JSON.stringify([positional, [...named]])),
};

describe('evaluate', () => {
  test.each([
    { text: 'no expression', value: 'no expression' },
    { text: '', value: '' },
    { text: '{{sha}}', value: '0123456' },
    { text: 'a-{{ sha }}-{{sha}}-b', value: 'a-0123456-0123456-b' },
    { text: '{{{sha}}}', value: '0123456' },
    { text: '{{{ sha }}}-{{sha}}', value: '0123456-0123456' },
    { text: 'x{{empty}}y', value: 'xy' },
    { text: '{{branch}}', value: `feat/a&b='c'<$&$1>` },
    { text: '{{nested}}', value: '{{sha}}' },
    { text: 'a } b }} { c', value: 'a } b }} { c' },
    { text: '{{call}}', value: '[[],[]]' },
    {
      text: `{{call 'a b' "c" tz='Asia/Seoul' x=""}}`,
      value: '[["a b","c"],[["tz","Asia/Seoul"],["x",""]]]',
    },
    { text: `{{call "it's"}}`, value: `[["it's"],[]]` },
    { text: `{{call  '='}}`, value: '[["="],[]]' },
  ])('$text', ({ text, value }) => {
    expect(evaluate(text, scope)).toEqual({ ok: true, value });
  });

  test.each([
    { text: '{{sah}}', says: 'not "sah" (did you mean sha?)' },
    { text: '{{SHA}}', says: 'not "SHA" (did you mean sha?)' },
    { text: '{{toString}}', says: 'not "toString"' },
    { text: '{{__proto__}}', says: 'not "__proto__"' },
    { text: '{{}}', says: 'not "{{}}"' },
    { text: '{{ }}', says: 'not "{{ }}"' },
    { text: '{{#if sha}}', says: 'not "{{#if sha}}"' },
    { text: '{{call YYYY}}', says: 'not "{{call YYYY}}"' },
    { text: `{{call 'a}}`, says: `not "{{call 'a}}"` },
    { text: `{{sha 'x'}}`, says: 'arguments for {{date}} and {{commit_date}} only, not "x"' },
    { text: `{{sha tz='x'}}`, says: 'arguments for {{date}} and {{commit_date}} only, not "x"' },
    { text: 'a {{sha', says: 'in "a {{sha" one is not' },
    { text: '{{sha}} {{', says: 'one is not' },
    { text: '{{{{sha}}}}', says: 'one is not' },
    { text: '{{{sha}}', says: 'one is not' },
    { text: 'x-{{lacking}}', says: '{{lacking}} only on Sundays' },
    { text: '{{lacking}}{{sah}}', says: '{{lacking}} only on Sundays' },
  ])('refuses $text', ({ text, says }) => {
    expect(evaluate(text, scope)).toEqual({ ok: false, allowed: expect.stringContaining(says) });
  });

  test('a text without braces stays as it is', () => {
    fc.assert(
      fc.property(
        graphemes().filter((text) => !text.includes('{{')),
        (text) => {
          expect(evaluate(text, {})).toEqual({ ok: true, value: text });
        },
      ),
    );
  });

  test('a value goes into the text as it is, whatever is in it', () => {
    fc.assert(
      fc.property(graphemes(), (value) => {
        expect(evaluate('<{{x}}|{{{x}}}>', { x: plain(ok(value)) })).toEqual({
          ok: true,
          value: `<${value}|${value}>`,
        });
      }),
    );
  });
});

test.each([
  { text: '', words: [] },
  { text: 'a{{sha}}', words: ['sha'] },
  { text: `{{ date 'X' tz='UTC' }}-{{{branch}}}`, words: ['date', 'branch'] },
])('wordsOf $text', ({ text, words }) => {
  expect(wordsOf(text)).toEqual(words);
});

describe('unknownWord', () => {
  test.each([
    { given: 'patern', known: ['type', 'pattern'], hint: 'pattern' },
    { given: 'SEMVER', known: ['semver', 'sha'], hint: 'semver' },
    { given: 'is_default_branc', known: ['sha', 'is_default_branch'], hint: 'is_default_branch' },
    { given: 'isdefaultbranch', known: ['sha', 'is_default_branch'], hint: 'is_default_branch' },
  ])('$given is nearest to $hint', ({ given, known, hint }) => {
    expect(unknownWord('the words', given, known)).toBe(
      `the words ${known.join(', ')}, not "${given}" (did you mean ${hint}?)`,
    );
  });

  test.each(['x', 'zzzzzz', '', 'constructor'])('%j is near to nothing', (given) => {
    expect(unknownWord('the words', given, ['type', 'pattern'])).toBe(
      `the words type, pattern, not "${given}"`,
    );
  });
});

describe('the expressions of a run', () => {
  const pullRequest: Source = {
    ...source,
    ref: { kind: 'pull-request', number: 12 },
    baseBranch: 'main',
    committedAt: Date.UTC(2026, 0, 2, 3, 4, 5),
  };
  const all = '{{branch}}|{{tag}}|{{sha}}|{{base_ref}}|{{is_default_branch}}|{{is_not_default_branch}}';

  test.each<{ on: string; from: Source; value: string }>([
    { on: 'the default branch', from: source, value: 'main||0123456||true|false' },
    {
      on: 'another branch',
      from: { ...source, ref: { kind: 'branch', name: 'feat/x' } },
      value: 'feat/x||0123456||false|true',
    },
    {
      on: 'a tag',
      from: { ...source, ref: { kind: 'tag', name: 'v1.2.3' } },
      value: '|v1.2.3|0123456||false|false',
    },
    { on: 'a pull request', from: pullRequest, value: '||0123456|main|false|false' },
    {
      on: 'a merge queue',
      from: { ...source, ref: { kind: 'merge-queue', base: 'main' }, baseBranch: 'main' },
      value: '||0123456|main|false|false',
    },
    {
      on: 'nothing',
      from: { ...source, ref: { kind: 'none' } },
      value: '||0123456||false|false',
    },
  ])('on $on', ({ from, value }) => {
    expect(evaluate(all, scopeOf(from, now))).toEqual({ ok: true, value });
  });

  test('a commit that is not known is an error, and not an empty text', () => {
    expect(evaluate('build-{{sha}}', scopeOf({ ...source, commit: undefined }, now))).toEqual({
      ok: false,
      allowed: expect.stringContaining('{{sha}} only where it is certain which commit is built'),
    });
  });

  test('dates of the run and of the commit', () => {
    expect(
      evaluate(`{{date 'YYYYMMDD'}} {{commit_date 'HHmmss' tz='Asia/Seoul'}}`, scopeOf(pullRequest, now)),
    ).toEqual({ ok: true, value: '20260304 120405' });
  });

  test('a branch is compared with the default branch only where that is known', () => {
    const unknown = { ...source, repository: { ...source.repository, defaultBranch: undefined } };
    expect(evaluate('{{is_default_branch}}', scopeOf(unknown, now))).toEqual({
      ok: false,
      allowed: expect.stringContaining('only where the default branch is known'),
    });
  });

  test('the time of a commit that is not known is no guess', () => {
    expect(source.commit).toBe(commit);
    expect(evaluate('{{commit_date}}', scopeOf(source, now))).toEqual({
      ok: false,
      allowed: expect.stringContaining('check out the repository before this step'),
    });
  });
});
