import { describe, expect, test } from '@jest/globals';
import { sampleCommit, sampleEvents, sampleHead } from '../../../scripts/sample-events.ts';
import { missingFacts, sourceOf, withApiFacts, type SourceFacts } from '../../../src/plan/source.ts';
import type { Source } from '../../../src/types/source.ts';
import { placeAt } from '../support/values.ts';

const other = 'fedcba9876543210fedcba9876543210fedcba98';
const place: SourceFacts = placeAt(undefined);
const at = (sha: string) => placeAt(sha).head;
const url = 'https://github.com/team/app.git';

describe('which commit is built, and who says so', () => {
  test.each<{
    what: string;
    event: keyof typeof sampleEvents;
    place: Partial<SourceFacts>;
    commit: string | undefined;
    origin: Source['commitOrigin'];
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
      place: { head: at(sampleCommit) },
      commit: sampleCommit,
      origin: 'checkout',
    },
    {
      what: 'a checkout of something else',
      event: 'push to the default branch',
      place: { head: at(other) },
      commit: other,
      origin: 'checkout',
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
      place: { head: at(sampleCommit) },
      commit: sampleCommit,
      origin: 'checkout',
    },
    {
      what: "a pull request: its branch's newest commit, on demand",
      event: 'pull_request',
      place: { head: at(sampleCommit), pullRequestCommit: 'head' },
      commit: sampleHead,
      origin: 'pull-request-head',
    },
    {
      what: 'head is asked for, and is what is checked out',
      event: 'pull_request',
      place: { head: at(sampleHead), pullRequestCommit: 'head' },
      commit: sampleHead,
      origin: 'pull-request-head',
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
      place: { head: at(sampleCommit), pullRequestCommit: 'head' },
      commit: sampleCommit,
      origin: 'checkout',
    },
    {
      what: 'pull_request_target with the head checked out',
      event: 'pull_request_target',
      place: { head: at(sampleHead), pullRequestCommit: 'head' },
      commit: sampleHead,
      origin: 'pull-request-head',
    },
    {
      what: 'a Git URL without a commit',
      event: 'push to the default branch',
      place: { head: undefined, context: url },
      commit: undefined,
      origin: 'unverified',
    },
    {
      what: 'an archive at an address',
      event: 'push to the default branch',
      place: { head: undefined, context: 'https://host/app.tar.gz#main' },
      commit: undefined,
      origin: 'unverified',
    },
    {
      what: 'a Git URL with a branch',
      event: 'push to the default branch',
      place: { head: undefined, context: `${url}#main`, pullRequestCommit: 'head' },
      commit: undefined,
      origin: 'unverified',
    },
    {
      what: 'a Git URL with a commit',
      event: 'push to the default branch',
      place: { head: undefined, context: `${url}#${other}` },
      commit: other,
      origin: 'context',
    },
    {
      what: 'a Git URL with a commit in its query, which BuildKit compares',
      event: 'push to the default branch',
      place: { head: undefined, context: `${url}?ref=main&checksum=${other}` },
      commit: other,
      origin: 'context',
    },
    {
      what: 'a Git URL with a query that only looks like it',
      event: 'push to the default branch',
      place: { head: undefined, context: `${url}?ref=${other}#main?commit=${other}` },
      commit: undefined,
      origin: 'unverified',
    },
    {
      what: 'head is asked for, and something else is checked out',
      event: 'pull_request',
      place: { head: at(other), pullRequestCommit: 'head' },
      commit: other,
      origin: 'checkout',
    },
    {
      what: 'pull_request_target without a checkout: what lies there is not known',
      event: 'pull_request_target',
      place: {},
      commit: undefined,
      origin: 'event',
    },
    {
      what: 'a checkout that cannot be read is not taken for none',
      event: 'push to the default branch',
      place: { head: { kind: 'unreadable', why: 'its HEAD is locked' } },
      commit: undefined,
      origin: 'unverified',
    },
    {
      what: 'a Git URL with a commit and a folder',
      event: 'pull_request',
      place: { head: undefined, context: `${url}#${other}:docker/app`, pullRequestCommit: 'head' },
      commit: other,
      origin: 'context',
    },
    {
      what: 'a Git URL with a commit of SHA-256',
      event: 'push to the default branch',
      place: { head: undefined, context: `${url}#${'ab'.repeat(32)}` },
      commit: 'ab'.repeat(32),
      origin: 'context',
    },
    {
      what: 'a Git URL with a short commit',
      event: 'push to the default branch',
      place: { head: undefined, context: `${url}#${other.slice(0, 12)}` },
      commit: undefined,
      origin: 'unverified',
    },
  ])('$what', ({ event, place: given, commit, origin }) => {
    const source = sourceOf(sampleEvents[event], { ...place, ...given });
    expect([source.commit, source.commitOrigin]).toEqual([commit, origin]);
  });

  test('where the files come from is said only where that is another repository', () => {
    const event = sampleEvents['push to the default branch'];
    const elsewhereOf = (context: string) =>
      sourceOf(event, { ...place, head: undefined, context }).elsewhere;
    expect(elsewhereOf('https://example.com/other.git')).toBe('https://example.com/other.git');
    expect(elsewhereOf(`${event.serverUrl}/${event.repository}.git#${other}`)).toBeUndefined();
    expect(sourceOf(event, place).elsewhere).toBeUndefined();
  });

  test('the time of a commit comes from the payload, if it is the payload’s commit', () => {
    const push = sampleEvents['push to the default branch'];
    const headCommit = { id: sampleCommit, timestamp: '2026-01-02T03:04:05+01:00' };
    const event = { ...push, payload: { head_commit: headCommit } };
    expect(sourceOf(event, place).committedAt).toBe(Date.UTC(2026, 0, 2, 2, 4, 5));
    expect(sourceOf(event, { ...place, head: at(sampleCommit) }).committedAt).toBe(
      Date.UTC(2026, 0, 2, 2, 4, 5),
    );
    expect(sourceOf(event, { ...place, head: at(other) }).committedAt).toBeUndefined();
  });
});

describe("GitHub's API is asked only for what is missing and wanted", () => {
  const full = {
    ...sourceOf(sampleEvents['push to the default branch'], { ...place, head: at(sampleCommit) }),
    committedAt: 1000,
  };
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
