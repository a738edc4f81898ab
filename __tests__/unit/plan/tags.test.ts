import { describe, expect, test } from '@jest/globals';
import { namesFromRules, parseTagRules } from '../../../src/plan/tags.ts';
import { run } from '../../support/memory-world.ts';

function namesFor(text: string, facts = run): string[] | string {
  const rules = parseTagRules(text);
  if (!rules.ok) return rules.allowed;
  const names = namesFromRules(rules.value, facts);
  return names.ok ? names.value.map(({ tag, kind }) => `${tag} ${kind}`) : names.allowed;
}

describe('names', () => {
  test.each([
    { name: 'a plain word', text: 'latest', names: ['latest moving'] },
    { name: 'the same written out', text: 'type=raw,value=latest', names: ['latest moving'] },
    { name: 'the short sha', text: 'type=sha', names: ['sha-0123456 fixed'] },
    { name: 'the long sha', text: 'type=sha,format=long', names: [`sha-${String(run.sha)} fixed`] },
    { name: 'a prefix', text: 'type=sha,prefix=', names: ['0123456 fixed'] },
    {
      name: 'a full version is fixed, a partial one moves',
      text: 'v1.2.3\n1.2.3-rc.1\n1.2\n1',
      names: ['v1.2.3 fixed', '1.2.3-rc.1 fixed', '1.2 moving', '1 moving'],
    },
    {
      name: 'each once, comments and blanks dropped',
      text: '# names\n a \n\na\nTYPE=sha',
      names: ['a moving', 'sha-0123456 fixed'],
    },
  ])('$name', ({ text, names }) => {
    expect(namesFor(text)).toEqual(names);
  });
});

describe('refused', () => {
  test.each([
    { name: 'nothing but comments', text: '# later', says: 'at least one tag' },
    {
      name: 'an unknown type',
      text: 'type=semver,pattern={{version}}',
      says: 'rules of type raw or sha, not "semver"',
    },
    { name: 'an unknown attribute', text: 'type=sha,suffix=-x', says: 'format and prefix, not "suffix"' },
    {
      name: 'an attribute of another type',
      text: 'type=raw,value=a,format=long',
      says: 'value, not "format"',
    },
    { name: 'two values', text: 'a,b', says: 'one value a rule' },
    { name: 'an illegal first character', text: '-a', says: 'that begin with a letter' },
    { name: 'one character too many', text: 'a'.repeat(129), says: 'at most 128' },
    { name: 'which of several', text: 'a\nb c', says: 'this one is not: "b c"' },
  ])('$name', ({ text, says }) => {
    expect(namesFor(text)).toContain(says);
  });

  test('a sha where there is no commit', () => {
    expect(namesFor('type=sha', { ...run, sha: undefined })).toContain('where GITHUB_SHA holds the commit');
  });
});
