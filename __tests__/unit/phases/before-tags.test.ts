import { describe, expect, test } from '@jest/globals';
import { beforeTags, type Outlook } from '../../../src/phases/before-tags.ts';
import { fateOf } from '../../../src/publish/lifecycle.ts';
import type { Decision, TagDecision } from '../../../src/types/decision.ts';
import type { LifecycleRule } from '../../../src/types/posture.ts';
import { digest, tag } from '../support/values.ts';

const day = 24 * 3600_000;
const now = Date.UTC(2026, 2, 4);
const anImage = { digest: digest(1), platforms: [] };

const rule = (given: Partial<LifecycleRule>): LifecycleRule => ({
  priority: 1,
  tagStatus: 'any',
  patterns: [],
  prefixes: [],
  isOfArchive: false,
  countType: 'sinceImagePushed',
  count: 30,
  action: 'remove',
  ...given,
});

describe('the first rule whose tags fit decides', () => {
  const old = rule({ priority: 2, tagStatus: 'any', count: 14 });
  test.each<{ name: string; rules: LifecycleRule[]; tags: string[]; decides: number | undefined }>([
    { name: 'any', rules: [old], tags: ['v1'], decides: 0 },
    { name: 'by priority', rules: [old, rule({ priority: 1 })], tags: ['v1'], decides: 1 },
    {
      name: 'untagged ones only',
      rules: [rule({ tagStatus: 'untagged' })],
      tags: ['v1'],
      decides: undefined,
    },
    { name: 'no tag yet', rules: [rule({ tagStatus: 'untagged' })], tags: [], decides: 0 },
    {
      name: 'a pattern',
      rules: [rule({ tagStatus: 'tagged', patterns: ['prod*'] }), old],
      tags: ['v1', 'prod-1'],
      decides: 0,
    },
    {
      name: 'all patterns',
      rules: [rule({ tagStatus: 'tagged', patterns: ['prod*', 'eu*'] }), old],
      tags: ['prod-1'],
      decides: 1,
    },
    {
      name: 'a prefix',
      rules: [rule({ tagStatus: 'tagged', prefixes: ['dev'] }), old],
      tags: ['prod'],
      decides: 1,
    },
    { name: 'of the archive', rules: [rule({ isOfArchive: true }), old], tags: ['v1'], decides: 1 },
    {
      name: 'by pulls',
      rules: [rule({ countType: 'sinceImagePulled' }), old],
      tags: ['v1'],
      decides: undefined,
    },
  ])('$name', ({ rules, tags, decides }) => {
    expect(fateOf({ rules }, { tags, pushedAt: now })?.rule).toEqual(
      decides === undefined ? undefined : rules[decides],
    );
  });
});

describe('beforeTags', () => {
  const named = (text: string, state: TagDecision['state'] = 'new'): TagDecision => ({
    planned: { tag: tag(text), kind: 'moving' },
    state,
    holder: undefined,
  });
  const given: Decision = { kind: 'given', digest: digest(1), tags: [named('production')] };
  const outlook = (ageDays: number, rules: LifecycleRule[], more: Partial<Outlook> = {}): Outlook => ({
    image: { ...anImage, tags: ['v1'], pushedAt: now - ageDays * day },
    decision: given,
    posture: { lifecycle: { rules }, access: 'none' },
    counted: [],
    now,
    ...more,
  });
  const said = (of: Outlook) => beforeTags(of).map(({ level, text }) => `${level}: ${text}`);

  test('an image that the policy would remove is a warning that says when, and by which rule', () => {
    const [warned, ...others] = said(outlook(31, [rule({})]));
    expect(others).toEqual([]);
    expect(warned).toMatch(
      /^warning: The image was pushed at 2026-02-01 00:00:00 UTC, and a new tag does not/,
    );
    expect(warned).toContain('ECR removes it within a day, with the tags that this run sets');
    expect(warned).toContain('any images go after 30 days');
  });

  test.each([
    { ageDays: 24, says: 'ECR removes it at 2026-03-10 00:00:00 UTC' },
    { ageDays: 22, says: undefined },
  ])('within a week it is said ($ageDays days)', ({ ageDays, says }) => {
    const lines = said(outlook(ageDays, [rule({})]));
    expect(lines.length).toBe(says === undefined ? 0 : 1);
    if (says !== undefined) expect(lines[0]).toContain(says);
  });

  test('the tag that it gets now may be what saves it', () => {
    const saves = rule({ priority: 1, tagStatus: 'tagged', patterns: ['prod*'], count: 3650 });
    expect(said(outlook(31, [rule({ priority: 2 }), saves]))).toEqual([]);
    const keptBack: Decision = {
      kind: 'given',
      digest: digest(1),
      tags: [named('production', 'kept-back')],
    };
    expect(said(outlook(31, [rule({ priority: 2 }), saves], { decision: keptBack })).length).toBe(1);
  });

  test('archiving is another word, and a number of images is a notice for an old image', () => {
    expect(said(outlook(31, [rule({ action: 'archive' })]))[0]).toContain('ECR archives it within a day');
    const count = [rule({ countType: 'imageCountMoreThan', count: 50 })];
    expect(said(outlook(8, count))[0]).toMatch(/^notice: .*of any images the newest 50 stay/);
    expect(said(outlook(6, count))).toEqual([]);
  });

  test.each([
    {
      name: 'what was built just now',
      more: { decision: { kind: 'build', tags: [], remade: [] } as Decision },
    },
    {
      name: 'a repository without a policy',
      more: { posture: { lifecycle: 'none', access: 'none' } as const },
    },
    { name: 'a role that may not see it', more: { posture: { lifecycle: undefined, access: undefined } } },
    { name: 'a registry without policies', more: { posture: undefined } },
  ])('nothing is said of $name', ({ more }) => {
    expect(said(outlook(100, [rule({})], more))).toEqual([]);
  });

  test.each([
    { tags: 899, warned: 'The image will have 900 of the 1000 tags' },
    { tags: 898, warned: undefined },
  ])('tags are counted with those to come: $tags and one', ({ tags, warned }) => {
    const image = {
      ...anImage,
      tags: Array.from({ length: tags }, (_, n) => `t${String(n)}`),
      pushedAt: now,
    };
    const lines = said(outlook(0, [], { image }));
    expect(lines.length).toBe(warned === undefined ? 0 : 1);
    if (warned !== undefined) expect(lines[0]).toContain(warned);
  });
});
