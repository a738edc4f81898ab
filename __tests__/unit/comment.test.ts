import { expect, test } from '@jest/globals';
import { commentOn } from '../../src/comment.ts';
import type { Comment, CommentOutcome } from '../../src/ports.ts';
import { ShipError } from '../../src/types/errors.ts';
import type { RunFacts } from '../../src/types/plan.ts';
import type { Report } from '../../src/types/report.ts';
import { onPullRequest } from './support/pull-request.ts';
import { reports } from './support/reports.ts';
import { inputs, run } from './support/values.ts';

async function commented(
  facts: RunFacts,
  { outcome = { kind: 'created' }, ...more }: Partial<Report> & { readonly outcome?: CommentOutcome } = {},
) {
  const report: Report = { ...reports.passed, inputs: inputs({ comment: 'true' }), run: facts, ...more };
  const comments: Comment[] = [];
  const said: string[] = [];
  const level = (name: string) => (text: string) => void said.push(`${name}: ${text}`);
  await commentOn(report, report, {
    github: {
      keepComment: (comment) => {
        comments.push(comment);
        return Promise.resolve(outcome);
      },
    },
    log: { info: level('info'), notice: level('notice'), warning: level('warning') },
    fit: (text) => text.replaceAll('published', 'PUBLISHED'),
  });
  return { comments, said };
}

test('a pull request gets its comment, with what may be shown', async () => {
  const { comments, said } = await commented(onPullRequest());
  expect(comments).toMatchObject([{ pullRequest: 7, marker: '<!-- ecr-ship:comment team/app -->' }]);
  expect(comments[0]?.text).toContain('### ✅ team/app sha-0123456 is PUBLISHED');
  expect(said).toEqual(['info: The comment on pull request #7 was created.']);
});

test.each<[what: string, facts: RunFacts, more: Partial<Report>, said: string[]]>([
  ['nobody asks for', onPullRequest(), { inputs: inputs() }, []],
  ['is only planned', onPullRequest(), { inputs: inputs({ mode: 'plan', comment: 'true' }) }, []],
  ['a push is about', run, {}, ['info: There is no comment: the event push is about no pull request.']],
  [
    'a fork has no token for',
    onPullRequest('stranger/r'),
    {},
    [
      expect.stringMatching(
        /^notice: There is no comment: the pull request comes from a fork/,
      ) as unknown as string,
    ],
  ],
  [
    'a fork that is gone has no token for',
    onPullRequest(null),
    {},
    [expect.stringContaining('fork') as unknown as string],
  ],
  [
    'was cancelled',
    onPullRequest(),
    { failure: new ShipError({ code: 'cancelled', what: 'It was cancelled.', next: 'Run it again.' }) },
    [],
  ],
])('no comment for what %s', async (_, facts, more, told) => {
  const { comments, said } = await commented(facts, more);
  expect(comments).toEqual([]);
  expect(said).toEqual(told);
});

test('pull_request_target has a token that may write, also for a fork', async () => {
  expect((await commented(onPullRequest('stranger/r', 'pull_request_target'))).comments).toHaveLength(1);
});

test.each<[outcome: CommentOutcome, said: RegExp]>([
  [{ kind: 'updated' }, /^info: .* was updated\.$/],
  [{ kind: 'unchanged' }, /^info: .* was up to date\.$/],
  [{ kind: 'not-asked' }, /^notice: .*github-token is empty/],
  [
    { kind: 'forbidden', why: 'Resource not accessible by integration' },
    /^warning: .*: Resource not accessible by integration\. Give the job the permission pull-requests: write\.$/,
  ],
  [
    { kind: 'failed', why: 'bad gateway' },
    /^warning: There is no comment on pull request #7: bad gateway\.$/,
  ],
])('%j is said once', async (outcome, expected) => {
  const { said } = await commented(onPullRequest(), { outcome });
  expect(said).toEqual([expect.stringMatching(expected)]);
});
