import { describe, expect, test } from '@jest/globals';
import {
  parseFlagLines,
  parseNamedContext,
  parseParts,
  parseSecretFiles,
} from '../../../src/inputs/build-options.ts';
import { parseFailOn } from '../../../src/inputs/fail-on.ts';
import { parseBuildArg, parseLabel } from '../../../src/inputs/names-and-values.ts';
import { parseLines } from '../../../src/inputs/parsed.ts';
import { parseOnePlatform } from '../../../src/inputs/platforms.ts';
import { parseSize } from '../../../src/inputs/sizes.ts';

const lists = {
  labels: (text: string) => parseLines(text, parseLabel),
  'build-args': (text: string) => parseLines(text, parseBuildArg),
  'cache-from': parseFlagLines,
  ssh: parseParts,
  'build-contexts': (text: string) => parseLines(text, parseNamedContext),
  'secret-files': parseSecretFiles,
  platforms: (text: string) => parseLines(text, parseOnePlatform),
};

describe.each(Object.entries(lists))('what is YAML or JSON and no line of %s', (_, parse) => {
  test.each([
    ['- a=b', 'without the hyphen of a YAML list'],
    ['{"a":"b"}', 'not JSON'],
    ['["a=b"]', 'not JSON'],
    ["'a=b'", 'without the single quotes'],
  ])('%s is refused with its line, and the right word', (text, says) => {
    expect(parse(`\n${text}`)).toEqual({
      ok: false,
      bad: [{ item: text, allowed: expect.stringContaining(says), line: 2 }],
    });
  });
});

describe('the nearest right word', () => {
  test.each([
    ['x86_64', 'did you mean linux/amd64?'],
    ['aarch64', 'did you mean linux/arm64?'],
    ['linux/amd64 linux/arm64', 'between commas or one per line'],
    ['linux/amd64;linux/arm64', 'between commas or one per line'],
  ])('platforms: %s', (text, says) => {
    expect(parseOnePlatform(text)).toMatchObject({ ok: false, allowed: expect.stringContaining(says) });
  });

  test.each(['all', 'linux/'])('platforms: %s is near to none', (text) => {
    expect(parseOnePlatform(text)).toEqual({
      ok: false,
      allowed: 'platforms such as linux/amd64 or linux/arm/v7',
    });
  });

  test.each([
    ['moderate', 'medium'],
    ['hihg', 'high'],
    ['never', 'none'],
    ['info', 'informational'],
  ])('fail-on: %s', (text, meant) => {
    expect(parseFailOn(text)).toMatchObject({
      ok: false,
      allowed: expect.stringContaining(`(did you mean ${meant}?)`),
    });
  });

  test('a size may stand in quotes, as every other word', () => {
    expect(parseSize('"500MB"')).toEqual({ ok: true, value: 500_000_000 });
  });
});
