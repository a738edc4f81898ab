import { describe, expect, test } from '@jest/globals';
import type { ImageFacts } from '../../../src/ports.ts';
import { findBaseline, readingBaseline } from '../../../src/phases/baseline.ts';
import type { TagDecision } from '../../../src/types/decision.ts';
import type { Run } from '../../../src/run.ts';
import { ShipError } from '../../../src/types/errors.ts';
import type { Finding, ScanAnswer } from '../../../src/types/scan.ts';
import { scanPage } from '../../support/scan-page.ts';
import { digest, finding, inputs, storedManifest, tag } from '../support/values.ts';
import { fakeClock, fakeLog, fakeRepository, type Behaviour } from '../support/world.ts';

const facts = (n: number, ...tags: string[]): ImageFacts => ({
  digest: digest(n),
  tags,
  mediaType: undefined,
  pushedAt: 1,
});

describe('findBaseline', () => {
  const named = (
    text: string,
    kind: 'fixed' | 'moving',
    state: TagDecision['state'],
    holder?: number,
  ): TagDecision => ({
    planned: { tag: tag(text), kind },
    state,
    holder: holder === undefined ? undefined : digest(holder),
  });

  test.each([
    {
      title: 'what the first moving name names, whatever else is there',
      tags: [
        named('v2.0.0', 'fixed', 'moves', 3),
        named('latest', 'moving', 'moves', 1),
        named('1', 'moving', 'moves', 2),
      ],
      baseline: { tag: 'latest', digest: digest(1) },
    },
    {
      title: 'the next moving name’s where the first names nothing yet',
      tags: [named('latest', 'moving', 'new'), named('1.2', 'moving', 'moves', 2)],
      baseline: { tag: '1.2', digest: digest(2) },
    },
    {
      title: 'of a backport the release before it, and not the newest one',
      tags: [named('latest', 'moving', 'kept-back', 9), named('1.2', 'moving', 'moves', 2)],
      baseline: { tag: '1.2', digest: digest(2) },
    },
    {
      title: 'the newest one where every name is kept back',
      tags: [named('latest', 'moving', 'kept-back', 9), named('1.2', 'moving', 'new')],
      baseline: { tag: 'latest', digest: digest(9) },
    },
    {
      title: 'the image itself where it is reused and has the name already',
      tags: [named('latest', 'moving', 'same', 1)],
      baseline: { tag: 'latest', digest: digest(1) },
    },
    {
      title: 'never what a fixed name names',
      tags: [named('v1.0.0', 'fixed', 'same', 1), named('latest', 'moving', 'new')],
      baseline: undefined,
    },
    { title: 'none without names', tags: [], baseline: undefined },
  ])('is $title', ({ tags, baseline }) => {
    expect(findBaseline(tags, undefined, { tagged: new Map() })).toEqual(baseline);
  });

  test.each([
    { title: 'the image of the tag given', held: 5, baseline: { tag: 'main', digest: digest(5) } },
    { title: 'none where the tag given names nothing', held: undefined, baseline: undefined },
  ])('is $title, whatever the run names', ({ held, baseline }) => {
    const tagged = new Map(held === undefined ? [] : [[tag('main'), { digest: digest(held) }]]);
    expect(
      findBaseline([named('latest', 'moving', 'moves', 1)], [tag('gone'), tag('main')], { tagged }),
    ).toEqual(baseline);
  });

  test.each([[undefined], [[tag('latest')]]])('is known where it is archived, as such (%s)', (given) => {
    const archived = new Map([[tag('latest'), digest(3)]]);
    const seen = { tagged: new Map(), archived };
    expect(findBaseline([named('latest', 'moving', 'new')], given, seen)).toEqual({
      tag: 'latest',
      digest: digest(3),
      isArchived: true,
    });
  });
});

describe('readBaseline', () => {
  const wishes = inputs({ 'only-new': 'true', 'scan-timeout': '1h' });
  const image = { tag: tag('latest'), digest: digest(7) };
  const config = { mediaType: 'application/vnd.oci.image.config.v1+json', digest: digest(8), size: 2 };
  const body = { schemaVersion: 2, config, layers: [] };
  const critical = finding('critical', 'CVE-1');
  const answer = (status: string): ScanAnswer => ({
    kind: 'status',
    page: scanPage(status, { findings: [critical], completedAt: 5 }),
  });

  async function read(of: typeof image | undefined, behaviour: Partial<Behaviour>, decides = true) {
    const clock = fakeClock(0);
    const repository = fakeRepository({
      now: clock.now,
      readManifests: (digests) => Promise.resolve(digests.map((one) => storedManifest(one, body))),
      describeImages: () => Promise.resolve([facts(7, 'latest')]),
      readBlob: () => Promise.resolve('{"os":"linux","architecture":"arm64"}'),
      ...behaviour,
    });
    const settings = { scanner: 'basic', frequency: 'on-push' } as const;
    const order = { image: of, target: { repository, scanSettings: settings }, inputs: wishes, decides };
    const ports = { clock, log: fakeLog() };
    const baseline = await readingBaseline.run(order, { ports } as unknown as Run);
    return { baseline, waited: clock.now() };
  }

  test('without an image there is none', async () => {
    expect((await read(undefined, {})).baseline).toEqual({ kind: 'absent' });
  });

  test('reads by digest, never by tag, for the platform that the image is made for', async () => {
    const asked: unknown[] = [];
    const { baseline } = await read(image, {
      describeImages: (ids) => {
        asked.push(...ids);
        return Promise.resolve([facts(7, 'latest')]);
      },
      readScan: (of) => {
        asked.push(of);
        return Promise.resolve(answer('COMPLETE'));
      },
    });
    expect(baseline).toMatchObject({
      kind: 'read',
      image,
      platforms: [{ platform: 'linux/arm64', digest: digest(7), findings: [critical] }],
    });
    expect(asked).toEqual([{ digest: digest(7) }, digest(7), digest(7)]);
  });

  test('that has no full scan is unreadable, and says why', async () => {
    const { baseline } = await read(image, { readScan: () => Promise.resolve(answer('UNSUPPORTED_IMAGE')) });
    expect(baseline).toMatchObject({ kind: 'unreadable', image });
    expect(baseline.kind === 'unreadable' && baseline.why).toMatch(
      /^linux\/arm64: the scanner does not support/,
    );
  });

  test('is not waited for as long as a new image', async () => {
    const { baseline, waited } = await read(image, {
      readScan: () => Promise.resolve(answer('IN_PROGRESS')),
    });
    expect(baseline).toMatchObject({ kind: 'unreadable' });
    expect(waited).toBe(120_000);
  });

  test('that was scanned long ago is scanned anew, so that what became known since then is not new', async () => {
    const dayMs = 24 * 3600_000;
    let asked = false;
    const later = finding('critical', 'CVE-2');
    const page = (completedAt: number, ...findings: Finding[]): ScanAnswer => ({
      kind: 'status',
      page: scanPage('COMPLETE', { findings, completedAt }),
    });
    const { baseline } = await read(image, {
      readScan: () => Promise.resolve(asked ? page(0, critical, later) : page(-2 * dayMs, critical)),
      startScan: () => {
        asked = true;
        return Promise.resolve({ kind: 'started' });
      },
    });
    expect(baseline).toMatchObject({ kind: 'read', platforms: [{ findings: [critical, later] }] });
  });

  test('that is no image any more is unreadable', async () => {
    const { baseline } = await read(image, {
      readManifests: () => Promise.resolve([storedManifest(digest(7), { what: 'a chart' })]),
    });
    expect(baseline).toMatchObject({
      kind: 'unreadable',
      why: expect.stringContaining('is refused: its schemaVersion is nothing, and not 2') as unknown,
    });
  });

  test('that the registry refuses to show is unreadable; a defect is not passed over', async () => {
    const denied = new ShipError({ code: 'access-denied', what: 'No.', next: 'Ask.' });
    const refused = await read(image, { readScan: () => Promise.reject(denied) });
    expect(refused.baseline).toEqual({ kind: 'unreadable', image, why: 'No' });
    await expect(
      read(image, { readScan: () => Promise.reject(new TypeError('x is undefined')) }),
    ).rejects.toThrow('x is undefined');
  });
});
