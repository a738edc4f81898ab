import { describe, expect, test } from '@jest/globals';
import { sampleCommit, sampleEvents, sampleHead } from '../../../scripts/sample-events.ts';
import { isGitUrl, missingFacts, sourceOf, withApiFacts, type Place } from '../../../src/plan/source.ts';
import type { Source } from '../../../src/types/source.ts';

const other = 'fedcba9876543210fedcba9876543210fedcba98';
const checkedOut = (sha: string) => ({ sha, at: 1000 });
const place: Place = { context: '.', checkout: undefined, pullRequestCommit: 'merge' };
const url = 'https://github.com/team/app.git';

describe('which commit is built, and who says so', () => {
  test.each<{
    what: string;
    event: keyof typeof sampleEvents;
    place: Partial<Place>;
    commit: string | undefined;
    origin: Source['commitOrigin'];
    committedAt?: number;
  }>([
    {
      what: 'no checkout',
      event: 'push to the default branch',
      place: {},
      commit: sampleCommit,
      origin: 'event',
    },
    {
      what: 'the checkout',
      event: 'push to the default branch',
      place: { checkout: checkedOut(sampleCommit) },
      commit: sampleCommit,
      origin: 'checkout',
      committedAt: 1000,
    },
    {
      what: 'a checkout of something else',
      event: 'push to the default branch',
      place: { checkout: checkedOut(other) },
      commit: other,
      origin: 'checkout',
      committedAt: 1000,
    },
    {
      what: 'nothing at all',
      event: 'no event',
      place: {},
      commit: undefined,
      origin: 'event',
    },
    {
      what: 'a pull request: the merge of both sides',
      event: 'pull_request',
      place: { checkout: checkedOut(sampleCommit) },
      commit: sampleCommit,
      origin: 'checkout',
      committedAt: 1000,
    },
    {
      what: "a pull request: its branch's newest commit, on demand",
      event: 'pull_request',
      place: { checkout: checkedOut(sampleCommit), pullRequestCommit: 'head' },
      commit: sampleHead,
      origin: 'pull-request-head',
    },
    {
      what: 'head is asked for, and is what is checked out',
      event: 'pull_request',
      place: { checkout: checkedOut(sampleHead), pullRequestCommit: 'head' },
      commit: sampleHead,
      origin: 'pull-request-head',
      committedAt: 1000,
    },
    {
      what: 'head means nothing without a pull request',
      event: 'push to the default branch',
      place: { pullRequestCommit: 'head' },
      commit: sampleCommit,
      origin: 'event',
    },
    {
      what: 'pull_request_target checks out the base, in which the head is not',
      event: 'pull_request_target',
      place: { checkout: checkedOut(sampleCommit), pullRequestCommit: 'head' },
      commit: sampleCommit,
      origin: 'checkout',
      committedAt: 1000,
    },
    {
      what: 'pull_request_target with the head checked out',
      event: 'pull_request_target',
      place: { checkout: checkedOut(sampleHead), pullRequestCommit: 'head' },
      commit: sampleHead,
      origin: 'pull-request-head',
      committedAt: 1000,
    },
    {
      what: 'a Git URL without a commit',
      event: 'push to the default branch',
      place: { context: url },
      commit: sampleCommit,
      origin: 'unverified',
    },
    {
      what: 'a Git URL with a branch',
      event: 'push to the default branch',
      place: { context: `${url}#main`, pullRequestCommit: 'head' },
      commit: sampleCommit,
      origin: 'unverified',
    },
    {
      what: 'a Git URL with a commit',
      event: 'push to the default branch',
      place: { context: `${url}#${other}` },
      commit: other,
      origin: 'context',
    },
    {
      what: 'a Git URL with a commit and a folder',
      event: 'pull_request',
      place: { context: `${url}#${other}:docker/app`, pullRequestCommit: 'head' },
      commit: other,
      origin: 'context',
    },
    {
      what: 'a Git URL with a commit of SHA-256',
      event: 'push to the default branch',
      place: { context: `${url}#${'ab'.repeat(32)}` },
      commit: 'ab'.repeat(32),
      origin: 'context',
    },
    {
      what: 'a Git URL with a short commit',
      event: 'push to the default branch',
      place: { context: `${url}#${other.slice(0, 12)}` },
      commit: sampleCommit,
      origin: 'unverified',
    },
  ])('$what', ({ event, place: given, commit, origin, committedAt }) => {
    const source = sourceOf(sampleEvents[event], { ...place, ...given });
    expect([source.commit, source.commitOrigin, source.committedAt]).toEqual([commit, origin, committedAt]);
  });

  test('the time of a commit comes from the payload where the checkout does not give it', () => {
    const push = sampleEvents['push to the default branch'];
    const headCommit = { id: sampleCommit, timestamp: '2026-01-02T03:04:05+01:00' };
    const event = { ...push, payload: { head_commit: headCommit } };
    expect(sourceOf(event, place).committedAt).toBe(Date.UTC(2026, 0, 2, 2, 4, 5));
    expect(sourceOf(event, { ...place, checkout: checkedOut(sampleCommit) }).committedAt).toBe(1000);
    expect(sourceOf(event, { ...place, context: `${url}#${other}` }).committedAt).toBeUndefined();
  });
});

test.each([
  { context: '.', is: false },
  { context: './https://x', is: false },
  { context: 'docker/app', is: false },
  { context: 'github.com', is: false },
  { context: '/abs', is: false },
  { context: url, is: true },
  { context: 'http://host/r.git#main', is: true },
  { context: 'git://host/r.git', is: true },
  { context: 'ssh://git@host/r.git', is: true },
  { context: 'git@github.com:team/app.git', is: true },
  { context: 'github.com/team/app', is: true },
])('isGitUrl $context: $is', ({ context, is }) => {
  expect(isGitUrl(context)).toBe(is);
});

describe("GitHub's API is asked only for what is missing and wanted", () => {
  const full = sourceOf(sampleEvents['push to the default branch'], {
    ...place,
    checkout: checkedOut(sampleCommit),
  });
  const bare = sourceOf({ ...sampleEvents['push to another branch'], payload: {} }, place);
  const scheduled = sourceOf({ ...sampleEvents.schedule, payload: { schedule: '0 3 * * *' } }, place);
  const all = { repository: true, defaultBranch: true, commitDate: true };

  test.each([
    { what: 'all is there', source: full, wanted: all, missing: [] },
    {
      what: 'nothing is there',
      source: bare,
      wanted: all,
      missing: ['repository', 'defaultBranch', 'commitDate'],
    },
    {
      what: 'the event tells the default branch and nothing else',
      source: scheduled,
      wanted: { ...all, commitDate: false },
      missing: ['repository'],
    },
    {
      what: 'nothing is wanted',
      source: bare,
      wanted: { repository: false, defaultBranch: false, commitDate: false },
      missing: [],
    },
    {
      what: 'only the description is empty',
      source: { ...full, repository: { ...full.repository, description: undefined } },
      wanted: all,
      missing: [],
    },
    {
      what: 'the commit is not known, so neither is its time',
      source: { ...bare, commit: undefined },
      wanted: { ...all, repository: false, defaultBranch: false },
      missing: [],
    },
  ])('$what', ({ source, wanted, missing }) => {
    const found = Object.entries(missingFacts(source, wanted));
    expect(found.flatMap(([fact, isMissing]) => (isMissing ? [fact] : []))).toEqual(missing);
  });

  test('what the event says comes first', () => {
    const repository = {
      isDescribed: true,
      name: 'x',
      description: 'new',
      url: 'https://x',
      defaultBranch: 'x',
      license: 'X',
    };
    expect(withApiFacts(full, { repository, committedAt: 7 })).toEqual(full);
    expect(withApiFacts(bare, { repository, committedAt: 7 })).toEqual({
      ...bare,
      committedAt: 7,
      repository: { ...repository, name: 'app', url: 'https://github.com/team/app' },
    });
    expect(withApiFacts(bare, { repository: undefined, committedAt: undefined })).toEqual(bare);
  });
});
