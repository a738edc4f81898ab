import { describe, expect, test } from '@jest/globals';
import { makePlan } from '../../../src/plan/plan.ts';
import { buildx, buildxByTag, inputs, run, shipErrorOf } from '../support/values.ts';

describe('makePlan', () => {
  test('names, builder and a candidate tag of this run alone', () => {
    const given = inputs({ tags: 'latest\ntype=sha' });
    expect(makePlan(given, run, buildx, 'k3x9')).toEqual({
      inputs: given,
      names: [
        { tag: 'latest', kind: 'moving' },
        { tag: 'sha-0123456', kind: 'fixed' },
      ],
      builder: buildx,
      candidateTag: 'candidate-4711-1-k3x9',
    });
  });

  test('the candidate tag outside a workflow', () => {
    const plan = makePlan(inputs({ tags: 'a' }), { ...run, sha: undefined, runLabel: 'local' }, buildx, 'z');
    expect(plan.candidateTag).toBe('candidate-local-z');
  });

  test('type=sha without a commit is an input error', () => {
    const error = shipErrorOf(() => makePlan(inputs(), { ...run, sha: undefined }, buildx, 'z'));
    expect([error.code, error.message]).toEqual([
      'invalid-input',
      'Input tags cannot be used in this run; allowed: type=sha only where GITHUB_SHA holds the commit; elsewhere give plain tags. Correct it in the step.',
    ]);
  });

  test('several platforms need a builder that can', () => {
    const several = inputs({ platforms: 'linux/amd64,linux/arm64' });
    const error = shipErrorOf(() => makePlan(several, run, buildxByTag, 'z'));
    expect([error.code, error.what, error.next]).toEqual([
      'builder-unfit',
      'Input platforms asks for 2 platforms in one build, which buildx 0.30.1, driver docker on Docker 28.2.2, overlay2 image store cannot do.',
      'Add docker/setup-buildx-action before this step, or turn on the containerd image store of the engine, or give one platform.',
    ]);
  });

  test.each([
    { name: 'one platform, any builder', platforms: 'linux/arm64', builder: buildxByTag, count: 1 },
    {
      name: 'several platforms, a builder that can',
      platforms: 'linux/amd64,linux/arm64',
      builder: buildx,
      count: 2,
    },
  ])('$name', ({ platforms, builder, count }) => {
    expect(makePlan(inputs({ platforms }), run, builder, 'z').inputs.build.platforms).toHaveLength(count);
  });
});
