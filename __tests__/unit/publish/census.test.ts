import { describe, expect, test } from '@jest/globals';
import type { ListedImage, Log } from '../../../src/ports.ts';
import { countReferrers, takeCensus } from '../../../src/publish/census.ts';
import { ShipError } from '../../../src/types/errors.ts';
import { digest } from '../support/values.ts';
import { fakeRepository } from '../support/world.ts';

const image = (...tags: string[]): ListedImage => ({ tags, subject: undefined });
const about = (n: number): ListedImage => ({ tags: [], subject: digest(n) });
const many = (count: number): ListedImage[] => Array.from({ length: count }, () => image());
const settled = () => new Promise((resolve) => setImmediate(resolve));

function logInto(lines: string[]): Log {
  const say = (text: string) => void lines.push(text);
  return { info: say, notice: say, warning: say, debug: say, group: async (_, work) => work() };
}

/** A repository whose pages are counted when they are asked for. */
function repositoryWith(pages: readonly (readonly ListedImage[] | Error)[]) {
  const asked: number[] = [];
  const repository = fakeRepository({
    async *listImages() {
      for (const [at, page] of pages.entries()) {
        asked.push(at);
        if (page instanceof Error) throw page;
        yield await Promise.resolve(page);
      }
    },
  });
  return { repository, asked };
}

describe('a census', () => {
  test('counts images with and without tags, and what is attached to each', async () => {
    const { repository } = repositoryWith([
      [image('a', 'b'), about(1)],
      [about(1), about(2), image()],
    ]);
    const census = takeCensus(repository, logInto([]));
    expect(await census.firstTags).toEqual(['a', 'b']);
    await settled();
    expect(census.images()).toEqual({ count: 5, isWhole: true });
    expect([1, 2, 3].map((n) => census.referrersOf(digest(n)))).toEqual([2, 1, 0]);
  });

  test('gives the tags of the first ten pages, and goes on without anybody who waits', async () => {
    const pages = Array.from({ length: 13 }, (_, n) => [image(`t${String(n)}`)]);
    const { repository, asked } = repositoryWith(pages);
    const census = takeCensus(repository, logInto([]));
    expect(await census.firstTags).toEqual(pages.slice(0, 10).map((_, n) => `t${String(n)}`));
    await settled();
    expect([asked.length, census.images()]).toEqual([13, { count: 13, isWhole: true }]);
  });

  test('is told as far as it has come', async () => {
    const { repository } = repositoryWith([many(1000), many(1000)]);
    const census = takeCensus(repository, logInto([]));
    expect(census.images()).toEqual({ count: 0, isWhole: false });
    await census.firstTags;
    expect(census.images()).toEqual({ count: 2000, isWhole: true });
  });

  test('ends where there are more images than the quota is by default', async () => {
    const { repository, asked } = repositoryWith(Array.from({ length: 200 }, () => many(1000)));
    const census = takeCensus(repository, logInto([]));
    await census.firstTags;
    await settled();
    expect([asked.length, census.images()]).toEqual([101, { count: 101_000, isWhole: false }]);
  });

  test.each([0, 11])('that cannot be gone on with after page %i fails nobody', async (before) => {
    const denied = new ShipError({ code: 'access-denied', what: 'may not call it.', next: '' });
    const pages = [...Array.from({ length: before }, () => [image('t')]), denied];
    const lines: string[] = [];
    const { repository } = repositoryWith(pages);
    const census = takeCensus(repository, logInto(lines));
    const tags = await census.firstTags.catch(() => 'none');
    await settled();
    expect(tags).toEqual(before === 0 ? 'none' : Array.from({ length: 10 }, () => 't'));
    expect(census.images()).toEqual({ count: before, isWhole: false });
    expect(lines).toEqual(['The images of team/app were not counted to the end: may not call it.']);
  });
});

describe('what is attached to one image', () => {
  const asking = async (referrers?: { count: () => Promise<number> }) => {
    const lines: string[] = [];
    const repository = { ...fakeRepository({}), ...(referrers !== undefined && { referrers }) };
    const census = await countReferrers(repository, digest(1), logInto(lines));
    return { counts: [1, 2].map((n) => census.referrersOf(digest(n))), images: census.images(), lines };
  };

  test('is counted for it alone', async () => {
    expect(await asking({ count: () => Promise.resolve(93) })).toEqual({
      counts: [93, 0],
      images: undefined,
      lines: [],
    });
  });

  test('is not known where the registry does not say it', async () => {
    expect((await asking()).counts).toEqual([0, 0]);
  });

  test('is not known where this role may not ask, which only the debug log says', async () => {
    const { counts, lines } = await asking({ count: () => Promise.reject(new Error('denied')) });
    expect(counts).toEqual([0, 0]);
    expect(lines).toEqual([
      expect.stringMatching(/^What is attached to sha256:.* was not counted: .*denied/),
    ]);
  });
});
