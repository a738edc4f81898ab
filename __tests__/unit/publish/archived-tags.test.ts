import { expect, test } from '@jest/globals';
import { archivedTags, lookAhead } from '../../../src/publish/archived-tags.ts';
import { digest, plan, tag } from '../support/values.ts';
import { fakeRepository } from '../support/world.ts';

test('of hundreds of tags that nobody seems to have, a few are looked up at a time, and all of them', async () => {
  let open = 0;
  let most = 0;
  const asked: string[] = [];
  const repository = fakeRepository({
    describeImages: async ([id]) => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setImmediate(resolve));
      open -= 1;
      const tag = id !== undefined && 'tag' in id ? id.tag : '';
      asked.push(tag);
      return tag === 'v1.0.7'
        ? [
            {
              digest: digest(7),
              tags: [tag],
              mediaType: undefined,
              pushedAt: 0,
              archive: 'archived' as const,
            },
          ]
        : [];
    },
  });
  const tags = Array.from({ length: 200 }, (_, at) => `v1.0.${String(at)}`);
  const place = {
    repository: { ...repository, archive: { restore: () => Promise.resolve() } },
    tagged: new Map(),
  };
  const found = await archivedTags(plan({ tags: tags.join('\n') }), place);
  expect([...found]).toEqual([['v1.0.7', digest(7)]]);
  expect(asked.sort()).toEqual(tags.toSorted());
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(8);
});

test.each([
  ['looked up where the image is compared with it', [tag('main')], ['main', 'v1.0.0']],
  ['left alone where nothing is', [], ['v1.0.0']],
])("the tag of a comment's branch is %s", async (_case, compared, expected) => {
  const asked: string[] = [];
  const repository = fakeRepository({
    describeImages: ([id]) => {
      const name = id !== undefined && 'tag' in id ? id.tag : '';
      asked.push(name);
      const image = { digest: digest(3), tags: [name], mediaType: undefined, pushedAt: 0 };
      return Promise.resolve(name === 'main' ? [{ ...image, archive: 'archived' as const }] : []);
    },
  });
  const place = {
    repository: { ...repository, archive: { restore: () => Promise.resolve() } },
    tagged: new Map(),
    compared,
  };
  const found = await archivedTags(plan({ tags: 'v1.0.0' }), place);
  expect(asked.sort()).toEqual(expected);
  expect([...found]).toEqual(compared.map((name) => [name, digest(3)]));
});

const archivedImage = {
  digest: digest(7),
  tags: ['v1.0.0'],
  mediaType: undefined,
  pushedAt: 0,
  archive: 'archived' as const,
};

test('a tag that was looked at beside other questions is not asked for again', async () => {
  const asked: string[] = [];
  const repository = {
    ...fakeRepository({
      describeImages: ([id]) => {
        asked.push(id !== undefined && 'tag' in id ? id.tag : '');
        return Promise.resolve([archivedImage]);
      },
    }),
    archive: { restore: () => Promise.resolve() },
  };
  const looked = await lookAhead(repository, [tag('v1.0.0')]);
  expect(asked).toEqual(['v1.0.0']);
  const found = await archivedTags(plan({ tags: 'v1.0.0' }), { repository, tagged: new Map(), looked });
  expect([...found]).toEqual([['v1.0.0', digest(7)]]);
  expect(asked).toEqual(['v1.0.0']);
});

test.each([
  ['no archive', {}, ['v1.0.0']],
  [
    'more tags than are worth it',
    { archive: { restore: () => Promise.resolve() } },
    Array.from({ length: 9 }, (_, at) => `v1.0.${String(at)}`),
  ],
])('with %s nothing is looked at ahead', async (_case, parts, tags) => {
  const repository = {
    ...fakeRepository({ describeImages: () => Promise.reject(new Error('asked')) }),
    ...parts,
  };
  expect([...(await lookAhead(repository, tags.map(tag)))]).toEqual([]);
});
