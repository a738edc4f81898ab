import { describe, expect, test } from '@jest/globals';
import { namesFromRules, parseTagRules } from '../../../src/plan/tags.ts';
import type { TagRule } from '../../../src/types/inputs.ts';
import { commit, run } from '../support/values.ts';

const sha = (more: Partial<Extract<TagRule, { type: 'sha' }>> = {}): TagRule => ({
  type: 'sha',
  format: 'short',
  prefix: 'sha-',
  ...more,
});
const raw = (value: string): TagRule => ({ type: 'raw', value });

describe('parseTagRules', () => {
  test.each([
    { name: 'a plain word', text: 'latest', rules: [raw('latest')] },
    { name: 'raw written out', text: 'type=raw,value=latest', rules: [raw('latest')] },
    { name: 'value without type', text: 'value=1.2', rules: [raw('1.2')] },
    {
      name: 'attributes in any order, with spaces and any case',
      text: ' Value = v1 , TYPE = raw ',
      rules: [raw('v1')],
    },
    { name: 'sha', text: 'type=sha', rules: [sha()] },
    { name: 'sha short', text: 'type=sha,format=short', rules: [sha()] },
    { name: 'sha long', text: 'type=sha,format=long', rules: [sha({ format: 'long' })] },
    { name: 'sha with a prefix', text: 'type=sha,prefix=git-', rules: [sha({ prefix: 'git-' })] },
    { name: 'sha without a prefix', text: 'type=sha,prefix=', rules: [sha({ prefix: '' })] },
    {
      name: 'comments and empty lines',
      text: '# names\r\n\n  latest\n  # more\ntype=sha\n',
      rules: [raw('latest'), sha()],
    },
    { name: 'a word twice is two rules', text: 'a\na', rules: [raw('a'), raw('a')] },
  ])('takes $name', ({ text, rules }) => {
    expect(parseTagRules(text)).toEqual({ ok: true, value: rules });
  });

  const tagForm = 'tags of at most 128 letters, digits, . _ and -, that begin with a letter, a digit or _';
  const empty = 'at least one tag: a plain word, type=raw,value=..., or type=sha';
  test.each([
    { name: 'nothing', text: '\n', allowed: empty },
    { name: 'comments alone', text: '# a\n#b', allowed: empty },
    {
      name: 'an unknown type',
      text: 'type=ref,event=branch',
      allowed: 'rules of type raw or sha, not "ref"',
    },
    { name: 'a comma list', text: 'a,b', allowed: 'one value a rule' },
    { name: 'an attribute twice', text: 'type=sha,format=long,format=short', allowed: 'one format a rule' },
    {
      name: 'an unknown attribute of raw',
      text: 'type=raw,value=a,enable=true',
      allowed: 'for type=raw the attribute value, not "enable"',
    },
    {
      name: 'an unknown attribute of sha',
      text: 'type=sha,suffix=x',
      allowed: 'for type=sha the attributes format and prefix, not "suffix"',
    },
    {
      name: 'a word in a sha rule',
      text: 'type=sha,long',
      allowed: 'for type=sha the attributes format and prefix, not "value"',
    },
    {
      name: 'an unknown format',
      text: 'type=sha,format=full',
      allowed: 'for type=sha format=short or format=long',
    },
    {
      name: 'a prefix that is no tag',
      text: 'type=sha,prefix=a/',
      allowed: `a prefix that makes a legal tag: ${tagForm}`,
    },
    {
      name: 'a prefix too long for 40 digits after it',
      text: `type=sha,prefix=${'x'.repeat(89)}`,
      allowed: `a prefix that makes a legal tag: ${tagForm}`,
    },
    { name: 'raw without a value', text: 'type=raw', allowed: tagForm },
    { name: 'a word that is no tag', text: 'feature/x', allowed: tagForm },
    { name: 'a full reference', text: 'app:1', allowed: tagForm },
    { name: 'one bad among good, named', text: 'ok\n-x', allowed: `${tagForm} (this one is not: "-x")` },
  ])('refuses $name', ({ text, allowed }) => {
    expect(parseTagRules(text)).toEqual({ ok: false, allowed });
  });
});

describe('namesFromRules', () => {
  test.each([
    { name: 'sha short is fixed', rules: [sha()], names: ['sha-0123456 fixed'] },
    { name: 'sha long is fixed', rules: [sha({ format: 'long' })], names: [`sha-${commit} fixed`] },
    { name: 'sha without a prefix', rules: [sha({ prefix: '' })], names: ['0123456 fixed'] },
    { name: 'a word is moving', rules: [raw('latest')], names: ['latest moving'] },
    { name: 'a major version is moving', rules: [raw('1')], names: ['1 moving'] },
    { name: 'a minor version is moving', rules: [raw('v1.2')], names: ['v1.2 moving'] },
    { name: 'a full version is fixed', rules: [raw('1.2.3')], names: ['1.2.3 fixed'] },
    { name: 'a full version with v is fixed', rules: [raw('v1.2.3')], names: ['v1.2.3 fixed'] },
    { name: 'a release candidate is fixed', rules: [raw('1.2.3-rc.1')], names: ['1.2.3-rc.1 fixed'] },
    { name: 'a word around a version is moving', rules: [raw('app-1.2.3')], names: ['app-1.2.3 moving'] },
    { name: 'a version with text stuck to it is moving', rules: [raw('1.2.3x')], names: ['1.2.3x moving'] },
    {
      name: 'the order of the rules, each once',
      rules: [raw('b'), sha(), raw('a'), raw('b'), sha()],
      names: ['b moving', 'sha-0123456 fixed', 'a moving'],
    },
    {
      name: 'a sha that is also given as a word keeps what came first',
      rules: [sha(), raw('sha-0123456')],
      names: ['sha-0123456 fixed'],
    },
  ])('$name', ({ rules, names }) => {
    const given = namesFromRules(rules, run);
    expect(given.ok ? given.value.map(({ tag, kind }) => `${tag} ${kind}`) : given.allowed).toEqual(names);
  });

  test('no commit, no sha tag', () => {
    expect(namesFromRules([raw('a'), sha()], { ...run, sha: undefined })).toEqual({
      ok: false,
      allowed: 'type=sha only where GITHUB_SHA holds the commit; elsewhere give plain tags',
    });
  });

  test('no commit is needed for plain tags', () => {
    expect(namesFromRules([raw('a')], { ...run, sha: undefined })).toEqual({
      ok: true,
      value: [{ tag: 'a', kind: 'moving' }],
    });
  });
});
