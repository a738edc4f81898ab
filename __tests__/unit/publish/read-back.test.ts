import { describe, expect, test } from '@jest/globals';
import { readBack } from '../../../src/publish/read-back.ts';
import { ShipError, type ErrorCode } from '../../../src/types/errors.ts';
import type { TagResult } from '../../../src/types/image.ts';
import { image, tag } from '../support/values.ts';
import { fakeRepository } from '../support/world.ts';

const name = (text: string, outcome: TagResult['outcome']): TagResult => ({
  tag: tag(text),
  kind: 'fixed',
  outcome,
});
const failed = (code: ErrorCode) => new ShipError({ code, what: 'It broke.', next: 'Run it again.' });

async function after(
  results: readonly TagResult[],
  answer: readonly string[] | Error,
  failure: ShipError | undefined = failed('registry-unreachable'),
) {
  let asked = 0;
  const here = fakeRepository({
    describeImages: (ids) => {
      asked += 1;
      expect(ids).toEqual([{ digest: image.digest }]);
      if (answer instanceof Error) return Promise.reject(answer);
      return Promise.resolve([
        { digest: image.digest, tags: answer, mediaType: undefined, pushedAt: image.pushedAt },
      ]);
    },
  });
  const naming = await readBack({ results, failure }, here, image);
  const outcomes = Object.fromEntries(naming.results.map((result) => [result.tag, result.outcome]));
  return { outcomes, failure: naming.failure, asked };
}

const half = [name('a', 'set'), name('b', 'failed'), name('c', 'not-tried'), name('d', 'kept-back')];

describe('what the registry shows after naming went wrong is what is reported', () => {
  test.each<[string, readonly TagResult[], readonly string[], Readonly<Record<string, string>>]>([
    ['nothing new', half, ['a'], { a: 'set', b: 'failed', c: 'not-tried', d: 'kept-back' }],
    ['an answer was lost', half, ['a', 'b'], { a: 'set', b: 'set', c: 'not-tried', d: 'kept-back' }],
    [
      'another run set more',
      half,
      ['a', 'c', 'd'],
      { a: 'set', b: 'failed', c: 'unchanged', d: 'unchanged' },
    ],
    ['a name was moved away', half, [], { a: 'failed', b: 'failed', c: 'not-tried', d: 'kept-back' }],
    ['one that was there is gone', [name('a', 'unchanged')], [], { a: 'failed' }],
    ['overtaken, and back', [name('a', 'overtaken')], ['a'], { a: 'unchanged' }],
  ])('%s', async (_, results, tags, expected) => {
    const { outcomes, failure, asked } = await after(results, tags);
    expect(outcomes).toEqual(expected);
    expect(failure?.message).toBe('It broke. Run it again.');
    expect(asked).toBe(1);
  });

  test('an image that is gone has no names', async () => {
    const here = fakeRepository({ describeImages: () => Promise.resolve([]) });
    const naming = { results: half, failure: failed('registry-failed') };
    expect((await readBack(naming, here, image)).results[0]?.outcome).toBe('failed');
  });

  test('nothing is read where nothing went wrong', async () => {
    const naming = { results: [name('a', 'set')], failure: undefined };
    expect(await readBack(naming, fakeRepository({}), image)).toBe(naming);
  });
});

describe('where the registry does not answer either', () => {
  const silent = failed('registry-unreachable');

  test('a PUT without an answer is not known to be done, and that is said', async () => {
    const { outcomes, failure } = await after(half, silent);
    expect(outcomes).toEqual({ a: 'set', b: 'unknown', c: 'not-tried', d: 'kept-back' });
    expect([failure?.code, failure?.what]).toEqual([
      'registry-unreachable',
      'It broke. The registry could not be read after that, so the tags are those that it had confirmed before: It broke. ' +
        'Whether b was set is not known.',
    ]);
  });

  test.each(['tag-taken', 'access-denied', 'tagging-failed'] as const)(
    'a refusal stays one (%s)',
    async (code) => {
      const { outcomes, failure } = await after(half, silent, failed(code));
      expect(outcomes).toMatchObject({ a: 'set', b: 'failed' });
      expect(failure?.code).toBe(code);
      expect(failure?.what).not.toContain('is not known');
    },
  );
});
