import { expect, test } from '@jest/globals';
import { baselineTags, isDifferenceTold } from '../../../src/plan/comparison.ts';
import { sourceOf } from '../../../src/plan/source.ts';
import type { RawInputs } from '../../../src/types/inputs.ts';
import { commit, inputs, placeAt, run } from '../support/values.ts';

const pullRequest = (base: string) => ({
  ...run.event,
  name: 'pull_request',
  ref: 'refs/pull/7/merge',
  payload: {
    repository: { name: 'r', full_name: 'o/r', default_branch: 'main' },
    pull_request: {
      number: 7,
      head: { sha: commit, repo: { full_name: 'o/r' } },
      base: { ref: base, repo: { full_name: 'o/r' } },
    },
  },
});
const asked = (event: typeof run.event, given: Partial<RawInputs>) => ({
  inputs: inputs(given),
  source: sourceOf(event, placeAt(commit)),
});

test.each<[what: string, base: string, given: Partial<RawInputs>, tags: string[] | undefined]>([
  ['the default branch and latest', 'main', { comment: 'true' }, ['main', 'latest']],
  ['another branch, as a tag has it', 'release/1.x', { comment: 'true' }, ['release-1.x']],
  ['nothing of its own without a comment', 'main', {}, undefined],
  ['what the verdict rests on', 'main', { comment: 'true', 'only-new': 'true' }, undefined],
  ['what the size is held against', 'main', { comment: 'true', 'max-growth': '10%' }, undefined],
  ['the tag that the person gives', 'main', { comment: 'true', 'only-new': 'stable' }, ['stable']],
])('a pull request is compared with %s', (_, base, given, tags) => {
  expect(baselineTags(asked(pullRequest(base), given))).toEqual(tags);
  expect(isDifferenceTold(asked(pullRequest(base), given))).toBe(given.comment === 'true');
});

test('a push has no comment, and compares nothing for one', () => {
  const push = asked(run.event, { comment: 'true' });
  expect([baselineTags(push), isDifferenceTold(push)]).toEqual([undefined, false]);
});
