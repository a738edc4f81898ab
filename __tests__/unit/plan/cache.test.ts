import { describe, expect, test } from '@jest/globals';
import { keptCaches, planCache } from '../../../src/plan/cache.ts';
import type { Source } from '../../../src/types/source.ts';
import { plan } from '../support/values.ts';

const uri = 'host/team/app';
const base = plan().source;
const source = (given: Partial<Source>): Source => ({
  ...base,
  trust: 'ref',
  strangers: undefined,
  baseBranch: undefined,
  repository: { ...base.repository, defaultBranch: 'main' },
  ...given,
});
const written = (of: Source) => planCache('registry', of, uri).to;

describe('a cache in the repository', () => {
  test('of a branch begins from the default branch, and is one manifest as ECR takes it', () => {
    const { from, to, tag } = planCache(
      'registry',
      source({ ref: { kind: 'branch', name: 'feat/x y' } }),
      uri,
    );
    expect(from).toEqual([`type=registry,ref=${uri}:cache-feat-x-y`, `type=registry,ref=${uri}:cache-main`]);
    expect(to).toEqual([
      `type=registry,ref=${uri}:cache-feat-x-y,mode=max,image-manifest=true,oci-mediatypes=true`,
    ]);
    expect(tag).toBe('cache-feat-x-y');
  });

  test('of a pull request is that of its base branch, and only read', () => {
    const of = source({ ref: { kind: 'pull-request', number: 12 }, baseBranch: 'release/1' });
    expect(planCache('registry', of, uri).from).toEqual([
      `type=registry,ref=${uri}:cache-release-1`,
      `type=registry,ref=${uri}:cache-main`,
    ]);
    expect(written(of)).toEqual([]);
  });

  test.each<Partial<Source>>([
    { ref: { kind: 'branch', name: 'main' }, strangers: 'it comes from a fork' },
    { ref: { kind: 'branch', name: 'main' }, trust: 'other' },
    { ref: { kind: 'tag', name: 'v1' } },
    { ref: { kind: 'none' } },
  ])('is only read where the run may not speak for a branch: %j', (given) => {
    expect(written(source(given))).toEqual([]);
  });
});

test("GitHub's cache has the same scopes", () => {
  const { from, to } = planCache('gha', source({ ref: { kind: 'branch', name: 'dev' } }), uri);
  expect(from).toEqual(['type=gha,scope=dev', 'type=gha,scope=main']);
  expect(to).toEqual(['type=gha,scope=dev,mode=max']);
});

describe('the caches that a build writes to tags of a repository', () => {
  const kept = (...cacheTo: string[]) =>
    keptCaches({ ...plan().inputs.build.options, cacheTo }, uri).map(({ tag }) => tag);

  test.each([
    { entry: `type=registry,ref=${uri}:cache,mode=max`, tags: ['cache'] },
    { entry: `mode=max,ref=${uri}:a.b-c,type=registry`, tags: ['a.b-c'] },
    { entry: `type=registry,"ref=${uri}:cache",mode=max`, tags: ['cache'] },
    { entry: `Type=registry,REF=${uri}:cache`, tags: ['cache'] },
    { entry: `type=registry,ref=${uri}`, tags: ['latest'] },
    { entry: `${uri}:cache`, tags: ['cache'] },
    { entry: uri, tags: ['latest'] },
    { entry: `type=registry,ref=${uri}-cache:main`, tags: [] },
    { entry: `type=registry,ref=${uri}/cache:main`, tags: [] },
    { entry: `type=registry,ref=elsewhere/team/app:main`, tags: [] },
    { entry: `type=local,dest=${uri}:cache`, tags: [] },
    { entry: 'type=inline', tags: [] },
    { entry: 'type=registry', tags: [] },
  ])('$entry', ({ entry, tags }) => {
    expect(kept(entry)).toEqual(tags);
  });

  test('are all of them, each with its entry', () => {
    const entries = [`type=registry,ref=${uri}:a`, 'type=gha,scope=x', `type=registry,ref=${uri}:b`];
    expect(keptCaches({ ...plan().inputs.build.options, cacheTo: entries }, uri)).toEqual([
      { entry: entries[0], tag: 'a' },
      { entry: entries[2], tag: 'b' },
    ]);
  });
});
