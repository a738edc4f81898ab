import { describe, expect, test } from '@jest/globals';
import { assign } from '../../../../src/scan/foreign/assign.ts';
import type { PlatformImage } from '../../../../src/types/image.ts';
import { Refusal } from '../../../../src/types/refusal.ts';
import { digest, platform } from '../../support/values.ts';

const [amd64, arm64, s390x] = ['linux/amd64', 'linux/arm64', 'linux/s390x'].map(platform);
const part = (on: ReturnType<typeof platform> | undefined, at: number): PlatformImage => ({
  platform: on ?? platform('linux/amd64'),
  digest: digest(at),
  size: 1,
  contents: { config: digest(at + 100), layers: [] },
});
const single = { digest: digest(1), platforms: [part(amd64, 1)] };
const index = { digest: digest(9), platforms: [part(amd64, 1), part(arm64, 2)] };
const scan = (subjects: readonly number[], on?: ReturnType<typeof platform>) => ({
  path: 'x.sarif',
  platform: on,
  tools: ['T'],
  subjects: subjects.map(digest),
  endedAt: undefined,
  findings: [],
});

test.each([
  ['nothing said, one platform', scan([]), single, amd64],
  ['the manifest', scan([1]), single, amd64],
  ['the config, as engines call an image', scan([101]), single, amd64],
  ['one digest of several', scan([77, 101]), single, amd64],
  ['a platform of an index', scan([2]), index, arm64],
  ["a platform's config in an index", scan([102]), index, arm64],
  ['the index, and the person says the platform', scan([9], arm64), index, arm64],
  ['nothing said, and the person says the platform', scan([], arm64), index, arm64],
  [
    'another spelling of it',
    scan([], platform('linux/arm')),
    { digest: digest(9), platforms: [part(amd64, 1), part(platform('linux/arm/v7'), 3)] },
    platform('linux/arm/v7'),
  ],
])('%s', (_, given, image, expected) => {
  expect(assign(given, image).platform).toBe(expected);
});

describe('an index with two manifests of a platform', () => {
  const twice = { digest: digest(9), platforms: [part(amd64, 1), part(amd64, 2)] };
  const digestOf = (...given: Parameters<typeof scan>) => assign(scan(...given), twice).digest;

  test('the file names one of them', () => {
    expect([digestOf([2]), digestOf([101]), digestOf([2], amd64), digestOf([9, 102], amd64)]).toEqual(
      [2, 1, 2, 2].map(digest),
    );
  });

  test('the platform alone does not say which one', () => {
    const why =
      'it is given for linux/amd64, of which the image has 2: the one that it is about has to be named by its digest';
    expect(() => digestOf([], amd64)).toThrow(why);
    expect(() => digestOf([9], amd64)).toThrow(why);
    expect(() => digestOf([1, 2], amd64)).toThrow(why);
    expect(() => digestOf([])).toThrow('it does not say which platform it is about');
  });

  test('the same manifest twice is one', () => {
    const [v8, plain] = [platform('linux/arm64/v8'), platform('linux/arm64')];
    const same = { digest: digest(9), platforms: [part(v8, 1), part(plain, 1)] };
    expect(assign(scan([1]), same)).toMatchObject({ platform: v8, digest: digest(1) });
    expect(assign(scan([], plain), same).digest).toBe(digest(1));
  });
});

test.each([
  [scan([77]), single, /^it is about another image: it names \d{12}, and this one is \d{12}$/],
  [scan([71, 72, 73, 74]), single, /names \d{12}, \d{12}, \d{12} and 1 more,/],
  // A digest that is wrong is wrong whatever the person says.
  [scan([77], amd64), single, /^it is about another image/],
  [
    scan([]),
    index,
    /^it does not say which platform it is about, and the image has linux\/amd64, linux\/arm64$/,
  ],
  [scan([9]), index, /^it does not say which platform it is about/],
  [scan([1, 2]), index, /^it does not say which platform it is about/],
  [scan([], s390x), index, /^it is given for linux\/s390x, and the image has linux\/amd64, linux\/arm64$/],
  [scan([2], amd64), index, /^it is given for linux\/amd64, and names \d{12}, which is linux\/arm64$/],
])('%j is refused', (given, image, why) => {
  expect(() => assign(given, image)).toThrow(Refusal);
  expect(() => assign(given, image)).toThrow(why);
});
