import { describe, expect, test } from '@jest/globals';
import type { OpenRepository, PutOutcome } from '../../../src/ports.ts';
import type { Age } from '../../../src/publish/age.ts';
import type { Tagging } from '../../../src/publish/read-back.ts';
import { tagImage } from '../../../src/publish/tag-image.ts';
import type { Ages } from '../../../src/publish/tags-before.ts';
import type { Digest } from '../../../src/types/digest.ts';
import { ShipError } from '../../../src/types/errors.ts';
import type { Repository, TagMutability } from '../../../src/types/image.ts';
import type { PlannedTag } from '../../../src/types/plan.ts';
import { digest, image, repository, storedManifest, tag } from '../support/values.ts';
import { fakeClock, fakeLog, fakeRepository } from '../support/world.ts';

const fixed = (text: string): PlannedTag => ({ tag: tag(text), kind: 'fixed' });
const moving = (text: string): PlannedTag => ({ tag: tag(text), kind: 'moving' });

interface World {
  readonly mutability?: TagMutability;
  /** What the tags name before. */
  readonly tags?: Readonly<Record<string, Digest>>;
  /** What a PUT of a tag does instead of setting it. */
  readonly put?: Readonly<Record<string, PutOutcome | Error>>;
  /** How long a PUT takes, by the number of PUTs before it. */
  readonly putMs?: (before: number) => number;
  /** Tags that somebody else takes away again before they are read back. */
  readonly stolen?: readonly string[];
  /** How the image of this run relates to any other that has a name of it. */
  readonly age?: Age;
  /** What other runs do to the tags just before they are read or shown, by how often that was done before. */
  readonly meanwhile?: Readonly<Record<`${'read' | 'shown'} ${number}`, Readonly<Record<string, Digest>>>>;
  /** How it relates to each of some others. */
  readonly ages?: ReadonlyMap<Digest, Age>;
  /** What reading the names back throws. */
  readonly unreadable?: Error;
}

interface Outcome {
  readonly naming: Tagging;
  readonly begun: readonly { readonly tag: string; readonly at: number }[];
  readonly events: readonly string[];
  readonly mostAtOnce: number;
  readonly lines: readonly string[];
}

async function name(planned: readonly PlannedTag[], world: World = {}): Promise<Outcome> {
  const clock = fakeClock();
  const log = fakeLog();
  const began = clock.now();
  const tags = new Map(Object.entries(world.tags ?? {}));
  const begun: { tag: string; at: number }[] = [];
  const events: string[] = [];
  const looks = { read: 0, shown: 0 };
  const others = (what: keyof typeof looks) => {
    const now = world.meanwhile?.[`${what} ${String(looks[what])}` as `read ${number}`] ?? {};
    looks[what] += 1;
    for (const [moved, to] of Object.entries(now)) tags.set(moved, to);
  };
  let atOnce = 0;
  let mostAtOnce = 0;
  const here: Repository = { ...repository, ...(world.mutability && { mutability: world.mutability }) };
  const target: OpenRepository = fakeRepository(
    {
      async putManifest(wanted, manifest) {
        const before = begun.length;
        begun.push({ tag: wanted, at: clock.now() - began });
        events.push(`begin ${wanted}`);
        atOnce += 1;
        mostAtOnce = Math.max(mostAtOnce, atOnce);
        await clock.sleep(world.putMs?.(before) ?? 50);
        atOnce -= 1;
        events.push(`end ${wanted}`);
        const other = world.put?.[wanted];
        if (other instanceof Error) throw other;
        if (other !== undefined) return other;
        tags.set(wanted, manifest.digest);
        return { kind: 'set', digest: manifest.digest };
      },
      readManifests: (wanted) =>
        Promise.resolve(wanted.map((one) => ({ ...storedManifest(one, {}), digest: one }))),
      readTagged: (wanted) => {
        others('read');
        return Promise.resolve(
          new Map(
            wanted.flatMap((one) => {
              const held = tags.get(one);
              return held === undefined
                ? []
                : [[one, { ...storedManifest(held, {}), digest: held }] as const];
            }),
          ),
        );
      },
      describeImages([id]) {
        if (id === undefined) return Promise.resolve([]);
        if ('digest' in id && world.unreadable !== undefined) return Promise.reject(world.unreadable);
        const of = 'digest' in id ? id.digest : tags.get(id.tag);
        if (of === undefined) return Promise.resolve([]);
        if ('digest' in id) others('shown');
        if ('digest' in id) for (const gone of world.stolen ?? []) tags.delete(gone);
        const all = [...tags].filter(([, named]) => named === of).map(([text]) => text);
        return Promise.resolve([{ digest: of, tags: all, mediaType: undefined, pushedAt: 0 }]);
      },
    },
    here,
  );
  const decisions = planned.map((one) => ({ planned: one, state: 'new', holder: undefined }) as const);
  const ages: Ages = {
    ifOlder: 'keep',
    of: (_, other) =>
      Promise.resolve(
        world.ages?.get(other.digest) ?? world.age ?? { kind: 'newer', why: '', isResort: false },
      ),
  };
  const onAnchored = () => {
    events.push('anchored');
    return Promise.resolve();
  };
  const order = { repository: target, image, decisions, ifExists: 'reuse', ages, onAnchored } as const;
  const naming = await tagImage({ ...order, clock, log });
  return { naming, begun, events, mostAtOnce, lines: log.lines };
}

const immutable: PutOutcome = { kind: 'immutable', detail: 'cannot be overwritten' };
const outcomes = ({ naming }: Outcome) =>
  naming.results.map((one) => `${one.tag} ${one.kind} ${one.outcome}`);
const failure = ({ naming }: Outcome) =>
  naming.failure && { code: naming.failure.code, what: naming.failure.what, next: naming.failure.next };

describe('tagImage', () => {
  test('sets every name and says so, in the order of the plan', async () => {
    const outcome = await name([moving('latest'), fixed('1.2.3')]);
    expect(outcome.naming).toEqual({
      results: [
        { tag: 'latest', kind: 'moving', outcome: 'set' },
        { tag: '1.2.3', kind: 'fixed', outcome: 'set' },
      ],
      failure: undefined,
    });
    expect(outcome.lines).toEqual([
      `info: 1.2.3 now points to ${image.digest}`,
      `info: latest now points to ${image.digest}`,
    ]);
  });

  test('names that can never move first, then those that should not, moving ones last, each wave ended before the next', async () => {
    const { events } = await name([moving('latest'), fixed('dev-1'), fixed('1.2.3'), moving('1.2')], {
      mutability: { default: 'immutable', exceptFilters: ['latest', 'dev-*', '1.2'] },
    });
    expect(events.slice(0, 4)).toEqual(['begin 1.2.3', 'end 1.2.3', 'begin dev-1', 'end dev-1']);
    expect(events[4]).toBe('anchored');
    expect(events.slice(5, 7).sort()).toEqual(['begin 1.2', 'begin latest']);
    expect(events).toHaveLength(9);
  });

  test('a name for good waits for no moving one also where the repository lets everything move', async () => {
    const { begun } = await name([moving('a'), moving('b'), fixed('1.0.0')]);
    expect(begun.map((one) => one.tag)).toEqual(['1.0.0', 'a', 'b']);
  });
});

describe('tagImage: pace', () => {
  const many = (count: number) => Array.from({ length: count }, (_, n) => moving(`t${String(n)}`));
  const mostInASecond = (begun: Outcome['begun']) =>
    Math.max(...begun.map(({ at }) => begun.filter((one) => one.at >= at && one.at < at + 1000).length));

  test.each([
    { name: 'PUTs of no time', putMs: () => 0 },
    { name: 'PUTs of 50 ms', putMs: () => 50 },
    { name: 'PUTs of 900 ms', putMs: () => 900 },
    { name: 'slow PUTs at first, fast ones then', putMs: (before: number) => (before < 4 ? 5000 : 10) },
    { name: 'fast PUTs at first, slow ones then', putMs: (before: number) => (before < 9 ? 10 : 700) },
  ])('at most 10 in any second and 4 at once: $name', async ({ putMs }) => {
    const outcome = await name(many(40), { putMs });
    expect(outcome.begun).toHaveLength(40);
    expect(mostInASecond(outcome.begun)).toBeLessThanOrEqual(10);
    expect(outcome.mostAtOnce).toBeLessThanOrEqual(4);
  });

  test('four are really set side by side, and ten in the first second', async () => {
    const outcome = await name(many(11), { putMs: () => 100 });
    expect(outcome.mostAtOnce).toBe(4);
    expect(outcome.begun.filter(({ at }) => at < 1000)).toHaveLength(10);
    expect(outcome.begun.at(-1)?.at).toBe(1000);
  });
});

describe('tagImage: names that are there already', () => {
  test('an immutable tag of the same image is fine', async () => {
    const outcome = await name([fixed('1.2.3'), moving('latest')], {
      tags: { '1.2.3': image.digest },
      put: { '1.2.3': immutable },
    });
    expect(outcomes(outcome)).toEqual(['1.2.3 fixed unchanged', 'latest moving set']);
    expect(outcome.naming.failure).toBeUndefined();
    expect(outcome.lines).toContain(`info: 1.2.3 already points to ${image.digest}`);
  });

  test.each([
    { name: 'another image', tags: { '1.2.3': digest(99) }, holder: digest(99) },
    { name: 'an image that is not told', tags: {}, holder: 'another image' },
  ])('an immutable tag of $name fails, and no moving name is tried', async ({ tags, holder }) => {
    const outcome = await name([moving('latest'), fixed('1.2.3')], {
      mutability: { default: 'immutable', exceptFilters: ['latest'] },
      tags,
      put: { '1.2.3': immutable },
    });
    expect(outcomes(outcome)).toEqual(['latest moving not-tried', '1.2.3 fixed failed']);
    expect(outcome.begun.map((one) => one.tag)).toEqual(['1.2.3']);
    expect(failure(outcome)).toEqual({
      code: 'tag-taken',
      what: `Another run was faster: 1.2.3 in team/app now points to ${holder}, and not to ${image.digest}, the image of this run.`,
      next: 'Its tags stay as they are. Run this job again: where it builds, it goes on with that image if it was made from the same commit; an image that it publishes needs another version.',
    });
    expect(outcome.naming.results[1]?.detail).toBe(outcome.naming.failure?.what);
  });
});

describe('tagImage: failures', () => {
  const denied = new ShipError({ code: 'access-denied', what: 'May not.', next: 'Grant it.' });

  test('what was set before is told, what comes later is not tried', async () => {
    const outcome = await name([fixed('1.0.0'), moving('a'), moving('b')], {
      put: { a: denied },
      mutability: { default: 'immutable', exceptFilters: ['a', 'b'] },
    });
    expect(outcome.naming.results[0]?.outcome).toBe('set');
    expect(outcome.naming.results[1]).toEqual({
      tag: 'a',
      kind: 'moving',
      outcome: 'failed',
      detail: 'May not.',
    });
    expect(outcome.naming.failure).toBe(denied);
  });

  test('a failure of the first wave leaves the others', async () => {
    const outcome = await name([moving('latest'), fixed('dev-1'), fixed('1.0.0')], {
      put: { '1.0.0': denied },
      mutability: { default: 'immutable', exceptFilters: ['latest', 'dev-*'] },
    });
    expect(outcomes(outcome)).toEqual([
      'latest moving not-tried',
      'dev-1 fixed not-tried',
      '1.0.0 fixed failed',
    ]);
  });

  test('names of the same wave that wait for their turn are not tried either', async () => {
    const tags = Array.from({ length: 14 }, (_, n) => moving(`t${String(n)}`));
    const outcome = await name(tags, { put: { t9: denied }, putMs: (before) => (before === 9 ? 300 : 50) });
    expect(outcome.begun.map((one) => one.tag)).toEqual([
      't0',
      't1',
      't2',
      't3',
      't4',
      't5',
      't6',
      't7',
      't8',
      't9',
    ]);
    expect(outcomes(outcome).slice(9)).toEqual([
      't9 moving failed',
      't10 moving not-tried',
      't11 moving not-tried',
      't12 moving not-tried',
      't13 moving not-tried',
    ]);
  });

  test('what is thrown and is no ShipError becomes one', async () => {
    const outcome = await name([moving('a')], { put: { a: new TypeError('x is not a function') } });
    expect(outcome.naming.failure?.code).toBe('internal');
    expect(outcomes(outcome)).toEqual(['a moving failed']);
  });

  test('a registry that names another digest', async () => {
    const outcome = await name([moving('a')], { put: { a: { kind: 'set', digest: digest(99) } } });
    expect(failure(outcome)).toEqual({
      code: 'tagging-failed',
      what: `The registry says that a is ${digest(99)} and not ${image.digest}, although it was given the same bytes.`,
      next: 'Look for a proxy between the runner and the registry that changes manifests.',
    });
  });

  test('a name that is gone when it is read back', async () => {
    const outcome = await name([fixed('1.0.0'), moving('a'), moving('b')], { stolen: ['a', 'b'] });
    expect(failure(outcome)).toEqual({
      code: 'tagging-failed',
      what: `The registry accepted a, b, but does not show it on ${image.digest}.`,
      next: 'Another run may have moved the tag at the same moment; look at what else pushes to this repository.',
    });
    expect(outcomes(outcome)).toEqual(['1.0.0 fixed set', 'a moving failed', 'b moving failed']);
  });

  test('names that cannot be read back are still told as set', async () => {
    const outcome = await name([moving('a')], { unreadable: denied });
    expect(outcomes(outcome)).toEqual(['a moving set']);
    expect(outcome.naming.failure).toBe(denied);
  });
});

describe('tagImage: other runs at the same moment', () => {
  const older: Age = { kind: 'older', why: 'it was made from a newer commit', isResort: false };
  const [before, third] = [digest(5), digest(6)];

  test('a tag that goes to an older commit again and again is set until it stays', async () => {
    const meanwhile = { 'shown 0': { latest: before }, 'shown 1': { latest: third } } as const;
    const done = await name([moving('latest')], { meanwhile });
    expect([outcomes(done), failure(done)]).toEqual([['latest moving set'], undefined]);
    expect(done.begun).toHaveLength(3);
  });

  test('a tag that does not stay is an error in the end', async () => {
    const looks = Array.from({ length: 9 }, (_, look) => [`shown ${String(look)}`, { latest: before }]);
    const done = await name([moving('latest')], { meanwhile: Object.fromEntries(looks) as never });
    expect(failure(done)?.code).toBe('tagging-failed');
  });

  test('a tag that a newer commit takes while this run finds out about another one stays there', async () => {
    const done = await name([moving('latest')], {
      meanwhile: { 'read 0': { latest: before }, 'read 1': { latest: third } },
      ages: new Map([[third, older]]),
    });
    expect([outcomes(done), done.begun]).toEqual([['latest moving kept-back'], []]);
  });

  test('where another run was at it, what is there now is looked at once more', async () => {
    const done = await name([moving('latest')], {
      meanwhile: { 'read 0': { latest: before }, 'shown 1': { latest: before } },
    });
    expect([outcomes(done), done.begun.length]).toEqual([['latest moving set'], 2]);
  });
});
