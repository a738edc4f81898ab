import { describe, expect, test } from '@jest/globals';
import { strangersIn } from '../../../src/plan/strangers.ts';

const ours = { full_name: 'org/app' };
const fork = { full_name: 'Stranger/App' };
const pull = (head: unknown, base: unknown = ours) => ({
  action: 'opened',
  repository: ours,
  pull_request: { head: { repo: head }, base: { repo: base } },
});
const runOf = (head: unknown) => ({
  repository: ours,
  workflow_run: { event: 'pull_request', head_repository: head },
});

describe('the checkout is the own repository', () => {
  test.each([
    { name: 'outside a workflow', event: '', payload: undefined },
    { name: 'push', event: 'push', payload: { repository: ours, head_commit: {} } },
    { name: 'schedule', event: 'schedule', payload: { schedule: '0 5 * * *' } },
    { name: 'dispatch, by hand', event: 'workflow_dispatch', payload: { repository: ours, inputs: {} } },
    { name: 'release', event: 'release', payload: { repository: ours, release: {} } },
    { name: 'merge queue', event: 'merge_group', payload: { repository: ours, merge_group: {} } },
    { name: 'pull request of a branch', event: 'pull_request', payload: pull(ours) },
    { name: 'the same in other letters', event: 'pull_request', payload: pull({ full_name: 'Org/App' }) },
    { name: 'pull request target of a branch', event: 'pull_request_target', payload: pull(ours) },
    { name: 'after a run of a branch', event: 'workflow_run', payload: runOf(ours) },
  ])('$name', ({ event, payload }) => {
    expect(strangersIn({ name: event, payload })).toBeUndefined();
  });
});

describe('the checkout may be a stranger’s', () => {
  const whose = 'the event does not say from which repository';
  test.each([
    {
      event: 'pull_request',
      payload: pull(fork),
      why: 'the pull request comes from another repository, stranger/app',
    },
    {
      event: 'pull_request_target',
      payload: pull(fork),
      why: 'the pull request comes from another repository, stranger/app',
    },
    {
      event: 'pull_request_review',
      payload: pull(fork),
      why: 'the pull request comes from another repository, stranger/app',
    },
    {
      event: 'workflow_run',
      payload: runOf(fork),
      why: 'the run that started this one comes from another repository, stranger/app',
    },
    {
      event: 'pull_request_target of a fork that was deleted',
      payload: pull(null),
      why: `${whose} the pull request comes`,
    },
    { event: 'pull_request_target', payload: undefined, why: `${whose} the pull request comes` },
    { event: 'pull_request_target', payload: { pull_request: 'x' }, why: `${whose} the pull request comes` },
    {
      event: 'an event of a later day',
      payload: runOf(fork),
      why: 'the run that started this one comes from another repository, stranger/app',
    },
    { event: 'workflow_run', payload: {}, why: `${whose} the run that started this one comes` },
    { event: 'workflow_run', payload: runOf(null), why: `${whose} the run that started this one comes` },
    {
      event: 'an event of a later day',
      payload: pull(fork),
      why: 'the pull request comes from another repository, stranger/app',
    },
    ...['issue_comment', 'issues', 'discussion', 'check_run', 'watch', 'an event of a later day'].map(
      (event) => ({
        event,
        payload: { repository: ours, issue: { number: 1 } },
        why: `the event ${event} can be caused by people who may not write to this repository`,
      }),
    ),
    {
      event: 'issue_comment',
      payload: { issue: { pull_request: {} } },
      why: 'the run was started from a pull request, and the event does not say whose it is',
    },
  ])('$event: $why', ({ event, payload, why }) => {
    expect(strangersIn({ name: event, payload })).toBe(why);
  });
});
