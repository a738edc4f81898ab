import { describe, expect, jest, test } from '@jest/globals';
import { nearest, nearRepositories } from '../../../src/adapters/aws/near-repositories.ts';

describe('the repositories that a person may have meant', () => {
  test.each([
    { wanted: 'team/ap', names: ['team/app', 'other/thing'], near: ['team/app'] },
    { wanted: 'app', names: ['team/app', 'team/api-gateway'], near: ['team/app'] },
    { wanted: 'my_app', names: ['my-app', 'x'], near: ['my-app'] },
    {
      wanted: 'prod/app',
      names: ['dev/app', 'stage/app', 'a/app', 'b/app'],
      near: ['dev/app', 'stage/app', 'a/app'],
    },
    { wanted: 'billing', names: ['frontend', 'zeta/api'], near: [] },
    { wanted: 'app', names: [], near: [] },
  ])('$wanted among $names', ({ wanted, names, near }) => {
    expect([...nearest(wanted, names)].sort()).toEqual([...near].sort());
  });
});

describe('listing them', () => {
  const page = (name: string, nextToken?: string) => ({
    repositories: [{ repositoryName: name }],
    nextToken,
  });

  test('ends with an empty token', async () => {
    const list = jest.fn(async () => Promise.resolve(page('team/app', '')));
    expect(await nearRepositories('team/ap', list)).toEqual(['team/app']);
    expect(list).toHaveBeenCalledTimes(1);
  });

  test('ends after some pages, whatever the registry says', async () => {
    const list = jest.fn(async () => Promise.resolve(page('team/app', 'more')));
    await nearRepositories('team/ap', list);
    expect(list).toHaveBeenCalledTimes(3);
  });

  test('is only a hint: what was found before it failed counts', async () => {
    const list = async (token: string | undefined) =>
      token === undefined ? Promise.resolve(page('team/app', 'more')) : Promise.reject(new Error('denied'));
    expect(await nearRepositories('team/ap', list)).toEqual(['team/app']);
    expect(await nearRepositories('x', () => Promise.reject(new Error('denied')))).toEqual([]);
  });
});
