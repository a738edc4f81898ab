import { describe, expect, test } from '@jest/globals';
import { restoreArchived } from '../../../src/publish/restore.ts';
import type { ImageFacts } from '../../../src/ports.ts';
import type { Digest } from '../../../src/types/digest.ts';
import { ShipError } from '../../../src/types/errors.ts';
import type { StoredManifest } from '../../../src/types/image.ts';
import { digest } from '../support/values.ts';
import { fakeClock, fakeLog, fakeRepository } from '../support/world.ts';

const minute = 60_000;
const [index, child] = [digest(1), digest(2)];
const listing = JSON.stringify({
  schemaVersion: 2,
  manifests: [{ mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: child, size: 2 }],
});
const indexManifest: StoredManifest = {
  digest: index,
  mediaType: 'application/vnd.oci.image.index.v1+json',
  body: listing,
};

interface Shelf {
  readonly state: ImageFacts['archive'];
  /** How long it takes from the moment it was asked for on; it never comes without. */
  readonly takesMs?: number;
}

/** An archive with a clock of its own. */
function archive(shelves: Readonly<Record<string, Shelf>>, onRestore?: (of: Digest) => void) {
  const clock = fakeClock(0);
  const log = fakeLog();
  const asked: Digest[] = [];
  const back = new Map<string, number>();
  for (const [of, { state, takesMs }] of Object.entries(shelves))
    if (state === 'activating') back.set(of, takesMs ?? Infinity);
  const stateOf = (of: Digest): Pick<ImageFacts, 'archive'> => {
    const shelf = shelves[of];
    if (shelf?.state === undefined || clock.now() >= (back.get(of) ?? Infinity)) return {};
    return { archive: back.has(of) ? 'activating' : 'archived' };
  };
  const repository = fakeRepository({
    describeImages: (ids) =>
      Promise.resolve(
        ids.flatMap((id) => {
          const of = 'digest' in id ? id.digest : index;
          return shelves[of] === undefined
            ? []
            : [{ digest: of, tags: [], mediaType: undefined, pushedAt: 0, ...stateOf(of) }];
        }),
      ),
    readManifests: (digests) =>
      Promise.resolve(digests.includes(index) && stateOf(index).archive === undefined ? [indexManifest] : []),
    restore: (of) => {
      asked.push(of);
      back.set(of, clock.now() + (shelves[of]?.takesMs ?? Infinity));
      onRestore?.(of);
      return Promise.resolve();
    },
  });
  const restore = () => restoreArchived(repository, [{ digest: index }], { clock, log });
  return { restore, clock, log, asked };
}

test('an image comes back with what it lists, and every minute it is said what the run waits for', async () => {
  const it = archive({
    [index]: { state: 'archived', takesMs: 3 * minute },
    [child]: { state: 'archived', takesMs: 2 * minute },
  });
  await it.restore();
  expect(it.asked).toEqual([index, child]);
  expect(it.clock.now()).toBeGreaterThanOrEqual(5 * minute);
  expect(it.clock.now()).toBeLessThan(6 * minute);
  const said = it.log.lines.filter((line) => line.startsWith('info: Waiting for'));
  expect(said.length).toBeGreaterThanOrEqual(3);
  expect(it.log.lines.at(0)).toContain(`${index} is archived in team/app; restoring it`);
  expect(it.log.lines.at(-1)).toMatch(new RegExp(`Restored from the archive after \\d+ s: ${child}`));
});

test('what can be pulled is left alone', async () => {
  const it = archive({ [index]: { state: undefined }, [child]: { state: undefined } });
  await it.restore();
  expect([it.asked, it.clock.now(), it.log.lines]).toEqual([[], 0, []]);
});

test('what is on its way back already is only waited for', async () => {
  const it = archive({ [index]: { state: 'activating', takesMs: minute }, [child]: { state: undefined } });
  await it.restore();
  expect(it.asked).toEqual([]);
  expect(it.clock.now()).toBeGreaterThanOrEqual(minute);
});

test('what another run has asked for at the same moment comes back all the same', async () => {
  const it = archive(
    { [index]: { state: 'archived', takesMs: minute }, [child]: { state: undefined } },
    () => {
      throw new Error('it is ACTIVATING');
    },
  );
  await it.restore();
  expect(it.clock.now()).toBeGreaterThanOrEqual(minute);
});

describe('it is an error that says what to do', () => {
  test('where it does not come back in time', async () => {
    const it = archive({ [index]: { state: 'archived' } });
    const error = await it.restore().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'image-archived' });
    expect((error as ShipError).what).toContain(`${index} did not come back from the archive within 30 min`);
    expect((error as ShipError).next).toContain(`--image-ids imageDigest=${index}`);
    expect(it.clock.now()).toBeGreaterThanOrEqual(30 * minute);
    expect(it.clock.now()).toBeLessThan(31 * minute);
  });

  test('where it is refused', async () => {
    const refused = new ShipError({ code: 'access-denied', what: 'It may not.', next: 'Let it.' });
    const repository = fakeRepository({
      describeImages: () =>
        Promise.resolve([
          { digest: index, tags: [], mediaType: undefined, pushedAt: 0, archive: 'archived' },
        ]),
      restore: () => Promise.reject(refused),
    });
    const restoring = restoreArchived(repository, [{ digest: index }], {
      clock: fakeClock(),
      log: fakeLog(),
    });
    await expect(restoring).rejects.toBe(refused);
  });
});
