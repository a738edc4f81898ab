import { describe, expect, test } from '@jest/globals';
import { parseFlavor } from '../../../src/inputs/tags/flavor.ts';

const none = { latest: 'auto', prefix: '', prefixLatest: false, suffix: '', suffixLatest: false };

describe('parseFlavor', () => {
  test.each([
    { text: '', flavor: none },
    { text: '# nothing\n  # at all', flavor: none },
    { text: 'latest=auto', flavor: none },
    { text: 'latest=true', flavor: { ...none, latest: 'true' } },
    { text: 'latest=True', flavor: { ...none, latest: 'true' } },
    { text: 'latest=', flavor: none },
    { text: 'prefix=a-,onlatest=', flavor: { ...none, prefix: 'a-' } },
    { text: 'latest=false', flavor: { ...none, latest: 'false' } },
    { text: 'latest=highest', flavor: { ...none, latest: 'highest' } },
    { text: ' LATEST = true ', flavor: { ...none, latest: 'true' } },
    { text: 'prefix=a-', flavor: { ...none, prefix: 'a-' } },
    { text: 'suffix=-a=b', flavor: { ...none, suffix: '-a=b' } },
    { text: 'prefix=', flavor: none },
    { text: 'prefix={{sha}}-', flavor: { ...none, prefix: '{{sha}}-' } },
    { text: '"prefix=a,b"', flavor: { ...none, prefix: 'a,b' } },
    { text: 'prefix=a-,onlatest=true', flavor: { ...none, prefix: 'a-', prefixLatest: true } },
    { text: 'suffix=-a,onlatest=true', flavor: { ...none, suffix: '-a', suffixLatest: true } },
    { text: 'suffix=-a,onlatest=false', flavor: { ...none, suffix: '-a' } },
    {
      text: 'suffix=-a,onlatest=true,prefix=b-',
      flavor: { ...none, prefix: 'b-', suffix: '-a', suffixLatest: true },
    },
    {
      text: 'latest=highest\r\n\r\nprefix=b-,onlatest=true\r\nsuffix=-a',
      flavor: { latest: 'highest', prefix: 'b-', prefixLatest: true, suffix: '-a', suffixLatest: false },
    },
  ])('$text', ({ text, flavor }) => {
    expect(parseFlavor(text)).toEqual({ ok: true, value: flavor });
  });

  test.each([
    {
      text: 'latest=yes',
      says: 'latest=auto, latest=highest, latest=true or latest=false, not "latest=yes"',
    },
    { text: 'latest', says: 'latest=auto, latest=highest' },
    { text: 'latest=never', says: 'not "latest=never"' },
    {
      text: 'perfix=a',
      says: 'the keys latest, prefix, suffix, onlatest, not "perfix" (did you mean prefix?)',
    },
    { text: 'onlatest=true', says: 'after a prefix or a suffix on the same line' },
    { text: 'prefix=a\nonlatest=true', says: 'after a prefix or a suffix on the same line' },
    { text: 'prefix=a,onlatest=maybe', says: 'onlatest=true or onlatest=false' },
    { text: 'toString=a', says: 'not "tostring"' },
    { text: 'prefix=a # or b', says: 'a comment on a line of its own' },
    { text: 'prefix="a"', says: 'double quotes around a whole field' },
    { text: '"prefix=a', says: 'double quotes around a whole field' },
  ])('refuses $text', ({ text, says }) => {
    expect(parseFlavor(text)).toEqual({ ok: false, allowed: expect.stringContaining(says) });
  });
});
